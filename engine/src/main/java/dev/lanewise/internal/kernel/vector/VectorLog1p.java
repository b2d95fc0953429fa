package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.scalar.ScalarLog1p;

import static dev.lanewise.internal.kernel.scalar.Exponential.MAGIC;
import static dev.lanewise.internal.kernel.scalar.Exponential.MAGIC_BITS;
import static dev.lanewise.internal.kernel.scalar.ScalarLog1p.*;

/// ln(1 + x), operation for operation [ScalarLog1p], with its selections done on the bits, in three steps that overlap as
/// those of [PipelinedTanh] do. Short ranges go the same way: one vector waits for its chain of operations in any case.
///
/// The body stands in the loop and calls nothing of ours: past a certain size C2 no longer inlines, and then boxes.
final class VectorLog1p {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int AHEAD = 2 * LANES;
    private static final long TINY_BITS = Double.doubleToRawLongBits(TINY);

    private VectorLog1p() {}

    static void log1p(int n, double[] x, int xOff, double[] y, int yOff) {
        int whole = n - n % LANES;
        if (whole > 0) vectors(whole, x, xOff, y, yOff);
        ScalarLog1p.log1p(n - whole, x, xOff + whole, y, yOff + whole);
    }

    /// ln(1 + x) over a positive multiple of the lanes.
    private static void vectors(int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector two = DoubleVector.broadcast(SPECIES, 2.0);
        LongVector minusInfinity = DoubleVector.broadcast(SPECIES, Double.NEGATIVE_INFINITY).reinterpretAsLongs();
        DoubleVector g0 = DoubleVector.broadcast(SPECIES, G0), g1 = DoubleVector.broadcast(SPECIES, G1);
        DoubleVector g2 = DoubleVector.broadcast(SPECIES, G2), g3 = DoubleVector.broadcast(SPECIES, G3);
        DoubleVector g4 = DoubleVector.broadcast(SPECIES, G4), g5 = DoubleVector.broadcast(SPECIES, G5);
        DoubleVector g6 = DoubleVector.broadcast(SPECIES, G6), g7 = DoubleVector.broadcast(SPECIES, G7);
        LongVector unit = one.reinterpretAsLongs();
        LongVector bias = unit.lanewise(VectorOperators.LSHR, 52); // the exponent of 1
        LongVector largest = DoubleVector.broadcast(SPECIES, Double.MAX_VALUE).reinterpretAsLongs();
        DoubleVector f1 = one, cc1 = one, v1 = one; // what the reduction leaves to the quotient
        DoubleVector s2 = one, sl2 = one, v2 = one; // and the quotient to the series
        LongVector k1 = one.reinterpretAsLongs(), k2 = k1;
        for (int i = -AHEAD; i < n; i += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, xOff + AHEAD + Math.min(i, n - LANES - AHEAD));
            // k·ln2 + 2 artanh s
            DoubleVector w = s2.mul(s2);
            DoubleVector w2 = w.mul(w);
            DoubleVector high = g7.fma(w, g6).fma(w2, g5.fma(w, g4));
            DoubleVector series = high.fma(w2, g3.fma(w, g2)).fma(w2, g1.fma(w, g0));
            DoubleVector kd = k2.add(MAGIC_BITS).reinterpretAsDoubles().sub(MAGIC);
            DoubleVector head = kd.mul(LN2H);
            DoubleVector twice = s2.add(s2);
            DoubleVector h = head.add(twice);
            DoubleVector l = head.sub(h).add(twice);
            DoubleVector tail = s2.mul(w).fma(series, kd.fma(DoubleVector.broadcast(SPECIES, LN2L), sl2.add(sl2)));
            DoubleVector r = h.add(tail.add(l));
            LongVector bits = v2.reinterpretAsLongs();
            LongVector magnitude = bits.and(Long.MAX_VALUE);
            LongVector itself = magnitude.sub(TINY_BITS).or(largest.sub(magnitude)).lanewise(VectorOperators.ASHR, 63);
            LongVector outside = unit.sub(magnitude).and(bits).lanewise(VectorOperators.ASHR, 63);
            LongVector pole = v2.add(one).reinterpretAsLongs().sub(1L).lanewise(VectorOperators.ASHR, 63);
            r.reinterpretAsLongs().lanewise(VectorOperators.BITWISE_BLEND, bits, itself)
                    .lanewise(VectorOperators.BITWISE_BLEND, minusInfinity, pole).or(outside).reinterpretAsDoubles()
                    .intoArray(y, yOff + Math.max(i, 0));
            // s + sl = f/(2 + f)
            DoubleVector d = two.add(f1);
            DoubleVector dl = two.sub(d).add(f1).add(cc1);
            DoubleVector inverse = one.div(d);
            s2 = f1.mul(inverse);
            DoubleVector minusS = s2.neg();
            sl2 = minusS.fma(d, f1).add(minusS.fma(dl, cc1)).mul(inverse);
            k2 = k1;
            v2 = v1;
            // 1 + x = 2ᵏ·(1 + f)
            DoubleVector u = v.add(one);
            DoubleVector b = u.sub(one);
            DoubleVector c = one.sub(u.sub(b)).add(v.sub(b));
            LongVector uBits = u.reinterpretAsLongs();
            k1 = uBits.sub(ROOT_HALF_BITS).lanewise(VectorOperators.ASHR, 52);
            LongVector zero = k1.sub(1L).lanewise(VectorOperators.AND_NOT, k1).lanewise(VectorOperators.ASHR, 63);
            DoubleVector f0 = uBits.sub(k1.lanewise(VectorOperators.LSHL, 52)).reinterpretAsDoubles().sub(one);
            f1 = f0.reinterpretAsLongs().lanewise(VectorOperators.BITWISE_BLEND, v.reinterpretAsLongs(), zero)
                    .reinterpretAsDoubles();
            DoubleVector scaled = c.mul(bias.sub(k1.min(SMALLEST)).lanewise(VectorOperators.LSHL, 52)
                    .reinterpretAsDoubles());
            cc1 = scaled.reinterpretAsLongs().lanewise(VectorOperators.AND_NOT, zero).reinterpretAsDoubles();
            v1 = v;
        }
    }
}

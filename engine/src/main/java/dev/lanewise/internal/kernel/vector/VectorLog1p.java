package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.scalar.ScalarLog1p;

import static dev.lanewise.internal.kernel.scalar.Exponential.MAGIC;
import static dev.lanewise.internal.kernel.scalar.Exponential.MAGIC_BITS;
import static dev.lanewise.internal.kernel.scalar.ScalarLog1p.*;

/// ln(1 + x), operation for operation [ScalarLog1p], with its selections done on the bits; long ranges go to
/// [PipelinedLog1p].
///
/// The body stands in the loop and calls nothing of ours: past a certain size C2 no longer inlines, and then boxes.
final class VectorLog1p {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final long INFINITY = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);
    private static final long ONE = Double.doubleToRawLongBits(1.0);
    private static final long TINY_BITS = Double.doubleToRawLongBits(TINY);

    private VectorLog1p() {}

    static void log1p(int n, double[] x, int xOff, double[] y, int yOff) {
        int whole = n - n % LANES;
        if (whole < PipelinedLog1p.WORTHWHILE) {
            vectors(whole, x, xOff, y, yOff);
        } else {
            PipelinedLog1p.log1p(whole, x, xOff, y, yOff);
        }
        ScalarLog1p.log1p(n - whole, x, xOff + whole, y, yOff + whole);
    }

    /// ln(1 + x) over a multiple of LANES, one vector after the other.
    private static void vectors(int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector two = DoubleVector.broadcast(SPECIES, 2.0);
        LongVector minusInfinity = DoubleVector.broadcast(SPECIES, Double.NEGATIVE_INFINITY).reinterpretAsLongs();
        DoubleVector g0 = DoubleVector.broadcast(SPECIES, G0), g1 = DoubleVector.broadcast(SPECIES, G1);
        DoubleVector g2 = DoubleVector.broadcast(SPECIES, G2), g3 = DoubleVector.broadcast(SPECIES, G3);
        DoubleVector g4 = DoubleVector.broadcast(SPECIES, G4), g5 = DoubleVector.broadcast(SPECIES, G5);
        DoubleVector g6 = DoubleVector.broadcast(SPECIES, G6), g7 = DoubleVector.broadcast(SPECIES, G7);
        for (int i = 0; i < n; i += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, xOff + i);
            DoubleVector u = v.add(one);
            DoubleVector b = u.sub(one);
            DoubleVector c = one.sub(u.sub(b)).add(v.sub(b));
            LongVector uBits = u.reinterpretAsLongs();
            LongVector k = uBits.sub(ROOT_HALF_BITS).lanewise(VectorOperators.ASHR, 52);
            LongVector zero = k.sub(1L).lanewise(VectorOperators.AND_NOT, k).lanewise(VectorOperators.ASHR, 63);
            DoubleVector f1 = uBits.sub(k.lanewise(VectorOperators.LSHL, 52)).reinterpretAsDoubles().sub(one);
            DoubleVector f = f1.reinterpretAsLongs()
                    .lanewise(VectorOperators.BITWISE_BLEND, v.reinterpretAsLongs(), zero).reinterpretAsDoubles();
            LongVector less = k.sub(SMALLEST);
            LongVector least = less.and(less.lanewise(VectorOperators.ASHR, 63)).add(SMALLEST - 1023L);
            DoubleVector scaled = c.mul(least.neg().lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles());
            DoubleVector cc = scaled.reinterpretAsLongs().lanewise(VectorOperators.AND_NOT, zero)
                    .reinterpretAsDoubles();

            DoubleVector d = two.add(f);
            DoubleVector dl = two.sub(d).add(f).add(cc);
            DoubleVector inverse = one.div(d);
            DoubleVector s = f.mul(inverse);
            DoubleVector minusS = s.neg();
            DoubleVector sl = minusS.fma(d, f).add(minusS.fma(dl, cc)).mul(inverse);
            DoubleVector w = s.mul(s);
            DoubleVector w2 = w.mul(w);
            DoubleVector high = g7.fma(w, g6).fma(w2, g5.fma(w, g4));
            DoubleVector series = high.fma(w2, g3.fma(w, g2)).fma(w2, g1.fma(w, g0));
            DoubleVector kd = k.add(MAGIC_BITS).reinterpretAsDoubles().sub(MAGIC);
            DoubleVector head = kd.mul(LN2H);
            DoubleVector s2 = s.add(s);
            DoubleVector h = head.add(s2);
            DoubleVector l = head.sub(h).add(s2);
            DoubleVector tail = s.mul(w).fma(series, kd.fma(DoubleVector.broadcast(SPECIES, LN2L), sl.add(sl)));
            DoubleVector r = h.add(tail.add(l));

            LongVector bits = v.reinterpretAsLongs();
            LongVector magnitude = bits.and(Long.MAX_VALUE);
            LongVector tiny = magnitude.sub(TINY_BITS).lanewise(VectorOperators.ASHR, 63);
            LongVector unbounded = magnitude.neg().add(INFINITY - 1L).lanewise(VectorOperators.ASHR, 63);
            LongVector outside = magnitude.neg().add(ONE).and(bits).lanewise(VectorOperators.ASHR, 63);
            LongVector pole = uBits.sub(1L).lanewise(VectorOperators.ASHR, 63);
            r.reinterpretAsLongs().lanewise(VectorOperators.BITWISE_BLEND, bits, tiny.or(unbounded))
                    .lanewise(VectorOperators.BITWISE_BLEND, minusInfinity, pole).or(outside).reinterpretAsDoubles()
                    .intoArray(y, yOff + i);
        }
    }
}

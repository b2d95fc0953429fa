package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.scalar.ScalarGate;

import static dev.lanewise.internal.kernel.scalar.HalfAngle.*;
import static dev.lanewise.internal.kernel.scalar.ScalarGate.*;

/// x·σ(v), operation for operation [ScalarGate], with its selections done on the bits; long ranges go to
/// [PipelinedSilu] and [PipelinedGeluTanh].
///
/// The body stands in the loop and calls nothing of ours: past a certain size C2 no longer inlines, and then boxes.
final class VectorGate {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final long MAGIC_BITS = Double.doubleToRawLongBits(MAGIC);

    private VectorGate() {}

    static void silu(int n, double[] x, int xOff, double[] y, int yOff) {
        int whole = n - n % LANES;
        if (whole < PipelinedSilu.WORTHWHILE) {
            vectors(1.0, 0.0, 0.0, 0.0, SILU_SATURATED, whole, x, xOff, y, yOff);
        } else {
            PipelinedSilu.silu(whole, x, xOff, y, yOff);
        }
        ScalarGate.silu(n - whole, x, xOff + whole, y, yOff + whole);
    }

    static void geluTanh(int n, double[] x, int xOff, double[] y, int yOff) {
        int whole = n - n % LANES;
        if (whole < PipelinedGeluTanh.WORTHWHILE) {
            vectors(LINEAR, LINEAR_TAIL, CUBIC, CUBIC_TAIL, GELU_SATURATED, whole, x, xOff, y, yOff);
        } else {
            PipelinedGeluTanh.geluTanh(whole, x, xOff, y, yOff);
        }
        ScalarGate.geluTanh(n - whole, x, xOff + whole, y, yOff + whole);
    }

    /// x·σ(v) over a multiple of the lanes, one vector after the other, with the constants of ScalarGate.
    private static void vectors(double bh, double bl, double ch, double cl, double saturated, int n, double[] x,
            int xOff, double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector magic = DoubleVector.broadcast(SPECIES, MAGIC);
        LongVector unit = one.reinterpretAsLongs();
        LongVector bias = unit.lanewise(VectorOperators.LSHR, 52); // the exponent of 1
        DoubleVector linear = DoubleVector.broadcast(SPECIES, bh), cubic = DoubleVector.broadcast(SPECIES, ch);
        LongVector limit = DoubleVector.broadcast(SPECIES, saturated).reinterpretAsLongs();
        DoubleVector c0 = DoubleVector.broadcast(SPECIES, C0), c1 = DoubleVector.broadcast(SPECIES, C1);
        DoubleVector c2 = DoubleVector.broadcast(SPECIES, C2), c3 = DoubleVector.broadcast(SPECIES, C3);
        DoubleVector c4 = DoubleVector.broadcast(SPECIES, C4), c5 = DoubleVector.broadcast(SPECIES, C5);
        DoubleVector c6 = DoubleVector.broadcast(SPECIES, C6);
        for (int i = 0; i < n; i += LANES) {
            DoubleVector argument = DoubleVector.fromArray(SPECIES, x, xOff + i);
            DoubleVector a = argument.abs().min(saturated);
            DoubleVector square = a.mul(a);
            DoubleVector squareTail = a.fma(a, square.neg());
            DoubleVector bend = square.mul(ch);
            DoubleVector bendTail = cubic.fma(square, bend.neg()).add(cubic.fma(squareTail, square.mul(cl)));
            DoubleVector slope = linear.add(bend);
            DoubleVector part = slope.sub(linear);
            DoubleVector slopeTail = linear.sub(slope.sub(part)).add(bend.sub(part)).add(bendTail.add(bl));
            DoubleVector v = a.mul(slope);
            DoubleVector vl = a.fma(slope, v.neg()).add(a.mul(slopeTail));

            DoubleVector half = v.mul(0.5);
            DoubleVector z = half.fma(DoubleVector.broadcast(SPECIES, TWO_LN2), magic);
            DoubleVector k0 = z.sub(magic);
            DoubleVector b0 = k0.fma(DoubleVector.broadcast(SPECIES, -LN2H), half);
            DoubleVector t0 = k0.fma(DoubleVector.broadcast(SPECIES, -LN2L), vl.mul(0.5));
            DoubleVector b = b0.add(t0);
            DoubleVector u = b.mul(b);
            DoubleVector u2 = u.mul(u);
            DoubleVector high = c6.fma(u2, c5.fma(u, c4)).fma(u2, c3.fma(u, c2));
            DoubleVector t = b.mul(u).fma(high.fma(u2, c1.fma(u, c0)), t0.sub(b.sub(b0)));
            DoubleVector th = b.add(t);
            DoubleVector tl = t.sub(th.sub(b));
            DoubleVector ph = one.add(th);
            DoubleVector pl = th.sub(ph.sub(one)).add(tl);
            DoubleVector mh = one.sub(th);
            DoubleVector ml = one.sub(mh).sub(th).sub(tl);
            LongVector k = z.reinterpretAsLongs().sub(MAGIC_BITS);
            LongVector k1 = k.lanewise(VectorOperators.LSHR, 1);
            LongVector s1 = bias.sub(k1).lanewise(VectorOperators.LSHL, 52);
            LongVector s2 = bias.sub(k.sub(k1)).lanewise(VectorOperators.LSHL, 52);
            DoubleVector s = s1.reinterpretAsDoubles().mul(s2.reinterpretAsDoubles());
            DoubleVector sm = s.mul(mh);
            DoubleVector dh = ph.add(sm);
            DoubleVector dl = ph.sub(dh).add(sm).add(s.fma(ml, pl));
            DoubleVector inverse = one.div(dh);

            LongVector bits = argument.reinterpretAsLongs();
            LongVector negative = bits.lanewise(VectorOperators.ASHR, 63);
            DoubleVector nh = ph.reinterpretAsLongs()
                    .lanewise(VectorOperators.BITWISE_BLEND, mh.reinterpretAsLongs(), negative).reinterpretAsDoubles();
            DoubleVector nl = pl.reinterpretAsLongs()
                    .lanewise(VectorOperators.BITWISE_BLEND, ml.reinterpretAsLongs(), negative).reinterpretAsDoubles();
            DoubleVector e1 = unit.lanewise(VectorOperators.BITWISE_BLEND, s1, negative).reinterpretAsDoubles();
            DoubleVector e2 = unit.lanewise(VectorOperators.BITWISE_BLEND, s2, negative).reinterpretAsDoubles();
            DoubleVector q = nh.mul(inverse);
            DoubleVector minusQ = q.neg();
            DoubleVector rest = minusQ.fma(dh, nh).add(minusQ.fma(dl, nl)).mul(inverse);
            DoubleVector product = a.mul(q);
            DoubleVector r = product.add(a.fma(rest, a.fma(q, product.neg()))).mul(e1).mul(e2);
            LongVector over = limit.sub(bits.and(Long.MAX_VALUE)).lanewise(VectorOperators.AND_NOT, bits)
                    .lanewise(VectorOperators.ASHR, 63);
            r.reinterpretAsLongs().or(bits.and(Long.MIN_VALUE))
                    .lanewise(VectorOperators.BITWISE_BLEND, bits, over).reinterpretAsDoubles().intoArray(y, yOff + i);
        }
    }
}

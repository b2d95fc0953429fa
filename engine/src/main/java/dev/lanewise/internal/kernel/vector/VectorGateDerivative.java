package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.scalar.ScalarGateDerivative;

import static dev.lanewise.internal.kernel.scalar.HalfAngle.*;
import static dev.lanewise.internal.kernel.scalar.ScalarGate.*;

/// (x·σ(v))′, operation for operation [ScalarGateDerivative], with its selections done on the bits.
///
/// The body stands in the loop and calls nothing of ours: past a certain size C2 no longer inlines, and then boxes.
final class VectorGateDerivative {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final long MAGIC_BITS = Double.doubleToRawLongBits(MAGIC);

    private VectorGateDerivative() {}

    static void silu(int n, double[] x, int xOff, double[] y, int yOff) {
        int i = whole(1.0, 0.0, 0.0, 0.0, SILU_SATURATED, n, x, xOff, y, yOff);
        ScalarGateDerivative.silu(n - i, x, xOff + i, y, yOff + i);
    }

    static void geluTanh(int n, double[] x, int xOff, double[] y, int yOff) {
        int i = whole(LINEAR, LINEAR_TAIL, CUBIC, CUBIC_TAIL, GELU_SATURATED, n, x, xOff, y, yOff);
        ScalarGateDerivative.geluTanh(n - i, x, xOff + i, y, yOff + i);
    }

    /// All whole vectors, with the constants of ScalarGate; the number of elements done.
    private static int whole(double bh, double bl, double ch, double cl, double saturated, int n, double[] x,
            int xOff, double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector magic = DoubleVector.broadcast(SPECIES, MAGIC);
        LongVector unit = one.reinterpretAsLongs();
        LongVector bias = unit.lanewise(VectorOperators.LSHR, 52); // the exponent of 1
        DoubleVector linear = DoubleVector.broadcast(SPECIES, bh), cubic = DoubleVector.broadcast(SPECIES, ch);
        DoubleVector c0 = DoubleVector.broadcast(SPECIES, C0), c1 = DoubleVector.broadcast(SPECIES, C1);
        DoubleVector c2 = DoubleVector.broadcast(SPECIES, C2), c3 = DoubleVector.broadcast(SPECIES, C3);
        DoubleVector c4 = DoubleVector.broadcast(SPECIES, C4), c5 = DoubleVector.broadcast(SPECIES, C5);
        DoubleVector c6 = DoubleVector.broadcast(SPECIES, C6);
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
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
            DoubleVector twice = bend.mul(2.0);
            DoubleVector steep = slope.add(twice);
            part = steep.sub(slope);
            DoubleVector steepTail = slope.sub(steep.sub(part)).add(twice.sub(part))
                    .add(bendTail.mul(2.0).add(slopeTail));
            DoubleVector w = a.mul(steep);
            DoubleVector wl = a.fma(steep, w.neg()).add(a.mul(steepTail));

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
            DoubleVector p = ph.mul(inverse);
            DoubleVector minusP = p.neg();
            DoubleVector pRest = minusP.fma(dh, ph).add(minusP.fma(dl, pl)).mul(inverse);
            DoubleVector m = mh.mul(inverse);
            DoubleVector minusM = m.neg();
            DoubleVector mRest = minusM.fma(dh, mh).add(minusM.fma(dl, ml)).mul(inverse);

            LongVector negative = argument.reinterpretAsLongs().lanewise(VectorOperators.ASHR, 63);
            DoubleVector base = p.reinterpretAsLongs()
                    .lanewise(VectorOperators.BITWISE_BLEND, m.reinterpretAsLongs(), negative).reinterpretAsDoubles();
            DoubleVector baseRest = pRest.reinterpretAsLongs()
                    .lanewise(VectorOperators.BITWISE_BLEND, mRest.reinterpretAsLongs(), negative)
                    .reinterpretAsDoubles();
            DoubleVector other = s.mul(m).reinterpretAsLongs()
                    .lanewise(VectorOperators.BITWISE_BLEND, minusP.reinterpretAsLongs(), negative)
                    .reinterpretAsDoubles();
            DoubleVector otherRest = s.mul(mRest).reinterpretAsLongs()
                    .lanewise(VectorOperators.BITWISE_BLEND, pRest.neg().reinterpretAsLongs(), negative)
                    .reinterpretAsDoubles();
            DoubleVector e1 = unit.lanewise(VectorOperators.BITWISE_BLEND, s1, negative).reinterpretAsDoubles();
            DoubleVector e2 = unit.lanewise(VectorOperators.BITWISE_BLEND, s2, negative).reinterpretAsDoubles();
            DoubleVector bow = w.mul(other);
            DoubleVector bowRest = w.fma(other, bow.neg()).add(w.fma(otherRest, wl.mul(other)));
            DoubleVector sum = one.add(bow);
            part = sum.sub(one);
            DoubleVector sumRest = one.sub(sum.sub(part)).add(bow.sub(part)).add(bowRest);
            DoubleVector product = base.mul(sum);
            DoubleVector rest = base.fma(sum, product.neg()).add(base.fma(sumRest, baseRest.mul(sum)));
            product.add(rest).mul(e1).mul(e2).intoArray(y, yOff + i);
        }
        return i;
    }
}

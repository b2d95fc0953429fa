package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.scalar.ScalarBell;

import static dev.lanewise.internal.kernel.scalar.HalfAngle.C0;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.C1;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.C2;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.C3;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.C4;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.C5;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.C6;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.LN2H;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.LN2L;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.MAGIC;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.TWO_LN2;

/// The derivatives of tanh and σ, operation for operation [ScalarBell], with its selections done on the bits.
///
/// The body stands in the loop and calls nothing of ours: past a certain size C2 no longer inlines, and then boxes.
final class VectorBell {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final long MAGIC_BITS = Double.doubleToRawLongBits(MAGIC);

    private VectorBell() {}

    static void bell(int n, double scale, double height, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector magic = DoubleVector.broadcast(SPECIES, MAGIC);
        LongVector bias = one.reinterpretAsLongs().lanewise(VectorOperators.LSHR, 52); // the exponent of 1
        LongVector saturated = DoubleVector.broadcast(SPECIES, ScalarBell.SATURATED).reinterpretAsLongs();
        LongVector infinity = DoubleVector.broadcast(SPECIES, Double.POSITIVE_INFINITY).reinterpretAsLongs();
        DoubleVector c0 = DoubleVector.broadcast(SPECIES, C0), c1 = DoubleVector.broadcast(SPECIES, C1);
        DoubleVector c2 = DoubleVector.broadcast(SPECIES, C2), c3 = DoubleVector.broadcast(SPECIES, C3);
        DoubleVector c4 = DoubleVector.broadcast(SPECIES, C4), c5 = DoubleVector.broadcast(SPECIES, C5);
        DoubleVector c6 = DoubleVector.broadcast(SPECIES, C6);
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            LongVector magnitude = DoubleVector.fromArray(SPECIES, x, xOff + i).abs().mul(scale).reinterpretAsLongs();
            LongVector over = saturated.sub(magnitude).lanewise(VectorOperators.ASHR, 63);
            LongVector nan = infinity.sub(magnitude).lanewise(VectorOperators.ASHR, 63);
            DoubleVector a = magnitude.lanewise(VectorOperators.BITWISE_BLEND, saturated, over).reinterpretAsDoubles();

            DoubleVector z = a.fma(DoubleVector.broadcast(SPECIES, TWO_LN2), magic);
            DoubleVector n2 = z.sub(magic);
            DoubleVector b0 = n2.fma(DoubleVector.broadcast(SPECIES, -LN2H), a);
            DoubleVector bl0 = n2.mul(-LN2L);
            DoubleVector b = b0.add(bl0);
            DoubleVector bl = bl0.sub(b.sub(b0));
            DoubleVector u = b.mul(b);
            DoubleVector u2 = u.mul(u);
            DoubleVector high = c6.fma(u2, c5.fma(u, c4)).fma(u2, c3.fma(u, c2));
            DoubleVector t = b.mul(u).fma(high.fma(u2, c1.fma(u, c0)), bl);
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
            DoubleVector product = p.mul(m);
            DoubleVector rest = p.fma(m, product.neg()).add(p.fma(mRest, m.mul(pRest)));
            DoubleVector r = product.add(rest).mul(height).mul(s1.reinterpretAsDoubles())
                    .mul(s2.reinterpretAsDoubles());
            r.reinterpretAsLongs().or(nan).reinterpretAsDoubles().intoArray(y, yOff + i);
        }
        ScalarBell.bell(n - i, scale, height, x, xOff + i, y, yOff + i);
    }
}

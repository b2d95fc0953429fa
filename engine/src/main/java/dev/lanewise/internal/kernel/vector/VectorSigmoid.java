package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.scalar.ScalarSigmoid;

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

/// σ, operation for operation [ScalarSigmoid], with its selections done on the bits.
///
/// The body stands in the loop and calls nothing of ours: past a certain size C2 no longer inlines, and then boxes.
final class VectorSigmoid {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final long MAGIC_BITS = Double.doubleToRawLongBits(MAGIC);

    private VectorSigmoid() {}

    static void sigmoid(int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        LongVector unit = one.reinterpretAsLongs();
        DoubleVector magic = DoubleVector.broadcast(SPECIES, MAGIC);
        LongVector bias = one.reinterpretAsLongs().lanewise(VectorOperators.LSHR, 52); // the exponent of 1
        LongVector saturated = DoubleVector.broadcast(SPECIES, ScalarSigmoid.SATURATED).reinterpretAsLongs();
        LongVector infinity = DoubleVector.broadcast(SPECIES, Double.POSITIVE_INFINITY).reinterpretAsLongs();
        DoubleVector c0 = DoubleVector.broadcast(SPECIES, C0), c1 = DoubleVector.broadcast(SPECIES, C1);
        DoubleVector c2 = DoubleVector.broadcast(SPECIES, C2), c3 = DoubleVector.broadcast(SPECIES, C3);
        DoubleVector c4 = DoubleVector.broadcast(SPECIES, C4), c5 = DoubleVector.broadcast(SPECIES, C5);
        DoubleVector c6 = DoubleVector.broadcast(SPECIES, C6);
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            LongVector bits = DoubleVector.fromArray(SPECIES, x, xOff + i).reinterpretAsLongs();
            LongVector magnitude = bits.and(Long.MAX_VALUE);
            LongVector over = saturated.sub(magnitude).lanewise(VectorOperators.ASHR, 63);
            LongVector nan = infinity.sub(magnitude).lanewise(VectorOperators.ASHR, 63);
            DoubleVector a = magnitude.lanewise(VectorOperators.BITWISE_BLEND, saturated, over).reinterpretAsDoubles()
                    .mul(0.5);

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

            LongVector negative = bits.lanewise(VectorOperators.ASHR, 63);
            DoubleVector nh = ph.reinterpretAsLongs()
                    .lanewise(VectorOperators.BITWISE_BLEND, mh.reinterpretAsLongs(), negative).reinterpretAsDoubles();
            DoubleVector nl = pl.reinterpretAsLongs()
                    .lanewise(VectorOperators.BITWISE_BLEND, ml.reinterpretAsLongs(), negative).reinterpretAsDoubles();
            DoubleVector e1 = unit.lanewise(VectorOperators.BITWISE_BLEND, s1, negative).reinterpretAsDoubles();
            DoubleVector e2 = unit.lanewise(VectorOperators.BITWISE_BLEND, s2, negative).reinterpretAsDoubles();
            DoubleVector q = nh.mul(inverse);
            DoubleVector minusQ = q.neg();
            DoubleVector r = minusQ.fma(dh, nh).add(minusQ.fma(dl, nl)).fma(inverse, q).mul(e1).mul(e2);
            r.reinterpretAsLongs().or(nan).reinterpretAsDoubles().intoArray(y, yOff + i);
        }
        ScalarSigmoid.sigmoid(n - i, x, xOff + i, y, yOff + i);
    }
}

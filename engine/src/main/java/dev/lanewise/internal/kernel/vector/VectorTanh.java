package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.scalar.ScalarTanh;

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

/// tanh, operation for operation [ScalarTanh], with its three selections done on the bits.
///
/// The body stands in the loop and calls nothing of ours: past a certain size C2 no longer inlines, and then boxes.
final class VectorTanh {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();

    private VectorTanh() {}

    static void tanh(int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector magic = DoubleVector.broadcast(SPECIES, MAGIC);
        LongVector bias = one.reinterpretAsLongs().lanewise(VectorOperators.LSHR, 52); // the exponent of 1
        LongVector saturated = DoubleVector.broadcast(SPECIES, ScalarTanh.SATURATED).reinterpretAsLongs();
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
            DoubleVector a = magnitude.lanewise(VectorOperators.BITWISE_BLEND, saturated, over).reinterpretAsDoubles();

            DoubleVector z = a.fma(DoubleVector.broadcast(SPECIES, TWO_LN2), magic);
            DoubleVector k = z.sub(magic);
            DoubleVector b = k.fma(DoubleVector.broadcast(SPECIES, -LN2H), a);
            DoubleVector u = b.mul(b);
            DoubleVector u2 = u.mul(u);
            DoubleVector high = c6.fma(u2, c5.fma(u, c4)).fma(u2, c3.fma(u, c2));
            DoubleVector t = b.mul(u).fma(high.fma(u2, c1.fma(u, c0)), k.mul(-LN2L));
            DoubleVector th = b.add(t);
            DoubleVector tl = t.sub(th.sub(b));
            DoubleVector ph = one.add(th);
            DoubleVector pl = th.sub(ph.sub(one)).add(tl);
            DoubleVector mh = one.sub(th);
            DoubleVector ml = one.sub(mh).sub(th).sub(tl);

            DoubleVector s = bias.sub(z.reinterpretAsLongs()).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            DoubleVector sm = s.mul(mh);
            DoubleVector nh = ph.sub(sm);
            DoubleVector nl = ph.sub(nh).sub(sm).add(s.neg().fma(ml, pl));
            DoubleVector dh = ph.add(sm);
            DoubleVector dl = ph.sub(dh).add(sm).add(s.fma(ml, pl));
            LongVector zero = k.reinterpretAsLongs().sub(1L).lanewise(VectorOperators.ASHR, 63);
            nh = nh.reinterpretAsLongs().lanewise(VectorOperators.BITWISE_BLEND, th.add(th).reinterpretAsLongs(), zero)
                    .reinterpretAsDoubles();
            nl = nl.reinterpretAsLongs().lanewise(VectorOperators.BITWISE_BLEND, tl.add(tl).reinterpretAsLongs(), zero)
                    .reinterpretAsDoubles();
            DoubleVector inverse = one.div(dh);
            DoubleVector q = nh.mul(inverse);
            DoubleVector minusQ = q.neg();
            DoubleVector r = minusQ.fma(dh, nh).add(minusQ.fma(dl, nl)).fma(inverse, q);
            LongVector sign = bits.and(Long.MIN_VALUE);
            r.reinterpretAsLongs().or(sign).or(nan).reinterpretAsDoubles().intoArray(y, yOff + i);
        }
        ScalarTanh.tanh(n - i, x, xOff + i, y, yOff + i);
    }
}

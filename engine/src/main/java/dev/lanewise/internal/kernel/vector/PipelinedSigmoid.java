package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import static dev.lanewise.internal.kernel.scalar.HalfAngle.C0;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.C1;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.C2;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.C3;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.C4;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.C5;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.C6;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.LN2H;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.LN2L;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.MAGIC_512;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.TWO_LN2;
import static dev.lanewise.internal.kernel.vector.VectorTanh.ABOVE_INFINITY;

/// σ over long ranges: the operations of [VectorSigmoid], in four steps that overlap as those of [PipelinedTanh] do.
final class PipelinedSigmoid {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int AHEAD = 3 * LANES;
    /// From so many elements on, the three turns that it takes to begin and to end are worth it.
    static final int WORTHWHILE = 12 * LANES;

    private PipelinedSigmoid() {}

    /// σ over a positive multiple of the lanes.
    static void sigmoid(int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector minusOne = DoubleVector.broadcast(SPECIES, -1.0);
        DoubleVector magic = DoubleVector.broadcast(SPECIES, MAGIC_512);
        DoubleVector ln2h = DoubleVector.broadcast(SPECIES, LN2H), twoLn2 = DoubleVector.broadcast(SPECIES, -TWO_LN2);
        LongVector lift = DoubleVector.broadcast(SPECIES, 0x1p512).reinterpretAsLongs();
        DoubleVector c0 = DoubleVector.broadcast(SPECIES, C0), c1 = DoubleVector.broadcast(SPECIES, C1);
        DoubleVector c2 = DoubleVector.broadcast(SPECIES, C2), c3 = DoubleVector.broadcast(SPECIES, C3);
        DoubleVector c4 = DoubleVector.broadcast(SPECIES, C4), c5 = DoubleVector.broadcast(SPECIES, C5);
        DoubleVector c6 = DoubleVector.broadcast(SPECIES, C6);
        DoubleVector b = one, bl = one, z1 = one, th = one, tl = one, z2 = one; // what one step leaves
        DoubleVector nh = one, nl = one, dh = one, dl = one, factor = one; // to the next
        LongVector bits1 = one.reinterpretAsLongs(), bits2 = bits1;
        for (int i = -AHEAD; i < n; i += LANES) {
            LongVector bits = DoubleVector.fromArray(SPECIES, x, xOff + AHEAD + Math.min(i, n - LANES - AHEAD))
                    .reinterpretAsLongs();
            // the quotient, with −1/D so that no operand is negated, and −2⁻⁵¹² to make up for it
            DoubleVector inverse = minusOne.div(dh);
            DoubleVector q = nh.mul(inverse);
            DoubleVector r = q.fma(dh, nh).add(q.fma(dl, nl)).fma(inverse, q);
            r.mul(factor).mul(-0x1p-512).intoArray(y, yOff + Math.max(i, 0));
            // P + sM, and P or M, which is to be multiplied by 1 or s, both lifted by 2⁵¹²
            DoubleVector ph = one.add(th);
            DoubleVector pl = th.sub(ph.sub(one)).add(tl);
            DoubleVector mh = one.sub(th);
            DoubleVector ml = one.sub(mh).sub(th).sub(tl);
            LongVector lifted = z2.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
            DoubleVector s = lifted.reinterpretAsDoubles().mul(0x1p-512);
            dh = s.fma(mh, ph);
            dl = s.fma(mh, ph.sub(dh)).add(s.fma(ml, pl));
            LongVector negative = bits2.lanewise(VectorOperators.ASHR, 63);
            nh = ph.reinterpretAsLongs().lanewise(VectorOperators.BITWISE_BLEND, mh.reinterpretAsLongs(), negative)
                    .reinterpretAsDoubles();
            nl = pl.reinterpretAsLongs().lanewise(VectorOperators.BITWISE_BLEND, ml.reinterpretAsLongs(), negative)
                    .reinterpretAsDoubles();
            factor = lift.lanewise(VectorOperators.BITWISE_BLEND, lifted, negative).reinterpretAsDoubles();
            // T = tanh b
            DoubleVector u = b.mul(b);
            DoubleVector u2 = u.mul(u);
            DoubleVector high = c6.fma(u2, c5.fma(u, c4)).fma(u2, c3.fma(u, c2));
            DoubleVector t = b.mul(u).fma(high.fma(u2, c1.fma(u, c0)), bl);
            th = b.add(t);
            tl = t.sub(th.sub(b));
            z2 = z1;
            bits2 = bits1;
            // |x|/2 = n·ln2/2 + b + bl
            DoubleVector a = bits.and(Long.MAX_VALUE).add(ABOVE_INFINITY).min(VectorSigmoid.SATURATED)
                    .sub(ABOVE_INFINITY)
                    .reinterpretAsDoubles().mul(0.5);
            z1 = a.fma(twoLn2, magic);
            DoubleVector k = z1.sub(magic); // −n
            DoubleVector b0 = k.fma(ln2h, a);
            DoubleVector bl0 = k.mul(LN2L);
            b = b0.add(bl0);
            bl = bl0.sub(b.sub(b0));
            bits1 = bits;
        }
    }
}

package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import static dev.lanewise.internal.kernel.scalar.HalfAngle.*;
import static dev.lanewise.internal.kernel.scalar.ScalarGate.SILU_SATURATED;
import static dev.lanewise.internal.kernel.vector.VectorTanh.ABOVE_INFINITY;

/// x·σ(x) over long ranges, in four steps that overlap as those of [PipelinedTanh] do: the operations of [VectorGate]
/// without those that c = 0 leaves nothing of, and with the power of two of [PipelinedGeluTanh]. What both share stands in
/// each, since a method that takes or returns a vector may box it (docs/jit.md, rule 4).
final class PipelinedSilu {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int AHEAD = 3 * LANES;
    /// From so many elements on, the three turns that it takes to begin and to end are worth it.
    static final int WORTHWHILE = 12 * LANES;
    private static final long LIMIT = Double.doubleToRawLongBits(SILU_SATURATED) + ABOVE_INFINITY;

    private PipelinedSilu() {}

    /// x·σ(x) over a positive multiple of the lanes.
    static void silu(int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector minusOne = DoubleVector.broadcast(SPECIES, -1.0);
        DoubleVector magic = DoubleVector.broadcast(SPECIES, MAGIC_512);
        DoubleVector ln2h = DoubleVector.broadcast(SPECIES, LN2H), twoLn2 = DoubleVector.broadcast(SPECIES, -TWO_LN2);
        LongVector lift = DoubleVector.broadcast(SPECIES, 0x1p512).reinterpretAsLongs();
        DoubleVector c0 = DoubleVector.broadcast(SPECIES, C0), c1 = DoubleVector.broadcast(SPECIES, C1);
        DoubleVector c2 = DoubleVector.broadcast(SPECIES, C2), c3 = DoubleVector.broadcast(SPECIES, C3);
        DoubleVector c4 = DoubleVector.broadcast(SPECIES, C4), c5 = DoubleVector.broadcast(SPECIES, C5);
        DoubleVector c6 = DoubleVector.broadcast(SPECIES, C6);
        DoubleVector b = one, bTail = one, z1 = one, th = one, tl = one, z2 = one; // what one step
        DoubleVector nh = one, nl = one, dh = one, dl = one, factor = one; // leaves to the next
        LongVector x1 = one.reinterpretAsLongs(), x2 = x1, x3 = x1;
        for (int i = -AHEAD; i < n; i += LANES) {
            LongVector bits = DoubleVector.fromArray(SPECIES, x, xOff + AHEAD + Math.min(i, n - LANES - AHEAD))
                    .reinterpretAsLongs();
            // x·N/D, times 1 or s; with −1/D, so that no operand is negated
            DoubleVector inverse = minusOne.div(dh);
            DoubleVector minusQ = nh.mul(inverse);
            DoubleVector minusRest = minusQ.fma(dh, nh).add(minusQ.fma(dl, nl)).mul(inverse);
            DoubleVector a3 = x3.and(Long.MAX_VALUE).add(ABOVE_INFINITY).min(LIMIT).sub(ABOVE_INFINITY)
                    .reinterpretAsDoubles();
            DoubleVector minusA = a3.neg();
            DoubleVector minusProduct = a3.mul(minusQ);
            DoubleVector r = minusA.fma(minusRest, minusA.fma(minusQ, minusProduct)).sub(minusProduct).mul(factor)
                    .mul(0x1p-512);
            LongVector over = a3.reinterpretAsLongs().sub(x3).lanewise(VectorOperators.AND_NOT, x3)
                    .lanewise(VectorOperators.ASHR, 63);
            r.reinterpretAsLongs().or(x3.and(Long.MIN_VALUE))
                    .lanewise(VectorOperators.BITWISE_BLEND, x3, over).reinterpretAsDoubles()
                    .intoArray(y, yOff + Math.max(i, 0));
            // D = P + sM, and N = P or M, which is to be multiplied by 1 or s, both lifted by 2⁵¹²
            DoubleVector ph = one.add(th);
            DoubleVector pl = th.sub(ph.sub(one)).add(tl);
            DoubleVector mh = one.sub(th);
            DoubleVector ml = one.sub(mh).sub(th).sub(tl);
            LongVector lifted = z2.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
            DoubleVector s = lifted.reinterpretAsDoubles().mul(0x1p-512);
            dh = s.fma(mh, ph);
            dl = s.fma(mh, ph.sub(dh)).add(s.fma(ml, pl));
            LongVector negative = x2.lanewise(VectorOperators.ASHR, 63);
            nh = ph.reinterpretAsLongs().lanewise(VectorOperators.BITWISE_BLEND, mh.reinterpretAsLongs(), negative)
                    .reinterpretAsDoubles();
            nl = pl.reinterpretAsLongs().lanewise(VectorOperators.BITWISE_BLEND, ml.reinterpretAsLongs(), negative)
                    .reinterpretAsDoubles();
            factor = lift.lanewise(VectorOperators.BITWISE_BLEND, lifted, negative).reinterpretAsDoubles();
            x3 = x2;
            // T = tanh b
            DoubleVector u = b.mul(b);
            DoubleVector u2 = u.mul(u);
            DoubleVector high = c6.fma(u2, c5.fma(u, c4)).fma(u2, c3.fma(u, c2));
            DoubleVector t = b.mul(u).fma(high.fma(u2, c1.fma(u, c0)), bTail);
            th = b.add(t);
            tl = t.sub(th.sub(b));
            z2 = z1;
            x2 = x1;
            // |x|/2 = n·ln2/2 + b + bTail
            DoubleVector a = bits.and(Long.MAX_VALUE).add(ABOVE_INFINITY).min(LIMIT).sub(ABOVE_INFINITY)
                    .reinterpretAsDoubles();
            DoubleVector half = a.mul(0.5);
            z1 = half.fma(twoLn2, magic);
            DoubleVector k = z1.sub(magic); // −n
            DoubleVector b0 = k.fma(ln2h, half);
            DoubleVector t0 = k.mul(LN2L);
            b = b0.add(t0);
            bTail = t0.sub(b.sub(b0));
            x1 = bits;
        }
    }
}

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
import static dev.lanewise.internal.kernel.scalar.HalfAngle.MAGIC;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.TWO_LN2;

/// tanh over long ranges: the operations of [VectorTanh], in four steps that overlap.
///
/// Each operation waits for the one before it, and a processor looks only some 60 operations ahead for others. So the
/// work on a vector is cut into four steps, and a turn of the loop does each of them for another vector:
///
///     turn          1           2           3           4
///     vector 0   reduction   T = tanh b   P ± sM     quotient
///     vector 1               reduction   T = tanh b   P ± sM    …
///
/// The last step stands first, so that each step reads what the turn before left. In the first three turns the
/// quotient is of nothing yet, and is stored where vector 0 will overwrite it; in the last three the last vector is
/// loaded again, and goes nowhere.
final class PipelinedTanh {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int AHEAD = 3 * LANES;
    /// From so many elements on, the three turns that it takes to begin and to end are worth it.
    static final int WORTHWHILE = 12 * LANES;

    private PipelinedTanh() {}

    /// tanh over a positive multiple of the lanes.
    static void tanh(int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector minusOne = DoubleVector.broadcast(SPECIES, -1.0);
        DoubleVector magic = DoubleVector.broadcast(SPECIES, MAGIC);
        DoubleVector ln2h = DoubleVector.broadcast(SPECIES, LN2H), twoLn2 = DoubleVector.broadcast(SPECIES, -TWO_LN2);
        DoubleVector c0 = DoubleVector.broadcast(SPECIES, C0), c1 = DoubleVector.broadcast(SPECIES, C1);
        DoubleVector c2 = DoubleVector.broadcast(SPECIES, C2), c3 = DoubleVector.broadcast(SPECIES, C3);
        DoubleVector c4 = DoubleVector.broadcast(SPECIES, C4), c5 = DoubleVector.broadcast(SPECIES, C5);
        DoubleVector c6 = DoubleVector.broadcast(SPECIES, C6);
        DoubleVector b = one, k1 = one, z1 = one, th = one, tl = one, k2 = one, z2 = one; // what one step leaves
        DoubleVector nh = one, nl = one, dh = one, dl = one; // to the next
        LongVector bits1 = one.reinterpretAsLongs(), bits2 = bits1, bits3 = bits1;
        for (int i = -AHEAD; i < n; i += LANES) {
            LongVector bits = DoubleVector.fromArray(SPECIES, x, xOff + AHEAD + Math.min(i, n - LANES - AHEAD))
                    .reinterpretAsLongs();
            // the quotient, with −1/D so that no operand is negated: its sign becomes that of x in any case
            DoubleVector inverse = minusOne.div(dh);
            DoubleVector q = nh.mul(inverse);
            DoubleVector r = q.fma(dh, nh).add(q.fma(dl, nl)).fma(inverse, q);
            r.reinterpretAsLongs().lanewise(VectorOperators.BITWISE_BLEND, bits3, Long.MIN_VALUE).reinterpretAsDoubles()
                    .intoArray(y, yOff + Math.max(i, 0));
            // P − sM, or 2T where n = 0, and P + sM
            DoubleVector ph = one.add(th);
            DoubleVector pl = th.sub(ph.sub(one)).add(tl);
            DoubleVector mh = one.sub(th);
            DoubleVector ml = one.sub(mh).sub(th).sub(tl);
            DoubleVector s = z2.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            DoubleVector minusS = s.neg();
            nh = minusS.fma(mh, ph);
            nl = minusS.fma(mh, ph.sub(nh)).add(minusS.fma(ml, pl));
            dh = s.fma(mh, ph);
            dl = s.fma(mh, ph.sub(dh)).add(s.fma(ml, pl));
            LongVector nonzero = k2.reinterpretAsLongs().lanewise(VectorOperators.ASHR, 63);
            nh = th.add(th).reinterpretAsLongs()
                    .lanewise(VectorOperators.BITWISE_BLEND, nh.reinterpretAsLongs(), nonzero).reinterpretAsDoubles();
            nl = tl.add(tl).reinterpretAsLongs()
                    .lanewise(VectorOperators.BITWISE_BLEND, nl.reinterpretAsLongs(), nonzero).reinterpretAsDoubles();
            bits3 = bits2;
            // T = tanh b
            DoubleVector u = b.mul(b);
            DoubleVector u2 = u.mul(u);
            DoubleVector high = c6.fma(u2, c5.fma(u, c4)).fma(u2, c3.fma(u, c2));
            DoubleVector t = b.mul(u).fma(high.fma(u2, c1.fma(u, c0)), k1.mul(LN2L));
            th = b.add(t);
            tl = t.sub(th.sub(b));
            k2 = k1;
            z2 = z1;
            bits2 = bits1;
            // |x| = n·ln2/2 + b, k = −n
            DoubleVector a = bits.and(Long.MAX_VALUE).add(VectorTanh.ABOVE_INFINITY).min(VectorTanh.SATURATED)
                    .sub(VectorTanh.ABOVE_INFINITY)
                    .reinterpretAsDoubles();
            z1 = a.fma(twoLn2, magic);
            k1 = z1.sub(magic);
            b = k1.fma(ln2h, a);
            bits1 = bits;
        }
    }
}

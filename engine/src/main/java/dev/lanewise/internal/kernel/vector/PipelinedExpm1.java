package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import static dev.lanewise.internal.kernel.scalar.Exponential.LN2H;
import static dev.lanewise.internal.kernel.scalar.Exponential.LN2L;
import static dev.lanewise.internal.kernel.scalar.Exponential.LOG2E;
import static dev.lanewise.internal.kernel.scalar.Exponential.MAGIC;
import static dev.lanewise.internal.kernel.scalar.Exponential.MAGIC_BITS;
import static dev.lanewise.internal.kernel.scalar.ScalarExpm1.*;
import static dev.lanewise.internal.kernel.vector.VectorExpm1.LOWER;
import static dev.lanewise.internal.kernel.vector.VectorExpm1.UPPER;
import static dev.lanewise.internal.kernel.vector.VectorTanh.ABOVE_INFINITY;

/// eˣ − 1 and ELU over long ranges: the operations of [VectorExpm1], in three steps that overlap as those of
/// [PipelinedTanh] do. They are written out again, since a method that takes or returns a vector may box it
/// (docs/jit.md, rule 4).
final class PipelinedExpm1 {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int AHEAD = 2 * LANES;
    /// From so many elements on, the two turns that it takes to begin and to end are worth it.
    static final int WORTHWHILE = 12 * LANES;

    private PipelinedExpm1() {}

    /// yᵢ ← α·(e^xᵢ − 1), or xᵢ where it is positive and the bits of `linear` are set, over a positive multiple of the
    /// lanes.
    static void expm1(double alpha, long linear, int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector magic = DoubleVector.broadcast(SPECIES, MAGIC);
        DoubleVector minusLn2 = DoubleVector.broadcast(SPECIES, -LN2H);
        DoubleVector m0 = DoubleVector.broadcast(SPECIES, M0), m1 = DoubleVector.broadcast(SPECIES, M1);
        DoubleVector m2 = DoubleVector.broadcast(SPECIES, M2), m3 = DoubleVector.broadcast(SPECIES, M3);
        DoubleVector m4 = DoubleVector.broadcast(SPECIES, M4), m5 = DoubleVector.broadcast(SPECIES, M5);
        DoubleVector m6 = DoubleVector.broadcast(SPECIES, M6), m7 = DoubleVector.broadcast(SPECIES, M7);
        DoubleVector m8 = DoubleVector.broadcast(SPECIES, M8), m9 = DoubleVector.broadcast(SPECIES, M9);
        LongVector bias = DoubleVector.broadcast(SPECIES, MAGIC).reinterpretAsLongs().add(1023L);
        DoubleVector r1 = one, rl1 = one, z1 = one, v1 = one; // what the reduction leaves to the series
        DoubleVector r2 = one, h2 = one, q2 = one, z2 = one, v2 = one; // and the series to the sum
        for (int i = -AHEAD; i < n; i += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, xOff + AHEAD + Math.min(i, n - LANES - AHEAD));
            // e^r − 1 = eh + el, and the powers of two
            DoubleVector t = h2.add(q2);
            DoubleVector tl = q2.sub(t.sub(h2));
            DoubleVector eh = r2.add(t);
            DoubleVector el = t.sub(eh.sub(r2)).add(tl);
            LongVector k = z2.reinterpretAsLongs();
            LongVector k1 = k.lanewise(VectorOperators.LSHR, 1);
            DoubleVector power1 = k1.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            DoubleVector power2 = k.sub(k1).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            DoubleVector s = bias.sub(k.min(MAGIC_BITS + SMALLEST)).lanewise(VectorOperators.LSHL, 52)
                    .reinterpretAsDoubles();
            DoubleVector c = one.sub(s);
            DoubleVector cl = one.sub(c).sub(s);
            DoubleVector g = c.add(eh);
            DoubleVector l = eh.sub(g.sub(c)).add(el.add(cl));
            LongVector bits = v2.reinterpretAsLongs();
            LongVector positive = bits.lanewise(VectorOperators.NEG).lanewise(VectorOperators.AND_NOT, bits).and(linear)
                    .lanewise(VectorOperators.ASHR, 63);
            LongVector power = g.add(l).mul(power1).mul(power2).reinterpretAsLongs()
                    .lanewise(VectorOperators.BITWISE_BLEND, bits, Long.MIN_VALUE);
            LongVector scaled = power.reinterpretAsDoubles().mul(alpha).reinterpretAsLongs();
            scaled.lanewise(VectorOperators.BITWISE_BLEND, bits, positive).reinterpretAsDoubles()
                    .intoArray(y, yOff + Math.max(i, 0));
            // e^r = 1 + r + h + q
            DoubleVector u = r1.mul(r1);
            DoubleVector u2 = u.mul(u);
            DoubleVector high = m9.fma(r1, m8).fma(u2, m7.fma(r1, m6).fma(u, m5.fma(r1, m4)));
            DoubleVector series = high.fma(u2, m3.fma(r1, m2).fma(u, m1.fma(r1, m0)));
            h2 = u.mul(0.5);
            DoubleVector hl = r1.mul(0.5).fma(r1, h2.neg());
            q2 = r1.mul(u).fma(series, hl.add(rl1));
            r2 = r1;
            z2 = z1;
            v2 = v1;
            // x = k·ln2 + r + rl
            // clamped as in VectorExpm1
            DoubleVector a = v.reinterpretAsLongs().add(ABOVE_INFINITY).min(UPPER).add(Long.MIN_VALUE).min(LOWER)
                    .sub(ABOVE_INFINITY + Long.MIN_VALUE).reinterpretAsDoubles();
            z1 = a.fma(DoubleVector.broadcast(SPECIES, LOG2E), magic);
            DoubleVector k0 = z1.sub(magic);
            DoubleVector r0 = k0.fma(minusLn2, a);
            DoubleVector rl0 = k0.mul(-LN2L);
            r1 = r0.add(rl0);
            DoubleVector rest = rl0.sub(r1.sub(r0));
            rl1 = rest.fma(r1, rest);
            v1 = v;
        }
    }
}

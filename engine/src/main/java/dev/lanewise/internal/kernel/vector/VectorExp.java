package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.scalar.ScalarExp;

import static dev.lanewise.internal.kernel.scalar.Exponential.*;
import static dev.lanewise.internal.kernel.vector.VectorTanh.ABOVE_INFINITY;

/// eˣ, operation for operation [ScalarExp], clamped on the bits; over long ranges in three steps that overlap as those of
/// [PipelinedTanh] do.
///
/// The body stands in the loop and calls nothing of ours: past a certain size C2 no longer inlines, and then boxes.
final class VectorExp {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int AHEAD = 2 * LANES;
    /// From so many elements on, the two turns that it takes to begin and to end are worth it.
    private static final int WORTHWHILE = 12 * LANES;
    /// e⁷⁴⁶ overflows as e⁷¹⁰ does.
    private static final long LIMIT = Double.doubleToRawLongBits(-LOW) + ABOVE_INFINITY;

    private VectorExp() {}

    static void exp(int n, double[] x, int xOff, double[] y, int yOff) {
        int whole = n - n % LANES;
        if (whole < WORTHWHILE) {
            vectors(whole, x, xOff, y, yOff);
        } else {
            pipelined(whole, x, xOff, y, yOff);
        }
        ScalarExp.exp(n - whole, x, xOff + whole, y, yOff + whole);
    }

    /// eˣ over a multiple of the lanes, one vector after the other.
    private static void vectors(int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector magic = DoubleVector.broadcast(SPECIES, MAGIC);
        DoubleVector minusLn2 = DoubleVector.broadcast(SPECIES, -LN2H);
        DoubleVector e0 = DoubleVector.broadcast(SPECIES, E0), e1 = DoubleVector.broadcast(SPECIES, E1);
        DoubleVector e2 = DoubleVector.broadcast(SPECIES, E2), e3 = DoubleVector.broadcast(SPECIES, E3);
        DoubleVector e4 = DoubleVector.broadcast(SPECIES, E4), e5 = DoubleVector.broadcast(SPECIES, E5);
        DoubleVector e6 = DoubleVector.broadcast(SPECIES, E6), e7 = DoubleVector.broadcast(SPECIES, E7);
        DoubleVector e8 = DoubleVector.broadcast(SPECIES, E8), e9 = DoubleVector.broadcast(SPECIES, E9);
        DoubleVector e10 = DoubleVector.broadcast(SPECIES, E10);
        for (int i = 0; i < n; i += LANES) {
            LongVector bits = DoubleVector.fromArray(SPECIES, x, xOff + i).reinterpretAsLongs();
            DoubleVector a = bits.and(Long.MAX_VALUE).add(ABOVE_INFINITY).min(LIMIT).sub(ABOVE_INFINITY)
                    .or(bits.and(Long.MIN_VALUE)).reinterpretAsDoubles();
            DoubleVector z = a.fma(DoubleVector.broadcast(SPECIES, LOG2E), magic);
            DoubleVector k0 = z.sub(magic);
            DoubleVector r0 = k0.fma(minusLn2, a);
            DoubleVector rl0 = k0.mul(-LN2L);
            DoubleVector r = r0.add(rl0);
            DoubleVector rl = rl0.sub(r.sub(r0));
            DoubleVector u = r.mul(r);
            DoubleVector u2 = u.mul(u);
            DoubleVector high = e10.fma(u, e9.fma(r, e8)).fma(u2, e7.fma(r, e6).fma(u, e5.fma(r, e4)));
            DoubleVector series = high.fma(u2, e3.fma(r, e2).fma(u, e1.fma(r, e0)));
            DoubleVector q = u.fma(series, rl.fma(r, rl));
            DoubleVector h = one.add(r);
            DoubleVector l = r.sub(h.sub(one)).add(q);
            LongVector k = z.reinterpretAsLongs();
            LongVector k1 = k.lanewise(VectorOperators.LSHR, 1);
            DoubleVector power1 = k1.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            DoubleVector power2 = k.sub(k1).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            h.add(l).mul(power1).mul(power2).intoArray(y, yOff + i);
        }
    }

    /// eˣ over a positive multiple of the lanes.
    private static void pipelined(int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector magic = DoubleVector.broadcast(SPECIES, MAGIC);
        DoubleVector minusLn2 = DoubleVector.broadcast(SPECIES, -LN2H);
        DoubleVector e0 = DoubleVector.broadcast(SPECIES, E0), e1 = DoubleVector.broadcast(SPECIES, E1);
        DoubleVector e2 = DoubleVector.broadcast(SPECIES, E2), e3 = DoubleVector.broadcast(SPECIES, E3);
        DoubleVector e4 = DoubleVector.broadcast(SPECIES, E4), e5 = DoubleVector.broadcast(SPECIES, E5);
        DoubleVector e6 = DoubleVector.broadcast(SPECIES, E6), e7 = DoubleVector.broadcast(SPECIES, E7);
        DoubleVector e8 = DoubleVector.broadcast(SPECIES, E8), e9 = DoubleVector.broadcast(SPECIES, E9);
        DoubleVector e10 = DoubleVector.broadcast(SPECIES, E10);
        DoubleVector r1 = one, rl1 = one, z1 = one; // what the reduction leaves to the series
        DoubleVector u2 = one, high2 = one, low2 = one, r2 = one, rl2 = one, z2 = one; // and the series to the sum
        for (int i = -AHEAD; i < n; i += LANES) {
            LongVector bits = DoubleVector.fromArray(SPECIES, x, xOff + AHEAD + Math.min(i, n - LANES - AHEAD))
                    .reinterpretAsLongs();
            // e^r = h + l, and the powers of two
            DoubleVector q = u2.fma(high2.fma(u2.mul(u2), low2), rl2.fma(r2, rl2));
            DoubleVector h = one.add(r2);
            DoubleVector l = r2.sub(h.sub(one)).add(q);
            LongVector k = z2.reinterpretAsLongs();
            LongVector k1 = k.lanewise(VectorOperators.LSHR, 1);
            DoubleVector power1 = k1.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            DoubleVector power2 = k.sub(k1).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            h.add(l).mul(power1).mul(power2).intoArray(y, yOff + Math.max(i, 0));
            // E(r) = low + r⁴·high
            u2 = r1.mul(r1);
            high2 = e10.fma(u2, e9.fma(r1, e8)).fma(u2.mul(u2), e7.fma(r1, e6).fma(u2, e5.fma(r1, e4)));
            low2 = e3.fma(r1, e2).fma(u2, e1.fma(r1, e0));
            r2 = r1;
            rl2 = rl1;
            z2 = z1;
            // x = k·ln2 + r + rl
            DoubleVector a = bits.and(Long.MAX_VALUE).add(ABOVE_INFINITY).min(LIMIT).sub(ABOVE_INFINITY)
                    .or(bits.and(Long.MIN_VALUE)).reinterpretAsDoubles();
            z1 = a.fma(DoubleVector.broadcast(SPECIES, LOG2E), magic);
            DoubleVector k0 = z1.sub(magic);
            DoubleVector r0 = k0.fma(minusLn2, a);
            DoubleVector rl0 = k0.mul(-LN2L);
            r1 = r0.add(rl0);
            rl1 = rl0.sub(r1.sub(r0));
        }
    }
}

package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.scalar.ScalarGelu;

import static dev.lanewise.internal.kernel.scalar.Exponential.*;
import static dev.lanewise.internal.kernel.scalar.ScalarErf.S0;
import static dev.lanewise.internal.kernel.scalar.ScalarErf.S1;
import static dev.lanewise.internal.kernel.scalar.ScalarErf.S10;
import static dev.lanewise.internal.kernel.scalar.ScalarErf.S11;
import static dev.lanewise.internal.kernel.scalar.ScalarErf.S2;
import static dev.lanewise.internal.kernel.scalar.ScalarErf.S3;
import static dev.lanewise.internal.kernel.scalar.ScalarErf.S4;
import static dev.lanewise.internal.kernel.scalar.ScalarErf.S5;
import static dev.lanewise.internal.kernel.scalar.ScalarErf.S6;
import static dev.lanewise.internal.kernel.scalar.ScalarErf.S7;
import static dev.lanewise.internal.kernel.scalar.ScalarErf.S8;
import static dev.lanewise.internal.kernel.scalar.ScalarErf.S9;
import static dev.lanewise.internal.kernel.scalar.ScalarGelu.*;
import static dev.lanewise.internal.kernel.vector.VectorTanh.ABOVE_INFINITY;

/// x·Φ(x), operation for operation [ScalarGelu]: both of its formulas, and selections on the bits.
///
/// The body stands in the loop and calls nothing of ours: past a certain size C2 no longer inlines, and then boxes.
final class VectorGelu {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final long LIMIT = Double.doubleToRawLongBits(SATURATED) + ABOVE_INFINITY;
    private static final long SEAM_BITS = Double.doubleToRawLongBits(SEAM);

    private VectorGelu() {}

    static void gelu(int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector magic = DoubleVector.broadcast(SPECIES, MAGIC);
        DoubleVector minusLn2 = DoubleVector.broadcast(SPECIES, -LN2H);
        DoubleVector e0 = DoubleVector.broadcast(SPECIES, E0), e1 = DoubleVector.broadcast(SPECIES, E1);
        DoubleVector e2 = DoubleVector.broadcast(SPECIES, E2), e3 = DoubleVector.broadcast(SPECIES, E3);
        DoubleVector e4 = DoubleVector.broadcast(SPECIES, E4), e5 = DoubleVector.broadcast(SPECIES, E5);
        DoubleVector e6 = DoubleVector.broadcast(SPECIES, E6), e7 = DoubleVector.broadcast(SPECIES, E7);
        DoubleVector e8 = DoubleVector.broadcast(SPECIES, E8), e9 = DoubleVector.broadcast(SPECIES, E9);
        DoubleVector e10 = DoubleVector.broadcast(SPECIES, E10);
        DoubleVector s0 = DoubleVector.broadcast(SPECIES, S0), s1 = DoubleVector.broadcast(SPECIES, S1);
        DoubleVector s2 = DoubleVector.broadcast(SPECIES, S2), s3 = DoubleVector.broadcast(SPECIES, S3);
        DoubleVector s4 = DoubleVector.broadcast(SPECIES, S4), s5 = DoubleVector.broadcast(SPECIES, S5);
        DoubleVector s6 = DoubleVector.broadcast(SPECIES, S6), s7 = DoubleVector.broadcast(SPECIES, S7);
        DoubleVector s8 = DoubleVector.broadcast(SPECIES, S8), s9 = DoubleVector.broadcast(SPECIES, S9);
        DoubleVector s10 = DoubleVector.broadcast(SPECIES, S10), s11 = DoubleVector.broadcast(SPECIES, S11);
        DoubleVector c0 = DoubleVector.broadcast(SPECIES, C0), c1 = DoubleVector.broadcast(SPECIES, C1);
        DoubleVector c2 = DoubleVector.broadcast(SPECIES, C2), c3 = DoubleVector.broadcast(SPECIES, C3);
        DoubleVector c4 = DoubleVector.broadcast(SPECIES, C4), c5 = DoubleVector.broadcast(SPECIES, C5);
        DoubleVector c6 = DoubleVector.broadcast(SPECIES, C6), c7 = DoubleVector.broadcast(SPECIES, C7);
        DoubleVector c8 = DoubleVector.broadcast(SPECIES, C8), c9 = DoubleVector.broadcast(SPECIES, C9);
        DoubleVector c10 = DoubleVector.broadcast(SPECIES, C10), c11 = DoubleVector.broadcast(SPECIES, C11);
        DoubleVector c12 = DoubleVector.broadcast(SPECIES, C12), c13 = DoubleVector.broadcast(SPECIES, C13);
        DoubleVector c14 = DoubleVector.broadcast(SPECIES, C14), c15 = DoubleVector.broadcast(SPECIES, C15);
        DoubleVector c16 = DoubleVector.broadcast(SPECIES, C16), c17 = DoubleVector.broadcast(SPECIES, C17);
        DoubleVector c18 = DoubleVector.broadcast(SPECIES, C18), c19 = DoubleVector.broadcast(SPECIES, C19);
        DoubleVector c20 = DoubleVector.broadcast(SPECIES, C20), c21 = DoubleVector.broadcast(SPECIES, C21);
        DoubleVector c22 = DoubleVector.broadcast(SPECIES, C22), c23 = DoubleVector.broadcast(SPECIES, C23);
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, xOff + i);
            LongVector bits = v.reinterpretAsLongs();
            DoubleVector a = bits.and(Long.MAX_VALUE).add(ABOVE_INFINITY).min(LIMIT).sub(ABOVE_INFINITY)
                    .reinterpretAsDoubles();
            DoubleVector p = a.mul(a);
            DoubleVector sh = p.mul(0.5);
            DoubleVector sl = a.fma(a, p.neg()).mul(0.5);
            DoubleVector w = a.mul(ROOT_HALF);
            DoubleVector small = s11.fma(sh, s10).fma(sh, s9).fma(sh, s8).fma(sh, s7);
            small = small.fma(sh, s6).fma(sh, s5).fma(sh, s4).fma(sh, s3);
            small = small.fma(sh, s2).fma(sh, s1).fma(sh, s0);
            DoubleVector half = w.fma(small, w).mul(0.5);
            LongVector sign = bits.and(Long.MIN_VALUE);
            DoubleVector near = v.mul(half.reinterpretAsLongs().or(sign).reinterpretAsDoubles().add(0.5));

            DoubleVector inverse = one.div(w.add(2.0));
            DoubleVector t = w.sub(2.0).mul(inverse);
            DoubleVector t2 = t.mul(t);
            DoubleVector odd = c23.fma(t2, c21).fma(t2, c19).fma(t2, c17).fma(t2, c15);
            odd = odd.fma(t2, c13).fma(t2, c11).fma(t2, c9).fma(t2, c7);
            odd = odd.fma(t2, c5).fma(t2, c3).fma(t2, c1);
            DoubleVector even = c22.fma(t2, c20).fma(t2, c18).fma(t2, c16).fma(t2, c14);
            even = even.fma(t2, c12).fma(t2, c10).fma(t2, c8).fma(t2, c6);
            even = even.fma(t2, c4).fma(t2, c2);
            DoubleVector g = t.fma(t.fma(even, odd), c0).mul(inverse.mul(0.5));

            DoubleVector z = sh.fma(DoubleVector.broadcast(SPECIES, -LOG2E), magic);
            DoubleVector k0 = z.sub(magic);
            DoubleVector r0 = k0.fma(minusLn2, sh.neg());
            DoubleVector rl0 = k0.fma(DoubleVector.broadcast(SPECIES, -LN2L), sl.neg());
            DoubleVector r = r0.add(rl0);
            DoubleVector rl = rl0.sub(r.sub(r0));
            DoubleVector u = r.mul(r);
            DoubleVector u2 = u.mul(u);
            DoubleVector high = e10.fma(u, e9.fma(r, e8)).fma(u2, e7.fma(r, e6).fma(u, e5.fma(r, e4)));
            DoubleVector series = high.fma(u2, e3.fma(r, e2).fma(u, e1.fma(r, e0)));
            DoubleVector q = u.fma(series, rl.fma(r, rl));
            DoubleVector h = one.add(r);
            DoubleVector l = r.sub(h.sub(one)).add(q);
            DoubleVector tail = g.fma(h, g.mul(l));
            LongVector k = z.reinterpretAsLongs();
            LongVector k1 = k.lanewise(VectorOperators.LSHR, 1);
            DoubleVector power1 = k1.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            DoubleVector power2 = k.sub(k1).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            DoubleVector left = a.neg().mul(tail).mul(power1).mul(power2);
            DoubleVector right = v.mul(one.sub(tail.mul(power1).mul(power2)));
            LongVector negative = bits.lanewise(VectorOperators.ASHR, 63);
            LongVector chosen = w.reinterpretAsLongs().sub(SEAM_BITS).lanewise(VectorOperators.ASHR, 63);
            right.reinterpretAsLongs().lanewise(VectorOperators.BITWISE_BLEND, left.reinterpretAsLongs(), negative)
                    .lanewise(VectorOperators.BITWISE_BLEND, near.reinterpretAsLongs(), chosen)
                    .reinterpretAsDoubles().intoArray(y, yOff + i);
        }
        ScalarGelu.gelu(n - i, x, xOff + i, y, yOff + i);
    }
}

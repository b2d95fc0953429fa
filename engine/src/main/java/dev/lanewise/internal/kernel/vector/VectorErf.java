package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.scalar.ScalarErf;

import static dev.lanewise.internal.kernel.scalar.Exponential.*;
import static dev.lanewise.internal.kernel.scalar.ScalarErf.*;
import static dev.lanewise.internal.kernel.vector.VectorTanh.ABOVE_INFINITY;

/// erf, operation for operation [ScalarErf]: both of its formulas, and a selection on the bits.
///
/// The body stands in the loop and calls nothing of ours: past a certain size C2 no longer inlines, and then boxes.
final class VectorErf {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final long LIMIT = Double.doubleToRawLongBits(SATURATED) + ABOVE_INFINITY;
    private static final long SEAM_BITS = Double.doubleToRawLongBits(SEAM);

    private VectorErf() {}

    static void erf(int n, double[] x, int xOff, double[] y, int yOff) {
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
        DoubleVector h0 = DoubleVector.broadcast(SPECIES, H0), h1 = DoubleVector.broadcast(SPECIES, H1);
        DoubleVector h2 = DoubleVector.broadcast(SPECIES, H2), h3 = DoubleVector.broadcast(SPECIES, H3);
        DoubleVector h4 = DoubleVector.broadcast(SPECIES, H4), h5 = DoubleVector.broadcast(SPECIES, H5);
        DoubleVector h6 = DoubleVector.broadcast(SPECIES, H6), h7 = DoubleVector.broadcast(SPECIES, H7);
        DoubleVector h8 = DoubleVector.broadcast(SPECIES, H8), h9 = DoubleVector.broadcast(SPECIES, H9);
        DoubleVector h10 = DoubleVector.broadcast(SPECIES, H10), h11 = DoubleVector.broadcast(SPECIES, H11);
        DoubleVector h12 = DoubleVector.broadcast(SPECIES, H12), h13 = DoubleVector.broadcast(SPECIES, H13);
        DoubleVector h14 = DoubleVector.broadcast(SPECIES, H14), h15 = DoubleVector.broadcast(SPECIES, H15);
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, xOff + i);
            DoubleVector a = v.abs();
            DoubleVector a2 = a.mul(a);
            DoubleVector small = s11.fma(a2, s10).fma(a2, s9).fma(a2, s8).fma(a2, s7);
            small = small.fma(a2, s6).fma(a2, s5).fma(a2, s4).fma(a2, s3);
            small = small.fma(a2, s2).fma(a2, s1).fma(a2, s0);
            DoubleVector near = a.fma(small, a);

            DoubleVector w = a.reinterpretAsLongs().add(ABOVE_INFINITY).min(LIMIT).sub(ABOVE_INFINITY)
                    .reinterpretAsDoubles();
            DoubleVector sh = w.mul(w);
            DoubleVector minusSh = sh.neg();
            DoubleVector sl = w.fma(w, minusSh);
            DoubleVector t = w.sub(one).mul(one.div(w.add(one)));
            DoubleVector t2 = t.mul(t);
            DoubleVector odd = h15.fma(t2, h13).fma(t2, h11).fma(t2, h9);
            odd = odd.fma(t2, h7).fma(t2, h5).fma(t2, h3).fma(t2, h1);
            DoubleVector even = h14.fma(t2, h12).fma(t2, h10).fma(t2, h8);
            even = even.fma(t2, h6).fma(t2, h4).fma(t2, h2);
            DoubleVector g = t.fma(t.fma(even, odd), h0);

            DoubleVector z = sh.fma(DoubleVector.broadcast(SPECIES, -LOG2E), magic);
            DoubleVector k0 = z.sub(magic);
            DoubleVector r0 = k0.fma(minusLn2, minusSh);
            DoubleVector rl0 = k0.fma(DoubleVector.broadcast(SPECIES, -LN2L), sl.neg());
            DoubleVector r = r0.add(rl0);
            DoubleVector rl = rl0.sub(r.sub(r0));
            DoubleVector u = r.mul(r);
            DoubleVector u2 = u.mul(u);
            DoubleVector high = e10.fma(u, e9.fma(r, e8)).fma(u2, e7.fma(r, e6).fma(u, e5.fma(r, e4)));
            DoubleVector series = high.fma(u2, e3.fma(r, e2).fma(u, e1.fma(r, e0)));
            DoubleVector q = u.fma(series, rl);
            DoubleVector power = z.reinterpretAsLongs().sub(MAGIC_BITS - 1023L).lanewise(VectorOperators.LSHL, 52)
                    .reinterpretAsDoubles();
            DoubleVector gs = g.mul(power);
            DoubleVector h = one.add(r);
            DoubleVector l = r.sub(h.sub(one)).add(q);
            DoubleVector far = one.sub(gs.fma(h, gs.mul(l)));

            LongVector chosen = a.reinterpretAsLongs().sub(SEAM_BITS).lanewise(VectorOperators.ASHR, 63);
            LongVector sign = v.reinterpretAsLongs().and(Long.MIN_VALUE);
            far.reinterpretAsLongs().lanewise(VectorOperators.BITWISE_BLEND, near.reinterpretAsLongs(), chosen)
                    .or(sign).reinterpretAsDoubles().intoArray(y, yOff + i);
        }
        ScalarErf.erf(n - i, x, xOff + i, y, yOff + i);
    }
}

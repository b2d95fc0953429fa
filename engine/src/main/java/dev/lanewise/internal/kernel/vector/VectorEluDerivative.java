package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.scalar.ScalarEluDerivative;

import static dev.lanewise.internal.kernel.scalar.Exponential.*;

/// The derivative of ELU, operation for operation [ScalarEluDerivative]: e^min(x, 0), times α where x ≤ 0.
///
/// The body stands in the loop and calls nothing of ours: past a certain size C2 no longer inlines, and then boxes.
final class VectorEluDerivative {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();

    private VectorEluDerivative() {}

    static void eluDerivative(double alpha, int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector magic = DoubleVector.broadcast(SPECIES, MAGIC);
        DoubleVector minusLn2 = DoubleVector.broadcast(SPECIES, -LN2H);
        DoubleVector e0 = DoubleVector.broadcast(SPECIES, E0), e1 = DoubleVector.broadcast(SPECIES, E1);
        DoubleVector e2 = DoubleVector.broadcast(SPECIES, E2), e3 = DoubleVector.broadcast(SPECIES, E3);
        DoubleVector e4 = DoubleVector.broadcast(SPECIES, E4), e5 = DoubleVector.broadcast(SPECIES, E5);
        DoubleVector e6 = DoubleVector.broadcast(SPECIES, E6), e7 = DoubleVector.broadcast(SPECIES, E7);
        DoubleVector e8 = DoubleVector.broadcast(SPECIES, E8), e9 = DoubleVector.broadcast(SPECIES, E9);
        DoubleVector e10 = DoubleVector.broadcast(SPECIES, E10);
        LongVector factors = DoubleVector.broadcast(SPECIES, alpha).reinterpretAsLongs();
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, xOff + i);
            DoubleVector a = v.min(0.0).max(ScalarEluDerivative.LOW);
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
            LongVector k = z.reinterpretAsLongs().sub(MAGIC_BITS);
            LongVector above = k.add(ScalarEluDerivative.NORMAL);
            LongVector b = above.lanewise(VectorOperators.ASHR, 63).and(above);
            LongVector below = b.add(ScalarEluDerivative.LEAST);
            LongVector rest = below.lanewise(VectorOperators.ASHR, 63).and(below);
            LongVector c = b.sub(rest);
            DoubleVector power1 = k.sub(b).add(1023L).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            DoubleVector power2 = rest.add(1023L).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            DoubleVector power3 = c.add(1023L).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            LongVector bits = v.reinterpretAsLongs();
            LongVector positive = bits.lanewise(VectorOperators.NEG).lanewise(VectorOperators.AND_NOT, bits)
                    .lanewise(VectorOperators.ASHR, 63);
            DoubleVector factor = factors.lanewise(VectorOperators.BITWISE_BLEND, one.reinterpretAsLongs(), positive)
                    .reinterpretAsDoubles();
            h.add(l).mul(power1).mul(factor).mul(power2).mul(power3).intoArray(y, yOff + i);
        }
        ScalarEluDerivative.eluDerivative(alpha, n - i, x, xOff + i, y, yOff + i);
    }
}

package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.scalar.ScalarGaussian;

import static dev.lanewise.internal.kernel.scalar.Exponential.*;
import static dev.lanewise.internal.kernel.scalar.ScalarGaussian.*;

/// erf′, operation for operation [ScalarGaussian].
///
/// The body stands in the loop and calls nothing of ours: past a certain size C2 no longer inlines, and then boxes.
final class VectorGaussian {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();

    private VectorGaussian() {}

    static void erfDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector magic = DoubleVector.broadcast(SPECIES, MAGIC);
        DoubleVector minusLn2 = DoubleVector.broadcast(SPECIES, -LN2H);
        DoubleVector scale = DoubleVector.broadcast(SPECIES, SCALE);
        DoubleVector e0 = DoubleVector.broadcast(SPECIES, E0), e1 = DoubleVector.broadcast(SPECIES, E1);
        DoubleVector e2 = DoubleVector.broadcast(SPECIES, E2), e3 = DoubleVector.broadcast(SPECIES, E3);
        DoubleVector e4 = DoubleVector.broadcast(SPECIES, E4), e5 = DoubleVector.broadcast(SPECIES, E5);
        DoubleVector e6 = DoubleVector.broadcast(SPECIES, E6), e7 = DoubleVector.broadcast(SPECIES, E7);
        DoubleVector e8 = DoubleVector.broadcast(SPECIES, E8), e9 = DoubleVector.broadcast(SPECIES, E9);
        DoubleVector e10 = DoubleVector.broadcast(SPECIES, E10);
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            DoubleVector a = DoubleVector.fromArray(SPECIES, x, xOff + i).abs().min(SATURATED);
            DoubleVector sh = a.mul(a);
            DoubleVector minusSh = sh.neg();
            DoubleVector sl = a.fma(a, minusSh);
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
            DoubleVector q = u.fma(series, rl.fma(r, rl));
            DoubleVector h = one.add(r);
            DoubleVector l = r.sub(h.sub(one)).add(q);
            DoubleVector product = h.mul(scale);
            DoubleVector rest = h.fma(scale, product.neg())
                    .add(h.fma(DoubleVector.broadcast(SPECIES, SCALE_TAIL), l.mul(scale)));
            LongVector k = z.reinterpretAsLongs().sub(MAGIC_BITS);
            LongVector k1 = k.lanewise(VectorOperators.ASHR, 1);
            DoubleVector power1 = k1.add(1023L).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            DoubleVector power2 = k.sub(k1).add(1023L).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            product.add(rest).mul(power1).mul(power2).intoArray(y, yOff + i);
        }
        ScalarGaussian.erfDerivative(n - i, x, xOff + i, y, yOff + i);
    }
}

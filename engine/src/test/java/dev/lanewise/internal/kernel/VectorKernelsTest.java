package dev.lanewise.internal.kernel;

import java.util.Arrays;

import dev.lanewise.internal.kernel.scalar.ScalarKernels;
import dev.lanewise.internal.kernel.vector.VectorKernels;
import dev.lanewise.math.Stratified;
import org.junit.jupiter.api.Test;

/// The contract, kept by vectors of the width that this run asks for.
class VectorKernelsTest extends KernelsContract {
    @Override
    protected Kernels kernels() {
        return VectorKernels.INSTANCE;
    }

    @Test
    void functionsEqualTheirScalarTwins() {
        double[] x = Stratified.arguments(8);
        for (Elementwise f : Elementwise.values()) {
            double[] expected = new double[x.length], actual = new double[x.length];
            ScalarKernels.INSTANCE.map(f, x.length, x, 0, expected, 0);
            VectorKernels.INSTANCE.map(f, x.length, x, 0, actual, 0);
            Bits.assertSame(expected, actual, f.title());
        }
    }

    @Test
    void functionsDoNotDependOnThePlaceInTheArray() {
        for (int n = 0; n <= 40; n++) {
            double[] x = new Samples(n).awkward(n + 4);
            for (Elementwise f : Elementwise.values()) {
                double[] expected = new double[n + 4], actual = x.clone();
                Arrays.fill(expected, Double.NaN);
                System.arraycopy(x, 0, expected, 0, 3);
                System.arraycopy(x, n + 3, expected, n + 3, 1);
                ScalarKernels.INSTANCE.map(f, n, x, 3, expected, 3);
                VectorKernels.INSTANCE.map(f, n, actual, 3, actual, 3);
                Bits.assertSame(expected, actual, f + " of " + n + " in place");
            }
        }
    }
}

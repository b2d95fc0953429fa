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
        for (Function function : Function.values()) {
            double[] expected = new double[x.length], actual = new double[x.length];
            function.on(ScalarKernels.INSTANCE).apply(x.length, x, 0, expected, 0);
            function.on(VectorKernels.INSTANCE).apply(x.length, x, 0, actual, 0);
            Bits.assertSame(expected, actual, function.name());
        }
    }

    @Test
    void functionsDoNotDependOnThePlaceInTheArray() {
        for (int n = 0; n <= 40; n++) {
            double[] x = new Samples(n).awkward(n + 4);
            for (Function function : Function.values()) {
                double[] expected = new double[n + 4], actual = x.clone();
                Arrays.fill(expected, Double.NaN);
                System.arraycopy(x, 0, expected, 0, 3);
                System.arraycopy(x, n + 3, expected, n + 3, 1);
                function.on(ScalarKernels.INSTANCE).apply(n, x, 3, expected, 3);
                function.on(VectorKernels.INSTANCE).apply(n, actual, 3, actual, 3);
                Bits.assertSame(expected, actual, function + " of " + n + " in place");
            }
        }
    }

    private interface Ranges {
        void apply(int n, double[] x, int xOff, double[] y, int yOff);
    }

    private enum Function {
        TANH, TANH_DERIVATIVE, SIGMOID, SIGMOID_DERIVATIVE, RELU, RELU_DERIVATIVE;

        Ranges on(Kernels kernels) {
            return switch (this) {
                case TANH -> kernels::tanh;
                case TANH_DERIVATIVE -> kernels::tanhDerivative;
                case SIGMOID -> kernels::sigmoid;
                case SIGMOID_DERIVATIVE -> kernels::sigmoidDerivative;
                case RELU -> kernels::relu;
                case RELU_DERIVATIVE -> kernels::reluDerivative;
            };
        }
    }
}

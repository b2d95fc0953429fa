package dev.lanewise.internal.kernel;

import java.util.Arrays;
import java.util.List;

import dev.lanewise.internal.kernel.scalar.ScalarKernels;
import dev.lanewise.internal.kernel.scalar.ScalarSoftmax;
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
            ScalarKernels.INSTANCE.map(f, 0.7, x.length, x, 0, expected, 0);
            VectorKernels.INSTANCE.map(f, 0.7, x.length, x, 0, actual, 0);
            Bits.assertSame(expected, actual, f.title());
        }
    }

    @Test
    void functionsEqualTheirScalarTwinsForEveryParameter() {
        double[] x = Stratified.arguments(2);
        for (Elementwise f : List.of(Elementwise.ELU, Elementwise.ELU_DERIVATIVE, Elementwise.LEAKY_RELU,
                Elementwise.LEAKY_RELU_DERIVATIVE)) {
            for (double alpha : new double[] {0.0, -0.0, 1.0, -1.0, 0x1p-1050, -1e-300, 1e10, 1e300,
                    -Double.MAX_VALUE}) {
                double[] expected = new double[x.length], actual = new double[x.length];
                ScalarKernels.INSTANCE.map(f, alpha, x.length, x, 0, expected, 0);
                VectorKernels.INSTANCE.map(f, alpha, x.length, x, 0, actual, 0);
                Bits.assertSame(expected, actual, f.title() + " of " + alpha);
            }
        }
    }

    /// Where e^x is so small that its power of two is applied in two further factors, and a huge α brings it back.
    @Test
    void theDerivativeOfEluEqualsItsScalarTwinFarOut() {
        double[] x = new Samples(5).uniform(4000);
        for (int i = 0; i < x.length; i++) x[i] = Math.fma(x[i], 21.0, -1436.0);
        x[0] = -1417.0;
        for (double alpha : new double[] {0x1p968, 1e300, 0x1p1000, -Double.MAX_VALUE}) {
            double[] expected = new double[x.length], actual = new double[x.length];
            ScalarKernels.INSTANCE.map(Elementwise.ELU_DERIVATIVE, alpha, x.length, x, 0, expected, 0);
            VectorKernels.INSTANCE.map(Elementwise.ELU_DERIVATIVE, alpha, x.length, x, 0, actual, 0);
            Bits.assertSame(expected, actual, "elu′ of " + alpha);
        }
    }

    @Test
    void functionsDoNotDependOnThePlaceInTheArray() {
        for (int n = 0; n <= 120; n++) { // from 96 on at 512 bits in overlapping steps
            double[] x = new Samples(n).awkward(n + 4);
            for (Elementwise f : Elementwise.values()) {
                double[] expected = new double[n + 4], actual = x.clone();
                Arrays.fill(expected, Double.NaN);
                System.arraycopy(x, 0, expected, 0, 3);
                System.arraycopy(x, n + 3, expected, n + 3, 1);
                ScalarKernels.INSTANCE.map(f, 0.7, n, x, 3, expected, 3);
                VectorKernels.INSTANCE.map(f, 0.7, n, actual, 3, actual, 3);
                Bits.assertSame(expected, actual, f + " of " + n + " in place");
            }
        }
    }

    /// So many rows, or such long ones, that they are taken in parts; the matrix ends where its array does, or a little
    /// before, so that some loads ahead are within the array and some are not.
    @Test
    void timesOfManyAndOfLongRowsEqualsItsScalarTwin() {
        for (int[] shape : new int[][] {{4115, 8}, {1100, 72}, {50, 4104}, {9, 9000}}) {
            int m = shape[0], n = shape[1];
            for (int behind : new int[] {0, 1, 31, 32, 100}) {
                double[] a = new Samples(m).uniform(5 + m * n + behind), x = new Samples(n).uniform(n);
                double[] expected = new double[m], actual = new double[m];
                ScalarKernels.INSTANCE.times(m, n, a, 5, x, 0, expected, 0);
                VectorKernels.INSTANCE.times(m, n, a, 5, x, 0, actual, 0);
                Bits.assertSame(expected, actual, "times %d × %d, %d elements behind".formatted(m, n, behind));
            }
        }
    }

    @Test
    void rowsEqualTheirScalarTwinsAlsoInPlace() {
        for (int n = 0; n <= 150; n++) { // from 128 on in overlapping steps
            for (int kind = 0; kind < 3; kind++) {
                Samples samples = new Samples(3 * n + kind);
                double[] x = kind == 0 ? samples.integers(n + 4) : samples.uniform(n + 4);
                for (int i = 0; kind == 2 && i < x.length; i++) x[i] *= 1000;
                if (n % 10 == 7) x[5] = Double.NEGATIVE_INFINITY;
                rows(n, x);
            }
            rows(n, new Samples(n).awkward(n + 4));
        }
    }

    /// Long rows are divided by S without a division where no remainder underflows, and with one where it could.
    @Test
    void quotientsOfLongRowsAreThoseOfADivision() {
        for (double span : new double[] {0.0, 1.0, 40.0, 650.0, 659.9, 660.1, 672.0, 700.0, 720.0, 750.0, 900.0}) {
            for (int n : new int[] {128, 131, 1000, 4096}) {
                double[] x = new Samples(n).uniform(n + 4);
                for (int i = 0; i < x.length; i++) x[i] *= 0.5 * span;
                rows(n, x);
            }
        }
    }

    /// Masked elements have a power of 0, which takes nothing from a quotient; other small ones beside them do.
    @Test
    void quotientsOfMaskedRowsAreThoseOfADivision() {
        for (double masked : new double[] {Double.NEGATIVE_INFINITY, -1e300, -1e9, -2000.0}) {
            for (double span : new double[] {0.0, 40.0, 659.9, 660.1, 672.0, 720.0, 750.0}) {
                for (int n : new int[] {128, 131, 1000}) {
                    double[] x = new Samples(n).uniform(n + 4);
                    for (int i = 0; i < x.length; i++) x[i] = i % 3 == 1 ? masked : 0.5 * span * x[i];
                    rows(n, x);
                    x[n + 2] = masked;
                    rows(n, x);
                }
            }
        }
    }

    /// Where e^d is subnormal or 0, where one of the two factors of its power of two is, and where d is cut.
    @Test
    void rowsOfFarApartElementsEqualTheirScalarTwins() {
        double low = ScalarSoftmax.LOW;
        double[] apart = {0.0, -708.0, -745.0, -746.0, -800.0, -1000.0, -1400.0, Math.nextUp(low), low,
                Math.nextDown(low), -1e300};
        for (int n : new int[] {5, 11, 139}) {
            for (int from = 0; from < apart.length; from++) {
                double[] x = new double[n + 4];
                for (int i = 0; i < n; i++) x[3 + i] = 3.0 + apart[(i + from) % apart.length];
                rows(n, x);
            }
        }
    }

    /// Whatever its sign, and wherever it stands.
    @Test
    void oneNaNMakesALongRowNaN() {
        for (long bits : new long[] {0x7ff8000000000000L, 0xfff8000000000000L, -1L}) {
            for (int at = 0; at < 139; at++) {
                double[] x = new Samples(at).uniform(143);
                x[3 + at] = Double.longBitsToDouble(bits);
                rows(139, x);
            }
        }
    }

    private static void rows(int n, double[] x) {
        double[] expected = new double[n + 4], actual = new double[n + 4];
        ScalarKernels.INSTANCE.softmax(n, x, 3, expected, 3);
        VectorKernels.INSTANCE.softmax(n, x, 3, actual, 3);
        Bits.assertSame(expected, actual, "softmax of " + n);
        System.arraycopy(x, 3, actual, 3, n);
        VectorKernels.INSTANCE.softmax(n, actual, 3, actual, 3);
        Bits.assertSame(expected, actual, "softmax of " + n + " in place");
        ScalarKernels.INSTANCE.logSoftmax(n, x, 3, expected, 3);
        VectorKernels.INSTANCE.logSoftmax(n, x, 3, actual, 3);
        Bits.assertSame(expected, actual, "log-softmax of " + n);
        System.arraycopy(x, 3, actual, 3, n);
        VectorKernels.INSTANCE.logSoftmax(n, actual, 3, actual, 3);
        Bits.assertSame(expected, actual, "log-softmax of " + n + " in place");
    }
}

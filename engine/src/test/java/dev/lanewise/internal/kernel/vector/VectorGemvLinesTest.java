package dev.lanewise.internal.kernel.vector;

import java.util.Arrays;

import dev.lanewise.internal.kernel.Bits;
import dev.lanewise.internal.kernel.Samples;
import dev.lanewise.internal.kernel.scalar.ScalarKernels;
import org.junit.jupiter.api.Test;

/// Rows whose vectors lie across their ends, against the sum of the contract, bit for bit. Through gemv only matrices
/// that are larger than any cache get there.
class VectorGemvLinesTest {
    @Test
    void rowsOfEveryLength() {
        for (int cols = 32; cols <= 160; cols += 32) {
            for (int apart = 1; apart <= 5; apart++) {
                for (double beta : new double[] {0.0, -0.7}) {
                    check(cols, apart, beta, new Samples(cols).uniform(matrix(cols, apart)));
                    check(cols, apart, beta, new Samples(cols).awkward(matrix(cols, apart)));
                }
            }
        }
    }

    /// Lanes that belong to the neighbour are thrown away, whatever the neighbour is.
    @Test
    void rowsBesideNaN() {
        for (int bad = 0; bad < 8; bad++) {
            double[] a = new Samples(bad).uniform(matrix(64, 2));
            Arrays.fill(a, 3 + bad * 64, 3 + (bad + 1) * 64, bad % 2 == 0 ? Double.NaN : Double.POSITIVE_INFINITY);
            check(64, 2, 0.0, a);
        }
    }

    /// Sums that underflow are −0.0, and nothing may be added to them.
    @Test
    void sumsThatUnderflow() {
        double[] a = new double[matrix(96, 1)], x = new double[98];
        Arrays.fill(a, -0x1p-600);
        Arrays.fill(x, 0x1p-600);
        check(96, 1, 0.0, a, x);
    }

    /// Three elements, the rows, and the six that are read behind them.
    private static int matrix(int cols, int apart) {
        return 3 + 4 * apart * cols + 6;
    }

    private static void check(int cols, int apart, double beta, double[] a) {
        check(cols, apart, beta, a, new Samples(7).uniform(cols + 2));
    }

    private static void check(int cols, int apart, double beta, double[] a, double[] x) {
        int rows = 4 * apart;
        double[] y = new Samples(8).uniform(rows + 3);
        if (beta == 0.0) Arrays.fill(y, 2, rows + 2, Double.NaN);
        double[] expected = y.clone();
        for (int i = 0; i < rows; i++) {
            double d = ScalarKernels.INSTANCE.dot(cols, a, 3 + i * cols, x, 1);
            expected[2 + i] = beta == 0.0 ? 0.3 * d : Math.fma(0.3, d, beta * y[2 + i]);
        }
        // In two calls, of all rows of a stream but the last, and of that.
        VectorGemvLines.gemv(cols, apart - 1, apart, 0.3, a, 3, x, 1, beta, y, 2);
        VectorGemvLines.gemv(cols, 1, apart, 0.3, a, 3 + (apart - 1) * cols, x, 1, beta, y, 1 + apart);
        Bits.assertSame(expected, y, "%d rows of %d, beta %s".formatted(rows, cols, beta));
    }
}

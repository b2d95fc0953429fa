package dev.lanewise.internal.kernel.vector;

import dev.lanewise.internal.kernel.Bits;
import dev.lanewise.internal.kernel.Samples;
import dev.lanewise.internal.kernel.scalar.ScalarKernels;
import org.junit.jupiter.api.Test;

/// Matrices too large for the contract, against the plain loops that the contract holds, bit for bit.
class VectorGemvTest {
    /// Streams that take several calls, of which the last one has fewer rows.
    @Test
    void longStreams() {
        for (int[] s : new int[][] {{300, 96}, {303, 88}, {131, 1024}, {9, 8192}, {11, 8200}}) {
            double[] a = new Samples(s[0]).awkward(matrix(s[0], s[1]));
            check(s[0], s[1], 0.0, a);
            check(s[0], s[1], -0.7, new Samples(s[1]).uniform(a.length));
        }
    }

    /// On either side of the size that no cache holds, with one row to four behind the streams; and large, but of few rows.
    @Test
    void fromMemory() {
        double[] a = new Samples(1).uniform(matrix(1024, 4128));
        for (int rows = 3971; rows <= 3975; rows++) {
            check(rows, 1056, 0.0, a);
            check(rows, 1056, -0.7, a);
        }
        check(1023, 4128, 0.0, a);
        check(1024, 4128, -0.7, a);
    }

    private static int matrix(int rows, int cols) {
        return 3 + rows * cols;
    }

    private static void check(int rows, int cols, double beta, double[] a) {
        double[] x = new Samples(7).uniform(cols + 1), y = new Samples(8).uniform(rows + 3), expected = y.clone();
        ScalarKernels.INSTANCE.gemv(rows, cols, 0.3, a, 3, x, 1, beta, expected, 2);
        VectorGemv.gemv(rows, cols, 0.3, a, 3, x, 1, beta, y, 2);
        Bits.assertSame(expected, y, "%d × %d, beta %s".formatted(rows, cols, beta));
    }
}

package dev.lanewise.bench;

import dev.lanewise.linalg.Matrix;
import dev.lanewise.random.NumpyRandom;

/// The numbers that contenders compute with: uniform in [−1, 1), the same in every run.
///
/// They are `2 * np.random.rand(n) - 1` after `np.random.seed(42)`, bit for bit, so that NumPy computes with them too.
final class Samples {
    private final NumpyRandom random = new NumpyRandom(42);

    /// The next n numbers.
    double[] vector(int n) {
        return vector(n, 1.0);
    }

    /// The next n numbers, times a scale.
    double[] vector(int n, double scale) {
        double[] x = random.rand(n);
        for (int i = 0; i < n; i++) x[i] = scale * (2 * x[i] - 1);
        return x;
    }

    /// The next rows·cols numbers, row by row.
    Matrix matrix(int rows, int cols) {
        return Matrix.wrap(rows, cols, vector(rows * cols));
    }
}

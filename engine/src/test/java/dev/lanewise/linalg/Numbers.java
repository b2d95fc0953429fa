package dev.lanewise.linalg;

import dev.lanewise.internal.kernel.Samples;

/// Which numbers a law is tried on; jqwik picks one, a shape and a seed.
enum Numbers {
    /// In [−1, 1): every product and sum rounds, so an order of summation shows.
    UNIFORM,
    /// Whole and small: everything is exact.
    INTEGERS,
    /// Any bits, with zeros, subnormals, infinities and NaN among them.
    AWKWARD;

    double[] draw(Samples samples, int n) {
        return switch (this) {
            case UNIFORM -> samples.uniform(n);
            case INTEGERS -> samples.integers(n);
            case AWKWARD -> samples.awkward(n);
        };
    }

    Matrix draw(Samples samples, int rows, int cols) {
        return Matrix.wrap(rows, cols, draw(samples, rows * cols));
    }

    /// A factor α or β: one time in three 0, 1 or −1, which kernels may treat apart.
    double factor(Samples samples) {
        return Math.floorMod(samples.bits(), 3) == 0
                ? Math.floorMod(samples.bits(), 3) - 1
                : draw(samples, 1)[0];
    }
}

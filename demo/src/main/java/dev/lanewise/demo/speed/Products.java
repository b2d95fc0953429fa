package dev.lanewise.demo.speed;

import java.util.ArrayList;
import java.util.List;

import dev.lanewise.demo.machine.Level;
import dev.lanewise.demo.machine.Work;
import dev.lanewise.linalg.Blas;
import dev.lanewise.linalg.Matrix;

/// Matrix by matrix, and matrix by vector.
final class Products {
    private static final int[] ORDERS = {16, 48, 192, 384, 768};
    /// Larger factors are packed first, by other code.
    private static final int LARGEST_IN_PLACE = 64;
    /// A matrix in the first cache is so small that the call counts.
    private static final List<Level> LEVELS = List.of(Level.L2, Level.L3, Level.MEMORY);

    private final Sizes sizes;

    Products(Sizes sizes) {
        this.sizes = sizes;
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (int n : ORDERS) entries.add(gemm(n));
        for (Level level : LEVELS) entries.add(gemv(level));
        for (Level level : LEVELS) entries.add(gemvT(level));
        for (Level level : LEVELS) entries.add(times(level));
        return entries;
    }

    private Entry gemm(int n) {
        double flops = 2.0 * n * n * n;
        double bytes = 3.0 * n * n * Double.BYTES;
        Kernel kernel = new Kernel("gemm", square(n), "gemm " + n, Unit.GFLOPS, (long) n * n, flops, bytes,
                sizes.levelOf(3L * n * n));
        return new Entry(kernel, n <= LARGEST_IN_PLACE ? "gemm in place" : "gemm", 1, () -> {
            double[] a = Sizes.numbers(n * n), b = Sizes.numbers(n * n), c = new double[n * n];
            Matrix left = Matrix.wrap(n, n, a), right = Matrix.wrap(n, n, b), product = Matrix.wrap(n, n, c);
            Work ours = times -> {
                for (int i = 0; i < times; i++) Blas.gemm(1.0, left, right, 0.0, product);
                return c[0];
            };
            Work loop = times -> {
                for (int i = 0; i < times; i++) PlainLoops.gemm(n, a, b, c);
                return c[0];
            };
            return new Contest(ours, loop, c, Contest.ofSums(n));
        });
    }

    private Entry gemv(Level level) {
        int n = sizes.side(level);
        return new Entry(matrixVector("gemv", n, level), () -> {
            double[] a = Sizes.numbers(n * n), x = Sizes.numbers(n), y = new double[n];
            Matrix matrix = Matrix.wrap(n, n, a);
            Work ours = times -> {
                for (int i = 0; i < times; i++) Blas.gemv(1.0, matrix, x, 0.0, y);
                return y[0];
            };
            Work loop = times -> {
                for (int i = 0; i < times; i++) PlainLoops.gemv(n, n, a, x, y);
                return y[0];
            };
            return new Contest(ours, loop, y, Contest.ofSums(n));
        });
    }

    private Entry gemvT(Level level) {
        int n = sizes.side(level);
        return new Entry(matrixVector("gemvT", n, level), () -> {
            double[] a = Sizes.numbers(n * n), x = Sizes.numbers(n), y = new double[n];
            Matrix matrix = Matrix.wrap(n, n, a);
            Work ours = times -> {
                for (int i = 0; i < times; i++) Blas.gemvT(1.0, matrix, x, 0.0, y);
                return y[0];
            };
            Work loop = times -> {
                for (int i = 0; i < times; i++) PlainLoops.gemvT(n, n, a, x, y);
                return y[0];
            };
            return new Contest(ours, loop, y, Contest.ofSums(n));
        });
    }

    private Entry times(Level level) {
        int n = sizes.side(level);
        return new Entry(matrixVector("times", n, level), () -> {
            double[] a = Sizes.numbers(n * n), x = Sizes.numbers(n), y = new double[n];
            Matrix matrix = Matrix.wrap(n, n, a);
            Work ours = times -> {
                double[] product = y;
                for (int i = 0; i < times; i++) product = matrix.times(x);
                System.arraycopy(product, 0, y, 0, n);
                return y[0];
            };
            Work loop = times -> {
                for (int i = 0; i < times; i++) PlainLoops.gemv(n, n, a, x, y);
                return y[0];
            };
            return new Contest(ours, loop, y, Contest.ofSums(n));
        });
    }

    private static Kernel matrixVector(String name, int n, Level level) {
        return new Kernel(name, square(n), name, Unit.GBS, n, 2.0 * n * n, 8.0 * n * n, level);
    }

    private static String square(int n) {
        return n + " × " + n;
    }
}

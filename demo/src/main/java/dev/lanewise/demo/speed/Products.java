package dev.lanewise.demo.speed;

import java.util.ArrayList;
import java.util.List;

import dev.lanewise.demo.machine.Level;
import dev.lanewise.demo.machine.Work;
import dev.lanewise.linalg.Blas;
import dev.lanewise.linalg.GemmWorkspace;
import dev.lanewise.linalg.Matrix;

/// Matrix by matrix, and matrix by vector.
final class Products {
    private static final int[] ORDERS = {16, 48, 192, 384, 768};
    /// Larger factors are packed first, and all are multiplied by the same code then; smaller ones are read in place, in
    /// tiles that suit their number of columns.
    private static final int LARGEST_IN_PLACE = 64;
    /// Beyond this order new memory for packing costs nothing beside the product.
    private static final int LARGEST_IN_WORKSPACE = 384;
    /// A matrix in the first cache is so small that the call counts.
    private static final List<Level> LEVELS = List.of(Level.L2, Level.L3, Level.MEMORY);

    private final Sizes sizes;

    /// y ← Ax or y ← Aᵀx.
    private interface MatrixVector {
        void into(double[] y, Matrix a, double[] x);
    }

    Products(Sizes sizes) {
        this.sizes = sizes;
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (int n : ORDERS) {
            entries.add(gemm(n, false));
            if (n > LARGEST_IN_PLACE && n <= LARGEST_IN_WORKSPACE) entries.add(gemm(n, true));
        }
        for (Level level : LEVELS) {
            entries.add(matrixVector("gemv", level, (y, a, x) -> Blas.gemv(1.0, a, x, 0.0, y), PlainLoops::gemv));
        }
        for (Level level : LEVELS) {
            entries.add(matrixVector("gemvT", level, (y, a, x) -> Blas.gemvT(1.0, a, x, 0.0, y), PlainLoops::gemvT));
        }
        for (Level level : LEVELS) {
            entries.add(matrixVector("times", level, (y, a, x) -> System.arraycopy(a.times(x), 0, y, 0, y.length),
                    PlainLoops::gemv));
        }
        return entries;
    }

    private Entry gemm(int n, boolean workspace) {
        double flops = 2.0 * n * n * n;
        double bytes = 3.0 * n * n * Double.BYTES;
        Kernel kernel = new Kernel("gemm", square(n) + (workspace ? ", workspace" : ""), workspace ? "" : "gemm " + n,
                Unit.GFLOPS, (long) n * n, flops, bytes, sizes.levelOf(3L * n * n));
        return new Entry(kernel, n <= LARGEST_IN_PLACE ? "gemm " + n : "gemm", 1, () -> {
            double[] a = Sizes.numbers(n * n), b = Sizes.numbers(n * n), c = new double[n * n];
            Matrix left = Matrix.wrap(n, n, a), right = Matrix.wrap(n, n, b), product = Matrix.wrap(n, n, c);
            GemmWorkspace kept = new GemmWorkspace();
            Work ours = workspace ? times -> {
                for (int i = 0; i < times; i++) Blas.gemm(1.0, left, right, 0.0, product, kept);
                return c[0];
            } : times -> {
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

    private Entry matrixVector(String name, Level level, MatrixVector ours, MatrixVector loop) {
        int n = sizes.side(level);
        Kernel kernel = new Kernel(name, square(n), name, Unit.GBS, n, 2.0 * n * n, 8.0 * n * n, level);
        // What no cache holds is read by other code.
        return new Entry(kernel, level == Level.MEMORY ? name + " from memory" : name, 1, () -> {
            Matrix a = Matrix.wrap(n, n, Sizes.numbers(n * n));
            double[] x = Sizes.numbers(n), y = new double[n];
            return new Contest(repeating(ours, a, x, y), repeating(loop, a, x, y), y, Contest.ofSums(n));
        });
    }

    /// One loop for all: beside n² products a call through an interface is nothing.
    private static Work repeating(MatrixVector product, Matrix a, double[] x, double[] y) {
        return times -> {
            for (int i = 0; i < times; i++) product.into(y, a, x);
            return y[0];
        };
    }

    private static String square(int n) {
        return n + " × " + n;
    }
}

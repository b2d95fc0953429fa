package dev.lanewise.linalg;

import dev.lanewise.concurrent.Workers;
import dev.lanewise.internal.backend.Backend;
import dev.lanewise.internal.kernel.Cut;
import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.MatrixView;

/// The products of [Blas] in parts for [Workers]: blocks of the result, never the sum of one element.
///
///            B₀  │ B₁  │ B₂             x
///           ─────┼─────┼─────          ────
///       A₀  C₀₀  │ C₀₁ │ C₀₂       A₀  y₀
///           ─────┼─────┼─────          ────
///       A₁  C₁₀  │ C₁₁ │ C₁₂       A₁  y₁
///
/// Each part of `gemm` packs the rows of A and the columns of B that it needs, as if it were alone. What one thread does
/// is the call without workers, which allocates nothing to cut it.
final class SplitProducts {
    /// Rows that the kernels take together.
    private static final int ROWS = 8;
    /// Columns that they take together: six vectors of the widest, and a multiple of that at every width.
    private static final int COLS = 48;
    /// Columns that a part of `gemvT` has a multiple of: rows are read in runs that are worth fetching ahead.
    private static final int LINES = 64;
    /// Fused multiply-adds in a nanosecond, of numbers that are used again and again and of such as are read once.
    private static final double REUSED = 20.0;
    private static final double READ_ONCE = 6.0;

    /// What it costs to pack an element of A, and one of B, in multiply-adds.
    private static final double PACKING_A = 10.0;
    private static final double PACKING_B = 30.0;

    private SplitProducts() {}

    static void gemm(double alpha, MatrixView a, MatrixView b, double beta, MatrixView c, GemmWorkspace workspace,
            Workers workers) {
        Kernels kernels = Backend.kernels();
        int m = c.rows(), n = c.cols(), depth = a.cols();
        double nanos = (double) m * n * depth / REUSED;
        int threads = workers.threads(nanos);
        if (threads == 1) {
            kernels.gemm(alpha, a, b, beta, c, workspace.part(0));
            return;
        }
        Cut rows = rows(m, n, threads), cols = Cut.evenly(n, COLS, threads / rows.parts());
        workspace.grow(rows.parts() * cols.parts());
        workers.run(rows.parts() * cols.parts(), nanos, p -> {
            int i = p % rows.parts(), j = p / rows.parts();
            kernels.gemm(alpha, a.block(rows.from(i), 0, rows.length(i), depth), b.block(0, cols.from(j), depth, cols
                    .length(j)), beta, c.block(rows.from(i), cols.from(j), rows.length(i), cols.length(j)),
                    workspace.part(p));
        });
    }

    /// How the rows of C are cut if its columns are cut for the threads that this leaves: so that the largest block
    /// takes the least time.
    private static Cut rows(int m, int n, int threads) {
        Cut best = Cut.evenly(m, ROWS, 1);
        double least = Double.POSITIVE_INFINITY;
        for (int r = 1; r <= Math.min(threads, Math.ceilDiv(m, ROWS)); r++) {
            Cut rows = Cut.evenly(m, ROWS, r);
            double high = rows.longest(), wide = Cut.evenly(n, COLS, threads / r).longest();
            double cost = high * wide + PACKING_A * high + PACKING_B * wide;
            if (cost < least) {
                best = rows;
                least = cost;
            }
        }
        return best;
    }

    static void gemv(double alpha, Matrix a, double[] x, double beta, double[] y, Workers workers) {
        Kernels kernels = Backend.kernels();
        double[] data = a.array();
        int n = a.cols();
        double nanos = data.length / READ_ONCE;
        int threads = workers.threads(nanos);
        if (threads == 1) {
            kernels.gemv(a.rows(), n, alpha, data, 0, x, 0, beta, y, 0);
            return;
        }
        Cut rows = Cut.finely(a.rows(), ROWS, threads);
        workers.run(rows.parts(), nanos, p -> kernels.gemv(rows.length(p), n, alpha, data, rows.from(p) * n, x, 0, beta,
                y, rows.from(p)));
    }

    static void gemvT(double alpha, Matrix a, double[] x, double beta, double[] y, Workers workers) {
        Kernels kernels = Backend.kernels();
        double[] data = a.array();
        int m = a.rows(), n = a.cols();
        double nanos = data.length / READ_ONCE;
        int threads = workers.threads(nanos);
        if (threads == 1) {
            kernels.gemvT(m, n, alpha, data, 0, n, x, 0, beta, y, 0);
            return;
        }
        Cut cols = Cut.evenly(n, LINES, threads);
        workers.run(cols.parts(), nanos, p -> kernels.gemvT(m, cols.length(p), alpha, data, cols.from(p), n, x, 0, beta,
                y, cols.from(p)));
    }

    static void times(Matrix a, double[] x, double[] y, Workers workers) {
        Kernels kernels = Backend.kernels();
        double[] data = a.array();
        int n = a.cols();
        double nanos = data.length / READ_ONCE;
        int threads = workers.threads(nanos);
        if (threads == 1) {
            kernels.times(a.rows(), n, data, 0, x, 0, y, 0);
            return;
        }
        Cut rows = Cut.finely(a.rows(), ROWS, threads);
        workers.run(rows.parts(), nanos, p -> kernels.times(rows.length(p), n, data, rows.from(p) * n, x, 0, y, rows
                .from(p)));
    }
}

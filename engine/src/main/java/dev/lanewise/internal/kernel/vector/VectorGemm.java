package dev.lanewise.internal.kernel.vector;

import dev.lanewise.internal.kernel.MatrixView;
import dev.lanewise.internal.kernel.scalar.ScalarProducts;

/// C ← αAB + βC in the five loops of Goto and van de Geijn, *Anatomy of High-Performance Matrix Multiplication* (2008),
/// around the register tile of [GemmTile].
///
///     for each NC columns of B and C          packed B stays in the last-level cache
///       for each KC of the depth              … KC of its rows at a time
///         for each MC rows of A and C         packed A stays in the second-level cache
///           for each 3 vectors of columns     and so does a panel of packed B
///             for each 8 rows                 the tile stays in registers
///
/// Block sizes are free to be tuned: where the depth is cut, the tile starts again from the sums that it left in C, so
/// each element stays one chain over k ascending.
final class VectorGemm {
    private static final int MC = 48;
    private static final int KC = 512;
    private static final int NC = 64 * GemmTile.COLS;
    /// Up to this many multiplications a plain loop is done before a register is filled.
    private static final int TINY = 5 * 5 * 5;

    private VectorGemm() {}

    static void gemm(double alpha, MatrixView a, MatrixView b, double beta, MatrixView c) {
        int m = c.rows(), n = c.cols(), depth = a.cols();
        if ((long) m * n * depth <= TINY) {
            ScalarProducts.gemm(alpha, a, b, beta, c);
            return;
        }
        ScalarProducts.scale(beta, c);
        if (alpha == 0.0) return;
        if (VectorGemmInPlace.suits(alpha, a, b, c)) {
            VectorGemmInPlace.multiply(alpha, a, b, c);
            return;
        }
        int kc = Math.min(depth, KC);
        double[] packedA = new double[roundUp(Math.min(m, MC), GemmTile.ROWS) * kc];
        double[] packedB = new double[roundUp(Math.min(n, NC), GemmTile.COLS) * kc];
        double[] edge = new double[GemmTile.ROWS * GemmTile.COLS];
        for (int j = 0; j < n; j += NC) {
            int nb = Math.min(NC, n - j);
            for (int k = 0; k < depth; k += KC) {
                int kb = Math.min(KC, depth - k);
                GemmPacking.packB(b.block(k, j, kb, nb), packedB);
                for (int i = 0; i < m; i += MC) {
                    int mb = Math.min(MC, m - i);
                    GemmPacking.packA(alpha, a.block(i, k, mb, kb), packedA);
                    multiplyBlock(kb, packedA, packedB, c.block(i, j, mb, nb), edge);
                }
            }
        }
    }

    /// C += A·B for packed blocks.
    private static void multiplyBlock(int depth, double[] packedA, double[] packedB, MatrixView c, double[] edge) {
        for (int j = 0; j < c.cols(); j += GemmTile.COLS) {
            for (int i = 0; i < c.rows(); i += GemmTile.ROWS) {
                boolean whole = c.rows() - i >= GemmTile.ROWS && c.cols() - j >= GemmTile.COLS && c.colStride() == 1;
                if (whole) {
                    int at = c.offset() + i * c.rowStride() + j;
                    tile(depth, packedA, i * depth, packedB, j * depth, c.data(), at, c.rowStride());
                } else {
                    MatrixView part = c.block(i, j, Math.min(GemmTile.ROWS, c.rows() - i),
                            Math.min(GemmTile.COLS, c.cols() - j));
                    MatrixView copy = new MatrixView(edge, 0, part.rows(), part.cols(), GemmTile.COLS, 1);
                    copy(part, copy);
                    tile(depth, packedA, i * depth, packedB, j * depth, edge, 0, GemmTile.COLS);
                    copy(copy, part);
                }
            }
        }
    }

    private static void tile(int depth, double[] packedA, int aOff, double[] packedB, int bOff, double[] c, int cOff,
            int cStride) {
        GemmTile.multiply(depth, packedA, aOff, 1, GemmTile.ROWS, packedB, bOff, GemmTile.COLS, c, cOff, cStride);
    }

    private static void copy(MatrixView from, MatrixView to) {
        for (int i = 0; i < from.rows(); i++) {
            int p = from.offset() + i * from.rowStride(), q = to.offset() + i * to.rowStride();
            for (int j = 0; j < from.cols(); j++, p += from.colStride(), q += to.colStride()) {
                to.data()[q] = from.data()[p];
            }
        }
    }

    private static int roundUp(int n, int multiple) {
        return (n + multiple - 1) / multiple * multiple;
    }
}

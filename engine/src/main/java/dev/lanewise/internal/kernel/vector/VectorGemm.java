package dev.lanewise.internal.kernel.vector;

import dev.lanewise.internal.kernel.MatrixView;
import dev.lanewise.internal.kernel.scalar.ScalarProducts;

/// C ← αAB + βC in blocks for the caches, after Goto and van de Geijn, *Anatomy of High-Performance Matrix
/// Multiplication* (2008), around the register tile of [GemmTile].
///
///     for each KC of the depth              few, because C is read and written anew for each
///       for each block of rows of A         packed, or all rows in place
///         for each NC columns of B          packed: KC × NC stays in the second-level cache
///           for each ROWS rows of A           its strip ROWS × KC comes from the first-level cache and the second
///             for each COLS columns of B        the tile of C stays in registers
///
/// A is read where it is if it may be (α = 1, contiguous rows, a tile that can): its strip is short in rows and long
/// in the direction in which the processor fetches ahead. Packing would write a copy that no cache holds.
///
/// Block sizes are free to be tuned: where the depth is cut, the tile starts again from the sums that it left in C, so
/// each element stays one chain over k ascending.
final class VectorGemm {
    private static final int ROWS = GemmTile.ROWS;
    private static final int COLS = GemmTile.COLS;
    private static final int MC = 512 / ROWS * ROWS;
    private static final int KC = 768;
    private static final int NC = 96;
    /// Up to this many multiplications a plain loop is done before a register is filled.
    private static final int TINY = 5 * 5 * 5;

    private VectorGemm() {}

    static void gemm(double alpha, MatrixView a, MatrixView b, double beta, MatrixView c) {
        if ((long) c.rows() * c.cols() * a.cols() <= TINY) {
            ScalarProducts.gemm(alpha, a, b, beta, c);
            return;
        }
        ScalarProducts.scale(beta, c);
        if (alpha == 0.0) return;
        if (VectorGemmInPlace.suits(alpha, a, b, c)) {
            VectorGemmInPlace.multiply(alpha, a, b, c);
        } else {
            multiply(alpha, a, b, c);
        }
    }

    /// C += αAB.
    private static void multiply(double alpha, MatrixView a, MatrixView b, MatrixView c) {
        int m = c.rows(), n = c.cols(), depth = a.cols();
        boolean inPlace = GemmTile.READS_IN_PLACE && alpha == 1.0 && a.colStride() == 1;
        int mc = inPlace ? m : Math.min(m, MC), kc = Math.min(depth, KC), nc = Math.min(n, NC);
        double[] packedA = new double[roundUp(inPlace ? m % ROWS : mc, ROWS) * kc];
        double[] packedB = new double[roundUp(nc, COLS) * kc];
        double[] edge = new double[ROWS * COLS];
        for (int k = 0; k < depth; k += kc) {
            int kb = Math.min(kc, depth - k);
            for (int i = 0; i < m; i += mc) {
                int mb = Math.min(mc, m - i), read = inPlace ? mb - mb % ROWS : 0;
                GemmPacking.packA(alpha, a, i + read, k, mb - read, kb, packedA);
                for (int j = 0; j < n; j += nc) {
                    int nb = Math.min(nc, n - j);
                    GemmPacking.packB(b, k, j, kb, nb, packedB);
                    int at = a.offset() + i * a.rowStride() + k * a.colStride();
                    tiles(kb, a.data(), at, a.rowStride(), 1, packedB, c, i, j, read, nb, edge);
                    tiles(kb, packedA, 0, 1, ROWS, packedB, c, i + read, j, mb - read, nb, edge);
                }
            }
        }
    }

    /// C += A·B for `rows × cols` elements of C from (i, j) on.
    private static void tiles(int depth, double[] a, int aOff, int aRow, int aCol, double[] packedB, MatrixView c,
            int i, int j, int rows, int cols, double[] edge) {
        int strip = aCol == 1 ? ROWS * aRow : ROWS * depth;
        int cRow = c.rowStride(), at = c.offset() + i * cRow + j * c.colStride();
        for (int r = 0; r < rows; r += ROWS, aOff += strip, at += ROWS * cRow) {
            for (int s = 0; s < cols; s += COLS) {
                int height = Math.min(ROWS, rows - r), width = Math.min(COLS, cols - s);
                if (height == ROWS && width == COLS && c.colStride() == 1) {
                    GemmTile.multiply(depth, a, aOff, aRow, aCol, packedB, s * depth, COLS, c.data(), at + s, cRow);
                } else {
                    int corner = at + s * c.colStride();
                    copy(c.data(), corner, cRow, c.colStride(), edge, 0, COLS, 1, height, width);
                    GemmTile.multiply(depth, a, aOff, aRow, aCol, packedB, s * depth, COLS, edge, 0, COLS);
                    copy(edge, 0, COLS, 1, c.data(), corner, cRow, c.colStride(), height, width);
                }
            }
        }
    }

    private static void copy(double[] from, int fromOff, int fromRow, int fromCol, double[] to, int toOff, int toRow,
            int toCol, int rows, int cols) {
        for (int i = 0; i < rows; i++) {
            int p = fromOff + i * fromRow, q = toOff + i * toRow;
            for (int j = 0; j < cols; j++, p += fromCol, q += toCol) to[q] = from[p];
        }
    }

    private static int roundUp(int n, int multiple) {
        return (n + multiple - 1) / multiple * multiple;
    }
}

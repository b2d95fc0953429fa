package dev.lanewise.internal.kernel.vector;

import dev.lanewise.internal.kernel.MatrixView;
import dev.lanewise.internal.kernel.scalar.ScalarProducts;

/// C ← αAB + βC in blocks for the caches, after Goto and van de Geijn, *Anatomy of High-Performance Matrix
/// Multiplication* (2008), around the register tile of [GemmTile].
///
///     for each KC of the depth              few, because C is read and written anew for each
///       for each block of rows of A         all of them, if A is read in place
///         for each NC columns of B          packed: KC × NC stays in the second-level cache
///           for each ROWS rows of A           its strip ROWS × KC comes from the first-level cache
///             for each COLS columns of B        the tile of C stays in registers
///
/// A is read where it is if it may be (α = 1, contiguous rows): its strip is short in rows and long in the direction in
/// which the processor fetches ahead. So the only memory that a product needs is one small block of B.
///
/// Block sizes are free to be tuned: where the depth is cut, the tile starts again from the sums that it left in C, so
/// each element stays one chain over k ascending.
final class VectorGemm {
    private static final int ROWS = GemmTile.ROWS;
    private static final int LANES = Width.species().length();
    private static final int MC = 192;
    private static final int KC = 768;
    private static final int NC = 48;
    /// Up to this many multiplications a plain loop is done before a register is filled.
    private static final int TINY = 5 * 5 * 5;

    private VectorGemm() {}

    static void gemm(double alpha, MatrixView a, MatrixView b, double beta, MatrixView c, double[][] scratch) {
        if ((long) c.rows() * c.cols() * a.cols() <= TINY) {
            ScalarProducts.gemm(alpha, a, b, beta, c);
        } else if (alpha == 0.0) {
            ScalarProducts.scale(beta, c);
        } else if (VectorGemmInPlace.suits(a, b, c)) {
            VectorGemmInPlace.gemm(alpha, a, b, beta, c, scratch);
        } else if (Width.REGISTERS < 32) {
            ScalarProducts.scale(beta, c);
            VectorGemmPacked.multiply(alpha, a, b, c, scratch);
        } else {
            if (beta != 0.0) ScalarProducts.scale(beta, c);
            blocks(alpha, a, b, beta == 0.0, c, scratch);
        }
    }

    /// C += αAB, or C = αAB where it is `fresh`.
    private static void blocks(double alpha, MatrixView a, MatrixView b, boolean fresh, MatrixView c,
            double[][] scratch) {
        int m = c.rows(), n = c.cols(), depth = a.cols();
        boolean inPlace = alpha == 1.0 && a.colStride() == 1;
        int mc = inPlace ? m : Math.min(m, MC), kc = Math.ceilDiv(depth, Math.ceilDiv(depth, KC));
        double[] copyA = GemmPacking.room(scratch, GemmPacking.A, roundUp(inPlace ? m % ROWS : mc, ROWS) * kc);
        double[] packedB = GemmPacking.room(scratch, GemmPacking.B,
                GemmPacking.panels(Math.min(n, NC)) * GemmPacking.panel(kc));
        double[] edge = GemmPacking.room(scratch, GemmPacking.C, ROWS * GemmTile.COLS);
        for (int k = 0; k < depth; k += kc) {
            int kb = Math.min(kc, depth - k);
            boolean first = fresh && k == 0;
            for (int i = 0; i < m; i += mc) {
                int mb = Math.min(mc, m - i), read = inPlace ? mb - mb % ROWS : 0;
                GemmPacking.copyA(alpha, a, i + read, k, mb - read, kb, copyA);
                for (int j = 0; j < n; j += NC) {
                    int nb = Math.min(NC, n - j);
                    GemmPacking.packB(b, k, j, kb, nb, packedB);
                    int at = a.offset() + i * a.rowStride() + k;
                    tiles(kb, a.data(), at, a.rowStride(), packedB, first, c, i, j, read, nb, edge);
                    tiles(kb, copyA, 0, kb, packedB, first, c, i + read, j, mb - read, nb, edge);
                }
            }
        }
    }

    /// A·B for `rows × cols` elements of C from (i, j) on; they are overwritten if it is the `first` part of their sums.
    private static void tiles(int depth, double[] a, int aOff, int aRow, double[] packedB, boolean first, MatrixView c,
            int i, int j, int rows, int cols, double[] edge) {
        int panels = GemmPacking.panels(cols), panel = GemmPacking.panel(depth);
        double[] data = c.data();
        int row = c.rowStride(), col = c.colStride();
        for (int r = 0; r < rows; r += ROWS, aOff += ROWS * aRow) {
            for (int p = 0, vectors; p < panels; p += vectors) {
                vectors = GemmTile.vectors(panels - p);
                int height = Math.min(ROWS, rows - r), width = Math.min(vectors * LANES, cols - p * LANES);
                int at = c.offset() + (i + r) * row + (j + p * LANES) * col;
                boolean whole = height == ROWS && width == vectors * LANES && col == 1;
                double[] to = whole ? data : edge;
                int toOff = whole ? at : 0, toRow = whole ? row : GemmTile.COLS;
                if (!whole && !first) copy(data, at, row, col, edge, 0, GemmTile.COLS, 1, height, width);
                GemmTile.multiply(vectors, depth, a, aOff, aRow, packedB, p * panel, panel, first
                        ? GemmTile.ZEROS
                        : to, first ? 0 : toOff, first ? 0 : toRow, to, toOff, toRow);
                if (!whole) copy(edge, 0, GemmTile.COLS, 1, data, at, row, col, height, width);
            }
        }
    }

    static void copy(double[] from, int fromOff, int fromRow, int fromCol, double[] to, int toOff, int toRow,
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

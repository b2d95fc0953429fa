package dev.lanewise.internal.kernel.vector;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.MatrixView;

/// C += αAB where there are 16 vector registers: the loops of [VectorGemm] around [GemmTile5x2], with A packed too.
///
///     αA in panels of 5 rows      a₀₀ a₁₀ a₂₀ a₃₀ a₄₀ │ a₀₁ a₁₁ …
///     B in panels of 2 vectors    b₀₀ b₀₁ b₀₂ … │ b₁₀ b₁₁ …
///
/// Rows and columns that the last panel lacks are zeros, and make rows and columns of C that are thrown away.
final class VectorGemmPacked {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int ROWS = GemmTile5x2.ROWS;
    private static final int COLS = GemmTile5x2.VECTORS * LANES;
    private static final int MC = 510;
    private static final int KC = 768;
    private static final int NC = 96;

    private VectorGemmPacked() {}

    static void multiply(double alpha, MatrixView a, MatrixView b, MatrixView c, double[][] scratch) {
        int m = c.rows(), n = c.cols(), depth = a.cols();
        int mc = Math.min(m, MC), kc = Math.min(depth, KC), nc = Math.min(n, NC);
        double[] packedA = GemmPacking.room(scratch, GemmPacking.A, Math.ceilDiv(mc, ROWS) * ROWS * kc);
        double[] packedB = GemmPacking.room(scratch, GemmPacking.B, Math.ceilDiv(nc, COLS) * COLS * kc);
        double[] edge = GemmPacking.room(scratch, GemmPacking.C, ROWS * COLS);
        for (int k = 0; k < depth; k += kc) {
            int kb = Math.min(kc, depth - k);
            for (int i = 0; i < m; i += mc) {
                int mb = Math.min(mc, m - i);
                packA(alpha, a, i, k, mb, kb, packedA);
                for (int j = 0; j < n; j += nc) {
                    int nb = Math.min(nc, n - j);
                    packB(b, k, j, kb, nb, packedB);
                    tiles(kb, packedA, packedB, c, i, j, mb, nb, edge);
                }
            }
        }
    }

    private static void tiles(int depth, double[] packedA, double[] packedB, MatrixView c, int i, int j, int rows,
            int cols, double[] edge) {
        double[] data = c.data();
        int row = c.rowStride(), col = c.colStride();
        for (int r = 0; r < rows; r += ROWS) {
            for (int s = 0; s < cols; s += COLS) {
                int height = Math.min(ROWS, rows - r), width = Math.min(COLS, cols - s);
                int at = c.offset() + (i + r) * row + (j + s) * col;
                if (height == ROWS && width == COLS && col == 1) {
                    GemmTile5x2.multiply(depth, packedA, r * depth, packedB, s * depth, data, at, row);
                } else {
                    VectorGemm.copy(data, at, row, col, edge, 0, COLS, 1, height, width);
                    GemmTile5x2.multiply(depth, packedA, r * depth, packedB, s * depth, edge, 0, COLS);
                    VectorGemm.copy(edge, 0, COLS, 1, data, at, row, col, height, width);
                }
            }
        }
    }

    private static void packA(double alpha, MatrixView a, int i, int k, int rows, int depth, double[] packed) {
        double[] data = a.data();
        int row = a.rowStride(), col = a.colStride(), from = a.offset() + i * row + k * col, to = 0;
        for (int left = rows; left > 0; left -= ROWS, from += ROWS * row, to += ROWS * depth) {
            if (left >= ROWS) {
                packPanel(alpha, data, from, row, col, depth, packed, to);
            } else {
                Arrays.fill(packed, to, to + ROWS * depth, 0.0);
                for (int r = 0; r < left; r++) {
                    for (int l = 0; l < depth; l++) packed[to + l * ROWS + r] = alpha * data[from + r * row + l * col];
                }
            }
        }
    }

    /// The inner loop has a constant length, so that C2 unrolls it.
    private static void packPanel(double alpha, double[] data, int from, int row, int col, int depth, double[] packed,
            int to) {
        for (int l = 0, p = from, q = to; l < depth; l++, p += col, q += ROWS) {
            for (int r = 0; r < ROWS; r++) packed[q + r] = alpha * data[p + r * row];
        }
    }

    /// Rows of B are read from end to end, which is the direction in which the processor fetches ahead.
    private static void packB(MatrixView b, int k, int j, int depth, int cols, double[] packed) {
        double[] data = b.data();
        int row = b.rowStride(), col = b.colStride();
        for (int l = 0, from = b.offset() + k * row + j * col; l < depth; l++, from += row) {
            int to = l * COLS;
            for (int first = 0; first < cols; first += COLS, to += depth * COLS) {
                int p = from + first * col;
                if (col == 1 && cols - first >= COLS) {
                    DoubleVector.fromArray(SPECIES, data, p).intoArray(packed, to);
                    DoubleVector.fromArray(SPECIES, data, p + LANES).intoArray(packed, to + LANES);
                } else {
                    int width = Math.min(COLS, cols - first);
                    for (int c = 0; c < width; c++) packed[to + c] = data[p + c * col];
                    Arrays.fill(packed, to + width, to + COLS, 0.0);
                }
            }
        }
    }
}

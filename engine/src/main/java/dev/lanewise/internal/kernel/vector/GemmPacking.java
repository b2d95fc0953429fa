package dev.lanewise.internal.kernel.vector;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.MatrixView;

/// Copies blocks of A and B into the order in which [GemmTile] reads them, so that it meets unit strides only.
///
/// Rows and columns that the last panel lacks are filled with zeros; they make rows and columns of C that are thrown
/// away. The depth k is never padded: a step too many would turn −0.0 into +0.0.
final class GemmPacking {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int ROWS = GemmTile.ROWS;
    private static final int COLS = GemmTile.COLS;

    private GemmPacking() {}

    /// α·A in panels of ROWS rows: panel by panel, for each k the elements of the column.
    ///
    ///     panel 0: a₀₀ a₁₀ … a₇₀ │ a₀₁ a₁₁ … a₇₁ │ …      panel 1: a₈₀ a₉₀ …
    ///
    /// @param alpha α
    /// @param a A
    /// @param i first row of the block
    /// @param k first column of the block
    /// @param rows rows of the block
    /// @param depth columns of the block
    /// @param packed where to
    static void packA(double alpha, MatrixView a, int i, int k, int rows, int depth, double[] packed) {
        double[] data = a.data();
        int row = a.rowStride(), col = a.colStride(), from = a.offset() + i * row + k * col;
        int to = 0;
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

    /// B in panels of COLS columns: panel by panel, for each k the elements of the row. Rows of B are read from end to
    /// end, which is the direction in which the processor fetches ahead.
    ///
    /// @param b B
    /// @param k first row of the block
    /// @param j first column of the block
    /// @param depth rows of the block
    /// @param cols columns of the block
    /// @param packed where to
    static void packB(MatrixView b, int k, int j, int depth, int cols, double[] packed) {
        double[] data = b.data();
        int row = b.rowStride(), col = b.colStride();
        for (int l = 0, from = b.offset() + k * row + j * col; l < depth; l++, from += row) {
            int to = l * COLS;
            for (int first = 0; first < cols; first += COLS, to += depth * COLS) {
                int p = from + first * col;
                if (col == 1 && cols - first >= COLS) {
                    for (int c = 0; c < COLS; c += LANES) {
                        DoubleVector.fromArray(SPECIES, data, p + c).intoArray(packed, to + c);
                    }
                } else {
                    int width = Math.min(COLS, cols - first);
                    for (int c = 0; c < width; c++) packed[to + c] = data[p + c * col];
                    Arrays.fill(packed, to + width, to + COLS, 0.0);
                }
            }
        }
    }
}

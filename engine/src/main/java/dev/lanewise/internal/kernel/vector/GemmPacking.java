package dev.lanewise.internal.kernel.vector;

import java.util.Arrays;

import dev.lanewise.internal.kernel.MatrixView;

/// Copies blocks of A and B into the order in which [GemmTile] reads them, so that it meets unit strides only.
///
/// Rows and columns that the last panel lacks are filled with zeros; they make rows and columns of C that are thrown
/// away. The depth k is never padded: a step too many would turn −0.0 into +0.0.
final class GemmPacking {
    private GemmPacking() {}

    /// α·A in panels of 8 rows: panel by panel, for each k the 8 elements of the column.
    static void packA(double alpha, MatrixView a, double[] packed) {
        int to = 0;
        for (int i = 0; i < a.rows(); i += GemmTile.ROWS) {
            int from = a.offset() + i * a.rowStride();
            if (a.rows() - i >= GemmTile.ROWS) {
                packEightRows(alpha, a, from, packed, to);
            } else {
                Arrays.fill(packed, to, to + GemmTile.ROWS * a.cols(), 0.0);
                for (int r = 0; r < a.rows() - i; r++) {
                    for (int k = 0; k < a.cols(); k++) {
                        packed[to + k * GemmTile.ROWS + r] = alpha * a.data()[from + r * a.rowStride() + k * a
                                .colStride()];
                    }
                }
            }
            to += GemmTile.ROWS * a.cols();
        }
    }

    private static void packEightRows(double alpha, MatrixView a, int from, double[] packed, int to) {
        double[] data = a.data();
        int row = a.rowStride();
        int r0 = from, r1 = r0 + row, r2 = r1 + row, r3 = r2 + row, r4 = r3 + row, r5 = r4 + row, r6 = r5 + row;
        int r7 = r6 + row;
        for (int k = 0, p = 0, q = to; k < a.cols(); k++, p += a.colStride(), q += GemmTile.ROWS) {
            packed[q] = alpha * data[r0 + p];
            packed[q + 1] = alpha * data[r1 + p];
            packed[q + 2] = alpha * data[r2 + p];
            packed[q + 3] = alpha * data[r3 + p];
            packed[q + 4] = alpha * data[r4 + p];
            packed[q + 5] = alpha * data[r5 + p];
            packed[q + 6] = alpha * data[r6 + p];
            packed[q + 7] = alpha * data[r7 + p];
        }
    }

    /// B in panels of 3 vectors: panel by panel, for each k the elements of the row.
    static void packB(MatrixView b, double[] packed) {
        int to = 0;
        for (int j = 0; j < b.cols(); j += GemmTile.COLS) {
            int width = Math.min(GemmTile.COLS, b.cols() - j);
            for (int k = 0; k < b.rows(); k++, to += GemmTile.COLS) {
                int from = b.offset() + k * b.rowStride() + j * b.colStride();
                if (b.colStride() == 1) {
                    System.arraycopy(b.data(), from, packed, to, width);
                } else {
                    for (int l = 0; l < width; l++) packed[to + l] = b.data()[from + l * b.colStride()];
                }
                if (width < GemmTile.COLS) Arrays.fill(packed, to + width, to + GemmTile.COLS, 0.0);
            }
        }
    }
}

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
        double[] data = a.data();
        int depth = a.cols();
        for (int i = 0; i < a.rows(); i++) {
            int from = a.offset() + i * a.rowStride();
            int to = i / GemmTile.ROWS * GemmTile.ROWS * depth + i % GemmTile.ROWS;
            for (int k = 0; k < depth; k++) packed[to + k * GemmTile.ROWS] = alpha * data[from + k * a.colStride()];
        }
        for (int i = a.rows(); i % GemmTile.ROWS != 0; i++) {
            int to = i / GemmTile.ROWS * GemmTile.ROWS * depth + i % GemmTile.ROWS;
            for (int k = 0; k < depth; k++) packed[to + k * GemmTile.ROWS] = 0.0;
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
                if (width < GemmTile.COLS)
                    Arrays.fill(packed, to + width, to + GemmTile.COLS, 0.0);
            }
        }
    }
}

package dev.lanewise.internal.kernel.vector;

import dev.lanewise.internal.kernel.MatrixView;
import dev.lanewise.internal.kernel.scalar.ScalarProducts;

/// C ← αAB + βC where packing B would not pay: it is small enough for the first-level cache, or meets few rows of A. The
/// rows of B and C must be contiguous; A may have any strides.
///
///       four rows at a time:    6 vectors of columns │ … │ 2 vectors │ … │ 1 │ columns, as a vector that is padded
///       rows behind the last four: one at a time ([VectorGemvT])
final class VectorGemmInPlace {
    private static final int LANES = Width.species().length();
    private static final int ROWS = GemmTile.ROWS;
    /// Elements of a B that stays in the first-level cache.
    private static final int SMALL = 4096;

    private VectorGemmInPlace() {}

    static boolean suits(MatrixView a, MatrixView b, MatrixView c) {
        return b.colStride() == 1 && c.colStride() == 1 && ((long) b.rows() * b.cols() <= SMALL || a.rows() < ROWS);
    }

    static void gemm(double alpha, MatrixView a, MatrixView b, double beta, MatrixView c) {
        int m = c.rows(), depth = a.cols(), i = 0;
        boolean inPlace = alpha == 1.0 && a.colStride() == 1;
        double[] rows = inPlace ? a.data() : new double[Math.min(m, ROWS) * depth];
        if (m >= ROWS) {
            if (beta != 0.0) ScalarProducts.scale(beta, c.block(0, 0, m - m % ROWS, c.cols()));
            int tail = c.cols() % LANES;
            double[] packedTail = new double[tail == 0 ? 0 : 2 * GemmPacking.panel(depth)];
            double[] edge = new double[tail == 0 ? 0 : ROWS * LANES];
            if (tail > 0) GemmPacking.packB(b, 0, c.cols() - tail, depth, tail, packedTail);
            for (; i <= m - ROWS; i += ROWS) {
                if (!inPlace) GemmPacking.copyA(alpha, a, i, 0, ROWS, depth, rows);
                int at = inPlace ? a.offset() + i * a.rowStride() : 0, row = inPlace ? a.rowStride() : depth;
                fourRows(depth, rows, at, row, b, beta == 0.0, c, i);
                if (tail > 0) tail(depth, rows, at, row, packedTail, beta == 0.0, c, i, tail, edge);
            }
        }
        for (; i < m; i++) {
            if (!inPlace) copyRow(a, i, rows);
            int at = inPlace ? a.offset() + i * a.rowStride() : 0;
            VectorGemvT.gemvT(depth, c.cols(), alpha, b.data(), b.offset(), b.rowStride(), rows, at, beta, c.data(), c
                    .offset() + i * c.rowStride());
        }
    }

    /// The whole vectors of columns of rows i to i + 3.
    private static void fourRows(int depth, double[] a, int aOff, int aRow, MatrixView b, boolean fresh, MatrixView c,
            int i) {
        int row = c.rowStride(), end = c.cols() - c.cols() % LANES, j = 0;
        double[] data = c.data(), start = fresh ? GemmTile.ZEROS : data;
        int startRow = fresh ? 0 : row;
        if (GemmTile.VECTORS == GemmTile4x6.VECTORS) {
            for (; j <= end - 6 * LANES; j += 6 * LANES) {
                int at = c.offset() + i * row + j;
                GemmTileInPlace.sixVectors(depth, a, aOff, aRow, b.data(), b.offset() + j, b.rowStride(), start, fresh
                        ? 0
                        : at, startRow, data, at, row);
            }
        }
        for (; j <= end - 2 * LANES; j += 2 * LANES) {
            int at = c.offset() + i * row + j;
            GemmTileInPlace.twoVectors(depth, a, aOff, aRow, b.data(), b.offset() + j, b.rowStride(), start, fresh
                    ? 0
                    : at, startRow, data, at, row);
        }
        if (j < end) {
            int at = c.offset() + i * row + j;
            GemmTileInPlace.oneVector(depth, a, aOff, aRow, b.data(), b.offset() + j, b.rowStride(), start, fresh
                    ? 0
                    : at, startRow, data, at, row);
        }
    }

    /// The last columns of rows i to i + 3, fewer than a vector.
    private static void tail(int depth, double[] a, int aOff, int aRow, double[] packed, boolean fresh, MatrixView c,
            int i, int width, double[] edge) {
        double[] data = c.data();
        int row = c.rowStride(), at = c.offset() + i * row + c.cols() - width;
        for (int r = 0; r < ROWS; r++) {
            for (int j = 0; j < width; j++) edge[r * LANES + j] = fresh ? 0.0 : data[at + r * row + j];
        }
        GemmTileInPlace.oneVector(depth, a, aOff, aRow, packed, 0, LANES, edge, 0, LANES, edge, 0, LANES);
        for (int r = 0; r < ROWS; r++) {
            for (int j = 0; j < width; j++) data[at + r * row + j] = edge[r * LANES + j];
        }
    }

    private static void copyRow(MatrixView a, int i, double[] row) {
        int from = a.offset() + i * a.rowStride(), col = a.colStride();
        for (int k = 0; k < a.cols(); k++) row[k] = a.data()[from + k * col];
    }
}

package dev.lanewise.internal.kernel.vector;

import dev.lanewise.internal.kernel.MatrixView;
import dev.lanewise.internal.kernel.scalar.ScalarProducts;

/// C ← αAB + βC where packing B would not pay: it is small enough for the first-level cache, or meets few rows of A. The
/// rows of B and C must be contiguous; A may have any strides.
///
///       four rows at a time:    6 vectors of columns │ … │ 2 vectors │ … │ 1 │ columns left, as the end of a vector
///       rows left: the end of four, or one at a time ([VectorGemvT])
///
/// Where sums start from zero, what is left is computed together with its neighbours before it, a second time and with
/// the same bits. Where they start from C that would add twice; the last columns then pass through an array of their own.
final class VectorGemmInPlace {
    private static final int LANES = Width.species().length();
    private static final int ROWS = GemmTile.ROWS;
    /// Elements of a B that stays in the first-level cache.
    private static final int SMALL = 4096;
    private static final double[] NONE = {};

    private VectorGemmInPlace() {}

    static boolean suits(MatrixView a, MatrixView b, MatrixView c) {
        return b.colStride() == 1 && c.colStride() == 1 && ((long) b.rows() * b.cols() <= SMALL || a.rows() < ROWS);
    }

    static void gemm(double alpha, MatrixView a, MatrixView b, double beta, MatrixView c) {
        int m = c.rows(), depth = a.cols(), i = 0;
        boolean inPlace = alpha == 1.0 && a.colStride() == 1, fresh = beta == 0.0;
        double[] rows = inPlace ? a.data() : new double[Math.min(m, ROWS) * depth];
        if (m >= ROWS) {
            if (!fresh) ScalarProducts.scale(beta, c.block(0, 0, m - m % ROWS, c.cols()));
            double[] narrow = narrow(b);
            boolean direct = c.cols() % LANES == 0 || fresh && c.cols() >= LANES;
            double[] edge = direct ? NONE : new double[ROWS * LANES];
            for (; i < m && (fresh || i <= m - ROWS); i += ROWS) {
                int first = Math.min(i, m - ROWS);
                if (!inPlace) GemmPacking.copyA(alpha, a, first, 0, ROWS, depth, rows);
                int at = inPlace ? a.offset() + first * a.rowStride() : 0, row = inPlace ? a.rowStride() : depth;
                fourRows(depth, rows, at, row, b, fresh, c, first);
                lastColumns(depth, rows, at, row, b, narrow, fresh, c, first, edge);
            }
        }
        for (; i < m; i++) {
            if (!inPlace) copyRow(a, i, rows);
            int at = inPlace ? a.offset() + i * a.rowStride() : 0;
            VectorGemvT.gemvT(depth, c.cols(), alpha, b.data(), b.offset(), b.rowStride(), rows, at, beta, c.data(), c
                    .offset() + i * c.rowStride());
        }
    }

    /// B as a padded panel where it has fewer columns than a vector, else nothing.
    private static double[] narrow(MatrixView b) {
        if (b.cols() >= LANES) return NONE;
        double[] packed = new double[GemmPacking.panels(b.cols()) * GemmPacking.panel(b.rows())];
        GemmPacking.packB(b, 0, 0, b.rows(), b.cols(), packed);
        return packed;
    }

    /// The whole vectors of columns of rows i to i + 3.
    private static void fourRows(int depth, double[] a, int aOff, int aRow, MatrixView b, boolean fresh, MatrixView c,
            int i) {
        int row = c.rowStride(), end = c.cols() - c.cols() % LANES, j = 0;
        double[] data = c.data(), start = fresh ? GemmTile.ZEROS : data;
        int startRow = fresh ? 0 : row;
        if (Width.REGISTERS >= 32) {
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

    /// The columns of rows i to i + 3 that are left, fewer than a vector: the last lanes of one that ends with them, or
    /// the first of one that is padded.
    private static void lastColumns(int depth, double[] a, int aOff, int aRow, MatrixView b, double[] narrow,
            boolean fresh, MatrixView c, int i, double[] edge) {
        int n = c.cols(), width = n % LANES, row = c.rowStride(), end = c.offset() + i * row + n;
        if (width == 0) return;
        double[] data = c.data();
        if (fresh && n >= LANES) {
            GemmTileInPlace.oneVector(depth, a, aOff, aRow, b.data(), b.offset() + n - LANES, b.rowStride(),
                    GemmTile.ZEROS, 0, 0, data, end - LANES, row);
            return;
        }
        int lane = n >= LANES ? LANES - width : 0;
        for (int r = 0; r < ROWS; r++) {
            for (int j = 0; j < width; j++) edge[r * LANES + lane + j] = fresh ? 0.0 : data[end - width + r * row + j];
        }
        if (n >= LANES) {
            GemmTileInPlace.oneVector(depth, a, aOff, aRow, b.data(), b.offset() + n - LANES, b.rowStride(), edge, 0,
                    LANES, edge, 0, LANES);
        } else {
            GemmTileInPlace.oneVector(depth, a, aOff, aRow, narrow, 0, LANES, edge, 0, LANES, edge, 0, LANES);
        }
        for (int r = 0; r < ROWS; r++) {
            for (int j = 0; j < width; j++) data[end - width + r * row + j] = edge[r * LANES + lane + j];
        }
    }

    private static void copyRow(MatrixView a, int i, double[] row) {
        int from = a.offset() + i * a.rowStride(), col = a.colStride();
        for (int k = 0; k < a.cols(); k++) row[k] = a.data()[from + k * col];
    }
}

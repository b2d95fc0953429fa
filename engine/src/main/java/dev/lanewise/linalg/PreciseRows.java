package dev.lanewise.linalg;

import java.util.Arrays;

import dev.lanewise.internal.backend.Backend;
import dev.lanewise.internal.kernel.Kernels;

/// The rows of a least-squares problem, S(A + A′)x ≈ Sb with a diagonal S, as refinement reads them: b − Ax and Aᵀr as if
/// computed in twice the working precision and rounded once.
///
/// **Method**: products by FMA and sums by TwoSum leave their errors exactly; the errors are summed beside the sums (T.
/// Ogita, S. Rump and S. Oishi, *Accurate sum and dot product*, SIAM J. Sci. Comput. 26 (2005), Dot2).
///
/// **Reproducibility**: row sums by ascending column, column sums by ascending row, each a single chain.
final class PreciseRows {
    /// Rows of A that are transposed at a time, and columns: they stay in the first-level cache.
    private static final int BLOCK_ROWS = 32;
    private static final int BLOCK_COLS = 64;
    /// Rows that a sum of columns goes down at a time: they come from memory side by side, fewer where they are long.
    private static final int BAND = 16;
    private static final int LONG = 64;

    private final int rows;
    private final int cols;
    /// Row-major; null as long as nobody has asked where [#columns] was kept. Threads that ask at once make the same.
    private volatile double[] a;
    /// A with its columns one after the other, or null where it is transposed block by block each time.
    private final double[] columns;
    /// What the rounding of A to doubles has cut off, or null.
    private final double[] low;
    /// The diagonal of S, or null where it is I.
    private final double[] scales;

    private PreciseRows(int rows, int cols, double[] a, double[] columns, double[] low, double[] scales) {
        this.rows = rows;
        this.cols = cols;
        this.a = a;
        this.columns = columns;
        this.low = low;
        this.scales = scales;
    }

    /// Row-major elements, shared.
    PreciseRows(int rows, int cols, double[] a, double[] low, double[] scales) {
        this(rows, cols, a, null, low, scales);
    }

    /// Row-major elements that are shared for a while, and of which [#kept] does not share any: the copy that it takes is
    /// the transposed one, which is of use meanwhile.
    static PreciseRows keeping(int rows, int cols, double[] a, double[] scales) {
        return new PreciseRows(rows, cols, a, transposed(a, rows, cols), null, scales);
    }

    /// The same rows without elements that others might change.
    PreciseRows kept() {
        return columns == null ? this : new PreciseRows(rows, cols, null, columns, low, scales);
    }

    private double[] rowMajor() {
        double[] found = a;
        if (found == null) {
            found = transposed(columns, cols, rows);
            a = found;
        }
        return found;
    }

    /// A diagonal matrix.
    static PreciseRows diagonal(double[] elements) {
        int n = elements.length;
        double[] a = new double[n * n];
        for (int j = 0; j < n; j++) a[j * n + j] = elements[j];
        return new PreciseRows(n, n, a, null, null);
    }

    int rows() {
        return rows;
    }

    int cols() {
        return cols;
    }

    /// high + low ← S(b − Ax).
    void residual(double[] b, double[] x, double[] high, double[] rest) {
        System.arraycopy(b, 0, high, 0, rows);
        Arrays.fill(rest, 0, rows, 0.0);
        double[] minus = new double[cols], zeros = new double[cols];
        for (int j = 0; j < cols; j++) minus[j] = -x[j];
        if (columns != null) {
            subtract(cols, rows, columns, null, 0, rows, minus, zeros, 0, high, rest, 0);
        } else {
            subtractBlocks(minus, zeros, high, rest);
        }
        for (int i = 0; i < rows; i++) {
            double value = high[i] + rest[i];
            double error = (high[i] - value) + rest[i];
            double scale = scales == null ? 1.0 : scales[i];
            high[i] = scale * value;
            rest[i] = Math.fma(scale, value, -high[i]) + scale * error;
        }
    }

    private void subtractBlocks(double[] minus, double[] zeros, double[] high, double[] rest) {
        double[] block = new double[BLOCK_ROWS * Math.min(cols, BLOCK_COLS)];
        double[] lows = low == null ? null : new double[block.length];
        for (int i = 0; i < rows; i += BLOCK_ROWS) {
            int height = Math.min(BLOCK_ROWS, rows - i);
            for (int j = 0; j < cols; j += BLOCK_COLS) {
                int width = Math.min(BLOCK_COLS, cols - j);
                transpose(a, i * cols + j, cols, height, width, block, BLOCK_ROWS);
                if (low != null) transpose(low, i * cols + j, cols, height, width, lows, BLOCK_ROWS);
                subtract(width, height, block, lows, 0, BLOCK_ROWS, minus, zeros, j, high, rest, i);
            }
        }
    }

    /// rest ← rest − SAy, for a y so small that the working precision is enough.
    void subtractProduct(double[] y, double[] rest) {
        double[] a = rowMajor();
        for (int i = 0, at = 0; i < rows; i++) {
            double sum = 0.0;
            for (int j = 0; j < cols; j++, at++) sum = Math.fma(a[at], y[j], sum);
            rest[i] -= scales == null ? sum : scales[i] * sum;
        }
    }

    private static double[] transposed(double[] a, int rows, int cols) {
        double[] transposed = new double[rows * cols];
        transpose(a, 0, cols, rows, cols, transposed, rows);
        return transposed;
    }

    /// A block with its columns one after the other: rows side by side are sums side by side. Eight columns a turn take
    /// half the time of one.
    private static void transpose(double[] a, int first, int stride, int height, int width, double[] columns,
            int apart) {
        int j = 0;
        for (; j <= width - 8; j += 8) {
            for (int i = 0, from = first + j, to = j * apart; i < height; i++, from += stride, to++) {
                double a0 = a[from], a1 = a[from + 1], a2 = a[from + 2], a3 = a[from + 3];
                double a4 = a[from + 4], a5 = a[from + 5], a6 = a[from + 6], a7 = a[from + 7];
                columns[to] = a0;
                columns[to + apart] = a1;
                columns[to + 2 * apart] = a2;
                columns[to + 3 * apart] = a3;
                columns[to + 4 * apart] = a4;
                columns[to + 5 * apart] = a5;
                columns[to + 6 * apart] = a6;
                columns[to + 7 * apart] = a7;
            }
        }
        for (; j < width; j++) {
            for (int i = 0, from = first + j, to = j * apart; i < height; i++, from += stride)
                columns[to + i] = a[from];
        }
    }

    /// (c + c′) − AᵀS(r + r′).
    ///
    /// @param rest r′, or null for 0
    double[] gradient(double[] c, double[] cRest, double[] r, double[] rest) {
        double[] sums = c.clone();
        double[] errors = cRest.clone();
        subtract(r, rest, sums, errors);
        for (int j = 0; j < cols; j++) sums[j] += errors[j];
        return sums;
    }

    /// sums + errors ← sums + errors − AᵀS(r + r′), where rows that are cut differently give the same bits.
    ///
    /// @param rest r′, or null for 0
    void subtract(double[] r, double[] rest, double[] sums, double[] errors) {
        int band = cols < LONG ? 2 * BAND : BAND;
        double[] weights = new double[band], weightRests = new double[band], a = rowMajor();
        for (int from = 0; from < rows; from += band) {
            int height = Math.min(band, rows - from);
            for (int k = 0; k < height; k++) {
                int i = from + k;
                double scale = scales == null ? -1.0 : -scales[i];
                weights[k] = scale * r[i];
                weightRests[k] = Math.fma(scale, r[i], -weights[k]) + (rest == null ? 0.0 : scale * rest[i]);
            }
            subtract(height, cols, a, low, from * cols, cols, weights, weightRests, 0, sums, errors, 0);
        }
    }

    /// s + e ← s + e + (M + M′)ᵀ(w + w′), M′ or none: of products with M′ only their sum with the errors matters.
    private static void subtract(int terms, int count, double[] m, double[] mLow, int mOff, int mStride, double[] w,
            double[] wRest, int wOff, double[] s, double[] e, int sOff) {
        Kernels kernels = Backend.kernels();
        if (mLow == null) {
            kernels.preciseProducts(terms, count, m, mOff, mStride, w, wRest, wOff, s, e, sOff);
            return;
        }
        for (int k = 0; k < terms; k++) {
            int at = mOff + k * mStride;
            kernels.preciseProducts(1, count, m, at, mStride, w, wRest, wOff + k, s, e, sOff);
            for (int j = 0; j < count; j++) e[sOff + j] = Math.fma(mLow[at + j], w[wOff + k], e[sOff + j]);
        }
    }
}

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
    /// Rows that a sum of columns goes down at a time: they come from memory side by side.
    private static final int BAND = 16;

    private final int rows;
    private final int cols;
    private final double[] a;
    /// What the rounding of A to doubles has cut off, or null.
    private final double[] low;
    /// The diagonal of S, or null where it is I.
    private final double[] scales;

    /// Row-major elements, shared.
    PreciseRows(int rows, int cols, double[] a, double[] low, double[] scales) {
        this.rows = rows;
        this.cols = cols;
        this.a = a;
        this.low = low;
        this.scales = scales;
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
        double[] columns = new double[Math.min(rows, BLOCK_ROWS) * Math.min(cols, BLOCK_COLS)];
        double[] lows = low == null ? null : new double[columns.length];
        for (int i = 0; i < rows; i += BLOCK_ROWS) {
            int height = Math.min(BLOCK_ROWS, rows - i);
            for (int j = 0; j < cols; j += BLOCK_COLS) {
                int width = Math.min(BLOCK_COLS, cols - j);
                transpose(a, i, j, height, width, columns);
                if (low != null) transpose(low, i, j, height, width, lows);
                subtract(width, height, columns, lows, 0, height, minus, zeros, j, high, rest, i);
            }
        }
        for (int i = 0; i < rows; i++) {
            double value = high[i] + rest[i];
            double error = (high[i] - value) + rest[i];
            double scale = scales == null ? 1.0 : scales[i];
            high[i] = scale * value;
            rest[i] = Math.fma(scale, value, -high[i]) + scale * error;
        }
    }

    /// rest ← rest − SAy, for a y so small that the working precision is enough.
    void subtractProduct(double[] y, double[] rest) {
        for (int i = 0, at = 0; i < rows; i++) {
            double sum = 0.0;
            for (int j = 0; j < cols; j++, at++) sum = Math.fma(a[at], y[j], sum);
            rest[i] -= scales == null ? sum : scales[i] * sum;
        }
    }

    /// A block with its columns one after the other: rows side by side are sums side by side.
    private void transpose(double[] a, int row, int column, int height, int width, double[] columns) {
        for (int i = 0; i < height; i++) {
            int from = (row + i) * cols + column;
            for (int j = 0, to = i; j < width; j++, to += height) columns[to] = a[from + j];
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
        double[] weights = new double[BAND], weightRests = new double[BAND];
        for (int from = 0; from < rows; from += BAND) {
            int height = Math.min(BAND, rows - from);
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

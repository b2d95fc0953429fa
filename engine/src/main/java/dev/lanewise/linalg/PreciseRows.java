package dev.lanewise.linalg;

/// The rows of a least-squares problem, S(A + A′)x ≈ Sb with a diagonal S, as refinement reads them: b − Ax and Aᵀr as if
/// computed in twice the working precision and rounded once.
///
/// **Method**: products by FMA and sums by TwoSum leave their errors exactly; the errors are summed beside the sums (T.
/// Ogita, S. Rump and S. Oishi, *Accurate sum and dot product*, SIAM J. Sci. Comput. 26 (2005), Dot2).
///
/// **Reproducibility**: row sums by ascending column, column sums by ascending row, each a single chain.
final class PreciseRows {
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
        for (int i = 0, at = 0; i < rows; i++) {
            double sum = b[i], errors = 0.0;
            for (int j = 0; j < cols; j++, at++) {
                double minus = -a[at];
                double product = minus * x[j];
                double next = sum + product;
                double back = next - sum;
                errors += ((sum - (next - back)) + (product - back)) + Math.fma(minus, x[j], -product);
                if (low != null) errors = Math.fma(-low[at], x[j], errors);
                sum = next;
            }
            double value = sum + errors;
            double error = (sum - value) + errors;
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
        for (int i = 0; i < rows; i++) {
            double scale = scales == null ? -1.0 : -scales[i];
            double weight = scale * r[i];
            double weightRest = Math.fma(scale, r[i], -weight) + (rest == null ? 0.0 : scale * rest[i]);
            add(i * cols, weight, weightRest, sums, errors);
            if (low != null) {
                for (int j = 0; j < cols; j++) errors[j] = Math.fma(low[i * cols + j], weight, errors[j]);
            }
        }
    }

    /// Columns side by side, which C2 turns into vectors.
    private void add(int at, double weight, double weightRest, double[] sums, double[] errors) {
        for (int j = 0; j < cols; j++) {
            double element = a[at + j];
            double sum = sums[j];
            double product = element * weight;
            double next = sum + product;
            double back = next - sum;
            double lost = ((sum - (next - back)) + (product - back)) + Math.fma(element, weight, -product);
            errors[j] += Math.fma(element, weightRest, lost);
            sums[j] = next;
        }
    }
}

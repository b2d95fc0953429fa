package dev.lanewise.linalg;

import java.util.Arrays;

import dev.lanewise.internal.backend.Backend;
import dev.lanewise.internal.kernel.Kernels;

/// AP = QR with columns chosen so that each diagonal element is at least as long as what remains of any later column:
/// ‖R(k:j, j)‖ ≤ (1 + 4√u)·|rₖₖ| for j > k.
///
/// **Method**: P. Businger and G. Golub, *Linear least squares solutions by Householder transformations*, Numer. Math.
/// 7 (1965). The lengths of the remainders are downdated, and computed anew where cancellation has eaten half their
/// digits (Z. Drmač and Z. Bujanović, *On the failure of rank-revealing QR factorization software*, LAPACK Working
/// Note 176): without that guard a remainder may be believed long that is not.
///
/// It serves triangles, which are small, so it works column by column and keeps its reflectors as vectors.
final class PivotedQr {
    /// Downdated lengths are trusted to half the digits.
    private static final double SQRT_EPS = 0x1p-26;

    private final int rows;
    private final int cols;
    private final double[] r;
    private final int[] order;
    private final double[][] reflectors;
    private final double[] taus;

    private PivotedQr(double[] a, int rows, int cols, int[] order, boolean pivoting, double noise) {
        this.rows = rows;
        this.cols = cols;
        this.order = order.clone();
        int steps = Math.min(rows, cols);
        reflectors = new double[steps][];
        taus = new double[steps];
        r = new double[rows * cols];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < cols; j++) r[i * cols + j] = a[i * cols + order[j]];
        }
        double[] lengths = new double[cols];
        for (int j = 0; j < cols; j++) lengths[j] = remainder(j, 0);
        double[] trusted = lengths.clone();
        double[] floors = new double[cols];
        for (int j = 0; j < cols; j++) floors[j] = noise * lengths[j];
        for (int k = 0; k < steps; k++) {
            if (pivoting) exchange(k, longest(lengths, floors, k), lengths, trusted, floors);
            eliminate(k);
            for (int j = k + 1; j < cols && pivoting; j++) downdate(k, j, lengths, trusted);
        }
    }

    /// Factors a row-major rows × cols matrix, which is not changed.
    static PivotedQr of(double[] a, int rows, int cols) {
        return aboveNoise(a, rows, cols, 0.0);
    }

    /// The same, but a column of which no more is left than `noise` times its length waits until all others have been
    /// chosen, however long it is beside them.
    static PivotedQr aboveNoise(double[] a, int rows, int cols, double noise) {
        int[] natural = new int[cols];
        Arrays.setAll(natural, j -> j);
        return new PivotedQr(a, rows, cols, natural, true, noise);
    }

    /// The factorisation with the columns in a given order.
    static PivotedQr inOrder(double[] a, int rows, int cols, int[] order) {
        return new PivotedQr(a, rows, cols, order, false, 0.0);
    }

    /// R, row-major with row length [#cols]; shared.
    double[] r() {
        return r;
    }

    int rows() {
        return rows;
    }

    int cols() {
        return cols;
    }

    /// |rₖₖ|.
    double pivot(int k) {
        return Math.abs(r[k * cols + k]);
    }

    /// Column k of AP is column order()[k] of A; shared.
    int[] order() {
        return order;
    }

    /// C ← QᵀC on the first rows() rows of C, row-major with k columns.
    void applyTransposed(double[] c, int k) {
        for (int step = 0; step < taus.length; step++) reflect(reflectors[step], taus[step], c, k, step, 0);
    }

    private static int longest(double[] lengths, double[] floors, int from) {
        int best = from;
        for (int j = from + 1; j < lengths.length; j++) {
            boolean counts = lengths[j] > floors[j];
            boolean bestCounts = lengths[best] > floors[best];
            if (counts == bestCounts ? lengths[j] > lengths[best] : counts) best = j;
        }
        return best;
    }

    private void exchange(int k, int p, double[]... alongside) {
        for (int i = 0; i < rows; i++) exchange(r, i * cols + k, i * cols + p);
        for (double[] values : alongside) exchange(values, k, p);
        int column = order[k];
        order[k] = order[p];
        order[p] = column;
    }

    private static void exchange(double[] values, int k, int p) {
        double value = values[k];
        values[k] = values[p];
        values[p] = value;
    }

    private void eliminate(int k) {
        double[] v = Matrix.column(r, cols, k, k, rows);
        Reflector h = Reflector.make(v);
        reflectors[k] = v;
        taus[k] = h.tau();
        r[k * cols + k] = h.beta();
        for (int i = k + 1; i < rows; i++) r[i * cols + k] = 0.0;
        reflect(v, h.tau(), r, cols, k, k + 1);
    }

    /// C ← (I − τvvᵀ)C on the rows from `first` down and the columns from `from` on; C has `width` columns.
    private void reflect(double[] v, double tau, double[] c, int width, int first, int from) {
        int count = width - from;
        if (tau == 0.0 || count <= 0) return;
        Kernels kernels = Backend.kernels();
        double[] w = new double[count];
        for (int i = 0; i < v.length; i++) kernels.axpy(count, v[i], c, (first + i) * width + from, w, 0);
        kernels.scal(count, -tau, w, 0);
        for (int i = 0; i < v.length; i++) kernels.axpy(count, v[i], w, 0, c, (first + i) * width + from);
    }

    /// The length of what is left of column j after row k has been split off.
    private void downdate(int k, int j, double[] lengths, double[] trusted) {
        if (lengths[j] == 0.0) return;
        double ratio = Math.abs(r[k * cols + j]) / lengths[j];
        double kept = Math.max(0.0, (1.0 + ratio) * (1.0 - ratio));
        double since = lengths[j] / trusted[j];
        if (kept * since * since <= SQRT_EPS) {
            lengths[j] = remainder(j, k + 1);
            trusted[j] = lengths[j];
        } else {
            lengths[j] *= Math.sqrt(kept);
        }
    }

    private double remainder(int j, int from) {
        return Blas.nrm2(Matrix.column(r, cols, j, from, rows));
    }
}

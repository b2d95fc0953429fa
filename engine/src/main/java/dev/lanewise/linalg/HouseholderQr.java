package dev.lanewise.linalg;

import dev.lanewise.internal.kernel.MatrixView;

/// A = QR with Q orthogonal (m × m) and R upper trapezoidal (m × n), diag(R) ≥ 0.
///
/// **Method**: Householder reflectors in panels of eight columns, each panel kept as I − VTVᵀ and applied by matrix
/// products (Schreiber and Van Loan 1989; N. Higham, *Accuracy and Stability of Numerical Algorithms*, ch. 19). Columns
/// are scaled by powers of two where their squares would over- or underflow, reflectors where a remainder would.
///
/// **Error**: ‖A − QR‖ and ‖QᵀQ − I‖ stay below 30 max(m, n)·2⁻⁵³ (relative to ‖A‖), LAPACK's own bound; column by
/// column the first holds relative to the column's length, whatever the scales of the others.
///
/// **Reproducibility**: the same bits at every vector width; column j of many that Q is applied to has the bits of that
/// column alone.
///
/// Immutable, and safe for many threads. A is copied, m·n doubles, while the factors are made; these need as much again,
/// with n rounded up to a multiple of eight, and R.
public final class HouseholderQr {
    private final int rows;
    private final int cols;
    private final int[] exponents;
    private final Panel[] panels;
    private final double[] r;
    private final boolean[] flipped;

    private HouseholderQr(Matrix a, int[] exponents) {
        if (a.rows() > Integer.MAX_VALUE / Panel.WIDTH) {
            throw new IllegalArgumentException(
                    "HouseholderQr: A is %d × %d, but a panel of eight columns holds no more "
                            .formatted(a.rows(), a.cols()) + "than %d rows".formatted(Integer.MAX_VALUE / Panel.WIDTH));
        }
        this.rows = a.rows();
        this.cols = a.cols();
        this.exponents = exponents;
        int steps = Math.min(rows, cols);
        double[] work = ColumnScale.scaled(a.array(), exponents);
        panels = new Panel[(steps + Panel.WIDTH - 1) / Panel.WIDTH];
        for (int p = 0; p < panels.length; p++) {
            int first = p * Panel.WIDTH;
            int next = Math.min(first + Panel.WIDTH, steps);
            panels[p] = Panel.factor(work, rows, cols, first, next - first);
            panels[p].apply(true, MatrixView.rowMajor(work, 0, rows, cols).block(0, next, rows, cols - next));
        }
        flipped = new boolean[steps];
        r = new double[steps * cols];
        for (int i = 0; i < steps; i++) {
            flipped[i] = work[i * cols + i] < 0.0;
            for (int j = i; j < cols; j++) r[i * cols + j] = flipped[i] ? 0.0 - work[i * cols + j] : work[i * cols + j];
        }
    }

    /// Factors a matrix of any shape.
    ///
    /// @param a A, m × n, not changed
    /// @return its factors
    /// @throws IllegalArgumentException if an element is NaN or infinite, or A has more than 2²⁸ − 1 rows
    public static HouseholderQr of(Matrix a) {
        return of(a, ColumnScale.exponents("HouseholderQr", "A", a));
    }

    /// Factors a matrix that has been checked, column j taken times 2^(−exponents[j]).
    static HouseholderQr of(Matrix a, int[] exponents) {
        return new HouseholderQr(a, exponents);
    }

    /// The rows of A.
    ///
    /// @return m
    public int rows() {
        return rows;
    }

    /// The columns of A.
    ///
    /// @return n
    public int cols() {
        return cols;
    }

    /// The rows of R that are not zero by their place: upper trapezoidal with diag(R) ≥ 0.
    ///
    /// @return a new min(m, n) × n matrix; an element beyond the largest double is infinite
    public Matrix r() {
        int[] back = new int[cols];
        for (int j = 0; j < cols; j++) back[j] = -exponents[j];
        return Matrix.wrap(flipped.length, cols, ColumnScale.scaled(r, back));
    }

    /// R of the scaled columns, min(m, n) × n row-major; shared, not to be changed.
    double[] scaledR() {
        return r;
    }

    /// The exponents of the columns of [#scaledR]; shared, not to be changed.
    int[] exponents() {
        return exponents;
    }

    /// The first min(m, n) columns of Q, an orthonormal basis of A's columns where A has full column rank.
    ///
    /// @return a new m × min(m, n) matrix
    public Matrix thinQ() {
        return leadingColumns(flipped.length);
    }

    /// The whole of Q.
    ///
    /// @return a new m × m matrix
    public Matrix q() {
        return leadingColumns(rows);
    }

    private Matrix leadingColumns(int count) {
        Matrix q = Matrix.zeros(rows, count);
        for (int j = 0; j < count; j++) q.set(j, j, 1.0);
        applyQInPlace(q);
        return q;
    }

    /// QC.
    ///
    /// @param c C, m × k, not changed
    /// @return a new m × k matrix
    /// @throws IllegalArgumentException if C does not have m rows
    public Matrix applyQ(Matrix c) {
        Matrix copy = checkRows("applyQ", c).copy();
        applyQInPlace(copy);
        return copy;
    }

    /// QᵀC: its first min(m, n) rows are what R is solved with, the norm of the others is the residual's.
    ///
    /// @param c C, m × k, not changed
    /// @return a new m × k matrix
    /// @throws IllegalArgumentException if C does not have m rows
    public Matrix applyQTransposed(Matrix c) {
        Matrix copy = checkRows("applyQTransposed", c).copy();
        applyQTransposedInPlace(copy);
        return copy;
    }

    void applyQTransposedInPlace(Matrix c) {
        MatrixView view = MatrixView.rowMajor(c.array(), 0, rows, c.cols());
        for (Panel panel : panels) panel.apply(true, view);
        flip(c);
    }

    private void applyQInPlace(Matrix c) {
        flip(c);
        MatrixView view = MatrixView.rowMajor(c.array(), 0, rows, c.cols());
        for (int p = panels.length - 1; p >= 0; p--) panels[p].apply(false, view);
    }

    /// The signs that make diag(R) ≥ 0 belong to Q as well. 0 − x is −x, but never −0.0.
    private void flip(Matrix c) {
        double[] data = c.array();
        for (int i = 0; i < flipped.length; i++) {
            for (int at = i * c.cols(); flipped[i] && at < (i + 1) * c.cols(); at++) data[at] = 0.0 - data[at];
        }
    }

    private Matrix checkRows(String operation, Matrix c) {
        if (c.rows() != rows) {
            throw new IllegalArgumentException("%s: Q is %d × %d but C is %d × %d".formatted(operation, rows, rows,
                    c.rows(), c.cols()));
        }
        return c;
    }
}

package dev.lanewise.linalg;

import java.util.Objects;

import dev.lanewise.internal.backend.Backend;
import dev.lanewise.internal.kernel.Kernels;

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
/// Immutable, and safe for many threads. The factors take the memory of one copy of A, with n rounded up to a multiple of
/// eight, and R.
public final class HouseholderQr {
    private final int rows;
    private final int cols;
    private final Panels v;
    private final Panel[] panels;
    private final Reduction reduction;
    private final boolean[] flipped;

    private HouseholderQr(String operation, Matrix a, String sideName, Matrix b) {
        rows = a.rows();
        cols = a.cols();
        int height = Math.max(rows, Panels.count(Math.min(rows, cols)) * Panels.WIDTH);
        Leaf leaf = new Leaf(operation, sideName, cols, b.cols(), height);
        leaf.pack(a, b, 0, rows);
        panels = leaf.factor(0);
        v = leaf.panels();
        flipped = new boolean[Math.min(rows, cols)];
        for (int i = 0; i < flipped.length; i++) flipped[i] = v.data()[v.at(0, i, i)] < 0.0;
        reduction = leaf.reduction();
    }

    /// Factors a matrix of any shape.
    ///
    /// @param a A, m × n, not changed
    /// @return its factors
    /// @throws IllegalArgumentException if an element is NaN or infinite, or A with its columns filled up to a multiple
    ///     of eight is larger than an array can be
    public static HouseholderQr of(Matrix a) {
        Objects.requireNonNull(a, "HouseholderQr: A is null");
        return new HouseholderQr("HouseholderQr", a, "", Matrix.zeros(a.rows(), 0));
    }

    /// Factors A, and applies Qᵀ to the right-hand sides on the way.
    static HouseholderQr of(String operation, Matrix a, String sideName, Matrix b) {
        return new HouseholderQr(operation, a, sideName, b);
    }

    /// What is left of the least-squares problem with the right-hand sides that were given.
    Reduction reduction() {
        return reduction;
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
        return reduction.triangle();
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
        return applyQ(q);
    }

    /// Qc.
    ///
    /// @param c m elements, not changed
    /// @return a new array of m elements
    /// @throws IllegalArgumentException if c does not have m elements
    public double[] applyQ(double[] c) {
        return applyQ(Vectors.column("applyQ", "the column", c)).array();
    }

    /// QC.
    ///
    /// @param c C, m × k, not changed
    /// @return a new m × k matrix
    /// @throws IllegalArgumentException if C does not have m rows
    public Matrix applyQ(Matrix c) {
        Matrix flippedC = flip(checkRows("applyQ", c).copy());
        Panels work = panelsOf(flippedC);
        double[] scratch = new double[Kernels.REFLECT_SCRATCH];
        for (int p = panels.length - 1; p >= 0; p--) panels[p].apply(v, work, 0, work.count(), scratch);
        return Matrix.wrap(rows, c.cols(), work.get(0, rows, c.cols()));
    }

    /// Qᵀb: its first min(m, n) elements are what R is solved with, the norm of the others is the residual's.
    ///
    /// @param b m elements, not changed
    /// @return a new array of m elements
    /// @throws IllegalArgumentException if b does not have m elements
    public double[] applyQTransposed(double[] b) {
        return applyQTransposed(Vectors.column("applyQTransposed", "the column", b)).array();
    }

    /// QᵀC: its first min(m, n) rows are what R is solved with, the norm of the others is the residual's.
    ///
    /// @param c C, m × k, not changed
    /// @return a new m × k matrix
    /// @throws IllegalArgumentException if C does not have m rows
    public Matrix applyQTransposed(Matrix c) {
        Panels work = panelsOf(checkRows("applyQTransposed", c));
        double[] scratch = new double[Kernels.REFLECT_SCRATCH];
        for (Panel panel : panels) panel.applyTransposed(v, work, 0, work.count(), scratch);
        return flip(Matrix.wrap(rows, c.cols(), work.get(0, rows, c.cols())));
    }

    /// How many elements a column has for [#applyQInPlace]: those beyond m are zero.
    int height() {
        return v.rows();
    }

    /// c ← Qc.
    void applyQInPlace(double[] c) {
        flip(c);
        double[] scratch = new double[Kernels.REFLECT_COLUMN_SCRATCH];
        for (int p = panels.length; p >= 0; p--) Panel.reflectColumn(at(p), at(p - 1), false, v, c, 0, scratch);
    }

    /// c ← Qᵀc.
    void applyQTransposedInPlace(double[] c) {
        double[] scratch = new double[Kernels.REFLECT_COLUMN_SCRATCH];
        for (int p = 0; p <= panels.length; p++) Panel.reflectColumn(at(p - 1), at(p), true, v, c, 0, scratch);
        flip(c);
    }

    /// Null before the first and behind the last.
    private Panel at(int p) {
        return 0 <= p && p < panels.length ? panels[p] : null;
    }

    private void flip(double[] c) {
        for (int i = 0; i < flipped.length; i++) {
            if (flipped[i]) Reduction.negate(c, i, i + 1);
        }
    }

    private Panels panelsOf(Matrix c) {
        Panels work = Panels.zeros("HouseholderQr", v.rows(), Panels.count(c.cols()));
        if (c.cols() > 0) {
            Backend.kernels().packPanels(rows, c.cols(), c.array(), 0, work.data(), 0, work.stride(),
                    new double[c.cols()]);
        }
        return work;
    }

    private Matrix flip(Matrix c) {
        for (int i = 0; i < flipped.length; i++) {
            if (flipped[i]) Reduction.negate(c.array(), i * c.cols(), (i + 1) * c.cols());
        }
        return c;
    }

    private Matrix checkRows(String operation, Matrix c) {
        Objects.requireNonNull(c, () -> operation + ": C is null");
        if (c.rows() != rows) {
            throw new IllegalArgumentException("%s: Q is %d × %d but C is %d × %d".formatted(operation, rows, rows,
                    c.rows(), c.cols()));
        }
        return c;
    }

    /// The shapes of the factors.
    @Override
    public String toString() {
        return "Q of %d × %d and R of %d × %d".formatted(rows, rows, flipped.length, cols);
    }
}

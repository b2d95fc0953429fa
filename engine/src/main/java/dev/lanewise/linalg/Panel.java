package dev.lanewise.linalg;

import dev.lanewise.internal.backend.Backend;
import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.MatrixView;

/// Up to eight Householder reflectors as one block, H₀H₁…H₇ = I − VTVᵀ with T upper triangular.
///
///     V, stride 8       1 0 0 …      the unit lower trapezoid stands here with its ones and zeros,
///                       v 1 0 …      so that products with it are plain products
///                       v v 1 …
///                       v v v …
///
/// **Method**: R. Schreiber and C. Van Loan, *A storage-efficient WY representation for products of Householder
/// transformations*, SIAM J. Sci. Stat. Comput. 10 (1989). Each column first meets g = (Σ aᵢⱼaᵢₖ)ₖ over the rows below
/// its diagonal: g holds its own squared length, its products with the columns to its right, and to its left what T
/// needs.
///
/// **Reproducibility**: every sum runs down the rows in ascending order. Eight columns are part of the definition of
/// the bits, whatever the vector width.
final class Panel {
    /// The columns of a panel, at every vector width.
    static final int WIDTH = 8;

    private final int first;
    private final int rows;
    private final int width;
    private final double[] v;
    private final double[] t = new double[WIDTH * WIDTH];

    private Panel(int first, int rows, int width) {
        this.first = first;
        this.rows = rows;
        this.width = width;
        this.v = new double[rows * WIDTH];
    }

    /// Factors columns `first` to `first + width` of the row-major matrix a (m × n) from row `first` down. On return
    /// a holds R in those columns on and above the diagonal; what is below it there means nothing.
    static Panel factor(double[] a, int m, int n, int first, int width) {
        Panel panel = new Panel(first, m - first, width);
        for (int i = 0; i < panel.rows; i++) {
            System.arraycopy(a, (first + i) * n + first, panel.v, i * WIDTH, width);
        }
        double[] diagonal = new double[width];
        for (int j = 0; j < width; j++) diagonal[j] = panel.eliminate(j);
        for (int i = 0; i < width; i++) {
            System.arraycopy(panel.v, i * WIDTH, a, (first + i) * n + first, width);
            a[(first + i) * n + first + i] = diagonal[i];
            panel.v[i * WIDTH + i] = 1.0;
            for (int j = i + 1; j < width; j++) panel.v[i * WIDTH + j] = 0.0;
        }
        return panel;
    }

    /// Makes the reflector of column j and applies it to the columns on its right; returns the diagonal element of R.
    private double eliminate(int j) {
        double[] g = gram(j);
        int diagonal = j * WIDTH + j;
        int exponent = 0;
        boolean isZero = g[j] == 0.0 && largestBelow(j) == 0.0;
        if (!isZero && Math.fma(v[diagonal], v[diagonal], g[j]) < Reflector.TINY) {
            exponent = ColumnScale.exponent(Math.max(largestBelow(j), Math.abs(v[diagonal])));
            for (int i = j; i < rows; i++) v[i * WIDTH + j] = Math.scalb(v[i * WIDTH + j], -exponent);
            g = gram(j);
        }
        Reflector h = isZero ? Reflector.identity(v[diagonal]) : Reflector.of(v[diagonal], g[j]);
        // g becomes Vᵀvⱼ to the left and −τ·Aᵀvⱼ to the right.
        for (int k = 0; k < WIDTH; k++) g[k] = Math.fma(g[k], h.inverse(), v[j * WIDTH + k]);
        extendT(j, h.tau(), g);
        for (int k = j + 1; k < WIDTH; k++) g[k] *= -h.tau();
        reflect(j, h, g);
        return Math.scalb(h.beta(), exponent);
    }

    /// gₖ = Σ aᵢⱼaᵢₖ over the rows i > j.
    private double[] gram(int j) {
        double g0 = 0.0, g1 = 0.0, g2 = 0.0, g3 = 0.0, g4 = 0.0, g5 = 0.0, g6 = 0.0, g7 = 0.0;
        for (int i = j + 1; i < rows; i++) {
            int at = i * WIDTH;
            double aij = v[at + j];
            g0 = Math.fma(aij, v[at], g0);
            g1 = Math.fma(aij, v[at + 1], g1);
            g2 = Math.fma(aij, v[at + 2], g2);
            g3 = Math.fma(aij, v[at + 3], g3);
            g4 = Math.fma(aij, v[at + 4], g4);
            g5 = Math.fma(aij, v[at + 5], g5);
            g6 = Math.fma(aij, v[at + 6], g6);
            g7 = Math.fma(aij, v[at + 7], g7);
        }
        return new double[] {g0, g1, g2, g3, g4, g5, g6, g7};
    }

    private double largestBelow(int j) {
        double largest = 0.0;
        for (int i = j + 1; i < rows; i++) largest = Math.max(largest, Math.abs(v[i * WIDTH + j]));
        return largest;
    }

    /// T(0:j, j) = −τ·T(0:j, 0:j)·(V(:, 0:j)ᵀvⱼ), T(j, j) = τ.
    private void extendT(int j, double tau, double[] products) {
        for (int i = 0; i < j; i++) {
            double sum = 0.0;
            for (int k = i; k < j; k++) sum = Math.fma(t[i * WIDTH + k], products[k], sum);
            t[i * WIDTH + j] = -tau * sum;
        }
        t[j * WIDTH + j] = tau;
    }

    /// aₖ ← aₖ + xₖvⱼ for the columns k > j, and vⱼ itself into column j.
    private void reflect(int j, Reflector h, double[] x) {
        for (int k = j + 1; k < WIDTH; k++) v[j * WIDTH + k] += x[k];
        for (int i = j + 1; i < rows; i++) {
            int at = i * WIDTH;
            double vi = v[at + j] * h.inverse();
            v[at + j] = vi;
            for (int k = j + 1; k < WIDTH; k++) v[at + k] = Math.fma(vi, x[k], v[at + k]);
        }
    }

    /// C ← (I − VTVᵀ)C, or with Tᵀ its transpose, on the rows of C from the panel's first down:
    /// W = VᵀC, X = −TW, C ← C + VX.
    void apply(boolean transposed, MatrixView c) {
        if (c.cols() == 0) return;
        Kernels kernels = Backend.kernels();
        MatrixView below = c.block(first, 0, rows, c.cols());
        MatrixView reflectors = new MatrixView(v, 0, rows, width, WIDTH, 1);
        MatrixView factor = new MatrixView(t, 0, width, width, WIDTH, 1);
        MatrixView w = MatrixView.rowMajor(new double[width * c.cols()], 0, width, c.cols());
        MatrixView x = MatrixView.rowMajor(new double[width * c.cols()], 0, width, c.cols());
        kernels.gemm(1.0, reflectors.transposed(), below, 0.0, w);
        kernels.gemm(-1.0, transposed ? factor.transposed() : factor, w, 0.0, x);
        kernels.gemm(1.0, reflectors, x, 1.0, below);
    }
}

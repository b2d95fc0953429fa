package dev.lanewise.linalg;

import dev.lanewise.internal.backend.Backend;
import dev.lanewise.internal.kernel.BlockReflector;
import dev.lanewise.internal.kernel.Kernels;

/// Up to eight Householder reflectors as one block, H₀H₁…H₇ = I − VTVᵀ with T upper triangular.
///
/// The first eight rows that they act on, the *head*, hold R when they have been made; the others, the *tail*, hold V.
/// The tail need not follow the head: with a triangle R above and new rows below,
///
///     R R R R   rows of the panel to the left
///       R R R   ← head: eight rows of R; V is the identity here
///         R R   rows of the panels to the right: not touched
///     A A A A   ← tail: all the new rows
///
/// one panel after the other turns the new rows into R and leaves them behind as V, which is how a stack of row blocks
/// is factored without ever being in memory (J. Demmel, L. Grigori, M. Hoemmen and J. Langou, *Communication-optimal
/// parallel and sequential QR and LU factorizations*, SIAM J. Sci. Comput. 34 (2012)).
///
/// **Method**: R. Schreiber and C. Van Loan, *A storage-efficient WY representation for products of Householder
/// transformations*, SIAM J. Sci. Stat. Comput. 10 (1989). Each column first meets g = (Σ aᵢⱼaᵢₖ)ₖ over the rows below
/// its diagonal: g holds its own squared length, its products with the columns to its right, and to its left what T
/// needs. One pass over the tail applies a reflector and forms the next g.
///
/// **Reproducibility**: every sum runs down the rows in ascending order. Eight columns are part of the definition of
/// the bits, whatever the vector width.
final class Panel {
    private static final int WIDTH = Panels.WIDTH;

    private final int index;
    private final int tail;
    private final int rows;
    /// The head: first of A, then of V, with its ones and zeros.
    private final double[] head = new double[WIDTH * WIDTH];
    private final double[] t = new double[WIDTH * WIDTH];
    private final double[] transposed = new double[WIDTH * WIDTH];

    private Panel(int index, int tail, int rows) {
        this.index = index;
        this.tail = tail;
        this.rows = rows;
    }

    /// Factors panel `index` of a, whose head begins at row 8·index, and whose tail are `rows` rows from `tail` on. On
    /// return the head of a holds R.
    ///
    /// @param steps how many reflectors to make, 1 to 8
    static Panel factor(Panels a, int index, int steps, int tail, int rows) {
        Panel panel = new Panel(index, tail, rows);
        int at = a.offset(index, index * WIDTH);
        System.arraycopy(a.data(), at, panel.head, 0, WIDTH * WIDTH);
        double[] diagonal = panel.eliminate(a.data(), a.offset(index, tail), steps);
        for (int i = 0; i < WIDTH; i++) {
            for (int j = 0; j < WIDTH; j++) {
                boolean isV = j < i && j < steps;
                a.data()[at + i * WIDTH + j] = isV ? 0.0 : panel.head[i * WIDTH + j];
                if (!isV) panel.head[i * WIDTH + j] = 0.0;
                panel.transposed[j * WIDTH + i] = panel.t[i * WIDTH + j];
            }
        }
        for (int j = 0; j < steps; j++) {
            a.data()[at + j * WIDTH + j] = diagonal[j];
            panel.head[j * WIDTH + j] = 1.0;
        }
        return panel;
    }

    /// Makes `steps` reflectors; returns the diagonal of R.
    private double[] eliminate(double[] v, int vOff, int steps) {
        Kernels kernels = Backend.kernels();
        double[] diagonal = new double[WIDTH];
        double[] x = new double[WIDTH];
        double[] g = gram(v, vOff, 0);
        for (int j = 0; j < steps; j++) {
            int at = j * WIDTH + j;
            int exponent = 0;
            boolean isZero = g[j] == 0.0 && largestBelow(v, vOff, j) == 0.0;
            if (!isZero && Math.fma(head[at], head[at], g[j]) < Reflector.TINY) {
                exponent = ColumnScale.exponent(Math.max(largestBelow(v, vOff, j), Math.abs(head[at])));
                scale(v, vOff, j, -exponent);
                g = gram(v, vOff, j);
            }
            Reflector h = isZero ? Reflector.identity(head[at]) : Reflector.of(head[at], g[j]);
            // g becomes Vᵀvⱼ to the left and Aᵀvⱼ to the right.
            for (int k = 0; k < WIDTH; k++) g[k] = Math.fma(g[k], h.inverse(), head[j * WIDTH + k]);
            extendT(j, h.tau(), g);
            for (int k = 0; k < WIDTH; k++) x[k] = k < j ? 0.0 : k == j ? 1.0 : g[k] * -h.tau();
            reflectHead(j, h.inverse(), x);
            headGram(Math.min(j + 1, WIDTH - 1), g);
            kernels.panelEliminate(rows, v, vOff, j, h.inverse(), x, g);
            diagonal[j] = Math.scalb(h.beta(), exponent);
        }
        return diagonal;
    }

    /// gₖ = Σ aᵢⱼaᵢₖ over the rows below the diagonal.
    private double[] gram(double[] v, int vOff, int j) {
        double[] g = new double[WIDTH];
        headGram(j, g);
        Backend.kernels().panelGram(rows, v, vOff, j, g);
        return g;
    }

    private void headGram(int j, double[] g) {
        for (int k = 0; k < WIDTH; k++) g[k] = 0.0;
        for (int i = j + 1; i < WIDTH; i++) {
            double aij = head[i * WIDTH + j];
            for (int k = 0; k < WIDTH; k++) g[k] = Math.fma(aij, head[i * WIDTH + k], g[k]);
        }
    }

    private double largestBelow(double[] v, int vOff, int j) {
        double largest = 0.0;
        for (int i = j + 1; i < WIDTH; i++) largest = Math.max(largest, Math.abs(head[i * WIDTH + j]));
        for (int i = 0; i < rows; i++) largest = Math.max(largest, Math.abs(v[vOff + i * WIDTH + j]));
        return largest;
    }

    /// Takes column j, from its diagonal down, times 2ᵏ.
    private void scale(double[] v, int vOff, int j, int k) {
        for (int i = j; i < WIDTH; i++) head[i * WIDTH + j] = Math.scalb(head[i * WIDTH + j], k);
        for (int i = 0; i < rows; i++) v[vOff + i * WIDTH + j] = Math.scalb(v[vOff + i * WIDTH + j], k);
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

    /// aₖ ← aₖ + xₖvⱼ for the columns k > j, and vⱼ itself into column j: what the kernel does in the tail.
    private void reflectHead(int j, double inverse, double[] x) {
        for (int k = j + 1; k < WIDTH; k++) head[j * WIDTH + k] += x[k];
        for (int i = j + 1; i < WIDTH; i++) {
            double v = head[i * WIDTH + j] * inverse;
            head[i * WIDTH + j] = v + 0.0; // −0.0 becomes +0.0
            for (int k = j + 1; k < WIDTH; k++) head[i * WIDTH + k] = Math.fma(v, x[k], head[i * WIDTH + k]);
        }
    }

    /// C ← (I − VTᵀVᵀ)C, a factor of Qᵀ, on `count` panels of c from `from` on. V is the tail of a, which has as many
    /// rows as c.
    void applyTransposed(Panels a, Panels c, int from, int count, double[] scratch) {
        apply(transposed, a, c, from, count, scratch);
    }

    /// C ← (I − VTVᵀ)C, a factor of Q.
    void apply(Panels a, Panels c, int from, int count, double[] scratch) {
        apply(t, a, c, from, count, scratch);
    }

    /// The same on the first column of panel `at` of a.
    void applyTransposedToColumn(Panels a, int at, double[] scratch) {
        BlockReflector h = new BlockReflector(head, transposed, a.data(), a.offset(index, tail), rows);
        Backend.kernels().reflectColumn(h, a.data(), a.offset(at, index * WIDTH), a.offset(at, tail), scratch);
    }

    private void apply(double[] factor, Panels a, Panels c, int from, int count, double[] scratch) {
        if (count == 0) return;
        BlockReflector h = new BlockReflector(head, factor, a.data(), a.offset(index, tail), rows);
        Backend.kernels().reflect(h, count, c.data(), c.offset(from, index * WIDTH), c.offset(from, tail), c.stride(),
                scratch);
    }
}

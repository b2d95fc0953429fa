package dev.lanewise.linalg;

import java.util.Arrays;

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
    private final int steps;
    /// The head of V, with its ones and zeros.
    private final double[] head = new double[WIDTH * WIDTH];
    private final double[] t = new double[WIDTH * WIDTH];
    private final double[] transposed = new double[WIDTH * WIDTH];

    private Panel(int index, int tail, int rows, int steps) {
        this.index = index;
        this.tail = tail;
        this.rows = rows;
        this.steps = steps;
    }

    /// Factors panel `index` of a, whose head begins at row 8·index, and whose tail are `rows` rows from `tail` on. On
    /// return the head of a holds R.
    ///
    /// @param columns how many columns the panel has, 1 to 8
    /// @param steps how many reflectors to make, 1 to `columns`
    static Panel factor(Panels a, int index, int columns, int steps, int tail, int rows) {
        Panel panel = new Panel(index, tail, rows, steps);
        int at = a.offset(index, index * WIDTH);
        double[] diagonal = panel.eliminate(a.data(), at, a.offset(index, tail), columns, steps);
        for (int i = 0; i < WIDTH; i++) {
            for (int j = 0; j < WIDTH; j++) panel.t[i * WIDTH + j] = panel.transposed[j * WIDTH + i];
            int left = Math.min(i, steps);
            System.arraycopy(a.data(), at + i * WIDTH, panel.head, i * WIDTH, left);
            Arrays.fill(a.data(), at + i * WIDTH, at + i * WIDTH + left, 0.0);
        }
        for (int j = 0; j < steps; j++) {
            a.data()[at + j * WIDTH + j] = diagonal[j];
            panel.head[j * WIDTH + j] = 1.0;
        }
        return panel;
    }

    /// Makes `steps` reflectors; returns the diagonal of R.
    ///
    /// @param at where the head begins, which holds V below its diagonal in the end
    /// @param vOff where the tail begins
    private double[] eliminate(double[] a, int at, int vOff, int columns, int steps) {
        double[] diagonal = new double[WIDTH];
        double[] x = new double[WIDTH];
        double[] g = gram(a, at, vOff, 0);
        for (int j = 0; j < steps; j++) {
            int row = at + j * WIDTH;
            int exponent = 0;
            boolean isZero = g[j] == 0.0 && largestBelow(a, at, vOff, j) == 0.0;
            if (!isZero && Math.fma(a[row + j], a[row + j], g[j]) < Reflector.TINY) {
                exponent = ColumnScale.exponent(Math.max(largestBelow(a, at, vOff, j), Math.abs(a[row + j])));
                scale(a, at, vOff, j, -exponent);
                g = gram(a, at, vOff, j);
            }
            Reflector h = isZero ? Reflector.identity(a[row + j]) : Reflector.of(a[row + j], g[j]);
            // g becomes Vᵀvⱼ to the left and Aᵀvⱼ to the right.
            for (int k = 0; k < WIDTH; k++) g[k] = Math.fma(g[k], h.inverse(), a[row + k]);
            extendT(j, h.tau(), g);
            for (int k = 0; k < WIDTH; k++) x[k] = k < j ? 0.0 : k == j ? 1.0 : g[k] * -h.tau();
            for (int k = j + 1; k < WIDTH; k++) a[row + k] += x[k];
            if (j + 1 < columns) {
                reflect(a, at, vOff, j, h.inverse(), x, g);
            } else {
                finish(WIDTH - 1 - j, a, row + WIDTH + j, h.inverse());
                finish(rows, a, vOff + j, h.inverse());
            }
            diagonal[j] = Math.scalb(h.beta(), exponent);
        }
        return diagonal;
    }

    /// gₖ = Σ aᵢⱼaᵢₖ over the rows below the diagonal.
    private double[] gram(double[] a, int at, int vOff, int j) {
        double[] g = new double[WIDTH];
        Kernels kernels = Backend.kernels();
        kernels.panelGram(WIDTH - 1 - j, a, at + (j + 1) * WIDTH, j, g);
        kernels.panelGram(rows, a, vOff, j, g);
        return g;
    }

    /// The reflector of column j goes over the rows below, and leaves the next g. Row j + 1 is done first, because it is
    /// on the diagonal of the next column and not part of its g. Where the tail follows the head, one pass does both.
    private void reflect(double[] a, int at, int vOff, int j, double inverse, double[] x, double[] g) {
        Kernels kernels = Backend.kernels();
        if (j + 1 < WIDTH) kernels.panelEliminate(1, a, at + (j + 1) * WIDTH, j, inverse, x, g);
        Arrays.fill(g, 0.0);
        int left = Math.max(0, WIDTH - 2 - j);
        if (vOff == at + WIDTH * WIDTH) {
            kernels.panelEliminate(left + rows, a, vOff - left * WIDTH, j, inverse, x, g);
        } else {
            kernels.panelEliminate(left, a, at + (WIDTH - left) * WIDTH, j, inverse, x, g);
            kernels.panelEliminate(rows, a, vOff, j, inverse, x, g);
        }
    }

    /// The last column becomes v, and no other is there to meet it. A v of −0.0 becomes +0.0.
    private static void finish(int rows, double[] a, int from, double inverse) {
        for (int i = 0, at = from; i < rows; i++, at += WIDTH) a[at] = a[at] * inverse + 0.0;
    }

    private double largestBelow(double[] a, int at, int vOff, int j) {
        double largest = 0.0;
        for (int i = j + 1; i < WIDTH; i++) largest = Math.max(largest, Math.abs(a[at + i * WIDTH + j]));
        for (int i = 0; i < rows; i++) largest = Math.max(largest, Math.abs(a[vOff + i * WIDTH + j]));
        return largest;
    }

    /// Takes column j, from its diagonal down, times 2ᵏ.
    private void scale(double[] a, int at, int vOff, int j, int k) {
        for (int i = j; i < WIDTH; i++) a[at + i * WIDTH + j] = Math.scalb(a[at + i * WIDTH + j], k);
        for (int i = 0; i < rows; i++) a[vOff + i * WIDTH + j] = Math.scalb(a[vOff + i * WIDTH + j], k);
    }

    /// T(0:j, j) = −τ·T(0:j, 0:j)·(V(:, 0:j)ᵀvⱼ), T(j, j) = τ: row j of the transpose, whose elements are sums side by side.
    private void extendT(int j, double tau, double[] products) {
        double s0 = 0.0, s1 = 0.0, s2 = 0.0, s3 = 0.0, s4 = 0.0, s5 = 0.0, s6 = 0.0;
        for (int k = 0, row = 0; k < j; k++, row += WIDTH) {
            double product = products[k];
            s0 = Math.fma(transposed[row], product, s0);
            s1 = Math.fma(transposed[row + 1], product, s1);
            s2 = Math.fma(transposed[row + 2], product, s2);
            s3 = Math.fma(transposed[row + 3], product, s3);
            s4 = Math.fma(transposed[row + 4], product, s4);
            s5 = Math.fma(transposed[row + 5], product, s5);
            s6 = Math.fma(transposed[row + 6], product, s6);
        }
        int row = j * WIDTH;
        if (j > 0) transposed[row] = -tau * s0;
        if (j > 1) transposed[row + 1] = -tau * s1;
        if (j > 2) transposed[row + 2] = -tau * s2;
        if (j > 3) transposed[row + 3] = -tau * s3;
        if (j > 4) transposed[row + 4] = -tau * s4;
        if (j > 5) transposed[row + 5] = -tau * s5;
        if (j > 6) transposed[row + 6] = -tau * s6;
        transposed[row + j] = tau;
    }

    /// C ← (I − VTᵀVᵀ)C, a factor of Qᵀ, on `count` panels of c from `from` on. V is the tail of a, which has as many
    /// rows as c.
    void applyTransposed(Panels a, Panels c, int from, int count, double[] scratch) {
        apply(true, a, c, from, count, scratch);
    }

    /// C ← (I − VTVᵀ)C, a factor of Q.
    void apply(Panels a, Panels c, int from, int count, double[] scratch) {
        apply(false, a, c, from, count, scratch);
    }

    /// One step of c ← QᵀC or QC for a column with as many elements as a has rows: the panel `before` ends what the step
    /// before has begun, and `next` begins. Either may be null: the first step has no panel before, the last none to follow.
    ///
    /// @param isTransposed whether the panels are factors of Qᵀ
    /// @param cOff the first element of the column
    /// @param scratch for all steps of a column the same
    static void reflectColumn(Panel before, Panel next, boolean isTransposed, Panels a, double[] c, int cOff,
            double[] scratch) {
        BlockReflector h = before == null ? null : before.block(isTransposed, a);
        BlockReflector follows = next == null ? null : next.block(isTransposed, a);
        Backend.kernels().reflectColumn(h, cOff + head(before), cOff + tail(before), follows, cOff + head(next), cOff
                + tail(next), c, scratch);
    }

    private static int head(Panel panel) {
        return panel == null ? 0 : panel.index * WIDTH;
    }

    private static int tail(Panel panel) {
        return panel == null ? 0 : panel.tail;
    }

    private BlockReflector block(boolean isTransposed, Panels a) {
        return new BlockReflector(head, isTransposed ? transposed : t, a.data(), a.offset(index, tail), rows, steps);
    }

    private void apply(boolean isTransposed, Panels a, Panels c, int from, int count, double[] scratch) {
        if (count == 0) return;
        Backend.kernels().reflect(block(isTransposed, a), count, c.data(), c.offset(from, index * WIDTH),
                c.offset(from, tail), c.stride(),
                scratch);
    }
}

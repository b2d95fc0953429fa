package dev.lanewise.linalg;

import java.util.Arrays;

import dev.lanewise.internal.backend.Backend;

/// Up to 65,536 rows of a least-squares problem, turned into a triangle block by block: the leaf of the tree that tall
/// matrices are factored by.
///
///     first block      every other one
///     A A A            R R R   rows 0 … base: the triangle that the earlier blocks left
///     A A A              R R
///     A A A                R
///     ⋮                A A A   from row `base` on: the new rows
///                      ⋮
///
/// Rows wait in the panels until a block is full, however few at a time they come; so the blocks, and with them the bits,
/// depend on the index of a row only.
final class Leaf {
    /// The rows that one triangle takes before the next is begun. A million rows are sixteen independent pieces of work,
    /// whoever does them.
    static final int ROWS = 1 << 16;

    private static final double[] NONE = {};

    private final String operation;
    private final int cols;
    private final int sideFirst;
    private final int base;
    private final ColumnScale scale;
    private final ColumnScale sideScale;
    private final double[] squares;
    private final double[] sideSquares;
    private final double[] residuals;
    private Panels work;
    /// Rows that the triangle holds.
    private long rows;
    /// Rows that wait behind it.
    private int pending;

    /// No rows yet; memory for `expected` of them at a time.
    Leaf(String operation, String sideName, int cols, int sides, int expected) {
        this(operation, new ColumnScale(operation, "A", new int[cols]),
                new ColumnScale(operation, sideName, new int[sides]),
                new double[sides], Panels.zeros(operation, expected, cols, sides));
    }

    private Leaf(String operation, ColumnScale scale, ColumnScale sideScale, double[] residuals, Panels work) {
        this.operation = operation;
        this.cols = scale.exponents().length;
        this.sideFirst = Panels.count(cols);
        this.base = sideFirst * Panels.WIDTH;
        this.scale = scale;
        this.sideScale = sideScale;
        this.squares = new double[cols];
        this.sideSquares = new double[residuals.length];
        this.residuals = residuals;
        this.work = work;
    }

    /// How many rows make a block: part of the definition of the bits. Four to eight times the columns, so that what
    /// the triangle adds to the work stays small, and a power of two, so that blocks end where leaves do.
    static int block(int cols) {
        return Math.clamp(Integer.highestOneBit(Math.max(1, cols)) * 8L, 1024, ROWS);
    }

    /// An independent copy.
    Leaf copy() {
        Leaf copy = new Leaf(operation, scale.copy(), sideScale.copy(), residuals.clone(), work.copy());
        System.arraycopy(squares, 0, copy.squares, 0, cols);
        System.arraycopy(sideSquares, 0, copy.sideSquares, 0, residuals.length);
        copy.rows = rows;
        copy.pending = pending;
        return copy;
    }

    /// Rows so far.
    long rows() {
        return rows + pending;
    }

    int pending() {
        return pending;
    }

    /// The panels; shared.
    Panels panels() {
        return work;
    }

    /// Takes rows `from` to `from + count` of A and B, and factors the blocks that they fill.
    ///
    /// @param before the row number of row 0 of A, for messages
    void add(Matrix a, Matrix b, int from, int count, long before) {
        int block = block(cols);
        for (int done = 0; done < count;) {
            int next = Math.min(count - done, block - pending);
            pack(a, b, from + done, next);
            done += next;
            if (pending == block) factor(before + from + done - block);
        }
    }

    /// Lets rows wait without looking at them.
    void pack(Matrix a, Matrix b, int from, int count) {
        int to = begin() + pending;
        if (to + count > work.rows()) work = work.grown(Math.clamp(2L * work.rows(), to + count, base + block(cols)));
        pack(a, 0, from, count, to, squares);
        if (b.cols() == 1) {
            work.packColumn(sideFirst, to, b.array(), from, count, sideSquares);
        } else {
            pack(b, sideFirst, from, count, to, sideSquares);
        }
        pending += count;
    }

    private void pack(Matrix a, int first, int from, int count, int to, double[] squares) {
        if (a.cols() == 0) return;
        Backend.kernels().packPanels(count, a.cols(), a.array(), from * a.cols(), work.data(), work.offset(first, to),
                work.stride(), squares);
    }

    /// Where waiting rows begin.
    private int begin() {
        return rows == 0 ? 0 : base;
    }

    /// Turns the waiting rows into the triangle.
    ///
    /// @param before the number of the first of them, for messages
    /// @return the panels of V
    Panel[] factor(long before) {
        int triangle = begin();
        scale.settle(work, 0, triangle, triangle, pending, squares, before, NONE);
        sideScale.settle(work, sideFirst, triangle, triangle, pending, sideSquares, before, residuals);
        return reduce();
    }

    private Panel[] reduce() {
        int triangle = begin();
        int end = triangle + pending;
        int needed = Panels.count(Math.min(cols, end)) * Panels.WIDTH;
        if (needed > work.rows()) work = work.grown(needed);
        Panel[] panels = BlockedQr.factor(work, cols, residuals.length, triangle, end);
        int rest = rows == 0 ? Math.min(cols, end) : triangle;
        for (int j = 0; j < residuals.length; j++) {
            double length = Blas.nrm2(work.column(sideFirst, j, rest, end - rest));
            residuals[j] = rows == 0 ? length : Blas.nrm2(new double[] {residuals[j], length});
        }
        Arrays.fill(squares, 0.0);
        Arrays.fill(sideSquares, 0.0);
        rows += pending;
        pending = 0;
        return panels;
    }

    /// The triangle, once no row waits.
    Reduction reduction() {
        return Reduction.read(work, rows, cols, scale.exponents(), sideFirst, residuals, sideScale.exponents());
    }

    /// The triangle in progress as it stands, its signs included, for [#restored].
    Reduction triangle() {
        int order = rows == 0 ? 0 : cols;
        double[] r = work.get(0, order, cols);
        for (int i = 0; i < order; i++) Arrays.fill(r, i * cols, i * cols + i, 0.0);
        return new Reduction(rows, cols, r, scale.exponents(), work.get(sideFirst, order, residuals.length), residuals,
                sideScale.exponents());
    }

    /// A leaf without rows, with room for a triangle and in its units.
    private static Leaf empty(Reduction triangle) {
        return new Leaf("QrAccumulator", new ColumnScale("QrAccumulator", "A", triangle.exponents()),
                new ColumnScale("QrAccumulator", "B", triangle.sideExponents()), triangle.residuals(),
                Panels.zeros("QrAccumulator", Panels.count(triangle.cols()) * Panels.WIDTH, triangle.cols(), triangle
                        .sides()));
    }

    /// A leaf whose triangle is this one.
    static Leaf restored(Reduction triangle) {
        Leaf leaf = empty(triangle);
        leaf.rows = triangle.rows();
        leaf.put(triangle, 0);
        return leaf;
    }

    /// The waiting rows of A.
    Matrix waiting() {
        return Matrix.wrap(pending, cols, work.get(0, begin(), pending, cols));
    }

    /// The waiting rows of B.
    Matrix waitingSides() {
        return Matrix.wrap(pending, residuals.length, work.get(sideFirst, begin(), pending, residuals.length));
    }

    /// What is left of two triangles on top of each other.
    static Reduction merge(Reduction top, Reduction bottom) {
        int[] exponents = Reduction.common(top, bottom);
        int[] sideExponents = Reduction.commonSides(top, bottom);
        Reduction above = top.scaled(exponents, sideExponents), below = bottom.scaled(exponents, sideExponents);
        double[] residuals = new double[below.sides()];
        Arrays.setAll(residuals, j -> Blas.nrm2(new double[] {above.residuals()[j], below.residuals()[j]}));
        Leaf leaf = above.order() == above.cols()
                ? stacked(above, below, residuals)
                : joined(above, below, residuals);
        leaf.rows = top.rows() + bottom.rows();
        return leaf.reduction();
    }

    /// The rows of one triangle as a block below another.
    private static Leaf stacked(Reduction above, Reduction below, double[] residuals) {
        Leaf leaf = restored(above);
        leaf.work = leaf.work.grown(Math.max(leaf.work.rows(), leaf.base + below.order()));
        leaf.put(below, leaf.base);
        leaf.pending = below.order();
        System.arraycopy(residuals, 0, leaf.residuals, 0, residuals.length);
        leaf.reduce();
        return leaf;
    }

    /// The rows of both as one block, where fewer than n are above. Such a trapezoid has no places for the rows that are
    /// missing: put into a triangle of its own with zeros there, a row might end in a place beyond the rows that there are,
    /// and be lost.
    private static Leaf joined(Reduction above, Reduction below, double[] residuals) {
        Leaf leaf = empty(above);
        int rows = above.order() + below.order();
        leaf.work = leaf.work.grown(Math.max(leaf.work.rows(), rows));
        leaf.put(above, 0);
        leaf.put(below, above.order());
        leaf.pending = rows;
        leaf.reduce();
        for (int j = 0; j < residuals.length; j++) {
            leaf.residuals[j] = Blas.nrm2(new double[] {residuals[j], leaf.residuals[j]});
        }
        return leaf;
    }

    private void put(Reduction reduction, int row) {
        work.put(0, row, reduction.r(), cols, reduction.order());
        work.put(sideFirst, row, reduction.c(), residuals.length, reduction.order());
    }
}

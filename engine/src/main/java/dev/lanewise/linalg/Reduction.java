package dev.lanewise.linalg;

/// What QR leaves of min ‖AX − B‖: min ‖RX − C‖ and the length of what no X can change. Column j of the true R is column
/// j here times 2^exponents[j], and so for the right-hand sides.
///
/// @param rows m, the rows of A
/// @param cols n
/// @param r min(m, n) × n, row-major, upper trapezoidal, diagonal ≥ 0
/// @param exponents of the columns of R
/// @param c min(m, n) × k, row-major: the head of QᵀB
/// @param residuals the length of the rest of each column of QᵀB
/// @param sideExponents of the columns of C, and of the residuals
record Reduction(long rows, int cols, double[] r, int[] exponents, double[] c, double[] residuals,
        int[] sideExponents) {
    /// min(m, n).
    int order() {
        return (int) Math.min(rows, cols);
    }

    /// The number of right-hand sides.
    int sides() {
        return residuals.length;
    }

    /// R in the units of A.
    Matrix triangle() {
        int[] back = new int[cols];
        for (int j = 0; j < cols; j++) back[j] = -exponents[j];
        return Matrix.wrap(order(), cols, ColumnScale.scaled(r, back));
    }

    /// C with the residuals as one more row: a matrix whose columns are as long as those of B.
    Matrix sidesAndResiduals() {
        double[] all = new double[(order() + 1) * sides()];
        System.arraycopy(c, 0, all, 0, c.length);
        System.arraycopy(residuals, 0, all, c.length, sides());
        return Matrix.wrap(order() + 1, sides(), all);
    }

    /// The exponents of columns that both can be brought to: the larger one, of columns that are not zero.
    static int[] common(Reduction x, Reduction y) {
        int[] common = new int[x.cols];
        for (int j = 0; j < common.length; j++) {
            common[j] = isZero(y.r, x.cols, j)
                    ? x.exponents[j]
                    : isZero(x.r, x.cols, j)
                            ? y.exponents[j]
                            : Math.max(x.exponents[j], y.exponents[j]);
        }
        return common;
    }

    /// The same of the right-hand sides.
    static int[] commonSides(Reduction x, Reduction y) {
        int[] common = new int[x.sides()];
        for (int j = 0; j < common.length; j++) {
            boolean xIsZero = x.residuals[j] == 0.0 && isZero(x.c, x.sides(), j);
            boolean yIsZero = y.residuals[j] == 0.0 && isZero(y.c, y.sides(), j);
            common[j] = yIsZero
                    ? x.sideExponents[j]
                    : xIsZero
                            ? y.sideExponents[j]
                            : Math.max(x.sideExponents[j], y.sideExponents[j]);
        }
        return common;
    }

    private static boolean isZero(double[] matrix, int cols, int j) {
        for (int at = j; at < matrix.length; at += cols) {
            if (matrix[at] != 0.0) return false;
        }
        return true;
    }

    /// The same in units of these exponents.
    Reduction scaled(int[] exponents, int[] sideExponents) {
        int[] by = minus(exponents, this.exponents), bySide = minus(sideExponents, this.sideExponents);
        return new Reduction(rows, cols, ColumnScale.scaled(r, by), exponents.clone(), ColumnScale.scaled(c,
                bySide), ColumnScale.scaled(residuals, bySide), sideExponents.clone());
    }

    private static int[] minus(int[] x, int[] y) {
        int[] difference = new int[x.length];
        for (int i = 0; i < x.length; i++) difference[i] = x[i] - y[i];
        return difference;
    }

    /// Reads the triangle that stands in the first rows of panels, and what stands there of the right-hand sides behind
    /// it. The signs that make diag(R) ≥ 0 belong to Q as well.
    static Reduction read(Panels panels, long rows, int cols, int[] exponents, int sideFirst, double[] residuals,
            int[] sideExponents) {
        int order = (int) Math.min(rows, cols);
        double[] r = panels.get(0, order, cols);
        double[] c = panels.get(sideFirst, order, residuals.length);
        for (int i = 0; i < order; i++) {
            boolean flips = r[i * cols + i] < 0.0;
            for (int j = 0; j < i; j++) r[i * cols + j] = 0.0;
            if (flips) negate(r, i * cols + i, (i + 1) * cols);
            if (flips) negate(c, i * residuals.length, (i + 1) * residuals.length);
        }
        return new Reduction(rows, cols, r, exponents.clone(), c, residuals.clone(), sideExponents.clone());
    }

    /// 0 − x is −x, but never −0.0.
    static void negate(double[] x, int from, int to) {
        for (int i = from; i < to; i++) x[i] = 0.0 - x[i];
    }
}

package dev.lanewise.linalg;

/// R of a QR factorisation with its columns equilibrated: column j of the true R is column j here times
/// 2^exponents[j], and has a length in [1, 2) here unless it is zero.
///
/// Equilibration is what makes a decision on rank independent of the units of the columns, and is within a small
/// factor of the best scaling there is (A. van der Sluis, *Condition numbers and equilibration of matrices*, Numer.
/// Math. 14 (1969)). By powers of two it changes no bit of any solution.
///
/// @param rows min(m, n)
/// @param cols n
/// @param longSide max(m, n), which the tolerances on rank grow with
/// @param r the equilibrated elements, row-major
/// @param exponents the exponent of each column
record Triangle(int rows, int cols, long longSide, double[] r, int[] exponents) {
    /// Columns this much smaller than the largest are treated as if they were not smaller yet.
    private static final int NARROWEST = -900;
    /// Between these, a sum of squares has neither over- nor underflowed.
    private static final double SMALLEST = 0x1p-900;
    private static final double LARGEST = 0x1p1000;

    /// Equilibrates the R of a factorisation.
    static Triangle of(Reduction reduction) {
        int rows = reduction.order();
        int cols = reduction.cols();
        double[] squares = squares(reduction.r(), cols, rows, cols);
        int[] equilibrating = new int[cols];
        int[] exponents = new int[cols];
        for (int j = 0; j < cols; j++) {
            boolean isSafe = squares[j] >= SMALLEST && squares[j] <= LARGEST;
            double length = isSafe
                    ? Math.sqrt(squares[j])
                    : Blas.nrm2(Matrix.column(reduction.r(), cols, j, 0, Math.min(j + 1, rows)));
            equilibrating[j] = length == 0.0 ? 0 : ColumnScale.exponent(length);
            exponents[j] = reduction.exponents()[j] + equilibrating[j];
        }
        double[] r = ColumnScale.scaled(reduction.r(), equilibrating);
        return new Triangle(rows, cols, Math.max(reduction.rows(), cols), r, exponents);
    }

    /// Σaᵢⱼ² of each column of a row-major trapezoid with row length `stride`, in which columns begin with row 0.
    static double[] squares(double[] r, int stride, int rows, int cols) {
        double[] squares = new double[cols];
        for (int i = 0; i < rows; i++) {
            for (int j = i; j < cols; j++) squares[j] = Math.fma(r[i * stride + j], r[i * stride + j], squares[j]);
        }
        return squares;
    }

    /// The first column whose diagonal element is exactly zero, or −1; a wide triangle has none in its last columns.
    int zeroPivot() {
        for (int j = 0; j < rows; j++) {
            if (r[j * cols + j] == 0.0) return j;
        }
        return -1;
    }

    /// The largest exponent of a column that is not zero: R of the matrix as given is [#asGiven] times two to this.
    int commonExponent() {
        int largest = Integer.MIN_VALUE;
        for (int j = 0; j < cols; j++) {
            if (!isZero(j)) largest = Math.max(largest, exponents[j]);
        }
        return largest == Integer.MIN_VALUE ? 0 : largest;
    }

    /// R in the caller's units, but for one power of two that all columns share, so that the longest has length [1, 2).
    double[] asGiven() {
        int common = commonExponent();
        int[] relative = new int[cols];
        for (int j = 0; j < cols; j++) relative[j] = isZero(j) ? 0 : common - exponents[j];
        return ColumnScale.scaled(r, relative);
    }

    /// The exponents of the caller's units relative to the largest, none below −900.
    int[] relativeExponents() {
        int common = commonExponent();
        int[] relative = new int[cols];
        for (int j = 0; j < cols; j++) relative[j] = isZero(j) ? 0 : Math.max(NARROWEST, exponents[j] - common);
        return relative;
    }

    private boolean isZero(int j) {
        for (int i = 0; i < Math.min(j + 1, rows); i++) {
            if (r[i * cols + j] != 0.0) return false;
        }
        return true;
    }
}

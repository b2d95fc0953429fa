package dev.lanewise.linalg;

/// The first look at columns: every element must be finite, and no column may be so large or so small that sums of its
/// squares overflow or underflow.
///
/// A column is represented as `scaled·2^exponent`. The exponent is 0 for every column whose largest magnitude lies in
/// [2⁻⁴⁰⁰, 2⁴⁰⁰], which is all of them in practice; else it brings that magnitude into [1, 2). Householder QR is
/// bitwise invariant under such a scaling of columns, so it costs no accuracy, and each column has its own exponent
/// because one for all would flush a column of 2⁻²⁰⁰ beside one of 2⁹⁰⁰ to zero.
///
/// Rows may come block by block. A column that outgrows its range gets another exponent, and the triangle that the
/// earlier rows left follows it.
final class ColumnScale {
    private static final int SAFE = 400;
    private static final double LEAST_SQUARES = 0x1p-800;
    private static final double MOST_SQUARES = 0x1p800;

    private final String operation;
    private final String name;
    private final int[] exponents;

    /// For columns that are called `name` in messages.
    ColumnScale(String operation, String name, int[] exponents) {
        this.operation = operation;
        this.name = name;
        this.exponents = exponents;
    }

    /// An independent copy.
    ColumnScale copy() {
        return new ColumnScale(operation, name, exponents.clone());
    }

    /// The exponent of each column; shared.
    int[] exponents() {
        return exponents;
    }

    /// Looks at `count` new rows of the panels, from row `from` on, and scales them and what came before.
    ///
    /// @param panels where the columns stand, from panel `first` on
    /// @param triangle how many rows from 0 on came of earlier rows
    /// @param squares the sum of squares of each column over the new rows
    /// @param before how many rows came before these, for the message
    /// @param residuals what else is in units of the columns, or an empty array
    /// @throws IllegalArgumentException if a new element is not finite
    void settle(Panels panels, int first, int triangle, int from, int count, double[] squares, long before,
            double[] residuals) {
        for (int j = 0; j < exponents.length; j++) {
            if (exponents[j] == 0 && squares[j] >= LEAST_SQUARES && squares[j] <= MOST_SQUARES) continue;
            double largest = panels.largest(first, j, from, count);
            if (!(largest < Double.POSITIVE_INFINITY)) throw notFinite(panels, first, from, before);
            if (largest == 0.0) continue;
            int exponent = exponent(largest);
            boolean isFirst = panels.largest(first, j, 0, triangle) == 0.0
                    && (residuals.length == 0 || residuals[j] == 0.0);
            int old = exponents[j];
            if (isFirst || exponent - old > SAFE) exponents[j] = Math.abs(exponent) <= SAFE ? 0 : exponent;
            if (exponents[j] != old && !isFirst) {
                panels.scale(first, j, 0, triangle, old - exponents[j]);
                if (residuals.length > 0) residuals[j] = Math.scalb(residuals[j], old - exponents[j]);
            }
            if (exponents[j] != 0) panels.scale(first, j, from, count, -exponents[j]);
        }
    }

    private IllegalArgumentException notFinite(Panels panels, int first, int from, long before) {
        int i = 0, j = 0;
        while (Double.isFinite(panels.data()[panels.at(first, from + i, j)])) {
            if (++j == exponents.length) {
                j = 0;
                i++;
            }
        }
        double value = panels.data()[panels.at(first, from + i, j)];
        String what = Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        return new IllegalArgumentException("%s: %s has %s at row %d, column %d".formatted(operation, name, what,
                before + i, j));
    }

    /// ⌊log₂ x⌋ for finite x > 0, subnormal numbers included.
    static int exponent(double x) {
        return x < Double.MIN_NORMAL ? Math.getExponent(x * 0x1p54) - 54 : Math.getExponent(x);
    }

    /// The same for whoever only reads, while nobody writes: the array itself where no column has an exponent.
    static double[] view(double[] data, int[] exponents) {
        return isIdentity(exponents) ? data : scaled(data, exponents);
    }

    private static boolean isIdentity(int[] exponents) {
        int any = 0;
        for (int exponent : exponents) any |= exponent;
        return any == 0;
    }

    /// A copy of a row-major matrix with column j multiplied by 2^(−exponents[j]).
    static double[] scaled(double[] data, int[] exponents) {
        double[] copy = data.clone();
        if (isIdentity(exponents)) return copy;
        int cols = exponents.length;
        double[] factors = new double[cols];
        boolean isPlain = true;
        for (int j = 0; j < cols; j++) {
            isPlain &= Math.abs(exponents[j]) <= Double.MAX_EXPONENT - 1;
            factors[j] = Math.scalb(1.0, -exponents[j]);
        }
        for (int at = 0; at < copy.length; at += cols) {
            if (isPlain) {
                for (int j = 0; j < cols; j++) copy[at + j] *= factors[j];
            } else {
                for (int j = 0; j < cols; j++) copy[at + j] = Math.scalb(copy[at + j], -exponents[j]);
            }
        }
        return copy;
    }
}

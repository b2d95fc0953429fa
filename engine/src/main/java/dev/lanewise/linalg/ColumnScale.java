package dev.lanewise.linalg;

/// The first look at a matrix: every element must be finite, and no column may be so large or so small that sums of its
/// squares overflow or underflow.
///
/// A column is represented as `scaled·2^exponent`. The exponent is 0 for every column whose largest magnitude lies in
/// [2⁻⁴⁰⁰, 2⁴⁰⁰], which is all of them in practice; else it brings that magnitude into [1, 2). Householder QR is
/// bitwise invariant under such a scaling of columns, so it costs no accuracy, and each column has its own exponent
/// because one for all would flush a column of 2⁻²⁰⁰ beside one of 2⁹⁰⁰ to zero.
final class ColumnScale {
    private static final int SAFE = 400;

    private ColumnScale() {}

    /// The exponent of each column, after the check that all of it is finite.
    static int[] exponents(String operation, String name, Matrix a) {
        int[] exponents = new int[a.cols()];
        double[] largest = largestMagnitudes(a);
        for (int j = 0; j < exponents.length; j++) {
            if (!(largest[j] < Double.POSITIVE_INFINITY)) throw notFinite(operation, name, a);
            int exponent = exponent(largest[j]);
            exponents[j] = largest[j] == 0.0 || Math.abs(exponent) <= SAFE ? 0 : exponent;
        }
        return exponents;
    }

    /// max |aᵢⱼ| over each column; NaN wins.
    private static double[] largestMagnitudes(Matrix a) {
        double[] data = a.array();
        double[] largest = new double[a.cols()];
        for (int i = 0, at = 0; i < a.rows(); i++) {
            for (int j = 0; j < largest.length; j++, at++) largest[j] = Math.max(largest[j], Math.abs(data[at]));
        }
        return largest;
    }

    private static IllegalArgumentException notFinite(String operation, String name, Matrix a) {
        int at = 0;
        while (Double.isFinite(a.array()[at])) at++;
        double value = a.array()[at];
        String what = Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        return new IllegalArgumentException("%s: %s has %s at row %d, column %d".formatted(operation, name, what,
                at / a.cols(), at % a.cols()));
    }

    /// ⌊log₂ x⌋ for finite x > 0, subnormal numbers included.
    static int exponent(double x) {
        return x < Double.MIN_NORMAL ? Math.getExponent(x * 0x1p54) - 54 : Math.getExponent(x);
    }

    /// A copy of a row-major matrix with column j multiplied by 2^(−exponents[j]).
    static double[] scaled(double[] data, int[] exponents) {
        double[] copy = data.clone();
        int cols = exponents.length;
        for (int j = 0; j < cols; j++) {
            if (exponents[j] == 0) continue;
            for (int at = j; at < copy.length; at += cols) copy[at] = Math.scalb(copy[at], -exponents[j]);
        }
        return copy;
    }
}

package dev.lanewise.demo.data;

/// A number as a field of a CSV file, which reads back exactly.
public final class CsvNumber {
    /// From here on not every whole number is a double.
    private static final double WHOLE = 0x1p53;

    private CsvNumber() {}

    /// A field.
    ///
    /// @param value a number
    /// @return of a whole number below 2⁵³ all digits and no point, as labels, counts and dates are written; of another the
    ///     shortest decimals; nothing of what is not finite
    public static String of(double value) {
        if (!Double.isFinite(value)) return "";
        long whole = (long) value;
        boolean isWhole = whole == value && Math.abs(value) < WHOLE;
        return isWhole && !isMinusZero(value) ? Long.toString(whole) : Double.toString(value);
    }

    /// Its sign would be lost.
    private static boolean isMinusZero(double value) {
        return Double.compare(value, -0.0) == 0;
    }
}

package dev.lanewise.demo.terminal;

/// What counts as a number in a CSV field and on the command line: an optional sign, decimal digits with an optional point, an optional
/// exponent, and blanks around it. `1d`, `0x1p3`, `NaN`, `Infinity` and `1,5` are not numbers.
public final class DecimalNumber {
    private static final String ALPHABET = "0123456789+-.eE";

    private DecimalNumber() {}

    /// The double nearest to what a text says.
    ///
    /// @param field the text of a field, or of an option
    /// @return the number, ±∞ where it is beyond every double, or NaN where the text is not a number
    public static double parse(String field) {
        String text = field.strip();
        // Within this alphabet Java's own syntax is exactly ours: what it adds needs other letters.
        for (int i = 0; i < text.length(); i++) {
            if (ALPHABET.indexOf(text.charAt(i)) < 0) return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}

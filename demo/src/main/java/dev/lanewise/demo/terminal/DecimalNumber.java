package dev.lanewise.demo.terminal;

/// What counts as a number in a CSV field and on the command line: an optional sign, decimal digits with an optional
/// point, an optional exponent, and blanks around it. `1d`, `0x1p3`, `NaN`, `Infinity` and `1,5` are not numbers.
public final class DecimalNumber {
    /// Digits that fit an unsigned long whatever they are.
    private static final int MOST_DIGITS = 19;
    /// Exponents beyond are all alike, behind any number of digits that a field of 2²⁰ characters has, and do not
    /// overflow an int.
    private static final int LARGEST_EXPONENT = 10_000_000;

    private DecimalNumber() {}

    /// The double nearest to what a text says.
    ///
    /// @param field the text of a field, or of an option
    /// @return the number, ±∞ where it is beyond every double, or NaN where the text is not a number
    public static double parse(String field) {
        return parse(field.toCharArray(), 0, field.length());
    }

    /// The double nearest to what a part of a text says, the one that [Double#parseDouble] finds.
    ///
    /// @param text the text
    /// @param from where the part begins
    /// @param length how long it is
    /// @return the number, ±∞ where it is beyond every double, or NaN where the part is not a number
    public static double parse(char[] text, int from, int length) {
        int at = from;
        int end = from + length;
        while (at < end && Character.isWhitespace(text[at])) at++;
        while (end > at && Character.isWhitespace(text[end - 1])) end--;
        int start = at;
        boolean negative = at < end && text[at] == '-';
        if (negative || at < end && text[at] == '+') at++;
        long digits = 0;
        int significant = 0;
        int seen = 0;
        int point = -1;
        for (; at < end; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9) {
                seen++;
                if (digits != 0 || digit != 0) significant++;
                digits = 10 * digits + digit;
            } else if (text[at] == '.' && point < 0) {
                point = seen;
            } else {
                break;
            }
        }
        if (seen == 0) return Double.NaN;
        int exponent = point < 0 ? 0 : point - seen;
        if (at < end) {
            if (text[at] != 'e' && text[at] != 'E') return Double.NaN;
            int power = exponent(text, at + 1, end);
            if (power == Integer.MIN_VALUE) return Double.NaN;
            exponent += power;
        }
        double value = significant <= MOST_DIGITS ? ScaledDigits.nearest(digits, exponent) : Double.NaN;
        if (Double.isNaN(value)) return Double.parseDouble(new String(text, start, end - start));
        return negative ? -value : value;
    }

    /// What stands behind the e, or the least int where that is no exponent.
    private static int exponent(char[] text, int from, int end) {
        int at = from;
        boolean negative = at < end && text[at] == '-';
        if (negative || at < end && text[at] == '+') at++;
        if (at == end) return Integer.MIN_VALUE;
        int value = 0;
        for (; at < end; at++) {
            if (text[at] < '0' || text[at] > '9') return Integer.MIN_VALUE;
            value = Math.min(10 * value + text[at] - '0', LARGEST_EXPONENT);
        }
        return negative ? -value : value;
    }
}

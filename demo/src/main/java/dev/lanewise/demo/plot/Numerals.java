package dev.lanewise.demo.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/// Numbers as they stand in figures: a true minus sign, and 1.5·10⁻⁷ in place of 1.5E-7.
public final class Numerals {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

    private Numerals() {}

    /// A number with three significant digits, such as 0.375, 4.20, 31416 or −1.91·10⁷.
    ///
    /// @param value any number
    /// @return its short form; a dash where it is not finite
    public static String brief(double value) {
        if (!Double.isFinite(value)) return "–";
        if (value == 0) return "0";
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(3));
        int exponent = exponent(rounded);
        if (exponent < -3 || exponent > 4) {
            return signed(rounded.scaleByPowerOfTen(-exponent), 2) + "·10" + superscript(exponent);
        }
        return signed(exponent > 2 ? new BigDecimal(value) : rounded, Math.max(0, 2 - exponent));
    }

    /// Several numbers in one style: the same count of decimals, and one common power of ten where it is needed.
    ///
    /// @param values the numbers
    /// @return their labels, distinct where the numbers are
    public static List<String> alike(List<BigDecimal> values) {
        BigDecimal largest = values.stream().map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::max);
        int exponent = exponent(largest);
        boolean plain = largest.signum() == 0 || -4 <= exponent && exponent < 6;
        int shift = plain ? 0 : exponent;
        int decimals = values.stream().filter(v -> v.signum() != 0)
                .mapToInt(v -> v.stripTrailingZeros().scale() + shift).max().orElse(0);
        return values.stream().map(v -> v.signum() == 0
                ? "0"
                : signed(v.scaleByPowerOfTen(-shift), Math.max(0, decimals))
                        + (plain ? "" : "·10" + superscript(exponent)))
                .toList();
    }

    /// An integer in raised digits, as in 10⁻³.
    ///
    /// @param n any integer
    /// @return the raised digits
    public static String superscript(int n) {
        return digits(n, SUPERSCRIPTS, "⁻");
    }

    /// An integer in lowered digits, as in h₁₀.
    ///
    /// @param n any integer
    /// @return the lowered digits
    public static String subscript(int n) {
        return digits(n, SUBSCRIPTS, "₋");
    }

    private static String digits(int n, String alphabet, String minus) {
        StringBuilder digits = new StringBuilder();
        Integer.toString(n).chars()
                .forEach(c -> digits.append(c == '-' ? minus : String.valueOf(alphabet.charAt(c - '0'))));
        return digits.toString();
    }

    /// The e of m·10ᵉ, 1 ≤ |m| < 10.
    private static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    private static String signed(BigDecimal value, int decimals) {
        String digits = value.abs().setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        return value.signum() < 0 ? "−" + digits : digits;
    }
}

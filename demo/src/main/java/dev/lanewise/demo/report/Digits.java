package dev.lanewise.demo.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

import dev.lanewise.demo.plot.Numerals;

/// Numbers as an account prints them, with as many significant digits as are worth reading.
public final class Digits {
    private Digits() {}

    /// A number with some significant digits, such as 0.281231, −19.06 or 1.567·10⁸; ∞ and – where it is not finite.
    ///
    /// @param value any number
    /// @param significant how many digits, 1 or more
    /// @return its text, with a true minus sign
    public static String of(double value, int significant) {
        if (Double.isNaN(value)) return "–";
        if (Double.isInfinite(value)) return value > 0 ? "∞" : "−∞";
        if (value == 0) return "0";
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(significant));
        int exponent = rounded.precision() - rounded.scale() - 1;
        boolean plain = exponent >= -4 && exponent < Math.max(significant, 6);
        BigDecimal shown = plain ? rounded : rounded.scaleByPowerOfTen(-exponent);
        int decimals = Math.max(0, significant - 1 - (plain ? exponent : 0));
        String digits = shown.abs().setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
        return (value < 0 ? "−" : "") + digits + (plain ? "" : "·10" + Numerals.superscript(exponent));
    }

    /// A number as people write it by hand: three significant digits, without zeros at the end.
    ///
    /// @param value any number
    /// @return its text, with a true minus sign
    public static String plain(double value) {
        String text = of(value, 3);
        return text.contains(".") && !text.contains("·") ? text.replaceFirst("\\.?0+$", "") : text;
    }
}

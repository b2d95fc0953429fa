package dev.lanewise.random;

import java.math.BigDecimal;
import java.math.MathContext;

/// ln x to more than 50 digits, by another road than [Logarithm]: from a guess y, ln x = y + ln(1 + d) with
/// d = x·e⁻ʸ − 1, of which the guess leaves less than 10⁻¹² in d.
final class BigLogarithm {
    private static final MathContext DIGITS = new MathContext(80);
    private static final int SQUARINGS = 20;
    private static final int EXP_TERMS = 20;

    private BigLogarithm() {}

    static BigDecimal of(double x) {
        BigDecimal guess = new BigDecimal(StrictMath.log(x));
        BigDecimal d = new BigDecimal(x).multiply(exp(guess.negate()), DIGITS).subtract(BigDecimal.ONE);
        return guess.add(log1p(d), DIGITS);
    }

    /// (e^(y/2²⁰))^(2²⁰), the inner power by Taylor's series; |y| < 1000, so y/2²⁰ < 10⁻³.
    private static BigDecimal exp(BigDecimal y) {
        BigDecimal small = y.divide(BigDecimal.valueOf(1L << SQUARINGS), DIGITS);
        BigDecimal sum = BigDecimal.ONE;
        for (int n = EXP_TERMS; n >= 1; n--) {
            sum = BigDecimal.ONE.add(small.multiply(sum).divide(BigDecimal.valueOf(n), DIGITS), DIGITS);
        }
        for (int i = 0; i < SQUARINGS; i++) sum = sum.multiply(sum, DIGITS);
        return sum;
    }

    /// d − d²/2 + d³/3 − … + d⁵/5, for |d| < 10⁻¹².
    private static BigDecimal log1p(BigDecimal d) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int n = 5; n >= 1; n--) {
            sum = BigDecimal.ONE.divide(BigDecimal.valueOf(n), DIGITS).subtract(d.multiply(sum, DIGITS), DIGITS);
        }
        return d.multiply(sum, DIGITS);
    }
}

package dev.lanewise.math;

import java.math.BigDecimal;
import java.math.MathContext;

import static java.math.BigDecimal.ONE;

/// The error function and the normal distribution to more than 40 digits, slowly and from their definitions.
final class NormalReference {
    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal TWO = BigDecimal.TWO;
    private static final BigDecimal ROOT_PI = new BigDecimal(
            "1.77245385090551602729816748334114518279754945612238712821380779");
    private static final BigDecimal ROOT_HALF = new BigDecimal("0.5").sqrt(DIGITS);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(40);

    private NormalReference() {}

    static BigDecimal erf(double x) {
        return erf(new BigDecimal(x).min(LARGEST).max(LARGEST.negate()));
    }

    /// 2/√π·e^(−x²).
    static BigDecimal erfDerivative(double x) {
        BigDecimal a = new BigDecimal(Math.min(Math.abs(x), 40.0));
        return TWO.divide(ROOT_PI, DIGITS).multiply(Reference.exp(a.multiply(a).negate()), DIGITS);
    }

    /// x·Φ(x).
    static BigDecimal gelu(double x) {
        return new BigDecimal(Math.max(x, -50.0)).multiply(distribution(x), DIGITS);
    }

    /// Φ(x) + x·φ(x).
    static BigDecimal geluDerivative(double x) {
        BigDecimal a = new BigDecimal(Math.clamp(x, -50.0, 50.0));
        BigDecimal density = Reference.exp(a.multiply(a).divide(TWO).negate()).multiply(ROOT_HALF).divide(ROOT_PI,
                DIGITS);
        return distribution(x).add(a.multiply(density), DIGITS);
    }

    /// Φ(x) = erfc(−x/√2)/2.
    private static BigDecimal distribution(double x) {
        BigDecimal z = new BigDecimal(Math.clamp(x, -50.0, 50.0)).multiply(ROOT_HALF, DIGITS);
        BigDecimal tail = erfc(z.abs()).divide(TWO, DIGITS);
        return x < 0.0 ? tail : ONE.subtract(tail, DIGITS);
    }

    private static BigDecimal erf(BigDecimal x) {
        if (x.abs().compareTo(BigDecimal.valueOf(3)) < 0) return series(x);
        BigDecimal erf = ONE.subtract(erfc(x.abs()), DIGITS);
        return x.signum() < 0 ? erf.negate() : erf;
    }

    /// 1 − erf x for x ≥ 0; from 3 on by Laplace's continued fraction, e^(−x²)/√π / (x + ½/(x + 1/(x + 3/2/(x + …)))).
    private static BigDecimal erfc(BigDecimal x) {
        if (x.compareTo(BigDecimal.valueOf(3)) < 0) return ONE.subtract(series(x), DIGITS);
        MathContext digits = MathContext.DECIMAL128;
        BigDecimal fraction = x;
        for (int k = 120; k > 0; k--) {
            fraction = x.add(BigDecimal.valueOf(k).divide(fraction.multiply(TWO), digits), digits);
        }
        return Reference.exp(x.multiply(x).negate()).divide(ROOT_PI.multiply(fraction), DIGITS);
    }

    /// Taylor's series, 2/√π·Σ (−1)ⁿx²ⁿ⁺¹/(n!·(2n + 1)).
    private static BigDecimal series(BigDecimal x) {
        BigDecimal square = x.multiply(x, DIGITS).negate();
        BigDecimal power = x;
        BigDecimal sum = x;
        for (int n = 1; n < 120 && power.signum() != 0; n++) {
            power = power.multiply(square, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(power.divide(BigDecimal.valueOf(2L * n + 1), DIGITS), DIGITS);
            if (power.abs().compareTo(sum.abs().movePointLeft(60)) < 0) break;
        }
        return sum.multiply(TWO).divide(ROOT_PI, DIGITS);
    }
}

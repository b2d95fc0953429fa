package dev.lanewise.math;

import java.math.BigDecimal;
import java.math.MathContext;

import static java.math.BigDecimal.ONE;

/// The functions of [ArrayMath] to more than 50 digits, slowly and from their definitions.
public final class Reference {
    private static final MathContext DIGITS = new MathContext(70);
    private static final BigDecimal TWO = BigDecimal.TWO;
    /// Below it 1 − e^(−2x) would cancel; x − x³/3 is right to 70 digits there.
    private static final BigDecimal TINY = new BigDecimal("1e-20");

    private Reference() {}

    /// eˣ for |x| ≤ 2000: Taylor's series for x/2¹², squared twelve times.
    static BigDecimal exp(BigDecimal x) {
        BigDecimal small = x.divide(BigDecimal.valueOf(4096), DIGITS);
        BigDecimal sum = ONE;
        BigDecimal term = ONE;
        for (int i = 1; i < 60; i++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(i), DIGITS);
            if (term.signum() == 0) break;
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < 12; i++) sum = sum.multiply(sum, DIGITS);
        return sum;
    }

    /// tanh x of a finite x.
    public static BigDecimal tanh(double x) {
        BigDecimal a = new BigDecimal(Math.abs(x));
        if (a.compareTo(TINY) < 0) {
            BigDecimal cube = a.multiply(a, DIGITS).multiply(a, DIGITS).divide(BigDecimal.valueOf(3), DIGITS);
            return signed(x, a.subtract(cube, DIGITS));
        }
        BigDecimal e = exp(a.min(BigDecimal.valueOf(200)).multiply(TWO).negate());
        return signed(x, ONE.subtract(e, DIGITS).divide(ONE.add(e, DIGITS), DIGITS));
    }

    /// 1/(1 + e^(−x)) of a finite x.
    public static BigDecimal sigmoid(double x) {
        BigDecimal e = exp(clamped(x).negate());
        return ONE.divide(ONE.add(e, DIGITS), DIGITS);
    }

    /// tanh′ x = 4e^(−2x)/(1 + e^(−2x))².
    public static BigDecimal tanhDerivative(double x) {
        return bell(clamped(Math.abs(x)).multiply(TWO)).multiply(BigDecimal.valueOf(4));
    }

    /// σ′(x) = e^(−x)/(1 + e^(−x))².
    public static BigDecimal sigmoidDerivative(double x) {
        return bell(clamped(Math.abs(x)));
    }

    private static BigDecimal bell(BigDecimal a) {
        BigDecimal e = exp(a.negate());
        return e.divide(ONE.add(e, DIGITS).pow(2, DIGITS), DIGITS);
    }

    private static BigDecimal clamped(double x) {
        return new BigDecimal(Math.clamp(x, -2000.0, 2000.0));
    }

    private static BigDecimal signed(double x, BigDecimal magnitude) {
        return x < 0.0 ? magnitude.negate() : magnitude;
    }

    /// |actual − exact| in units in the last place of the double nearest to exact.
    public static double ulps(double actual, BigDecimal exact) {
        double ulp = Math.ulp(exact.doubleValue());
        return new BigDecimal(actual).subtract(exact).abs().divide(new BigDecimal(ulp), MathContext.DECIMAL64)
                .doubleValue();
    }
}

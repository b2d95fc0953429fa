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

    /// eˣ − 1; Taylor's series where the difference would cancel.
    static BigDecimal expm1(double x) {
        BigDecimal a = clamped(x);
        if (a.abs().compareTo(TINY) >= 0) return exp(a).subtract(ONE, DIGITS);
        return a.add(a.multiply(a, DIGITS).divide(TWO, DIGITS), DIGITS);
    }

    /// ln(1 + x) by Newton's method from the double, y ← y + 2·(1 + x − e^y)/(1 + x + e^y), which triples the digits.
    static BigDecimal log1p(BigDecimal x) {
        if (x.abs().compareTo(TINY) < 0) return x.subtract(x.multiply(x, DIGITS).divide(TWO, DIGITS), DIGITS);
        BigDecimal u = ONE.add(x);
        BigDecimal y = new BigDecimal(StrictMath.log1p(x.doubleValue()));
        for (int i = 0; i < 2; i++) {
            BigDecimal e = exp(y);
            y = y.add(TWO.multiply(u.subtract(e)).divide(u.add(e), DIGITS), DIGITS);
        }
        return y;
    }

    /// max(x, 0) + ln(1 + e^(−|x|)).
    static BigDecimal softplus(double x) {
        return new BigDecimal(Math.max(x, 0.0)).add(log1p(exp(clamped(Math.abs(x)).negate())), DIGITS);
    }

    /// x·σ(v), v = x·(b + c·x²).
    static BigDecimal gate(double x, BigDecimal b, BigDecimal c) {
        return new BigDecimal(x).multiply(logistic(x, b, c), DIGITS);
    }

    /// (x·σ(v))′ = σ(v)·(1 + x·(b + 3c·x²)·σ(−v)).
    static BigDecimal gateDerivative(double x, BigDecimal b, BigDecimal c) {
        BigDecimal a = clamped(x);
        BigDecimal w = a.multiply(b.add(c.multiply(a).multiply(a).multiply(BigDecimal.valueOf(3))), DIGITS);
        return logistic(x, b, c).multiply(ONE.add(w.multiply(logistic(-x, b, c), DIGITS)), DIGITS);
    }

    private static BigDecimal logistic(double x, BigDecimal b, BigDecimal c) {
        BigDecimal a = clamped(x);
        BigDecimal v = a.multiply(b.add(c.multiply(a).multiply(a)), DIGITS);
        BigDecimal limit = BigDecimal.valueOf(2000);
        return ONE.divide(ONE.add(exp(v.max(limit.negate()).min(limit).negate()), DIGITS), DIGITS);
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

package dev.lanewise.internal.kernel.scalar;

import static dev.lanewise.internal.kernel.scalar.Exponential.LN2H;
import static dev.lanewise.internal.kernel.scalar.Exponential.LN2L;
import static dev.lanewise.internal.kernel.scalar.Exponential.LOG2E;
import static dev.lanewise.internal.kernel.scalar.Exponential.MAGIC;

/// The derivative of ELU, α·eˣ for x ≤ 0 and 1 beyond, in the notation of [Exponential].
///
/// α·eˣ may be a number like any other where eˣ is subnormal, or 0. So 2ᵏ is applied as three factors,
///
///     α·eˣ = (((h + l)·2^(k − b)·α)·2^(b − c))·2^c,   b = min(k + 1021, 0),   c = max(b, −1022)
///
/// The first is exact, and where eˣ is at least 2⁻¹⁰²¹ the others are 1. The last rounds where the result is subnormal;
/// the one before is exact, unless the result is 0. An α below 1 may bring the product down there before, and round too.
///
/// **Error**: see docs/accuracy.md.
///
/// | x | ELU′(x) |
/// |---|---|
/// | −∞ | α·0 |
/// | ±0 | α |
/// | > 0 | 1 |
/// | NaN | NaN |
public final class ScalarEluDerivative {
    /// e^LOW times the largest double rounds to 0.
    public static final double LOW = -1456.0;
    /// 2⁻¹⁰²¹·(h + l) is normal.
    public static final long NORMAL = 1021;
    /// 2⁻¹⁰²² is the least power of two that is normal.
    public static final long LEAST = 1022;

    private ScalarEluDerivative() {}

    /// ELU′ over a range, in place where y is x.
    ///
    /// @param alpha α
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void eluDerivative(double alpha, int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) {
            double v = x[xOff + i];
            y[yOff + i] = v > 0.0 ? 1.0 : scaledExp(alpha, v);
        }
    }

    /// α·eˣ of x ≤ 0 or NaN.
    private static double scaledExp(double alpha, double x) {
        double a = Math.max(LOW, x);
        double z = Math.fma(a, LOG2E, MAGIC);
        double n = z - MAGIC;
        double r0 = Math.fma(n, -LN2H, a);
        double rl0 = n * -LN2L;
        double r = r0 + rl0;
        double rl = rl0 - (r - r0);
        double u = r * r;
        double q = Math.fma(u, Exponential.series(r, u), Math.fma(rl, r, rl));
        double h = 1.0 + r;
        double l = r - (h - 1.0) + q;
        long k = Exponential.exponent(z);
        long b = Math.min(k + NORMAL, 0);
        long c = Math.max(b, -LEAST);
        return (h + l) * Exponential.powerOfTwo(k - b) * alpha * Exponential.powerOfTwo(b - c)
                * Exponential.powerOfTwo(c);
    }
}

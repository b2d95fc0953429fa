package dev.lanewise.internal.kernel.scalar;

import static dev.lanewise.internal.kernel.scalar.Exponential.HIGH;
import static dev.lanewise.internal.kernel.scalar.Exponential.LN2H;
import static dev.lanewise.internal.kernel.scalar.Exponential.LN2L;
import static dev.lanewise.internal.kernel.scalar.Exponential.LOG2E;
import static dev.lanewise.internal.kernel.scalar.Exponential.LOW;
import static dev.lanewise.internal.kernel.scalar.Exponential.MAGIC;

/// eˣ in the notation of [Exponential].
///
/// **Error**: at most 0.65 ulp for normal results, 0.83 for subnormal ones; see docs/accuracy.md.
///
/// | x | eˣ |
/// |---|---|
/// | ±0 | 1 |
/// | from 709.79 on | ∞ |
/// | below −745.13 | +0 |
/// | NaN | NaN |
public final class ScalarExp {
    private ScalarExp() {}

    /// eˣ over a range, in place where y is x.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void exp(int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) y[yOff + i] = exp(x[xOff + i]);
    }

    static double exp(double x) {
        double a = Math.max(LOW, Math.min(HIGH, x));
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
        long k1 = k >> 1;
        return (h + l) * Exponential.powerOfTwo(k1) * Exponential.powerOfTwo(k - k1);
    }
}

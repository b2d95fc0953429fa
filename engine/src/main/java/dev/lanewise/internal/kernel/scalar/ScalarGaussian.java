package dev.lanewise.internal.kernel.scalar;

import static dev.lanewise.internal.kernel.scalar.Exponential.LN2H;
import static dev.lanewise.internal.kernel.scalar.Exponential.LN2L;
import static dev.lanewise.internal.kernel.scalar.Exponential.LOG2E;
import static dev.lanewise.internal.kernel.scalar.Exponential.MAGIC;

/// erf′ x = 2/√π·e^(−x²), in the notation of [Exponential].
///
/// x² is carried as a head and a tail into the reduction, and the product with 2/√π as well, so that it is rounded once.
///
/// | x | erf′ x |
/// |---|---|
/// | ±0 | 2/√π |
/// | beyond ±27.3 | +0 |
/// | NaN | NaN |
public final class ScalarGaussian {
    /// e⁻⁷⁸⁴ rounds to 0.
    public static final double SATURATED = 28.0;
    /// The head of 2/√π.
    public static final double SCALE = 0x1.20dd750429b6dp+0;
    /// The tail of 2/√π.
    public static final double SCALE_TAIL = 0x1.1ae3a914fed80p-56;

    private ScalarGaussian() {}

    /// erf′ over a range, in place where y is x.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void erfDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) y[yOff + i] = erfDerivative(x[xOff + i]);
    }

    static double erfDerivative(double x) {
        double a = Math.min(Math.abs(x), SATURATED);
        double sh = a * a;
        double sl = Math.fma(a, a, -sh);
        double z = Math.fma(sh, -LOG2E, MAGIC);
        double n = z - MAGIC;
        double r0 = Math.fma(n, -LN2H, -sh);
        double rl0 = Math.fma(n, -LN2L, -sl);
        double r = r0 + rl0;
        double rl = rl0 - (r - r0);
        double u = r * r;
        double q = Math.fma(u, Exponential.series(r, u), Math.fma(rl, r, rl));
        double h = 1.0 + r;
        double l = r - (h - 1.0) + q;
        double product = h * SCALE;
        double rest = Math.fma(h, SCALE, -product) + Math.fma(h, SCALE_TAIL, l * SCALE);
        long k = Exponential.exponent(z);
        long k1 = k >> 1;
        return (product + rest) * Exponential.powerOfTwo(k1) * Exponential.powerOfTwo(k - k1);
    }
}

package dev.lanewise.internal.kernel.scalar;

import static dev.lanewise.internal.kernel.scalar.Exponential.LN2H;
import static dev.lanewise.internal.kernel.scalar.Exponential.LN2L;
import static dev.lanewise.internal.kernel.scalar.Exponential.LOG2E;
import static dev.lanewise.internal.kernel.scalar.Exponential.MAGIC;

/// GELU′(x) = Φ(x) + x·φ(x), φ the density of the standard normal distribution, in the notation of [ScalarGelu]:
///
///     z < ½:  GELU′(±a) = ½ ± (½·erf z + a·e^(−a²/2)/√2π)
///     else:   GELU′(−a) = (G(t) − a/√2π)·e^(−a²/2),   GELU′(a) = 1 − GELU′(−a)
///
/// It has a root near −0.7518, where no relative accuracy is promised.
///
/// | x | GELU′(x) |
/// |---|---|
/// | ±0 | ½ |
/// | below −38.7 | −0 |
/// | ∞ | 1 |
/// | NaN | NaN |
public final class ScalarGeluDerivative {
    /// The head of 1/√2π.
    public static final double DENSITY = 0x1.9884533d43651p-2;
    /// The tail of 1/√2π.
    public static final double DENSITY_TAIL = -0x1.cbc0d30ebfd15p-56;

    private ScalarGeluDerivative() {}

    /// GELU′ over a range, in place where y is x.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void geluDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) y[yOff + i] = geluDerivative(x[xOff + i]);
    }

    static double geluDerivative(double x) {
        double a = Math.min(Math.abs(x), ScalarGelu.SATURATED);
        double p = a * a;
        double sh = 0.5 * p;
        double sl = 0.5 * Math.fma(a, a, -p);
        double z = a * ScalarGelu.ROOT_HALF;
        double m = Math.fma(sh, -LOG2E, MAGIC);
        double n = m - MAGIC;
        double r0 = Math.fma(n, -LN2H, -sh);
        double rl0 = Math.fma(n, -LN2L, -sl);
        double r = r0 + rl0;
        double rl = rl0 - (r - r0);
        double u = r * r;
        double q = Math.fma(u, Exponential.series(r, u), Math.fma(rl, r, rl));
        double h = 1.0 + r;
        double l = r - (h - 1.0) + q;
        long k = Exponential.exponent(m);
        long k1 = k >> 1;
        double s1 = Exponential.powerOfTwo(k1);
        double s2 = Exponential.powerOfTwo(k - k1);
        double slope = a * DENSITY;
        if (z < ScalarGelu.SEAM) {
            double half = 0.5 * Math.fma(z, ScalarErf.small(sh), z);
            double rise = Math.fma(slope, (h + l) * s1 * s2, half);
            return 0.5 + (x < 0.0 ? -rise : rise);
        }
        double slopeTail = Math.fma(a, DENSITY, -slope) + a * DENSITY_TAIL;
        double g = ScalarGelu.tail(z) - slope - slopeTail;
        double y = Math.fma(g, h, g * l) * s1 * s2;
        return x < 0.0 ? y : 1.0 - y;
    }
}

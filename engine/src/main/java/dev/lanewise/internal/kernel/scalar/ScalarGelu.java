package dev.lanewise.internal.kernel.scalar;

import static dev.lanewise.internal.kernel.scalar.Exponential.LN2H;
import static dev.lanewise.internal.kernel.scalar.Exponential.LN2L;
import static dev.lanewise.internal.kernel.scalar.Exponential.LOG2E;
import static dev.lanewise.internal.kernel.scalar.Exponential.MAGIC;

/// GELU(x) = x·Φ(x), Φ the distribution function of the standard normal distribution (Hendrycks and Gimpel, 2016), with
/// a = |x| and z = a/√2:
///
///     z < ½:  Φ(±a) = ½ ± ½·erf z,            erf z = z + z·S(z²) as in ScalarErf
///     else:   Φ(−a) = G(t)·e^(−a²/2),          t = (z − 2)/(z + 2),   Φ(a) = 1 − Φ(−a)
///
/// a²/2 is carried as a head and a tail, and x·G multiplied before the power of two is applied, so that the tail keeps
/// its digits down to where it underflows.
///
/// **Error**: at most 6 ulp for x < 0, 2 ulp for x ≥ 0; see docs/accuracy.md.
///
/// | x | GELU(x) |
/// |---|---|
/// | ±0 | ±0 |
/// | below −38.57 | −0 |
/// | from 8.3 on | x |
/// | −∞ | −0 |
/// | NaN | NaN |
public final class ScalarGelu {
    /// Φ(−40) rounds to 0, and Φ(40) to 1.
    public static final double SATURATED = 40.0;
    /// √½.
    public static final double ROOT_HALF = 0x1.6a09e667f3bcdp-1;
    /// Where the two formulas meet, in z.
    public static final double SEAM = 0.5;

    /// Φ(−a)·e^(a²/2)·2·(z + 2) = C0 + C1·t + … + C23·t²³ for ½ ≤ z ≤ 29.
    public static final double C0 = 0x1.058671b52c776p+0, C1 = -0x1.5fd386754eff9p-1, C2 = 0x1.1e2deea6b117fp-2,
            C3 = -0x1.2a88e6107d7a2p-5, C4 = -0x1.606e41552dcb2p-6, C5 = 0x1.a89eaff8ac912p-8,
            C6 = 0x1.9517bb74de31p-9, C7 = -0x1.b6fbf9d008be8p-11, C8 = -0x1.5ba4397824b78p-11,
            C9 = 0x1.20544526aaa7dp-15, C10 = 0x1.2efa567733a58p-13, C11 = 0x1.1e747a31da53ap-15,
            C12 = -0x1.6c09207c9a09p-16, C13 = -0x1.0e6125db91744p-16, C14 = -0x1.2c82e8c4bef91p-20,
            C15 = 0x1.e655d4bb5b6ffp-19, C16 = 0x1.0ba89501c4accp-19, C17 = 0x1.ca253243995b7p-25,
            C18 = -0x1.36edc4751562fp-21, C19 = -0x1.aed88f3a8ed45p-22, C20 = 0x1.381a17d07528ap-25,
            C21 = 0x1.6efd0cb49c6afp-23, C22 = 0x1.6cd18164ed0bcp-27, C23 = -0x1.fbf557d6ebf02p-26;

    private ScalarGelu() {}

    /// GELU over a range, in place where y is x.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void gelu(int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) y[yOff + i] = gelu(x[xOff + i]);
    }

    static double gelu(double x) {
        double a = Math.min(Math.abs(x), SATURATED);
        double p = a * a;
        double sh = 0.5 * p;
        double sl = 0.5 * Math.fma(a, a, -p);
        double z = a * ROOT_HALF;
        if (z < SEAM) {
            double half = 0.5 * Math.fma(z, ScalarErf.small(sh), z);
            return x * (0.5 + (x < 0.0 ? -half : half));
        }
        double g = tail(z);
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
        double y = Math.fma(g, h, g * l);
        long k = Exponential.exponent(m);
        long k1 = k >> 1;
        double s1 = Exponential.powerOfTwo(k1);
        double s2 = Exponential.powerOfTwo(k - k1);
        return x < 0.0 ? -a * y * s1 * s2 : x * (1.0 - y * s1 * s2);
    }

    /// G = Φ(−a)·e^(a²/2), with z = a/√2.
    static double tail(double z) {
        double inverse = 1.0 / (z + 2.0);
        double t = (z - 2.0) * inverse;
        double v = t * t;
        double odd = Math.fma(Math.fma(Math.fma(Math.fma(C23, v, C21), v, C19), v, C17), v, C15);
        odd = Math.fma(Math.fma(Math.fma(Math.fma(odd, v, C13), v, C11), v, C9), v, C7);
        odd = Math.fma(Math.fma(Math.fma(odd, v, C5), v, C3), v, C1);
        double even = Math.fma(Math.fma(Math.fma(Math.fma(C22, v, C20), v, C18), v, C16), v, C14);
        even = Math.fma(Math.fma(Math.fma(Math.fma(even, v, C12), v, C10), v, C8), v, C6);
        even = Math.fma(Math.fma(even, v, C4), v, C2);
        return Math.fma(t, Math.fma(t, even, odd), C0) * (0.5 * inverse);
    }
}

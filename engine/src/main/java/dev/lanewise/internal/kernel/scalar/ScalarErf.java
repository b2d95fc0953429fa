package dev.lanewise.internal.kernel.scalar;

import static dev.lanewise.internal.kernel.scalar.Exponential.LN2H;
import static dev.lanewise.internal.kernel.scalar.Exponential.LN2L;
import static dev.lanewise.internal.kernel.scalar.Exponential.LOG2E;
import static dev.lanewise.internal.kernel.scalar.Exponential.MAGIC;

/// The error function, erf x = 2/√π·∫₀ˣ e^(−t²) dt, with z = |x|:
///
///     z < 0.84375:  erf z = z + z·S(z²)
///     else:         erf z = 1 − H(t)·e^(−z²),   t = (z − 1)/(z + 1)
///
/// S and H are polynomials; z² is carried as a head and a tail into the reduction of [Exponential].
///
/// **Error**: at most 0.85 ulp; see docs/accuracy.md.
///
/// | x | erf x |
/// |---|---|
/// | ±0 | ±0 |
/// | subnormal | 2x/√π |
/// | beyond ±5.93 | ±1 |
/// | NaN | NaN |
public final class ScalarErf {
    /// Where the two formulas meet.
    public static final double SEAM = 0.84375;
    /// erf is 1 to the last bit there.
    public static final double SATURATED = 6.0;

    /// erf z/z − 1 = S0 + S1·z² + … + S11·z²² for z ≤ 0.84375.
    public static final double S0 = 0x1.06eba8214db69p-3, S1 = -0x1.812746b0379e6p-2, S2 = 0x1.ce2f21a042abep-4,
            S3 = -0x1.b82ce312814d7p-6, S4 = 0x1.565bcd0cdb858p-8, S5 = -0x1.c02db39d07bd6p-11,
            S6 = 0x1.f9a31749f3e9ap-14, S7 = -0x1.f4d0b91a356cfp-17, S8 = 0x1.b9c97c981f3bdp-20,
            S9 = -0x1.5e178cdf7b5b1p-23, S10 = 0x1.e7f73841b0b46p-27, S11 = -0x1.e79e361f54738p-31;

    /// (1 − erf z)·e^(z²) = H0 + H1·t + … + H15·t¹⁵ for 0.84375 ≤ z ≤ 6.
    public static final double H0 = 0x1.b5d8780f956b2p-2, H1 = -0x1.17c4e3f17c04fp-1, H2 = 0x1.23122255b6468p-4,
            H3 = 0x1.c05ecfde225d3p-5, H4 = 0x1.78738bb2126ebp-8, H5 = -0x1.03bb8b861929dp-7,
            H6 = -0x1.616d45d3340aap-8, H7 = -0x1.3d699d00e35ffp-10, H8 = 0x1.6ee23a043a813p-11,
            H9 = 0x1.c7773d676368cp-11, H10 = 0x1.cdccdb32d4249p-12, H11 = 0x1.ce89bb863b34ap-14,
            H12 = -0x1.f7e6fe4c63c54p-13, H13 = 0x1.9a1a39b68ad9ep-13, H14 = -0x1.c96cc902749d9p-12,
            H15 = 0x1.901b4d5e38a5dp-13;

    private ScalarErf() {}

    /// erf over a range, in place where y is x.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void erf(int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) y[yOff + i] = erf(x[xOff + i]);
    }

    static double erf(double x) {
        double z = Math.abs(x);
        if (z < SEAM) return Math.copySign(Math.fma(z, small(z * z), z), x);
        double w = Math.min(z, SATURATED);
        double sh = w * w;
        double sl = Math.fma(w, w, -sh);
        double t = (w - 1.0) * (1.0 / (w + 1.0));
        double g = tail(t);

        double m = Math.fma(sh, -LOG2E, MAGIC);
        double n = m - MAGIC;
        double r0 = Math.fma(n, -LN2H, -sh);
        double rl0 = Math.fma(n, -LN2L, -sl);
        double r = r0 + rl0;
        double rl = rl0 - (r - r0);
        double u = r * r;
        double q = Math.fma(u, Exponential.series(r, u), rl);
        double gs = g * Exponential.powerOfTwo(Exponential.exponent(m));
        double h = 1.0 + r;
        double l = r - (h - 1.0) + q;
        return Math.copySign(1.0 - Math.fma(gs, h, gs * l), x);
    }

    /// S(v).
    static double small(double v) {
        double high = Math.fma(Math.fma(Math.fma(Math.fma(S11, v, S10), v, S9), v, S8), v, S7);
        double middle = Math.fma(Math.fma(Math.fma(Math.fma(high, v, S6), v, S5), v, S4), v, S3);
        return Math.fma(Math.fma(Math.fma(middle, v, S2), v, S1), v, S0);
    }

    /// H(t), its odd and its even powers apart.
    private static double tail(double t) {
        double v = t * t;
        double odd = Math.fma(Math.fma(Math.fma(H15, v, H13), v, H11), v, H9);
        odd = Math.fma(Math.fma(Math.fma(Math.fma(odd, v, H7), v, H5), v, H3), v, H1);
        double even = Math.fma(Math.fma(Math.fma(H14, v, H12), v, H10), v, H8);
        even = Math.fma(Math.fma(Math.fma(even, v, H6), v, H4), v, H2);
        return Math.fma(t, Math.fma(t, even, odd), H0);
    }
}

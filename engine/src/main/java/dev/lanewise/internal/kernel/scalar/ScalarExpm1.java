package dev.lanewise.internal.kernel.scalar;

import static dev.lanewise.internal.kernel.scalar.Exponential.HIGH;
import static dev.lanewise.internal.kernel.scalar.Exponential.LN2H;
import static dev.lanewise.internal.kernel.scalar.Exponential.LN2L;
import static dev.lanewise.internal.kernel.scalar.Exponential.LOG2E;
import static dev.lanewise.internal.kernel.scalar.Exponential.MAGIC;

/// eˣ − 1 = 2ᵏ·((e^r − 1) + (1 − 2⁻ᵏ)) with the reduction of [Exponential], and ELU, which is α·(eˣ − 1) for x ≤ 0 and
/// x beyond.
///
/// e^r − 1 = r + r²/2 + r³·M(r) is carried as a head and a tail (`eh + el`), and so is 1 − 2⁻ᵏ (`c + cl`).
///
/// **Error**: at most 0.71 ulp of eˣ − 1; see docs/accuracy.md.
///
/// | x | eˣ − 1 | ELU(x) |
/// |---|---|---|
/// | ±0 | ±0 | α·±0 |
/// | subnormal | x | x > 0: x, else α·x |
/// | from 709.79 on | ∞ | x |
/// | below −37.43 | −1 | −α |
/// | NaN | NaN | NaN |
public final class ScalarExpm1 {
    /// e⁻⁴⁰ − 1 is −1 to the last bit.
    public static final double LOW = -40.0;
    /// 2⁻ᵏ beyond it is lost beside e^r; a larger k would make it underflow.
    public static final long SMALLEST = 100;

    /// e^r = 1 + r + r²/2 + r³·(M0 + M1·r + … + M9·r⁹): Remez coefficients on |r| ≤ ln2/2.
    public static final double M0 = 0x1.5555555555559p-3, M1 = 0x1.5555555555559p-5, M2 = 0x1.111111110f7ffp-7,
            M3 = 0x1.6c16c16c14b43p-10, M4 = 0x1.a01a01af6f2d5p-13, M5 = 0x1.a01a01af2dc32p-16,
            M6 = 0x1.71ddf961ac52cp-19, M7 = 0x1.27e4c82c1063ap-22, M8 = 0x1.af5d0b8b16212p-26,
            M9 = 0x1.1f922f96329eap-29;

    private ScalarExpm1() {}

    /// eˣ − 1 over a range, in place where y is x.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void expm1(int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) y[yOff + i] = expm1(x[xOff + i]);
    }

    /// ELU over a range, in place where y is x.
    ///
    /// @param alpha α
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void elu(double alpha, int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) {
            double v = x[xOff + i];
            y[yOff + i] = v > 0.0 ? v : alpha * expm1(v);
        }
    }

    static double expm1(double x) {
        double a = Math.max(LOW, Math.min(HIGH, x));
        double z = Math.fma(a, LOG2E, MAGIC);
        double n = z - MAGIC;
        double r0 = Math.fma(n, -LN2H, a);
        double rl0 = n * -LN2L;
        double r = r0 + rl0;
        double rl1 = rl0 - (r - r0);
        double rl = Math.fma(rl1, r, rl1);
        double u = r * r;
        double h = 0.5 * u;
        double hl = Math.fma(0.5 * r, r, -h);
        double q = Math.fma(r * u, series(r, u), hl + rl);
        double t = h + q;
        double tl = q - (t - h);
        double eh = r + t;
        double el = t - (eh - r) + tl;

        long k = Exponential.exponent(z);
        double s = Exponential.powerOfTwo(-Math.min(k, SMALLEST));
        double c = 1.0 - s;
        double cl = 1.0 - c - s;
        double g = c + eh;
        double l = eh - (g - c) + (el + cl);
        long k1 = k >> 1;
        return Math.copySign((g + l) * Exponential.powerOfTwo(k1) * Exponential.powerOfTwo(k - k1), x);
    }

    private static double series(double r, double u) {
        double u2 = u * u;
        double high = Math.fma(Math.fma(M9, r, M8), u2, Math.fma(Math.fma(M7, r, M6), u, Math.fma(M5, r, M4)));
        return Math.fma(high, u2, Math.fma(Math.fma(M3, r, M2), u, Math.fma(M1, r, M0)));
    }
}

package dev.lanewise.internal.kernel.scalar;

import static dev.lanewise.internal.kernel.scalar.Exponential.LN2H;
import static dev.lanewise.internal.kernel.scalar.Exponential.LN2L;
import static dev.lanewise.internal.kernel.scalar.Exponential.LOG2E;
import static dev.lanewise.internal.kernel.scalar.Exponential.MAGIC;

/// softplus x = ln(1 + eˣ) = max(x, 0) + ln(1 + t), t = e^(−|x|) ≤ 1: the exponential of [ScalarExp] and the logarithm
/// of [ScalarLog1p], joined with the tails of t and of the logarithm. Its derivative is σ.
///
/// | x | softplus x |
/// |---|---|
/// | ±0 | ln 2 |
/// | from 35 on | x |
/// | below −745.13 | +0 |
/// | NaN | NaN |
public final class ScalarSoftplus {
    /// softplus x is x to the last bit beyond it, and t is not yet tiny there.
    public static final double SATURATED = 35.0;
    /// e⁻⁷⁴⁶ rounds to 0.
    public static final double LOW = 746.0;

    private ScalarSoftplus() {}

    /// softplus over a range, in place where y is x.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void softplus(int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) y[yOff + i] = softplus(x[xOff + i]);
    }

    static double softplus(double x) {
        if (x > SATURATED) return x;
        double a = Math.min(Math.abs(x), LOW);
        double z = Math.fma(a, -LOG2E, MAGIC);
        double n = z - MAGIC;
        double r0 = Math.fma(n, -LN2H, -a);
        double rl0 = n * -LN2L;
        double r = r0 + rl0;
        double rl = rl0 - (r - r0);
        double u = r * r;
        double q = Math.fma(u, Exponential.series(r, u), Math.fma(rl, r, rl));
        double h = 1.0 + r;
        double l = r - (h - 1.0) + q;
        double g = h + l;
        double gl = l - (g - h);
        long k = Exponential.exponent(z);
        long k1 = k >> 1;
        double s1 = Exponential.powerOfTwo(k1);
        double s2 = Exponential.powerOfTwo(k - k1);
        double t = g * s1 * s2;
        double tl = gl * s1 * s2;
        if (t < ScalarLog1p.TINY) return t;

        double e = 1.0 + t;
        long j = Double.doubleToRawLongBits(e) - ScalarLog1p.ROOT_HALF_BITS >> 52; // 1 from √2 on, else 0
        double f = j == 0 ? t : 0.5 * e - 1.0;
        double c = j == 0 ? tl : 0.5 * (t - (e - 1.0) + tl);
        double d = 2.0 + f;
        double dl = 2.0 - d + f + c;
        double inverse = 1.0 / d;
        double s = f * inverse;
        double sl = (Math.fma(-s, d, f) + Math.fma(-s, dl, c)) * inverse;
        double v = s * s;
        double head = j * ScalarLog1p.LN2H;
        double log = head + (s + s);
        double logTail = Math.fma(s * v, ScalarLog1p.series(v), Math.fma(j, ScalarLog1p.LN2L, sl + sl))
                + (head - log + (s + s));
        double positive = Math.max(x, 0.0);
        double sum = positive + log;
        double part = sum - positive;
        double sumTail = positive - (sum - part) + (log - part);
        return sum + (sumTail + logTail);
    }
}

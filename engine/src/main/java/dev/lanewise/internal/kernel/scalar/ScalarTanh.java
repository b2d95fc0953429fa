package dev.lanewise.internal.kernel.scalar;

import static dev.lanewise.internal.kernel.scalar.HalfAngle.LN2H;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.LN2L;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.MAGIC;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.TWO_LN2;

/// tanh x = (P − sM)/(P + sM) in the notation of [HalfAngle].
///
/// **Error**: at most 0.5252 ulp seen, at x = 0x1.640176cbc50cdp-3; see docs/accuracy.md.
///
/// | x | tanh x |
/// |---|---|
/// | ±0 | ±0 |
/// | subnormal | x |
/// | beyond ±19.0615 | ±1 |
/// | NaN | NaN |
public final class ScalarTanh {
    /// tanh is 1 to the last bit from 19.0615 on; a larger argument would only make 2⁻ⁿ underflow.
    public static final double SATURATED = 19.1;

    private ScalarTanh() {}

    /// tanh over a range, in place where y is x.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void tanh(int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) y[yOff + i] = tanh(x[xOff + i]);
    }

    static double tanh(double x) {
        double a = Math.abs(x);
        double y = a > SATURATED ? SATURATED : a;
        double z = Math.fma(y, -TWO_LN2, MAGIC);
        double k = z - MAGIC; // −n
        double b = Math.fma(k, LN2H, y);
        double t = HalfAngle.beyondLinear(b, k * LN2L);
        double th = b + t;
        double tl = t - (th - b);
        double ph = 1.0 + th;
        double pl = th - (ph - 1.0) + tl;
        double mh = 1.0 - th;
        double ml = 1.0 - mh - th - tl;

        double s = HalfAngle.power(z);
        double nh = Math.fma(-s, mh, ph);
        double nl = Math.fma(-s, mh, ph - nh) + Math.fma(-s, ml, pl);
        double dh = Math.fma(s, mh, ph);
        double dl = Math.fma(s, mh, ph - dh) + Math.fma(s, ml, pl);
        if (k == 0.0) { // P − M = 2T, without the rounding of 1 ± T
            nh = th + th;
            nl = tl + tl;
        }
        double inverse = 1.0 / dh;
        double q = nh * inverse;
        double remainder = Math.fma(-q, dh, nh) + Math.fma(-q, dl, nl);
        return Math.copySign(Math.fma(remainder, inverse, q), x);
    }
}

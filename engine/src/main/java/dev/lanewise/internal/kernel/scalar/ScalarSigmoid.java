package dev.lanewise.internal.kernel.scalar;

import static dev.lanewise.internal.kernel.scalar.HalfAngle.LN2H;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.LN2L;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.MAGIC_512;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.TWO_LN2;

/// σ(x) = 1/(1 + e^(−x)): P/(P + sM) for x ≥ 0 and sM/(P + sM) for x < 0, in the notation of [HalfAngle].
///
/// **Error**: at most 0.5090 ulp seen for normal results, 0.752 for subnormal ones; see docs/accuracy.md.
///
/// | x | σ(x) |
/// |---|---|
/// | ±0 | ½ |
/// | from +37.43 on | 1 |
/// | below −745.13 | +0 |
/// | NaN | NaN |
public final class ScalarSigmoid {
    /// Beyond it the result is 1 or +0 whatever the argument.
    public static final double SATURATED = 800.0;

    private ScalarSigmoid() {}

    /// σ over a range, in place where y is x.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void sigmoid(int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) y[yOff + i] = sigmoid(x[xOff + i]);
    }

    static double sigmoid(double x) {
        double a = Math.abs(x);
        double y = (a > SATURATED ? SATURATED : a) * 0.5;
        double z = Math.fma(y, -TWO_LN2, MAGIC_512);
        double k = z - MAGIC_512; // −n
        double b0 = Math.fma(k, LN2H, y);
        double bl0 = k * LN2L;
        double b = b0 + bl0;
        double bl = bl0 - (b - b0);
        double t = HalfAngle.beyondLinear(b, bl);
        double th = b + t;
        double tl = t - (th - b);
        double ph = 1.0 + th;
        double pl = th - (ph - 1.0) + tl;
        double mh = 1.0 - th;
        double ml = 1.0 - mh - th - tl;

        // s = 2⁻ⁿ may underflow, so a small result is multiplied by 2⁵¹²⁻ⁿ, which is exact, and then by 2⁻⁵¹², which rounds.
        double lifted = HalfAngle.power(z);
        double s = lifted * 0x1p-512;
        double dh = Math.fma(s, mh, ph);
        double dl = Math.fma(s, mh, ph - dh) + Math.fma(s, ml, pl);
        boolean negative = x < 0.0;
        double nh = negative ? mh : ph;
        double nl = negative ? ml : pl;
        double inverse = 1.0 / dh;
        double q = nh * inverse;
        double remainder = Math.fma(-q, dh, nh) + Math.fma(-q, dl, nl);
        double quotient = Math.fma(remainder, inverse, q);
        return negative ? quotient * lifted * 0x1p-512 : quotient;
    }
}

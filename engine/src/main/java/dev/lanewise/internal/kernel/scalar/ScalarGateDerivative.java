package dev.lanewise.internal.kernel.scalar;

import static dev.lanewise.internal.kernel.scalar.Exponential.MAGIC;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.LN2H;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.LN2L;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.TWO_LN2;

/// (x·σ(v))′ = σ(v)·(1 + w·σ(−v)), v = x·(b + c·x²), w = x·v′ = x·(b + 3c·x²): the derivatives of the functions of
/// [ScalarGate].
///
/// With the quotients p = P/(P + sM) = σ(|v|) and m = M/(P + sM), s·m = σ(−|v|), of [HalfAngle], it is p·(1 + |w|·s·m)
/// for x ≥ 0 and s·m·(1 − |w|·p) for x < 0. The quotients, w and the sum carry tails, because the sum has a root, near
/// x = −1.28 for SiLU and −0.75 for GELU.
///
/// | x | SiLU′(x), GELU′(x) |
/// |---|---|
/// | ±0 | ½ |
/// | large, ∞ | 1 |
/// | very negative, −∞ | −0 |
/// | NaN | NaN |
public final class ScalarGateDerivative {
    private ScalarGateDerivative() {}

    /// SiLU′ over a range, in place where y is x.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void silu(int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) {
            y[yOff + i] = derivative(1.0, 0.0, 0.0, 0.0, ScalarGate.SILU_SATURATED, x[xOff + i]);
        }
    }

    /// The derivative of the tanh form of GELU over a range, in place where y is x.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void geluTanh(int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) {
            y[yOff + i] = derivative(ScalarGate.LINEAR, ScalarGate.LINEAR_TAIL, ScalarGate.CUBIC, ScalarGate.CUBIC_TAIL,
                    ScalarGate.GELU_SATURATED, x[xOff + i]);
        }
    }

    private static double derivative(double bh, double bl, double ch, double cl, double saturated, double x) {
        double a = Math.min(Math.abs(x), saturated);
        double square = a * a;
        double squareTail = Math.fma(a, a, -square);
        double bend = ch * square;
        double bendTail = Math.fma(ch, square, -bend) + Math.fma(ch, squareTail, cl * square);
        double slope = bh + bend;
        double part = slope - bh;
        double slopeTail = bh - (slope - part) + (bend - part) + (bl + bendTail);
        double v = a * slope;
        double vl = Math.fma(a, slope, -v) + a * slopeTail;
        double steep = slope + 2.0 * bend; // b + 3c·x²
        part = steep - slope;
        double steepTail = slope - (steep - part) + (2.0 * bend - part) + Math.fma(2.0, bendTail, slopeTail);
        double w = a * steep;
        double wl = Math.fma(a, steep, -w) + a * steepTail;

        double y = 0.5 * v;
        double z = Math.fma(y, TWO_LN2, MAGIC);
        double n = z - MAGIC;
        double b0 = Math.fma(n, -LN2H, y);
        double t0 = Math.fma(n, -LN2L, 0.5 * vl);
        double b = b0 + t0;
        double t = HalfAngle.beyondLinear(b, t0 - (b - b0));
        double th = b + t;
        double tl = t - (th - b);
        double ph = 1.0 + th;
        double pl = th - (ph - 1.0) + tl;
        double mh = 1.0 - th;
        double ml = 1.0 - mh - th - tl;
        long k = Double.doubleToRawLongBits(z) - Double.doubleToRawLongBits(MAGIC);
        long k1 = k >>> 1;
        double s1 = Exponential.powerOfTwo(-k1);
        double s2 = Exponential.powerOfTwo(k1 - k);
        double s = s1 * s2;
        double sm = s * mh;
        double dh = ph + sm;
        double dl = ph - dh + sm + Math.fma(s, ml, pl);
        double inverse = 1.0 / dh;
        double p = ph * inverse;
        double pRest = (Math.fma(-p, dh, ph) + Math.fma(-p, dl, pl)) * inverse;
        double m = mh * inverse;
        double mRest = (Math.fma(-m, dh, mh) + Math.fma(-m, dl, ml)) * inverse;

        boolean negative = x < 0.0;
        double base = negative ? m : p;
        double baseRest = negative ? mRest : pRest;
        double other = negative ? -p : s * m;
        double otherRest = negative ? -pRest : s * mRest;
        double bow = w * other;
        double bowRest = Math.fma(w, other, -bow) + Math.fma(w, otherRest, wl * other);
        double sum = 1.0 + bow;
        part = sum - 1.0;
        double sumRest = 1.0 - (sum - part) + (bow - part) + bowRest;
        double product = base * sum;
        double rest = Math.fma(base, sum, -product) + Math.fma(base, sumRest, baseRest * sum);
        double result = product + rest;
        return negative ? result * s1 * s2 : result;
    }
}

package dev.lanewise.internal.kernel.scalar;

import static dev.lanewise.internal.kernel.scalar.Exponential.MAGIC;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.LN2H;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.LN2L;
import static dev.lanewise.internal.kernel.scalar.HalfAngle.TWO_LN2;

/// x·σ(v), v = x·(b + c·x²): numbers that are their own gate.
///
///     SiLU(x) = x·σ(x)                               b = 1, c = 0 (Elfwing, Uchibe and Doya, 2017; also called swish)
///     GELU(x) ≈ ½x·(1 + tanh(√(2/π)·(x + 0.044715x³)))   b = 2√(2/π), c = 0.044715b, since ½(1 + tanh y) = σ(2y)
///
/// v is carried as a head and a tail into the core of [HalfAngle], and so is the quotient σ(v): the product with x is
/// rounded once, and before the power of two is applied.
///
/// | x | x·σ(v) |
/// |---|---|
/// | ±0 | ±0 |
/// | large, ∞ | x |
/// | very negative, −∞ | −0 |
/// | NaN | NaN |
public final class ScalarGate {
    /// Beyond it SiLU(x) is x or −0.
    public static final double SILU_SATURATED = 800.0;
    /// Beyond it the tanh form of GELU is x or −0; v is 795 there.
    public static final double GELU_SATURATED = 22.0;
    /// The head of 2√(2/π).
    public static final double LINEAR = 0x1.9884533d43651p+0;
    /// The tail of 2√(2/π).
    public static final double LINEAR_TAIL = -0x1.cbc0d30ebfd15p-54;
    /// The head of 0.044715·2√(2/π).
    public static final double CUBIC = 0x1.2444f2a4d8b4bp-4;
    /// The tail of 0.044715·2√(2/π).
    public static final double CUBIC_TAIL = -0x1.6c843a29d1c70p-61;

    private ScalarGate() {}

    /// SiLU over a range, in place where y is x.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void silu(int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) y[yOff + i] = gate(1.0, 0.0, 0.0, 0.0, SILU_SATURATED, x[xOff + i]);
    }

    /// The tanh form of GELU over a range, in place where y is x.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void geluTanh(int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) {
            y[yOff + i] = gate(LINEAR, LINEAR_TAIL, CUBIC, CUBIC_TAIL, GELU_SATURATED, x[xOff + i]);
        }
    }

    private static double gate(double bh, double bl, double ch, double cl, double saturated, double x) {
        if (x > saturated) return x;
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
        boolean negative = x < 0.0;
        double nh = negative ? mh : ph;
        double nl = negative ? ml : pl;
        double inverse = 1.0 / dh;
        double q = nh * inverse;
        double rest = (Math.fma(-q, dh, nh) + Math.fma(-q, dl, nl)) * inverse;
        double product = a * q;
        double result = product + Math.fma(a, rest, Math.fma(a, q, -product));
        return Math.copySign(negative ? result * s1 * s2 : result, x);
    }
}

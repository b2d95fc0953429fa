package dev.lanewise.internal.kernel.scalar;

/// ln(1 + x) with its argument brought to 2ᵏ·(1 + F), √½ ≤ 1 + F < √2, and F = 2s/(1 − s), s = F/(2 + F):
///
///     ln(1 + x) = k·ln2 + 2·artanh s = k·ln2 + 2s + s³·G(s²)
///
/// What the addition 1 + x loses, c, is carried along, and so is the remainder of the quotient s (`sl`).
///
/// **Error**: at most 0.60 ulp; see docs/accuracy.md.
///
/// | x | ln(1 + x) |
/// |---|---|
/// | ±0 | ±0 |
/// | below 2⁻⁵⁴ in magnitude | x |
/// | ∞ | ∞ |
/// | −1 | −∞ |
/// | < −1, NaN | NaN |
public final class ScalarLog1p {
    /// Below it ln(1 + x) is x to the last bit.
    public static final double TINY = 0x1p-54;
    /// The bits of √½: the exponent of u·√2 is k + 1023.
    public static final long ROOT_HALF_BITS = 0x3fe6a09e667f3bcdL;
    /// What c is scaled by; beyond 2⁶⁴ it is lost.
    public static final long SMALLEST = 64;
    /// The head of ln 2, short enough that k times it is exact.
    public static final double LN2H = 0x1.62e42fefa38p-1;
    /// The tail of ln 2 that belongs to it.
    public static final double LN2L = 0x1.ef35793c7673p-45;

    /// 2·artanh s = 2s + s³·(G0 + G1·s² + … + G7·s¹⁴): Remez coefficients on |s| ≤ 3 − 2√2.
    public static final double G0 = 0x1.5555555555555p-1, G1 = 0x1.9999999999d91p-2, G2 = 0x1.2492492431f73p-2,
            G3 = 0x1.c71c72528397bp-3, G4 = 0x1.745cdfeca4136p-3, G5 = 0x1.3b206a91450c8p-3,
            G6 = 0x1.0f61d54c00617p-3, G7 = 0x1.0f3a0c73f9a21p-3;

    private ScalarLog1p() {}

    /// ln(1 + x) over a range, in place where y is x.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void log1p(int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) y[yOff + i] = log1p(x[xOff + i]);
    }

    /// ln(1 + x) of one number.
    ///
    /// @param x the argument
    /// @return ln(1 + x)
    public static double log1p(double x) {
        if (Math.abs(x) < TINY || x == Double.POSITIVE_INFINITY) return x;
        if (!(x > -1.0)) return x == -1.0 ? Double.NEGATIVE_INFINITY : Double.NaN;
        double u = 1.0 + x;
        double b = u - 1.0;
        double c = 1.0 - (u - b) + (x - b);
        long bits = Double.doubleToRawLongBits(u);
        long k = bits - ROOT_HALF_BITS >> 52;
        double f = k == 0 ? x : Double.longBitsToDouble(bits - (k << 52)) - 1.0;
        double cc = k == 0 ? 0.0 : c * Exponential.powerOfTwo(-Math.min(k, SMALLEST));
        double d = 2.0 + f;
        double dl = 2.0 - d + f + cc;
        double inverse = 1.0 / d;
        double s = f * inverse;
        double sl = (Math.fma(-s, d, f) + Math.fma(-s, dl, cc)) * inverse;
        double v = s * s;
        double kd = k;
        double head = kd * LN2H;
        double s2 = s + s;
        double h = head + s2;
        double l = head - h + s2;
        return h + (Math.fma(s * v, series(v), Math.fma(kd, LN2L, sl + sl)) + l);
    }

    /// G(v).
    static double series(double v) {
        double v2 = v * v;
        double high = Math.fma(Math.fma(G7, v, G6), v2, Math.fma(G5, v, G4));
        return Math.fma(Math.fma(high, v2, Math.fma(G3, v, G2)), v2, Math.fma(G1, v, G0));
    }
}

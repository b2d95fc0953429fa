package dev.lanewise.random;

/// The double nearest to ln x: [Logarithm] asked only where a shorter way leaves a doubt.
///
/// **Method.** As there, x = 2ᵏ·m and s = (m − 1)/(m + 1), v = s² ≤ 0.02944, and
///
///     ln x = k·ln 2 + 2 artanh s,    artanh s = s·(1 + v·(1/3 + v·t)),    t = 1/5 + v/7 + … + v¹⁰/25,
///
/// but only s, v, 1/3 and the sums outside t are pairs of doubles; t and v·t are plain ones. If ln x − ε and ln x + ε
/// round to the same double, that is the answer (A. Ziv, Fast evaluation of elementary mathematical functions with
/// correctly rounded last bit, ACM Transactions on Mathematical Software 17(3), 410–423, 1991). Else, for one argument
/// in 250 or fewer, the 91 bits of [Logarithm] decide.
///
/// **Error.** With u = 2⁻⁵³, relative to artanh s: t is within 4u, what it leaves out included (v¹¹/27 < 2⁻⁶⁰), and v·t
/// within 6u; it weighs v·v·t < 2⁻¹²·⁴, so that it costs less than 2⁻⁶²·⁸. All else is below 2⁻⁹⁰, and adding k·ln 2 makes
/// no relative error larger, since |ln m| ≤ |ln x|. ε is 2⁻⁶²·|ln x|.
///
/// **Reproducibility.** The same result as that of [Logarithm], bit for bit: both lie between the same two bounds, and
/// those have rounded to one double.
final class NearestLogarithm {
    private static final double EPSILON = 0x1p-62;
    private static final double THIRD = 1.0 / 3;
    private static final double THIRD_TAIL = 0x1.5555555555555p-56;

    private NearestLogarithm() {}

    /// ln x, rounded to nearest but for about one argument in 2³⁶, of which [Logarithm] tells.
    ///
    /// @param x a positive, finite, normal double; anything else gives an undefined result
    /// @return the high part of `Logarithm.of(x)`
    static double of(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long k = bits - Double.doubleToRawLongBits(Logarithm.SQRT_HALF) >> 52;
        double m = Double.longBitsToDouble(bits - (k << 52));
        // s, the remainder of its division and v
        double d = m + 1, dTail = m - (d - 1);
        double inverse = 1 / d;
        double s = (m - 1) / d;
        double sTail = Math.fma(-s, dTail, Math.fma(-s, d, m - 1)) * inverse;
        double v = s * s;
        double vTail = Math.fma(s, s, -v) + 2 * s * sTail;
        // p = 1/3 + v·t
        double w = v * v;
        double low = Math.fma(w, Math.fma(v, 1.0 / 11, 1.0 / 9), Math.fma(v, 1.0 / 7, 1.0 / 5));
        double middle = Math.fma(w, Math.fma(v, 1.0 / 19, 1.0 / 17), Math.fma(v, 1.0 / 15, 1.0 / 13));
        double high = Math.fma(w, 1.0 / 25, Math.fma(v, 1.0 / 23, 1.0 / 21));
        double w2 = w * w;
        double vt = v * Math.fma(Math.fma(high, w2, middle), w2, low);
        double p = THIRD + vt;
        double pTail = THIRD - p + vt + THIRD_TAIL;
        // a = s·(1 + v·p)
        double r = v * p;
        double rTail = Math.fma(v, p, -r) + Math.fma(v, pTail, vTail * p);
        double e = s * r;
        double eTail = Math.fma(s, r, -e) + Math.fma(s, rTail, Math.fma(sTail, r, sTail));
        double a = s + e;
        double aTail = s - a + e + eTail;
        // k·ln 2 + 2a
        double whole = k * Logarithm.LN2_HI;
        double ln = whole + 2 * a;
        double part = ln - whole;
        double lnTail = whole - (ln - part) + (2 * a - part) + Math.fma(k, Logarithm.LN2_LO, 2 * aTail);
        double below = ln + Math.fma(ln, -EPSILON, lnTail), above = ln + Math.fma(ln, EPSILON, lnTail);
        return below == above ? below : Logarithm.of(x).hi();
    }
}

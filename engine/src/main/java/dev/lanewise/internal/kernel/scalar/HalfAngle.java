package dev.lanewise.internal.kernel.scalar;

/// The core that tanh, the logistic function and their derivatives share: the constants, and what they mean.
///
/// Write y = |x| for tanh and y = |x|/2 for the logistic function, and reduce y by multiples of ln2/2:
///
///     y = n·ln2/2 + b,   |b| ≤ ln2/4,   T = tanh b,   s = 2⁻ⁿ,   P = 1 + T,   M = 1 − T
///     e^(2y) = 2ⁿ·P/M, hence
///     tanh y = (P − sM)/(P + sM)      σ(2y) = P/(P + sM)      σ(−2y) = sM/(P + sM)
///     tanh′y = 4·sPM/(P + sM)²        σ′(2y) = sPM/(P + sM)²
///
/// Nothing cancels, nothing overflows, and there is one division. T is odd, and all of it beyond b itself is at most
/// 1 % of b: a polynomial of degree 6 in b² is enough and its rounding hardly counts. P, M and the denominator are
/// carried as a head and a tail (`ph + pl`), where the tail is what the addition of the head lost (Dekker's fast
/// two-sum: the first operand is never the smaller one).
///
/// n and s are found without a conversion. z = MAGIC − y·2/ln2 is so large that it is rounded to an integer, MAGIC − n,
/// which stands in its low bits; MAGIC is 1.5·2⁵² and so much more that the same bits, shifted to the place of the
/// exponent, are a power of two (`power(z)`). Sums with s·M are fused: s·M is exact, so nothing else changes.
public final class HalfAngle {
    /// 1.5·2⁵² + 1023: z = MAGIC − n gives power(z) = 2⁻ⁿ, for n ≤ 1022.
    public static final double MAGIC = 0x1.80000000003ffp52;
    /// 1.5·2⁵² + 1023 + 512: power(z) = 2⁵¹²⁻ⁿ, for n ≤ 1534, where 2⁻ⁿ itself may underflow.
    public static final double MAGIC_512 = 0x1.80000000005ffp52;
    /// 2/ln 2.
    public static final double TWO_LN2 = 0x1.71547652b82fep+1;
    /// The head of ln2/2; the FMA which subtracts n times it from y is exact.
    public static final double LN2H = 0x1.62e42fefa39efp-2;
    /// The tail of ln2/2.
    public static final double LN2L = 0x1.abc9e3b39803fp-57;

    /// tanh b = b + b³·(C0 + C1·b² + … + C6·b¹²): Remez coefficients, relative error of T 2^-66.1 on |b| ≤ ln2/4.
    public static final double C0 = -0x1.5555555555555p-2;
    /// The coefficient of b⁵.
    public static final double C1 = 0x1.1111111110d14p-3;
    /// The coefficient of b⁷.
    public static final double C2 = -0x1.ba1ba1b8fcf33p-5;
    /// The coefficient of b⁹.
    public static final double C3 = 0x1.664f47514e346p-6;
    /// The coefficient of b¹¹.
    public static final double C4 = -0x1.226d8725946b4p-7;
    /// The coefficient of b¹³.
    public static final double C5 = 0x1.d66661c4f3839p-9;
    /// The coefficient of b¹⁵.
    public static final double C6 = -0x1.6bbd81456013ap-10;

    private HalfAngle() {}

    /// tanh(b + bl) − b for a reduced argument with tail bl.
    static double beyondLinear(double b, double bl) {
        double u = b * b;
        double u2 = u * u;
        double high = Math.fma(Math.fma(C6, u2, Math.fma(C5, u, C4)), u2, Math.fma(C3, u, C2));
        double p = Math.fma(high, u2, Math.fma(C1, u, C0));
        return Math.fma(b * u, p, bl);
    }

    /// The power of two whose biased exponent stands in the low bits of z.
    static double power(double z) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(z) << 52);
    }
}

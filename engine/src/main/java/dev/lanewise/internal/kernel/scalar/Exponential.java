package dev.lanewise.internal.kernel.scalar;

/// The core that every function with an exponential in it shares: the constants, and what they mean.
///
/// An argument, possibly with a tail, is reduced by multiples of ln 2,
///
///     a = k·ln2 + r + rl,   |r| ≤ ln2/2,   |rl| ≤ ulp(r)/2,   e^a = 2ᵏ·e^(r + rl)
///     e^(r + rl) = 1 + r + (rl + r²·E(r) + r·rl) = h + l,   h = 1 + r rounded, l the rest
///
/// Only E is approximated: a polynomial of degree 10 by Estrin's scheme, whose error is below 2⁻⁶² of the result. The
/// sum h + l is rounded once, and 2ᵏ is applied as two factors 2^⌊k/2⌋·2^(k − ⌊k/2⌋), each of them a normal number; the
/// second rounds where the result is subnormal.
///
/// The functions repeat these few lines, each with a reduction and an end of its own: a method for them would have to
/// return h, l and k, and the vector forms, which are held beside them line by line, cannot have it at all.
///
/// k is found without a conversion: adding [#MAGIC] rounds to an integer, which then stands in the low bits of z. It
/// stands there 2·1023 too high: half of those bits is the biased exponent of one factor, and what the half leaves that
/// of the other. The vector forms shift both into place.
public final class Exponential {
    /// 1.5·2⁵² + 2046: adding it to v, |v| < 2⁵⁰, leaves v, rounded to an integer k, in the low bits of the sum z.
    public static final double MAGIC = 0x1.80000000007fep52;
    /// The bits of [#MAGIC]; what the bits of z have more is k.
    public static final long MAGIC_BITS = 0x43380000000007feL;
    /// 1/ln 2.
    public static final double LOG2E = 0x1.71547652b82fep+0;
    /// The head of ln 2.
    public static final double LN2H = 0x1.62e42fefa39efp-1;
    /// The tail of ln 2.
    public static final double LN2L = 0x1.abc9e3b39803fp-56;
    /// e⁷¹⁰ overflows.
    public static final double HIGH = 710.0;
    /// e⁻⁷⁴⁶ rounds to 0.
    public static final double LOW = -746.0;

    /// e^r = 1 + r + r²·(E0 + E1·r + … + E10·r¹⁰): Remez coefficients on |r| ≤ ln2/2.
    public static final double E0 = 0x1p-1, E1 = 0x1.5555555555559p-3, E2 = 0x1.555555555555ap-5,
            E3 = 0x1.111111110f6c6p-7, E4 = 0x1.6c16c16c14482p-10, E5 = 0x1.a01a01afdc37bp-13,
            E6 = 0x1.a01a01b0a8b95p-16, E7 = 0x1.71ddf8696b529p-19, E8 = 0x1.27e4c5bdcb102p-22,
            E9 = 0x1.af5e99cb80febp-26, E10 = 0x1.1f9538a179f17p-29;

    private Exponential() {}

    /// E(r), with u = r².
    static double series(double r, double u) {
        double u2 = u * u;
        double high = Math.fma(Math.fma(E10, u, Math.fma(E9, r, E8)), u2,
                Math.fma(Math.fma(E7, r, E6), u, Math.fma(E5, r, E4)));
        return Math.fma(high, u2, Math.fma(Math.fma(E3, r, E2), u, Math.fma(E1, r, E0)));
    }

    /// k, from the sum with [#MAGIC].
    static long exponent(double z) {
        return Double.doubleToRawLongBits(z) - MAGIC_BITS;
    }

    /// 2ᵏ for −1022 ≤ k ≤ 1023.
    static double powerOfTwo(long k) {
        return Double.longBitsToDouble(1023 + k << 52);
    }
}

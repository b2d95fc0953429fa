package dev.lanewise.random;

/// ln x to about 91 bits, from which the nearest double is read off.
///
/// **Method.** Write x = 2ᵏ·m with √½ ≤ m < √2 and s = (m − 1)/(m + 1), so that |s| ≤ 0.1716 and v = s² ≤ 0.02944. Then
///
///     ln x = k·ln 2 + 2 artanh s,    artanh s = s·(1 + v/3 + v²/5 + v³/7 + …).
///
/// The series needs no table and converges by 5 bits a term. The factor s and the terms up to v⁶ are in
/// [DoubleDouble]; from v⁷ on a double is enough, because these terms weigh less than 2⁻³⁹.
///
/// **Error.** With u = 2⁻⁵³, relative to artanh s: s contributes 7u², the product and the sum that end the series 9u²,
/// all that happens inside it, weighed by v, less than 3u²; the tail in double, to relative 2⁻⁵², counts
/// v⁷/15·2⁻⁵² < 2⁻⁹¹·⁴; the first term left out is v¹⁸/37 < 2⁻⁹⁶. Where k ≠ 0, |k·ln 2| ≥ 2·|ln m|, so that adding at
/// most doubles the relative error of k·ln 2, 2⁻⁹⁷, and |ln m| ≤ |ln x|. In all below 2⁻⁹⁰·|ln x|.
///
/// The double nearest to such a value is the double nearest to ln x, unless ln x lies within 2⁻³⁷ ulp of the midpoint
/// of two doubles. It is therefore the correctly rounded logarithm for all but about one argument in 2³⁶, and wrong by
/// less than 0.5 + 2⁻³⁷ ulp then.
///
/// **Reproducibility.** Only +, −, ×, ÷ and FMA on doubles and integer operations on their bits: the same result on
/// every machine, which `Math.log` does not promise.
final class Logarithm {
    /// √½, where the range of m begins.
    static final double SQRT_HALF = 0x1.6a09e667f3bcdp-1;
    /// ln 2 to 42 bits, so that k times it is exact for |k| < 2¹¹.
    static final double LN2_HI = 0x1.62e42fefa38p-1;
    /// ln 2 − LN2_HI, to 53 bits more.
    static final double LN2_LO = 0x1.ef35793c7673p-45;

    private static final DoubleDouble ONE = new DoubleDouble(1, 0);
    /// The terms v¹ … v⁶ are in double-double, v⁷ … v¹⁷ in double.
    private static final int DOUBLE_DOUBLE_TERMS = 6;
    private static final int TERMS = 17;
    /// `ODD_RECIPROCALS[j]` = 1/(2j + 1), the coefficient of vʲ.
    private static final DoubleDouble[] ODD_RECIPROCALS = oddReciprocals();

    private Logarithm() {}

    /// ln x, of which the caller usually wants [DoubleDouble#hi], the nearest double.
    ///
    /// @param x a positive, finite, normal double; anything else gives an undefined result
    /// @return ln x with relative error below 2⁻⁹⁰; exactly 0 for x = 1
    static DoubleDouble of(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long k = bits - Double.doubleToRawLongBits(SQRT_HALF) >> 52;
        double m = Double.longBitsToDouble(bits - (k << 52));
        DoubleDouble s = DoubleDouble.quotient(m - 1, DoubleDouble.sum(m, 1));
        return DoubleDouble.sum(k * LN2_HI, k * LN2_LO).plus(artanh(s).twice());
    }

    private static DoubleDouble artanh(DoubleDouble s) {
        DoubleDouble v = s.times(s);
        DoubleDouble series = new DoubleDouble(tail(v.hi()), 0);
        for (int j = DOUBLE_DOUBLE_TERMS; j >= 1; j--) series = ODD_RECIPROCALS[j].plus(v.times(series));
        return s.times(ONE.plus(v.times(series)));
    }

    /// 1/15 + v/17 + … + v¹⁰/35, in Horner's order.
    private static double tail(double v) {
        double sum = ODD_RECIPROCALS[TERMS].hi();
        for (int j = TERMS - 1; j > DOUBLE_DOUBLE_TERMS; j--) sum = Math.fma(v, sum, ODD_RECIPROCALS[j].hi());
        return sum;
    }

    private static DoubleDouble[] oddReciprocals() {
        DoubleDouble[] reciprocals = new DoubleDouble[TERMS + 1];
        for (int j = 0; j <= TERMS; j++) reciprocals[j] = DoubleDouble.quotient(1, new DoubleDouble(2 * j + 1, 0));
        return reciprocals;
    }
}

package dev.lanewise.random;

/// hi + lo: a number of about 107 bits, held as the unevaluated sum of two doubles with hi = RN(hi + lo).
///
/// RN rounds to the nearest double, and u = 2⁻⁵³. The idea is that the rounding error of a sum or product of doubles is
/// itself a double, and can be had exactly with a few more operations. The bounds below are relative and hold where
/// nothing over- or underflows.
///
/// **Method.** T. J. Dekker, A floating-point technique for extending the available precision, Numerische Mathematik
/// 18, 224–242, 1971; M. Joldeş, J.-M. Muller and V. Popescu, Tight and rigorous error bounds for basic building blocks
/// of double-word arithmetic, ACM Transactions on Mathematical Software 44(2), 15res, 2017 (algorithms 6 and 11).
///
/// @param hi the number, rounded to the nearest double
/// @param lo what the rounding left over, |lo| ≤ u·|hi|
record DoubleDouble(double hi, double lo) {
    /// a + b, exactly, in either order of magnitude (Knuth's TwoSum).
    ///
    /// @param a the one term
    /// @param b the other
    /// @return a + b
    static DoubleDouble sum(double a, double b) {
        double hi = a + b;
        double partOfB = hi - a;
        double partOfA = hi - partOfB;
        return new DoubleDouble(hi, (a - partOfA) + (b - partOfB));
    }

    /// a + b, exactly, where |a| ≥ |b| or a = 0 (Dekker's Fast2Sum).
    private static DoubleDouble orderedSum(double a, double b) {
        double hi = a + b;
        return new DoubleDouble(hi, b - (hi - a));
    }

    /// x + y, within 3u² + O(u³) of it however much cancels.
    ///
    /// @param y the other term
    /// @return x + y, where x is this number
    DoubleDouble plus(DoubleDouble y) {
        DoubleDouble s = sum(hi, y.hi);
        DoubleDouble t = sum(lo, y.lo);
        DoubleDouble v = orderedSum(s.hi, s.lo + t.hi);
        return orderedSum(v.hi, v.lo + t.lo);
    }

    /// x·y, within 6u².
    ///
    /// @param y the other factor
    /// @return x·y, where x is this number
    DoubleDouble times(DoubleDouble y) {
        double product = hi * y.hi;
        double error = Math.fma(hi, y.hi, -product);
        double cross = Math.fma(lo, y.hi, hi * y.lo);
        return orderedSum(product, error + cross);
    }

    /// 2x, exactly.
    ///
    /// @return 2x, where x is this number
    DoubleDouble twice() {
        return new DoubleDouble(hi + hi, lo + lo);
    }

    /// a/b, within 7u².
    ///
    /// With q = RN(a/b.hi) the quotient is q + (a − q·b.hi − q·b.lo)/b. The remainder a − q·b.hi is a double, so the
    /// FMA that forms it is exact; the next FMA, the division and its divisor b.hi ≈ b each cost at most u of a
    /// correction that is at most 2u of the quotient.
    ///
    /// @param a the dividend
    /// @param b the divisor
    /// @return a/b
    static DoubleDouble quotient(double a, DoubleDouble b) {
        double q = a / b.hi;
        double remainder = Math.fma(-q, b.lo, Math.fma(-q, b.hi, a));
        return orderedSum(q, remainder / b.hi);
    }
}

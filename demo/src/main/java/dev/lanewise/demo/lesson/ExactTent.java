package dev.lanewise.demo.lesson;

import java.math.BigInteger;

/// The k-fold tent map in exact arithmetic, to check what floating point makes of it.
///
/// Every double in [0, 1] is N/2¹⁰⁷⁴ with an integer N. In these units, with one = 2¹⁰⁷⁴, the k-fold tent is the
/// triangle wave of period 2·one at 2ᵏN: no step of it is iterated, so it shares nothing with the network.
final class ExactTent {
    private static final int UNITS = 1074;
    private static final BigInteger ONE = BigInteger.ONE.shiftLeft(UNITS);
    private static final BigInteger PERIOD_MASK = ONE.shiftLeft(1).subtract(BigInteger.ONE);

    private ExactTent() {}

    /// Whether y is exactly the `folds`-fold tent of x.
    static boolean holds(int folds, double x, double y) {
        BigInteger phase = units(x).shiftLeft(folds).and(PERIOD_MASK);
        BigInteger tent = phase.compareTo(ONE) <= 0 ? phase : ONE.shiftLeft(1).subtract(phase);
        return y >= 0 && y <= 1 && tent.equals(units(y));
    }

    /// x·2¹⁰⁷⁴ for x in [0, 1].
    private static BigInteger units(double x) {
        long bits = Double.doubleToLongBits(x);
        int exponent = (int) (bits >>> 52);
        long fraction = bits & (1L << 52) - 1;
        return exponent == 0
                ? BigInteger.valueOf(fraction)
                : BigInteger.valueOf(fraction | 1L << 52).shiftLeft(exponent - 1);
    }
}

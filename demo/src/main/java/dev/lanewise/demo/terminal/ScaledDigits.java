package dev.lanewise.demo.terminal;

import java.math.BigInteger;

/// w·10^q, correctly rounded, for the w and q that nearly all numbers in files have.
///
/// **Method**: one product or quotient of exact doubles where both fit (W. Clinger, *How to read floating point numbers
/// accurately*, PLDI 1990). Else w times the upper 128 bits of 5^q: the product begins with the 53 bits wanted and the one
/// that rounds, unless a carry from below could still reach them, which is seen and left to others (D. Lemire, *Number
/// parsing at a gigabyte per second*, Software: Practice and Experience 51 (2021)).
final class ScaledDigits {
    /// Powers of ten that are doubles.
    private static final double[] EXACT = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13,
            1e14,
            1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    /// Up to this exponent, on both sides: no product is subnormal or overflows.
    private static final int LARGEST = 128;
    /// Up to here 5^−q is a 64-bit number, and its reciprocal needs no care.
    private static final int SMALL = 27;
    /// Up to here 5^q is a 128-bit number.
    private static final int WHOLE = 55;
    /// 5^q, brought to 128 bits of which the first is 1, in two longs each; cut off above 0, rounded up below.
    private static final long[] FIVES = fives();

    private ScaledDigits() {}

    /// @param w an unsigned long
    /// @return the double nearest to w·10^q, or NaN where this is not the way to find it
    static double nearest(long w, int q) {
        if (w == 0) return 0.0;
        if (w > 0 && w <= 1L << 53 && q >= -22 && q <= 22) return q < 0 ? w / EXACT[-q] : w * EXACT[q];
        if (q < -LARGEST || q > LARGEST) return Double.NaN;
        int zeros = Long.numberOfLeadingZeros(w);
        long shifted = w << zeros;
        long five = FIVES[2 * (q + LARGEST)];
        long high = Math.unsignedMultiplyHigh(shifted, five);
        long low = shifted * five;
        // Nine bits follow those that count: only where all are 1 can the lower half of 5^q matter.
        if ((high & 0x1ff) == 0x1ff) {
            long more = Math.unsignedMultiplyHigh(shifted, FIVES[2 * (q + LARGEST) + 1]);
            low += more;
            if (Long.compareUnsigned(more, low) > 0) high++;
        }
        if (low == -1L && (q < -SMALL || q > WHOLE)) return Double.NaN;
        int first = (int) (high >>> 63);
        long mantissa = high >>> first + 9;
        // ⌊q·log₂10⌋ for these q.
        int exponent = (217706 * q >> 16) + 63 + first - zeros;
        // Exactly half way goes to the even one; it is exact only where 5^|q| is small.
        boolean mayBeHalf = Long.compareUnsigned(low, 1) <= 0 && q >= -4 && q <= 23 && (mantissa & 3) == 1;
        if (mayBeHalf && mantissa << first + 9 == high) mantissa &= -2L;
        mantissa = mantissa + (mantissa & 1) >>> 1;
        // A mantissa of 2⁵³ carries into the exponent by itself.
        return Double.longBitsToDouble((exponent + 1022L << 52) + mantissa);
    }

    private static long[] fives() {
        long[] fives = new long[2 * (2 * LARGEST + 1)];
        for (int q = -LARGEST; q <= LARGEST; q++) {
            BigInteger power = BigInteger.valueOf(5).pow(Math.abs(q));
            BigInteger top = q < 0 ? reciprocal(power, -q) : top(power);
            fives[2 * (q + LARGEST)] = top.shiftRight(64).longValue();
            fives[2 * (q + LARGEST) + 1] = top.longValue();
        }
        return fives;
    }

    private static BigInteger top(BigInteger power) {
        return power.shiftLeft(128).shiftRight(power.bitLength());
    }

    private static BigInteger reciprocal(BigInteger power, int q) {
        int bits = power.bitLength();
        BigInteger above = BigInteger.ONE.shiftLeft(q <= SMALL ? bits + 127 : 2 * bits + 128).divide(power).add(
                BigInteger.ONE);
        return above.shiftRight(Math.max(0, above.bitLength() - 128));
    }
}

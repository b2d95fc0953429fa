package dev.lanewise.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

/// Comparison of doubles by their bits, with NaN counted as one value.
public final class Bits {
    private Bits() {}

    /// Fails unless both arrays hold the same bits.
    public static void assertSame(double[] expected, double[] actual, String what) {
        assertEquals(expected.length, actual.length, what);
        for (int i = 0; i < expected.length; i++) {
            if (Double.doubleToLongBits(expected[i]) != Double.doubleToLongBits(actual[i])) {
                fail("%s: element %d is %s (%s) instead of %s (%s)".formatted(what, i, actual[i], Double.toHexString(
                        actual[i]), expected[i], Double.toHexString(expected[i])));
            }
        }
    }

    /// Fails unless both numbers have the same bits.
    public static void assertSame(double expected, double actual, String what) {
        assertSame(new double[] {expected}, new double[] {actual}, what);
    }

    /// A checksum of the bits of an array, in which every position counts.
    public static long checksum(long seed, double... x) {
        long sum = seed;
        for (double v : x) sum = (sum ^ Double.doubleToLongBits(v)) * 0x100000001b3L + (sum >>> 47);
        return sum;
    }
}

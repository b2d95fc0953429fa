package dev.lanewise.random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LogarithmProperties {
    private static final long ONE = 0x3ff0000000000000L;
    private static final long SMALLEST_NORMAL = 0x0010000000000000L;
    private static final long LARGEST_FINITE = 0x7fefffffffffffffL;

    @Property
    void neverFallsFromOneDoubleToTheNext(
            @ForAll @LongRange(min = SMALLEST_NORMAL, max = LARGEST_FINITE - 1) long bits) {
        double x = Double.longBitsToDouble(bits);
        assertTrue(Logarithm.of(x).hi() <= Logarithm.of(Math.nextUp(x)).hi());
    }

    @Property
    void isNegativeBelowOneAndPositiveAbove(@ForAll @LongRange(min = SMALLEST_NORMAL, max = LARGEST_FINITE) long bits) {
        double ln = Logarithm.of(Double.longBitsToDouble(bits)).hi();
        assertEquals(Math.signum((float) Long.compare(bits, ONE)), Math.signum(ln));
    }

    @Property
    void powersOfTwoAreMirrored(@ForAll @IntRange(min = 1, max = 1022) int k) {
        DoubleDouble up = Logarithm.of(Math.scalb(1.0, k));
        DoubleDouble down = Logarithm.of(Math.scalb(1.0, -k));
        assertEquals(new DoubleDouble(-up.hi(), -up.lo()), down);
    }

    @Property
    void lowPartIsAtMostHalfAnUlpOfTheHighPart(
            @ForAll @LongRange(min = SMALLEST_NORMAL, max = LARGEST_FINITE) long bits) {
        DoubleDouble ln = Logarithm.of(Double.longBitsToDouble(bits));
        assertEquals(ln.hi(), ln.hi() + ln.lo());
    }
}

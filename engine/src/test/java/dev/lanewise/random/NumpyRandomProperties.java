package dev.lanewise.random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NumpyRandomProperties {
    private static final long LARGEST_SEED = 4294967295L;

    @Property(tries = 300)
    void randLiesInTheHalfOpenUnitIntervalOnAGridOf53Bits(@ForAll @LongRange(max = LARGEST_SEED) long seed) {
        for (double value : new NumpyRandom(seed).rand(700)) {
            assertTrue(0 <= value && value < 1);
            assertEquals(Math.rint(value * 0x1p53), value * 0x1p53);
        }
    }

    @Property(tries = 300)
    void randnIsFinite(@ForAll @LongRange(max = LARGEST_SEED) long seed) {
        for (double value : new NumpyRandom(seed).randn(100)) assertTrue(Double.isFinite(value));
    }

    @Property(tries = 300)
    void theSameSeedGivesTheSameStream(@ForAll @LongRange(max = LARGEST_SEED) long seed) {
        NumpyRandom one = new NumpyRandom(seed);
        NumpyRandom other = new NumpyRandom(seed);
        assertArrayEquals(one.rand(50), other.rand(50));
        assertArrayEquals(one.randn(51), other.randn(51));
        assertArrayEquals(one.rand(50), other.rand(50));
    }

    @Property(tries = 300)
    void neighbouringSeedsGiveOtherStreams(@ForAll @LongRange(max = LARGEST_SEED - 1) long seed) {
        assertNotEquals(new NumpyRandom(seed).rand(), new NumpyRandom(seed + 1).rand());
    }

    @Property(tries = 300)
    void anArrayIsThatManySingleValues(@ForAll @LongRange(max = LARGEST_SEED) long seed,
            @ForAll @IntRange(max = 700) int n) {
        NumpyRandom arrays = new NumpyRandom(seed);
        NumpyRandom singles = new NumpyRandom(seed);
        for (double value : arrays.rand(n)) assertEquals(value, singles.rand());
        for (double value : arrays.randn(n)) assertEquals(value, singles.randn());
        assertEquals(arrays.rand(), singles.rand());
    }

    @Property(tries = 300)
    void theSecondGaussWaitsHoweverManyRandComeBetween(@ForAll @LongRange(max = LARGEST_SEED) long seed,
            @ForAll @IntRange(max = 700) int between) {
        double[] pair = new NumpyRandom(seed).randn(2);
        NumpyRandom random = new NumpyRandom(seed);
        assertEquals(pair[0], random.randn());
        random.rand(between);
        assertEquals(pair[1], random.randn());
    }

    @Property(tries = 300)
    void seedsBelowZeroAreRefused(@ForAll @LongRange(min = Long.MIN_VALUE, max = -1) long seed) {
        assertThrows(IllegalArgumentException.class, () -> new NumpyRandom(seed));
    }

    @Property(tries = 300)
    void seedsAbove32BitsAreRefused(@ForAll @LongRange(min = LARGEST_SEED + 1, max = Long.MAX_VALUE) long seed) {
        assertThrows(IllegalArgumentException.class, () -> new NumpyRandom(seed));
    }
}

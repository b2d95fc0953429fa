package dev.lanewise.demo.machine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What the probes find on a busy machine that has not warmed up means nothing; but they find something.
class ProbesTest {
    private static final CacheSizes SMALL = new CacheSizes(8 << 10, 32 << 10, 128 << 10, true);
    private static final Budget SHORT = new Budget(Duration.ofNanos(1), 2, Duration.ZERO, Duration.ZERO,
            Duration.ofMinutes(1));

    @Test
    void everyLimitIsMeasured() {
        Probes probes = new Probes(SMALL, 1 << 30, SHORT);
        Limits limits = probes.limits();
        assertTrue(limits.peak() > 0 && Double.isFinite(limits.peak()));
        for (Level level : Level.values()) {
            assertTrue(limits.of(level) > 0 && Double.isFinite(limits.of(level)), level.label());
            assertEquals(SMALL.sample(level, 1 << 30), probes.samples().get(level));
        }
        assertTrue(probes.peak().measure() > 0);
        assertTrue(probes.reading(Level.L3).measure() > 0);
    }

    /// With c ← c/2 + 1/2 every chain ends at 1, so twelve and sixteen chains end at their number.
    @Test
    void theChainsEndWhereTheyShould() {
        assertEquals(12, FmaPeak.twelve(100, 5, 1));
        assertEquals(16, FmaPeak.sixteen(100, 5, 1));
        assertEquals(8, PlainProbe.peak(100, 5, 1));
    }

    @Test
    void everyNumberIsReadOnce() {
        int numbers = 4096;
        MemorySegment data = Arena.ofAuto().allocate(Double.BYTES * numbers, 64);
        for (int i = 0; i < numbers; i++) data.setAtIndex(ValueLayout.JAVA_DOUBLE, i, 1.0);
        int lanes = Lanes.species().length();
        assertEquals(3 * numbers, lanes * VectorReads.oneStream(data, Double.BYTES * numbers, 3));
        assertEquals(3 * numbers, lanes * VectorReads.twoStreams(data, Double.BYTES * numbers, 3));
        assertEquals(3 * numbers, PlainProbe.read(data, Double.BYTES * numbers, 3));
    }
}

package dev.lanewise.demo.machine;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LimitsTest {
    private static final Limits LIMITS = Limits.of(64, 256, 128, 64, 16);

    @Test
    void theRoofIsTheSmallerOfPeakAndFeed() {
        assertEquals(16, LIMITS.roof(0.125, Level.L2));
        assertEquals(2, LIMITS.roof(0.125, Level.MEMORY));
        assertEquals(64, LIMITS.roof(0.5, Level.L2));
        assertEquals(64, LIMITS.roof(100, Level.MEMORY));
        assertTrue(LIMITS.readingBinds(0.49, Level.L2));
        assertFalse(LIMITS.readingBinds(0.5, Level.L2));
    }

    @Test
    void everyLimitMustBeThereAndPositive() {
        assertThrows(IllegalArgumentException.class, () -> Limits.of(0, 1, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> Limits.of(1, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Limits(1, Map.of()));
        assertThrows(IllegalArgumentException.class, () -> Limits.of(1, 1, 1, Double.NaN, 1));
    }

    @Test
    void theMedian() {
        assertEquals(3, Median.of(3));
        assertEquals(3, Median.of(9, 1, 3));
        assertEquals(2.5, Median.of(9, 1, 3, 2));
        assertThrows(IllegalArgumentException.class, Median::of);
    }
}

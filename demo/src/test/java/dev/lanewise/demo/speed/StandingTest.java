package dev.lanewise.demo.speed;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StandingTest {
    private final Standing standing = new Standing(new Entry(Fake.GEMM, () -> null));

    /// A heat whose calls took so long, as did its loops.
    private void add(double nanos, double loop) {
        standing.add(new Heat(new double[] {nanos, nanos, 10 * nanos}, new double[] {1, 1, 1}, new double[] {loop},
                nanos));
    }

    @Test
    void twoHeatsThatAgreeAreEnough() {
        assertFalse(standing.isSettled() || standing.hasBeenTimed());
        add(100, 500);
        assertFalse(standing.isSettled());
        add(125, 400);
        assertTrue(standing.isSettled());
        Timing timing = standing.timing(true);
        assertArrayEquals(new double[] {100, 100, 1000, 125, 125, 1250}, timing.nanos());
        assertArrayEquals(new double[] {500, 400}, timing.loopNanos());
        assertTrue(timing.isSettled() && timing.readingBinds());
    }

    /// Vectors that were not compiled in the first heat, then two of vectors that were.
    @Test
    void whatWasSlowerIsForgotten() {
        add(5000, 500);
        add(100, 500);
        assertFalse(standing.isSettled());
        assertFalse(standing.timing(false).isSettled());
        add(100, 500);
        assertTrue(standing.isSettled());
        assertEquals(100, standing.timing(false).time());
    }

    @Test
    void theLoopHasToSettleToo() {
        add(100, 2000);
        add(100, 500);
        assertFalse(standing.isSettled());
        add(100, 500);
        assertTrue(standing.isSettled());
    }

    /// Steady, but the plain loop with which the engine began was faster.
    @Test
    void steadyTimesFarFromTheBestAreNotSettled() {
        standing.warm(100);
        add(201, 500);
        add(201, 500);
        assertFalse(standing.isSettled());
        add(199, 500);
        add(199, 500);
        assertTrue(standing.isSettled());
    }

    @Test
    void aSingleHeatIsToldAsSuch() {
        add(100, 500);
        assertEquals(100, standing.timing(false).time());
        assertFalse(standing.timing(false).isSettled());
    }
}

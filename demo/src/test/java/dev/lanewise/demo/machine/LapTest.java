package dev.lanewise.demo.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// With a clock that only work moves.
class LapTest {
    private final List<Integer> asked = new ArrayList<>();
    private long now = -7;

    /// Work that takes so long at this point of time.
    private Lap lap(long nanos, LongUnaryOperator once) {
        return new Lap(times -> {
            asked.add(times);
            now += times * once.applyAsLong(now);
            return times;
        }, nanos, () -> now);
    }

    @Test
    void repeatsUntilALapIsLongEnough() {
        Lap lap = lap(6000, at -> 1000);
        lap.warmUp(0, 0);
        assertEquals(List.of(1, 2, 4, 8), asked);
        assertEquals(1000, lap.run());
        assertEquals(8, asked.getLast());
    }

    @Test
    void whatTakesLongRunsOnce() {
        lap(1000, at -> 1_000_000).warmUp(0, 100_000_000);
        // Once to have a best time, three times to see that it stays, and once to see that a lap is long enough.
        assertEquals(List.of(1, 1, 1, 1, 1), asked);
    }

    @Test
    void warmsUpUntilTheTimesSettle() {
        // A plain loop, then vectors that are not compiled, then vectors.
        Lap lap = lap(100, at -> at < 50_000 ? 1000 : at < 90_000 ? 20_000 : 10);
        lap.warmUp(60_000, 1_000_000);
        assertEquals(10, lap.run());
        assertTrue(now < 200_000, "warm at " + now);
    }

    @Test
    void settlesAboveTheBestTimeToo() {
        lap(100, at -> at < 50_000 ? 1000 : 1500).warmUp(60_000, 1_000_000);
        assertTrue(now < 100_000, "warm at " + now);
    }

    @Test
    void goesOnWhileItIsFarFromTheBest() {
        Lap lap = lap(100, at -> at < 50_000 ? 1000 : at < 500_000 ? 20_000 : 10);
        lap.warmUp(60_000, 1_000_000);
        assertEquals(10, lap.run());
    }

    @Test
    void goesOnWhereTheyNeverDo() {
        lap(100, at -> at % 3 == 0 ? 1000 : 101).warmUp(0, 50_000);
        assertTrue(now >= 50_000 && now < 60_000, "warm at " + now);
    }
}

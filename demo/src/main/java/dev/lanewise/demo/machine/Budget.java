package dev.lanewise.demo.machine;

import java.time.Duration;

/// How much time to spend on measuring.
///
/// @param lap how long a lap takes at least, unless once takes longer
/// @param rounds laps of which the median is taken
/// @param cold how long to warm up what the JIT has not seen yet, at least
/// @param warm how long to warm up what it has, at least
/// @param total after how long nothing new is begun
public record Budget(Duration lap, int rounds, Duration cold, Duration warm, Duration total) {
    /// Enough for figures that come out again, and less than a minute for all.
    public static final Budget USUAL = new Budget(Duration.ofMillis(3), 8, Duration.ofMillis(240),
            Duration.ofMillis(20), Duration.ofSeconds(54));
}

package dev.lanewise.demo.speed;

import java.util.stream.IntStream;

import dev.lanewise.demo.machine.Median;

/// What the clock said about one kernel.
///
/// @param kernel the kernel
/// @param nanos what a call took, round by round
/// @param readingBinds whether the limit is the bandwidth of its level, not the peak
/// @param bounds what a call would have taken at that limit, which was measured just before in the same round
/// @param loopNanos what the plain loop took, in as many of the rounds as there was time for
/// @param isSettled whether rounds that lie apart agree; if not, they are not those of compiled code alone
public record Timing(Kernel kernel, double[] nanos, boolean readingBinds, double[] bounds, double[] loopNanos,
        boolean isSettled) {
    /// Copies the times.
    ///
    /// @throws IllegalArgumentException if there is not a bound for each round, or no time of the loop
    public Timing {
        if (nanos.length != bounds.length || nanos.length == 0 || loopNanos.length == 0) {
            throw new IllegalArgumentException("%s %s: %d times, %d bounds and %d times of the loop".formatted(
                    kernel.name(), kernel.shape(), nanos.length, bounds.length, loopNanos.length));
        }
        nanos = nanos.clone();
        bounds = bounds.clone();
        loopNanos = loopNanos.clone();
    }

    /// What a call takes: the median of the rounds.
    ///
    /// @return nanoseconds
    public double time() {
        return Median.of(nanos);
    }

    /// The speed, in the kernel's unit.
    ///
    /// @return the speed of a median call
    public double speed() {
        return kernel.speed(time());
    }

    /// Operations in a second.
    ///
    /// @return GF/s
    public double gigaflops() {
        return kernel.flops() / time();
    }

    /// How much of its limit the kernel reaches: the median of the rounds' shares, because a limit that neighbours
    /// share moves from second to second.
    ///
    /// @return 1 at the limit
    public double limitShare() {
        return Median.of(IntStream.range(0, nanos.length).mapToDouble(i -> bounds[i] / nanos[i]).toArray());
    }

    /// How many times as fast as the plain loop.
    ///
    /// @return the quotient of the medians
    public double speedupOverLoop() {
        return Median.of(loopNanos) / time();
    }
}

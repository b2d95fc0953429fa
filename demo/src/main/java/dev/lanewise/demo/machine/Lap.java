package dev.lanewise.demo.machine;

import java.util.function.LongSupplier;

/// A piece of work with a clock beside it, repeated so often that reading the clock does not count. Not safe for several
/// threads.
public final class Lap {
    private static final int MOST = 1 << 24;
    /// Times have settled where one differs from the last by no more than this.
    private static final double SETTLED = 0.1;
    /// Code that the JIT has yet to make better takes more than so many times as long as the best. It may stay above it:
    /// the engine begins with plain loops, and some of them are the best there is.
    private static final double FAR = 2.0;
    private static final int CALM_ENOUGH = 3;

    private final Work work;
    private final long nanos;
    private final LongSupplier clock;
    private int times = 1;
    private double best = Double.POSITIVE_INFINITY;
    private double sink;

    /// Work to be timed.
    ///
    /// @param work the work
    /// @param nanos how long a lap shall take at least, in nanoseconds, unless once takes longer
    public Lap(Work work, long nanos) {
        this(work, nanos, System::nanoTime);
    }

    /// Work to be timed by another clock.
    ///
    /// @param work the work
    /// @param nanos how long a lap shall take at least, in nanoseconds, unless once takes longer
    /// @param clock tells nanoseconds
    public Lap(Work work, long nanos, LongSupplier clock) {
        this.work = work;
        this.nanos = nanos;
        this.clock = clock;
    }

    /// Runs one lap.
    ///
    /// @return nanoseconds that the work takes once
    public double run() {
        return (double) lap() / times;
    }

    /// The fastest that the work has been, in all laps that were about as long as they shall be.
    ///
    /// @return nanoseconds that it took once, or infinity
    public double best() {
        return best;
    }

    /// Runs until the times no longer change: until then the JIT is still at work.
    ///
    /// @param atLeast nanoseconds to run in any case
    /// @param atMost nanoseconds after which to go on whatever the times do
    public void warmUp(long atLeast, long atMost) {
        long begin = clock.getAsLong();
        double fastest = Double.POSITIVE_INFINITY, last = 0.0;
        int calm = 0;
        for (long spent = 0; spent < atMost && (spent < atLeast || calm < CALM_ENOUGH);) {
            long lap = lap();
            double once = (double) lap / times;
            fastest = Math.min(fastest, once);
            calm = Math.abs(once - last) <= SETTLED * last && once <= FAR * fastest ? calm + 1 : 0;
            last = once;
            adjust(lap);
            spent = clock.getAsLong() - begin;
        }
        // The last laps may have been the first fast ones.
        for (int i = 0; i < 24 && adjust(lap()); i++);
    }

    /// Repeats more often after a lap that was too short, less often after one that was far too long.
    private boolean adjust(long lap) {
        int before = times;
        if (lap < nanos) times = (int) Math.min(2L * times, MOST);
        if (lap > 4 * nanos) times = Math.max(times / 2, 1);
        return times > before;
    }

    private long lap() {
        long start = clock.getAsLong();
        sink += work.repeat(times);
        long lap = clock.getAsLong() - start;
        if (2 * lap >= nanos) best = Math.min(best, (double) lap / times);
        return lap;
    }
}

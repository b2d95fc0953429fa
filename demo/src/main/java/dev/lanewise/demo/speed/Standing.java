package dev.lanewise.demo.speed;

import dev.lanewise.demo.machine.Median;

/// How a kernel stands after the heats so far. The last two count, if they agree; if not, the JIT was still at work in one
/// of them, or something else was.
///
/// While it is at work, times can be steady, for half a second and longer, and wrong by a factor of a hundred: vectors are
/// objects then. So heats lie apart, with those of all other kernels between, and steady times within one say nothing.
final class Standing {
    /// Times of heats that agree differ by at most this factor: where arrays lie moves some of them by a third.
    private static final double AGREEMENT = 1.5;
    /// Compiled code takes at most so many times as long as it has taken at best, the plain loops included with which the
    /// engine begins.
    private static final double FAR = 2.0;

    private final Entry entry;
    private double best = Double.POSITIVE_INFINITY;
    private Heat before;
    private Heat last;
    private boolean isOut;

    Standing(Entry entry) {
        this.entry = entry;
    }

    Entry entry() {
        return entry;
    }

    /// For a reader.
    String name() {
        return entry.kernel().name() + " " + entry.kernel().shape();
    }

    /// The fastest that a call has been before the heats.
    void warm(double nanos) {
        best = Math.min(best, nanos);
    }

    void add(Heat heat) {
        before = last;
        last = heat;
        warm(heat.best());
    }

    /// Takes part no longer.
    void leave() {
        isOut = true;
    }

    boolean isOut() {
        return isOut;
    }

    boolean hasBeenTimed() {
        return last != null;
    }

    /// Whether two heats agree, so that no more are needed.
    boolean isSettled() {
        return before != null && agree(before.nanos(), last.nanos()) && agree(before.loopNanos(), last.loopNanos())
                && Median.of(before.and(last).nanos()) <= FAR * best;
    }

    private static boolean agree(double[] some, double[] others) {
        double a = Median.of(some), b = Median.of(others);
        return Math.max(a, b) <= AGREEMENT * Math.min(a, b);
    }

    /// What the last two heats say.
    ///
    /// @param readingBinds whether the limit is the bandwidth of the kernel's level, not the peak
    Timing timing(boolean readingBinds) {
        Heat heat = before == null ? last : before.and(last);
        return new Timing(entry.kernel(), heat.nanos(), readingBinds, heat.bounds(), heat.loopNanos(), isSettled());
    }
}

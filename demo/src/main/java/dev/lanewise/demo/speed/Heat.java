package dev.lanewise.demo.speed;

import java.util.stream.DoubleStream;

/// Some rounds, one after the other, in which a kernel, its limit and its plain loop took turns.
///
/// @param nanos what a call took, round by round
/// @param bounds what it would have taken at the limit that binds it, measured just before
/// @param loopNanos what the plain loop took, in as many of the rounds as there was time for
/// @param best the fastest that a call has been, in rounds or before them
record Heat(double[] nanos, double[] bounds, double[] loopNanos, double best) {
    /// The rounds of both.
    Heat and(Heat other) {
        return new Heat(both(nanos, other.nanos), both(bounds, other.bounds), both(loopNanos, other.loopNanos),
                Math.min(best, other.best));
    }

    private static double[] both(double[] some, double[] others) {
        return DoubleStream.concat(DoubleStream.of(some), DoubleStream.of(others)).toArray();
    }
}

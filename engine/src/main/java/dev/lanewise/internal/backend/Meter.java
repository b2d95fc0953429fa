package dev.lanewise.internal.backend;

import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.scalar.ScalarKernels;
import dev.lanewise.internal.kernel.vector.VectorKernels;

/// When one kernel changes from plain loops to vectors.
///
/// Now and then a call is a trial: it goes to the vectors, so that the JIT gets to know them, and is timed, as the plain
/// call before it is. A trial is due when plain loops have done twice the work that it is expected to cost, judged by the
/// last one, and at the latest after a 32nd of the work before the first; so trials of small calls take no more than half
/// the time of plain loops, and trials of large ones are rare. After three in a row that were about as fast as plain
/// loops, calls go to the vectors on probation, with a trial after 8 calls, 16, 32, and so on. One that is much slower sends
/// them back: code was thrown away, or a way through the kernel is new. After the twelfth vectors have come to stay; the
/// meter is out of the way, and the JIT compiles its callers anew, for vectors alone.
///
/// Plain fields: threads that race may lose counts or mix up their measurements, which moves the change by some calls.
final class Meter {
    /// What a call weighs beyond its elements.
    private static final long CALL = 16;
    /// Trials after the first are due after this part of the work before it at the latest.
    private static final long SOONER = 32;
    /// Plain work for each trial, in units of what it costs.
    private static final double SHARE = 2.0;
    /// Times slower than plain loops: what may be chance; what is not compiled; the most that is believed.
    private static final double EQUAL = 1.5, SLOW = 8.0, INTERRUPTED = 1024.0;
    /// Good trials in a row.
    private static final int TO_PROBATION = 3, TO_STAY = 15;

    private final long enough;
    /// Plain work after which a trial is due, whatever it costs.
    private long latest;
    /// Plain work, or calls on probation, since the last trial.
    private long done;
    /// How many times slower than plain loops the last trial was.
    private double slowness = Double.POSITIVE_INFINITY;
    /// Nanoseconds for a unit of plain work, as last measured.
    private double plain;
    /// Whether that was measured after the last trial.
    private boolean isMeasured;
    private int inARow;
    private boolean isOver;

    /// A meter that has counted nothing.
    ///
    /// @param enough the plain work before the first trial; a call of so much is worth vectors by itself
    Meter(long enough) {
        this.enough = enough;
        latest = enough;
    }

    /// Whether vectors have come to stay.
    boolean isOver() {
        return isOver;
    }

    /// The kernels for a call of so much work.
    Kernels kernels(long work) {
        long weight = work + CALL;
        if (weight >= enough) return VectorKernels.INSTANCE;
        if (inARow >= TO_PROBATION) {
            return ++done < 1L << inARow ? VectorKernels.INSTANCE : timed(VectorKernels.INSTANCE, weight);
        }
        done += weight;
        if (done < Math.min(latest, SHARE * slowness * weight)) return ScalarKernels.INSTANCE;
        return timed(isMeasured ? VectorKernels.INSTANCE : ScalarKernels.INSTANCE, weight);
    }

    private Kernels timed(Kernels kernels, long weight) {
        return new TimedKernels(this, kernels, weight);
    }

    /// What a plain call has taken.
    void plain(long weight, long nanos) {
        plain = (nanos + 1.0) / weight;
        isMeasured = true;
    }

    /// What a trial has taken.
    void trial(long weight, long nanos) {
        slowness = Math.min((nanos + 1.0) / weight / plain, INTERRUPTED);
        inARow = slowness <= (inARow < TO_PROBATION ? EQUAL : SLOW) ? inARow + 1 : 0;
        if (inARow >= TO_STAY) isOver = true;
        isMeasured = false;
        done = 0;
        latest = enough / SOONER;
    }
}

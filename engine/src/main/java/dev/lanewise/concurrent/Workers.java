package dev.lanewise.concurrent;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;

/// An executor of yours, lent to a call, and how many threads at most may work for it.
///
///     Workers two = Workers.of(pool, 2);              // the calling thread and one of the pool's
///     Blas.gemm(1.0, a, b, 0.0, c, two);
///
/// **Method**: the work is cut into parts that write to different places, which are taken one by one, by the calling
/// thread and by those of the executor's threads that come in time. The caller waits for nobody who has not begun, so a
/// call ends whatever the executor does: busy, bounded, on the caller's own thread, or losing tasks; and calls may be
/// made from the executor's own threads. When a call returns or throws, nobody works for it any more, even where the
/// caller has been interrupted in the meantime, which does not end the call.
///
/// **Reproducibility**: parts differ in which outputs they hold, never in how one is computed. The bits of a result are
/// those of one thread, whatever the executor and the number of parts.
///
/// A throwable of a part reaches the caller as it is, with those of other parts as suppressed ones; parts that have not
/// begun by then never do, and what the output holds is undefined. So it is where the executor refuses, with its
/// [java.util.concurrent.RejectedExecutionException].
///
/// Immutable; many threads may share it. It neither starts threads nor shuts the executor down.
public final class Workers {
    /// Nanoseconds of work for which a thread is woken, which itself takes about as long.
    private static final long GRAIN = 40_000;
    private static final Workers NONE = new Workers(Runnable::run, 1, GRAIN);

    private final Executor executor;
    private final int parallelism;
    private final long grain;

    private Workers(Executor executor, int parallelism, long grain) {
        this.executor = executor;
        this.parallelism = parallelism;
        this.grain = grain;
    }

    /// An executor's threads.
    ///
    /// @param executor whose threads help; given at most parallelism − 1 tasks a call
    /// @param parallelism how many threads at most work at a time, with the caller's; it may be more than there are
    /// @return the workers
    /// @throws IllegalArgumentException if parallelism < 1
    public static Workers of(Executor executor, int parallelism) {
        Objects.requireNonNull(executor, "Workers: the executor is null");
        if (parallelism < 1) {
            throw new IllegalArgumentException("Workers: a parallelism of %d; it is at least 1".formatted(parallelism));
        }
        return new Workers(executor, parallelism, GRAIN);
    }

    /// The calling thread alone.
    ///
    /// @return the workers
    public static Workers none() {
        return NONE;
    }

    /// The same workers, woken for at least so much work each. Without it they are for some tens of microseconds,
    /// which suits threads that sleep until they are needed; 0 cuts everything, however small.
    ///
    /// @param nanos the time of a thread's share, in nanoseconds, roughly
    /// @return the workers
    /// @throws IllegalArgumentException if nanos < 0
    public Workers grain(long nanos) {
        if (nanos < 0) throw new IllegalArgumentException("Workers: a grain of %d ns is negative".formatted(nanos));
        return new Workers(executor, parallelism, nanos);
    }

    /// How many threads at most work at a time, with the caller's.
    ///
    /// @return at least 1
    public int parallelism() {
        return parallelism;
    }

    /// How many threads so much work is worth.
    ///
    /// @param nanos the time of the work on one thread, in nanoseconds, roughly
    /// @return from 1 to [#parallelism]
    public int threads(double nanos) {
        return Math.max(1, (int) Math.min(parallelism, nanos / Math.max(grain, 1)));
    }

    /// Does parts 0 … parts − 1, each once, in any order and on any of the threads, and returns when all have ended.
    /// What they have written the caller sees. Where the work is worth one thread only, it does them itself, in order.
    ///
    /// @param parts how many, ≥ 0; may be more than there are threads
    /// @param nanos the time of all parts on one thread, in nanoseconds, roughly
    /// @param part does the part of a number
    public void run(int parts, double nanos, IntConsumer part) {
        int threads = Math.min(threads(nanos), parts);
        if (threads > 1) {
            new Parts(parts, part).run(executor, threads - 1);
        } else {
            for (int p = 0; p < parts; p++) part.accept(p);
        }
    }
}

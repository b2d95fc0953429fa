package dev.lanewise.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;

/// The parts of one call, from the first that is taken to the last that ends.
///
///     not begun ──take──► running ──end──► ended          the caller leaves when nothing is left to take
///         └───────────fail───────────► dropped            and nothing is running
///
/// A task that the executor runs after that finds nothing to take, and holds on to nothing of the caller's.
final class Parts implements Runnable {
    private static final int NOTHING = -1;
    /// Some tens of microseconds, within which most calls end: to sleep and be woken would take longer.
    private static final int SPINS = 1000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final int parts;
    private IntConsumer part;
    private int next;
    private volatile int running;
    private Throwable failure;

    Parts(int parts, IntConsumer part) {
        this.parts = parts;
        this.part = part;
    }

    /// Does all parts, on this thread and on as many more as the executor has, up to `helpers`.
    void run(Executor executor, int helpers) {
        try {
            // An executor that works on this very thread has done all after the first.
            for (int i = 0; i < helpers && isAnyLeft(); i++) executor.execute(this);
        } catch (Throwable refused) {
            fail(refused);
        }
        run();
        awaitIdle();
        if (failure != null) Parts.<RuntimeException>rethrow(failure);
    }

    @Override
    public void run() {
        for (int p = take(); p != NOTHING; p = take()) {
            try {
                part.accept(p);
            } catch (Throwable thrown) {
                fail(thrown);
            }
            end();
        }
    }

    private boolean isAnyLeft() {
        lock.lock();
        try {
            return next < parts;
        } finally {
            lock.unlock();
        }
    }

    private int take() {
        lock.lock();
        try {
            if (next == parts) return NOTHING;
            running++;
            return next++;
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            running--;
            if (running == 0) idle.signal();
        } finally {
            lock.unlock();
        }
    }

    private void fail(Throwable thrown) {
        lock.lock();
        try {
            next = parts;
            if (failure == null) {
                failure = thrown;
            } else if (failure != thrown) {
                failure.addSuppressed(thrown);
            }
        } finally {
            lock.unlock();
        }
    }

    private void awaitIdle() {
        for (int i = 0; running > 0 && i < SPINS; i++) Thread.onSpinWait();
        lock.lock();
        try {
            while (running > 0) idle.awaitUninterruptibly();
            part = null;
        } finally {
            lock.unlock();
        }
    }

    /// Throws it as it is. It is checked only where a part has smuggled it out in this way too.
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void rethrow(Throwable thrown) throws T {
        throw (T) thrown;
    }
}

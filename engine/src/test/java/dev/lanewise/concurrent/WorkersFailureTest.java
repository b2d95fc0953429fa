package dev.lanewise.concurrent;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is thrown reaches the caller, and nobody works for a call that has ended.
@Tag("once")
@Timeout(20)
class WorkersFailureTest {
    private static final double MUCH = Double.POSITIVE_INFINITY;

    /// Two parts that are begun before either goes on, one on the pool's thread and one on the caller's.
    private static void together(Runnable onPool, Runnable onCaller) {
        Thread caller = Thread.currentThread();
        CountDownLatch begun = new CountDownLatch(2);
        try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
            Workers.of(pool, 2).run(2, MUCH, p -> {
                begun.countDown();
                WorkersTest.await(begun);
                (Thread.currentThread() == caller ? onCaller : onPool).run();
            });
        }
    }

    private static Runnable throwing(Throwable thrown) {
        return () -> throwAnything(thrown);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwAnything(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void aWorkersThrowableReachesTheCallerAsItIs() {
        for (Throwable thrown : List.of(new ArithmeticException("part"), new StackOverflowError(), new IOException())) {
            assertSame(thrown, assertThrows(Throwable.class, () -> together(throwing(thrown), () -> {})));
            assertEquals(0, thrown.getSuppressed().length);
        }
    }

    @Test
    void theOneThatComesLaterIsSuppressed() {
        Throwable one = new IllegalStateException("one"), other = new IllegalStateException("other");
        Throwable caught = assertThrows(Throwable.class, () -> together(throwing(one), throwing(other)));
        assertArrayEquals(new Throwable[] {caught == one ? other : one}, caught.getSuppressed());
    }

    @Test
    void theSameThrowableTwiceIsThrownOnce() {
        Throwable one = new IllegalStateException();
        assertSame(one, assertThrows(Throwable.class, () -> together(throwing(one), throwing(one))));
        assertEquals(0, one.getSuppressed().length);
    }

    @Test
    void theCallersOwnFailureWaitsForTheOthers() {
        AtomicBoolean ended = new AtomicBoolean();
        Throwable thrown = new IllegalStateException();
        assertSame(thrown, assertThrows(Throwable.class, () -> {
            try {
                together(() -> {
                    pause();
                    ended.set(true);
                }, throwing(thrown));
            } finally {
                assertTrue(ended.get(), "the worker had ended before");
            }
        }));
    }

    @Test
    void afterAFailureNoPartBegins() {
        for (Executor executor : List.<Executor>of(Runnable::run, task -> {})) {
            AtomicInteger begun = new AtomicInteger();
            assertThrows(ArithmeticException.class, () -> Workers.of(executor, 2).run(10, MUCH, p -> {
                if (begun.incrementAndGet() == 3) throw new ArithmeticException();
            }));
            assertEquals(3, begun.get());
        }
    }

    @Test
    void aRefusalReachesTheCallerOnceWhatHadBegunHasEnded() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger tasks = new AtomicInteger(), ended = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
            Workers workers = Workers.of(task -> {
                if (tasks.getAndIncrement() > 0) {
                    WorkersTest.await(begun);
                    throw new RejectedExecutionException("full");
                }
                pool.execute(task);
            }, 3);
            RejectedExecutionException refusal = assertThrows(RejectedExecutionException.class,
                    () -> workers.run(100, MUCH, p -> {
                        begun.countDown();
                        pause();
                        ended.incrementAndGet();
                    }));
            assertEquals("full", refusal.getMessage());
            int then = ended.get();
            assertTrue(then >= 1, "the part that had begun");
            pause();
            pause();
            assertEquals(then, ended.get(), "parts after the call");
        }
    }

    @Test
    void anExecutorThatIsShutDownRefuses() {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        pool.shutdown();
        assertThrows(RejectedExecutionException.class, () -> Workers.of(pool, 2).run(2, MUCH, p -> {}));
    }

    @Test
    void anInterruptedCallerWaitsOnAndStaysInterrupted() {
        AtomicBoolean ended = new AtomicBoolean();
        together(() -> {
            pause();
            ended.set(true);
        }, () -> Thread.currentThread().interrupt());
        boolean interrupted = Thread.interrupted(); // and no longer
        assertTrue(ended.get(), "the worker had ended before");
        assertTrue(interrupted, "the flag");
    }

    @Test
    void aTaskThatComesTooLateDoesNothing() {
        List<Runnable> late = new ArrayList<>();
        AtomicInteger done = new AtomicInteger();
        Workers.of(late::add, 4).run(10, MUCH, p -> done.incrementAndGet());
        assertEquals(3, late.size());
        late.forEach(Runnable::run);
        assertEquals(10, done.get());
    }

    @Test
    void aTaskThatComesTooLateHoldsOnToNothing() throws InterruptedException {
        List<Runnable> late = new ArrayList<>();
        WeakReference<double[]> output = afterACall(Workers.of(late::add, 2));
        for (int i = 0; output.get() != null && i < 100; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertNull(output.get());
        assertEquals(1, late.size());
    }

    private static WeakReference<double[]> afterACall(Workers workers) {
        double[] output = new double[100];
        IntConsumer part = p -> output[p] = p;
        workers.run(100, MUCH, part);
        return new WeakReference<>(output);
    }

    private static void pause() {
        try {
            Thread.sleep(30);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

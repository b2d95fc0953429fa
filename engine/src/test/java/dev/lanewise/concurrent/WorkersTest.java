package dev.lanewise.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Every part once, whatever the executor does, and on no thread but the caller's and the executor's.
@Tag("once")
@Timeout(20)
class WorkersTest {
    private static final double MUCH = Double.POSITIVE_INFINITY;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 1000})
    void everyPartIsDoneOnce(int parallelism) {
        try (var pool = Executors.newFixedThreadPool(3);
                var virtual = Executors.newVirtualThreadPerTaskExecutor();
                var forkJoin = new ForkJoinPool(2)) {
            for (Executor executor : List.of(pool, virtual, forkJoin, (Executor) Runnable::run)) {
                for (int parts : new int[] {0, 1, 2, 3, 8, 100})
                    everyPartOnce(Workers.of(executor, parallelism), parts);
            }
        }
    }

    private static void everyPartOnce(Workers workers, int parts) {
        AtomicIntegerArray done = new AtomicIntegerArray(parts);
        workers.run(parts, MUCH, done::incrementAndGet);
        for (int p = 0; p < parts; p++) assertEquals(1, done.get(p), "part " + p);
    }

    @Test
    void theCallerSeesWhatAnyThreadHasWritten() {
        try (var pool = Executors.newFixedThreadPool(3)) {
            for (int call = 0; call < 200; call++) {
                int[] plain = new int[64];
                int number = call;
                Workers.of(pool, 4).run(64, MUCH, p -> plain[p] = p + number);
                for (int p = 0; p < 64; p++) assertEquals(p + call, plain[p]);
            }
        }
    }

    @Test
    void withoutWorkersThePartsAreDoneInOrderByTheCaller() {
        Executor never = task -> {
            throw new AssertionError("the executor was asked");
        };
        for (Workers workers : List.of(Workers.none(), Workers.of(never, 1), Workers.of(never, 8).grain(1000))) {
            List<Integer> order = new ArrayList<>();
            workers.run(4, 1999, order::add);
            assertEquals(List.of(0, 1, 2, 3), order);
        }
    }

    @Test
    void anExecutorThatLosesItsTasks() {
        everyPartOnce(Workers.of(task -> {}, 3), 10);
    }

    @Test
    void anExecutorThatRunsATaskTwice() {
        try (var pool = Executors.newFixedThreadPool(2)) {
            everyPartOnce(Workers.of(task -> {
                pool.execute(task);
                pool.execute(task);
            }, 2), 10);
        }
    }

    @Test
    void anExecutorOnTheCallersThreadIsAskedOnce() {
        List<Runnable> tasks = new ArrayList<>();
        everyPartOnce(Workers.of(task -> {
            tasks.add(task);
            task.run();
        }, 8), 10);
        assertEquals(1, tasks.size());
    }

    @Test
    void anExecutorIsGivenNoMoreTasksThanThereIsWorkFor() {
        List<Runnable> tasks = new ArrayList<>();
        Workers.of(tasks::add, 8).grain(100).run(10, 399, p -> {});
        assertEquals(2, tasks.size(), "two beside the caller for three shares of 100 ns");
        Workers.of(tasks::add, 1000).run(4, MUCH, p -> {});
        assertEquals(2 + 3, tasks.size(), "three beside the caller for four parts");
    }

    @Test
    void callsFromThePoolsOnlyThreadEnd() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
            Workers workers = Workers.of(pool, 4);
            pool.submit(() -> workers.run(4, MUCH, p -> workers.run(4, MUCH, q -> everyPartOnce(workers, 5)))).get(10,
                    TimeUnit.SECONDS);
        }
    }

    @Test
    void theCallerWaitsOnlyForWhatHasBegun() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
            CountDownLatch release = new CountDownLatch(1);
            pool.execute(() -> await(release));
            everyPartOnce(Workers.of(pool, 2), 10);
            release.countDown();
        }
    }

    @Test
    void noThreadsButTheCallersAndTheExecutors() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Set<Thread> ofPool = ConcurrentHashMap.newKeySet(), seen = ConcurrentHashMap.newKeySet();
        try (var pool = Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task);
            ofPool.add(thread);
            return thread;
        })) {
            for (int i = 0; i < 50; i++) Workers.of(pool, 8).run(20, MUCH, p -> seen.add(Thread.currentThread()));
            Set<Thread> started = ConcurrentHashMap.newKeySet();
            started.addAll(Thread.getAllStackTraces().keySet());
            started.removeAll(before);
            assertTrue(ofPool.containsAll(started), "started: " + started);
            seen.removeAll(ofPool);
            assertEquals(Set.of(Thread.currentThread()), seen);
        }
    }

    @Test
    void howManyThreadsSomeWorkIsWorth() {
        Workers workers = Workers.of(Runnable::run, 3).grain(100);
        assertEquals(1, workers.threads(0));
        assertEquals(1, workers.threads(199));
        assertEquals(2, workers.threads(200));
        assertEquals(3, workers.threads(1e300));
        assertEquals(1, workers.threads(Double.NaN));
        assertEquals(3, workers.grain(0).threads(3));
        assertEquals(3, workers.parallelism());
    }

    @Test
    void oneSentenceForEachMistake() {
        assertMessage("Workers: the executor is null", () -> Workers.of(null, 2));
        assertMessage("Workers: a parallelism of 0; it is at least 1", () -> Workers.of(Runnable::run, 0));
        assertMessage("Workers: a grain of -1 ns is negative", () -> Workers.none().grain(-1));
    }

    private static void assertMessage(String message, Runnable mistake) {
        assertEquals(message, assertThrows(RuntimeException.class, mistake::run).getMessage());
    }

    @Test
    void theSameForEveryoneWhoHasNone() {
        assertSame(Workers.none(), Workers.none());
    }

    static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS), "nobody came");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.lanewise.nn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import dev.lanewise.concurrent.Workers;
import dev.lanewise.internal.kernel.Bits;
import dev.lanewise.internal.kernel.Samples;
import dev.lanewise.linalg.Matrix;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// One network, many threads, a workspace each: the bits that one thread gets.
class NetworkThreadsTest {
    private static final int THREADS = 8;
    private static final int CALLS = 300;

    private final Samples samples = new Samples(4);
    private final Network net = TextbookNetwork.drawn(samples, new int[] {5, 33, 17, 3}, Activation.TANH,
            Activation.SIGMOID).network();
    private final Matrix x = Matrix.wrap(CALLS, 5, samples.uniform(5 * CALLS));
    private final Matrix expected = net.predict(x);

    @Test
    void sharedByEightThreads() throws Exception {
        CyclicBarrier together = new CyclicBarrier(THREADS);
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                int first = t * 37;
                tasks.add(() -> {
                    together.await();
                    everySample(first);
                    return null;
                });
            }
            for (Future<Void> result : pool.invokeAll(tasks)) result.get();
        }
    }

    /// The eight that call are all the threads there are: nobody is left to help, and nobody waits for help.
    @Test
    void sharedByEightThreadsThatAreEachOthersWorkers() throws Exception {
        CyclicBarrier together = new CyclicBarrier(THREADS);
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            Workers workers = Workers.of(pool, 3).grain(0);
            Callable<Void> task = () -> {
                together.await();
                for (int i = 0; i < 50; i++) assertEquals(expected, net.predict(x, workers));
                return null;
            };
            for (Future<Void> result : pool.invokeAll(Collections.nCopies(THREADS, task))) result.get();
        }
    }

    /// Each thread begins elsewhere, so that at any time they are at different samples.
    private void everySample(int first) {
        Workspace workspace = net.newWorkspace();
        double[] y = new double[3];
        for (int call = 0; call < CALLS; call++) {
            int row = (first + call) % CALLS;
            net.forward(x.row(row), y, workspace);
            Bits.assertSame(expected.row(row), y, "sample " + row);
        }
        Matrix batch = Matrix.zeros(CALLS, 3);
        net.forward(x, batch, workspace);
        Bits.assertSame(expected.array(), batch.array(), "batch");
    }

    /// 100 · (20/20 + 2) = 300 ns a sample: 100 of them are worth no second thread, 1000 are worth 300/40 = 7.
    @Test
    void threadsAreWokenForWorkThatIsWorthIt() {
        Network wide = Network.input(20).dense(Matrix.zeros(100, 20), new double[100], Activation.TANH).build();
        AtomicInteger woken = new AtomicInteger();
        Workers eight = Workers.of(task -> woken.incrementAndGet(), 8);
        wide.predict(Matrix.zeros(100, 20), eight);
        assertEquals(0, woken.get());
        wide.predict(Matrix.zeros(1000, 20), eight);
        assertEquals(6, woken.get(), "beside the caller");
    }
}

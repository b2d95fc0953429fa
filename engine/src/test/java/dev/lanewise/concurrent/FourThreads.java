package dev.lanewise.concurrent;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Workers for laws: three daemon threads beside the caller's, woken however small the work is.
public final class FourThreads {
    private static final ExecutorService POOL = Executors.newFixedThreadPool(3, task -> {
        Thread thread = new Thread(task, "lent by a test");
        thread.setDaemon(true);
        return thread;
    });

    private FourThreads() {}

    /// Workers of a parallelism.
    public static Workers inParts(int parallelism) {
        return Workers.of(POOL, parallelism).grain(0);
    }
}

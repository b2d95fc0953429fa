package dev.lanewise.demo.terminal;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Tells on stderr what is going on, but only where it takes over a second.
///
///     try (var _ = progress.during("fitting 500 neurons")) {
///         …
///     }
public final class Progress {
    private static final long PATIENCE_MILLIS = 1000;

    private final PrintWriter err;

    /// Progress that is told there.
    ///
    /// @param err where the lines go
    public Progress(PrintWriter err) {
        this.err = err;
    }

    /// Work in hand; closed when it is done.
    public interface Step extends AutoCloseable {
        @Override
        void close();
    }

    /// Begins a step, and prints its name once if it has not ended after a second.
    ///
    /// @param what what is being done, such as `fitting 500 neurons`
    /// @return the step, to be closed at its end
    public Step during(String what) {
        CountDownLatch done = new CountDownLatch(1);
        Thread.ofPlatform().daemon().start(() -> {
            try {
                if (!done.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) err.println(what + " …");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return done::countDown;
    }
}

package dev.lanewise.demo.terminal;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Tells on stderr what is going on, but only where it takes over a second: a line, or for a long file on a terminal a bar
/// that moves and is gone in the end.
///
///     try (var _ = progress.during("fitting 500 neurons")) {
///         …
///     }
public final class Progress {
    private static final long PATIENCE_MILLIS = 1000;
    private static final long FRAME_MILLIS = 200;
    /// Back to the beginning of the line, and away with what stands there.
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean isTerminal;

    /// Progress that is told there.
    ///
    /// @param err where the lines go
    /// @param isTerminal whether a line there can be written again
    public Progress(PrintWriter err, boolean isTerminal) {
        this.err = err;
        this.isTerminal = isTerminal;
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
        return step(done -> {
            if (!done.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) err.println(what + " …");
        });
    }

    /// Begins to read a file, and if that has not ended after a second shows on a terminal how far it is, elsewhere its
    /// name.
    ///
    /// @param what what is being done, such as `reading a.csv`
    /// @param size of the file in bytes; 0 where it is not known
    /// @param bytes how many of them have been read, asked from another thread
    /// @return the step, to be closed at its end
    public Step reading(String what, long size, LongSupplier bytes) {
        if (!isTerminal || size <= 0) return during(what);
        long start = System.nanoTime();
        return step(done -> {
            if (done.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) return;
            do {
                double seconds = (System.nanoTime() - start) * 1e-9;
                err.print(ERASE + ProgressBar.of(what, bytes.getAsLong(), size, seconds));
                err.flush();
            } while (!done.await(FRAME_MILLIS, TimeUnit.MILLISECONDS));
            err.print(ERASE);
            err.flush();
        });
    }

    /// What is told while a step lasts.
    private interface Story {
        void tell(CountDownLatch done) throws InterruptedException;
    }

    private static Step step(Story story) {
        CountDownLatch done = new CountDownLatch(1);
        Thread teller = Thread.ofPlatform().daemon().start(() -> {
            try {
                story.tell(done);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return () -> {
            done.countDown();
            try {
                teller.join(); // or the next line might be erased
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }
}

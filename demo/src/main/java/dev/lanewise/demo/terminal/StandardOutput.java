package dev.lanewise.demo.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Locale;

/// The standard output, which remembers what went wrong with it: a [java.io.PrintWriter] forgets the reason.
final class StandardOutput extends FileOutputStream {
    private IOException failure;

    StandardOutput() {
        super(FileDescriptor.out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            super.write(bytes, from, length);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    /// Whether something could not be written.
    boolean failed() {
        return failure != null;
    }

    /// Whether the reader went away, as `head` does when it has enough: no reason to complain.
    boolean readerIsGone() {
        return failed() && String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    /// Why it could not be written.
    String reason() {
        return String.valueOf(failure.getMessage());
    }
}

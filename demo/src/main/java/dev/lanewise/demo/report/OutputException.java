package dev.lanewise.demo.report;

import java.io.IOException;

/// A file could not be written. The message is one sentence that names the file and the cause.
public final class OutputException extends IOException {
    private static final long serialVersionUID = 1;

    OutputException(String message, Throwable cause) {
        super(message, cause);
    }
}

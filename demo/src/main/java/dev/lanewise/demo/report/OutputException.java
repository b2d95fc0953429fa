package dev.lanewise.demo.report;

import java.io.IOException;

/// A file could not be written. The message is one sentence that names the file and the cause.
public final class OutputException extends IOException {
    private static final long serialVersionUID = 1;

    private final boolean placeIsWrong;

    private OutputException(String message, Throwable cause, boolean placeIsWrong) {
        super(message, cause);
        this.placeIsWrong = placeIsWrong;
    }

    /// The place that the user named cannot be written to, as a file cannot be a folder.
    static OutputException wrongPlace(String message, Throwable cause) {
        return new OutputException(message, cause, true);
    }

    /// The place will do, but writing failed, as on a disk that is full.
    static OutputException failedWrite(String message, Throwable cause) {
        return new OutputException(message, cause, false);
    }

    /// Whether it is the place that cannot be written to, so that naming another one helps.
    ///
    /// @return true for such a place, false where the system failed to write
    public boolean placeIsWrong() {
        return placeIsWrong;
    }
}

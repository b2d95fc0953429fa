package dev.lanewise.demo.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What stderr is connected to. Java tells whether its console is a terminal, but not whether stderr goes there.
final class StandardError {
    private static final Path DESCRIPTOR = Path.of("/dev/fd/2");
    private static final int KIND = 0170000;
    private static final int CHARACTER_DEVICE = 0020000;

    private StandardError() {}

    /// Whether it is a terminal, or `/dev/null` where nobody sees the difference; never a file or a pipe. Where the system
    /// does not say, it is none: some have no such file (an [IOException]), some files without a mode of Unix (an
    /// [UnsupportedOperationException], which is how Java says that an attribute is of another system).
    static boolean isTerminal() {
        try {
            return ((Integer) Files.getAttribute(DESCRIPTOR, "unix:mode") & KIND) == CHARACTER_DEVICE;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}

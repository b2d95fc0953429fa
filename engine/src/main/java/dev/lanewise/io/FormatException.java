package dev.lanewise.io;

import java.io.IOException;

/// A file that is not what it should be: one sentence names the file, the place and what was wrong there.
public final class FormatException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int QUOTED = 60;

    /// What was wrong, and where.
    ///
    /// @param message one sentence that begins with the file and the place
    public FormatException(String message) {
        super(message);
    }

    /// A text of the file as it may stand in a message: in quotes, without controls, and not longer than a line.
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("'");
        text.codePoints().limit(QUOTED).map(c -> Character.isISOControl(c) || !Character.isDefined(c) ? '?' : c)
                .forEach(
                        quoted::appendCodePoint);
        return quoted.append(text.codePointCount(0, text.length()) > QUOTED ? "…'" : "'").toString();
    }
}

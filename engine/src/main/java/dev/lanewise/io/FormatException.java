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
        super(printable(message));
    }

    /// What was wrong at a place, a sentence with values in it.
    static FormatException at(String where, String sentence, Object... values) {
        return new FormatException(where + ": " + sentence.formatted(values));
    }

    /// One line that does nothing to a terminal: what a file calls its arrays may be anything.
    private static String printable(String message) {
        StringBuilder text = new StringBuilder(message);
        for (int i = 0; i < text.length(); i++) if (Character.isISOControl(text.charAt(i))) text.setCharAt(i, '?');
        return text.toString();
    }

    /// A text of the file as it may stand in a message: in quotes, without controls, and not longer than a line.
    ///
    /// @param text what the file calls something
    /// @return its first 60 characters in quotes, those that nobody could see as question marks; "…" for the rest
    public static String quoted(String text) {
        return "'".concat(shortened(text)).concat("'");
    }

    /// The same without quotes.
    static String shortened(String text) {
        StringBuilder shortened = new StringBuilder();
        int at = 0;
        for (int n = 0; n < QUOTED && at < text.length(); n++) {
            int c = text.codePointAt(at);
            shortened.appendCodePoint(isVisible(c) ? c : '?');
            at += Character.charCount(c);
        }
        return shortened.append(at < text.length() ? "…" : "").toString();
    }

    private static boolean isVisible(int c) {
        return Character.isDefined(c) && !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }
}

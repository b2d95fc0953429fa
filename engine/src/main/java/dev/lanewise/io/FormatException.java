package dev.lanewise.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// A file that is not what it should be: one sentence names the file, the place and what was wrong there.
public final class FormatException extends IOException {
    private static final long serialVersionUID = 1L;
    /// How many bytes at its beginning tell what a file seems to be.
    public static final int BEGINNING = 16;

    private static final int QUOTED = 60;
    /// Beginnings of files, a character for each byte, and what begins so.
    private static final String[] KINDS = {"PK\3", "a zip archive", "\u0093NUMPY", "a .npy file", "\u0080",
            "a pickle, which may run any program", "\u0089HDF", "HDF5", "<", "HTML or XML",
            "version https://", "a pointer of Git LFS"};

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

    /// What a file that is not of the kind it should be seems to be, to stand behind the sentence that says so.
    ///
    /// @param start its first [#BEGINNING] bytes, or all that it has
    /// @return such as `; it begins like a zip archive` or `; it is empty`, and nothing where it may be anything
    public static String hint(byte[] start) {
        if (start.length == 0) return "; it is empty";
        String kind = "text", text = new String(start, StandardCharsets.ISO_8859_1);
        for (byte c : start) if (c < '\t') kind = "";
        for (int i = 0; i < KINDS.length; i += 2) {
            if (text.startsWith(KINDS[i]) && isLikely(start)) kind = KINDS[i + 1];
        }
        // Eight bytes with the length of its header, the last of them 0, and the header.
        if (start.length > 8 && start[7] == 0 && start[8] == '{') kind = "a safetensors file";
        return kind.isEmpty() ? "" : "; it begins like ".concat(kind);
    }

    /// Beginnings of one byte say little by themselves: behind that of a pickle stands its version.
    private static boolean isLikely(byte[] start) {
        return switch (start[0]) {
            case (byte) 0x80 -> start.length > 1 && start[1] >= 2 && start[1] <= 5;
            case '<' -> start.length > 1 && start[1] >= '\t';
            default -> true;
        };
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

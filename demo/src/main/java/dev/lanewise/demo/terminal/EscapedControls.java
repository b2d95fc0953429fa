package dev.lanewise.demo.terminal;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/// Writes JSON whose strings may hold anything, so that a terminal can show it: of what is not ASCII, characters that
/// steer or hide become `\` and `u202e` or the like, which means the same. JSON has such characters only in strings.
final class EscapedControls extends FilterWriter {
    private static final int LAST_ASCII = 0x7e;

    EscapedControls(Writer out) {
        super(out);
    }

    @Override
    public void write(int c) throws IOException {
        // The halves of a pair are visible together.
        if (c <= LAST_ASCII || PrintableText.isVisible(c) || Character.isSurrogate((char) c)) {
            out.write(c);
        } else {
            out.write(String.format(Locale.ROOT, "%su%04x", "\\", c));
        }
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) write(text[i]);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) write(text.charAt(i));
    }
}

package dev.lanewise.demo.terminal;

import java.util.Locale;

/// Texts out of files that nobody vouches for, as a terminal may show them.
public final class PrintableText {
    private PrintableText() {}

    /// A text in which no character steers the terminal or hides: controls, formatting such as a change of the writing
    /// direction, line breaks, surrogates that stand alone, and what Unicode does not define become `<U+001B>` and the
    /// like.
    ///
    /// @param text any text
    /// @return one line of visible characters
    public static String of(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isVisible(c)) {
                visible.appendCodePoint(c);
            } else {
                visible.append(String.format(Locale.ROOT, "<U+%04X>", c));
            }
        });
        return visible.toString();
    }

    /// [#of] the beginning of a text, with an ellipsis where more follows.
    ///
    /// @param text any text
    /// @param most how many of its characters are shown
    /// @return one line of visible characters
    public static String of(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) return of(text);
        return of(text.substring(0, text.offsetByCodePoints(0, most))) + "…";
    }

    /// Whether a character is to be seen, or is a blank.
    static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }
}

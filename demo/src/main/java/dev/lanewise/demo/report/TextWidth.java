package dev.lanewise.demo.report;

import java.util.ArrayList;
import java.util.List;

/// Text in lines of characters of one width.
final class TextWidth {
    private TextWidth() {}

    /// The number of places a text takes; combining marks take none.
    static int of(String text) {
        return (int) text.codePoints().filter(c -> Character.getType(c) != Character.NON_SPACING_MARK).count();
    }

    /// The words of a text in lines no longer than `width`, as far as words allow: the first line begins with `first`,
    /// the others with as many spaces.
    static String wrap(String text, String first, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        String indent = " ".repeat(of(first));
        boolean fresh = true;
        for (String word : text.strip().split("[ \\n\\t]+")) {
            if (!fresh && of(line.toString()) + 1 + of(word) > width) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                fresh = true;
            }
            line.append(fresh ? "" : " ").append(word);
            fresh = false;
        }
        lines.add(line.toString());
        return String.join("\n", lines) + "\n";
    }

    static String padRight(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    static String padLeft(String text, int width) {
        return " ".repeat(Math.max(0, width - of(text))) + text;
    }
}

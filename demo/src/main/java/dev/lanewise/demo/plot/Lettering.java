package dev.lanewise.demo.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The type in figures: its family, its sizes, and about how wide a text is.
final class Lettering {
    static final String FAMILY = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
    static final double TITLE = 17;
    static final double LABEL = 15;
    static final double TICK = 14;
    static final double NOTE = 12;
    static final double LEADING = 1.35;
    /// Bold letters are wider by about this factor.
    static final double BOLD = 1.13;

    private Lettering() {}

    /// At most about how wide a text is; fonts differ, and this is what the widest common ones need, Verdana and DejaVu
    /// Sans.
    static double width(String text, double size) {
        return size * text.codePoints().mapToDouble(Lettering::ems).sum();
    }

    private static double ems(int c) {
        if (" .,·'′ijl".indexOf(c) >= 0) return 0.36;
        if (":;|!()[]Ifrt-/".indexOf(c) >= 0) return 0.46;
        if (c >= 0x2070 && c <= 0x209C || c == '¹' || c == '²' || c == '³') return c == '⁻' || c == '₋' ? 0.53 : 0.43;
        if ("mMW—…%@".indexOf(c) >= 0) return 1;
        return "w+−=<>≤≥≈×→".indexOf(c) >= 0 ? 0.84 : Character.isUpperCase(c) ? 0.76 : 0.64;
    }

    /// A text on one line, its end left out where it is wider than allowed.
    static String fit(String text, double size, double width) {
        if (width(text, size) <= width) return text;
        int[] points = text.codePoints().toArray();
        int kept = points.length;
        while (kept > 0 && width(new String(points, 0, kept) + "…", size) > width) kept--;
        return new String(points, 0, kept).stripTrailing() + "…";
    }

    /// A text in lines no wider than allowed; of a single word that is wider the end is left out.
    static List<String> wrap(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            String longer = lines.isEmpty() ? word : lines.getLast() + " " + word;
            if (!lines.isEmpty() && width(longer, size) <= width) {
                lines.set(lines.size() - 1, longer);
            } else {
                lines.add(word);
            }
        }
        if (lines.getFirst().isEmpty()) lines.clear();
        lines.replaceAll(line -> fit(line, size, width));
        return lines;
    }

    /// A title in bold lines, divided at its centred dots before it is divided between words.
    static List<String> title(String text, double size, double width) {
        if (width(text, size * BOLD) <= width) return wrap(text, size, width);
        return Arrays.stream(text.split(" · ")).flatMap(part -> wrap(part, size * BOLD, width).stream()).toList();
    }

    /// Text with a white rim, so that it can be read over lines.
    static void rimmed(Xml xml, String text, double x, double y, double size, String anchor, Object colour) {
        xml.element("text", text, "x", x, "y", y, "font-size", size, "text-anchor", anchor, "fill", colour,
                "stroke", "#fff", "stroke-width", 4.0, "stroke-linejoin", "round", "paint-order", "stroke");
    }
}

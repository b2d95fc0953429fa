package dev.lanewise.demo.lesson;

import java.util.Arrays;
import java.util.Locale;

import dev.lanewise.demo.report.Block;

/// Running text with numbers in it.
final class Prose {
    private Prose() {}

    /// A paragraph: a format in which line breaks are spaces, and what stands at its places.
    static Block paragraph(String format, Object... arguments) {
        return new Block.Paragraph(String.format(Locale.ROOT, format, arguments).strip());
    }

    /// A list of short texts.
    static Block bullets(String... items) {
        return Block.Bullets.of(Arrays.stream(items).map(String::strip).toArray(String[]::new));
    }
}

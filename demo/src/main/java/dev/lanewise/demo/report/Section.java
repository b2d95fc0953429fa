package dev.lanewise.demo.report;

import java.util.List;

/// A part of a report under a heading.
///
/// @param title the heading, without its number; plain text
/// @param blocks its content in its order
public record Section(String title, List<Block> blocks) {
    /// Copies the list.
    public Section {
        blocks = List.copyOf(blocks);
    }

    /// A section of these blocks.
    ///
    /// @param title the heading
    /// @param blocks its content
    /// @return the section
    public static Section of(String title, Block... blocks) {
        return new Section(title, List.of(blocks));
    }
}

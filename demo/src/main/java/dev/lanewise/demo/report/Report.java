package dev.lanewise.demo.report;

import java.util.List;

/// A titled account in numbered sections.
///
/// @param title what it is called; plain text
/// @param lead a paragraph that stands before the sections; may be empty
/// @param sections the sections in their order
public record Report(String title, String lead, List<Section> sections) {
    /// Copies the list.
    public Report {
        sections = List.copyOf(sections);
    }
}

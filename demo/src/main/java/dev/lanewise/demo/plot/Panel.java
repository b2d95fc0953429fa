package dev.lanewise.demo.plot;

/// One part of a [Figure]: a [Chart] or a [NetworkDiagram].
public abstract sealed class Panel permits Chart, NetworkDiagram {
    Panel() {}

    /// What the panel is called.
    ///
    /// @return a short text without markup, perhaps empty
    public abstract String title();

    /// What can be seen, for those who cannot see it.
    ///
    /// @return a sentence
    public abstract String description();

    /// The width at which the panel shows best what it shows.
    abstract double comfortableWidth();

    /// The height at this width.
    abstract double heightAt(double width);

    /// The room that the labels on the left need; panels in a column share the largest, so that their frames align.
    abstract double gutter(double width);

    /// Draws into a box; `id` is unique in the document.
    abstract void draw(Xml xml, Box box, double gutter, String id);
}

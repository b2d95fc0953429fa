package dev.lanewise.demo.plot;

/// Something drawn between the axes of a chart.
sealed interface Mark permits Trace, Band, Rule, Notes {
    /// Marks of the same name share a colour and one entry of the legend; an empty name has no entry.
    String name();

    Colour colour();

    Mark in(Colour colour);

    /// Shows the extents which numbers the mark needs.
    void reach(Extent across, Extent up);

    void draw(Xml xml, Frame frame);

    /// Draws a sample for the legend into a box.
    void key(Xml xml, Box box);

    /// The numbers are the caller's, who may change them.
    static double[] copy(String name, double[] x, double[] values) {
        if (x.length != values.length) {
            throw new IllegalArgumentException(
                    "series \"" + name + "\": " + x.length + " x but " + values.length + " values");
        }
        return values.clone();
    }
}

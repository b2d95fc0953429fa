package dev.lanewise.demo.plot;

import java.util.List;

/// A chart of one or several series over a common x. Immutable: every method gives a new chart.
///
/// ```java
/// Chart.titled("x · sin x, ten random tanh neurons").x("x").y("y")
///         .line("x · sin x", xs, ys).inked(Colour.GREY).dashed("fit", xs, fit)
/// ```
///
/// Series are drawn in the order they are added. Series with the same name share a colour and one entry of the legend,
/// as a band and the line in its middle do; a series with an empty name has no entry. Values that are not finite, and
/// on a logarithmic axis those that are not positive, are gaps. All arrays are copied.
public final class Chart extends Panel {
    static final double WIDTH = 736;
    private static final double FRAME_HEIGHT = 320;

    final String title;
    final Side x;
    final Side y;
    final double frameHeight;
    final boolean showsXTicks;
    final Marks marks;

    private Chart(String title, Side x, Side y, double frameHeight, boolean showsXTicks, Marks marks) {
        this.title = title;
        this.x = x;
        this.y = y;
        this.frameHeight = frameHeight;
        this.showsXTicks = showsXTicks;
        this.marks = marks;
    }

    /// A chart without series.
    ///
    /// @param title stands above the frame; may be empty
    /// @return the chart
    public static Chart titled(String title) {
        return new Chart(title, Side.PLAIN, Side.PLAIN, FRAME_HEIGHT, true, Marks.NONE);
    }

    /// Labels the x axis.
    ///
    /// @param label what x is
    /// @return the labelled chart
    public Chart x(String label) {
        return across(x.labelled(label));
    }

    /// Labels the y axis.
    ///
    /// @param label what y is
    /// @return the labelled chart
    public Chart y(String label) {
        return up(y.labelled(label));
    }

    /// Makes the x axis logarithmic.
    ///
    /// @return the chart
    /// @throws IllegalArgumentException if its range was fixed and is not positive
    public Chart logX() {
        return across(x.byLogarithm());
    }

    /// Makes the y axis logarithmic.
    ///
    /// @return the chart
    /// @throws IllegalArgumentException if its range was fixed and is not positive
    public Chart logY() {
        return up(y.byLogarithm());
    }

    /// Fixes the x axis, which otherwise holds all series.
    ///
    /// @param low its beginning
    /// @param high its end
    /// @return the chart
    /// @throws IllegalArgumentException if an end is not finite, or not positive on a logarithmic axis
    public Chart xRange(double low, double high) {
        return across(x.within(low, high));
    }

    /// Fixes the y axis, which otherwise holds all series.
    ///
    /// @param low its beginning
    /// @param high its end
    /// @return the chart
    /// @throws IllegalArgumentException if an end is not finite, or not positive on a logarithmic axis
    public Chart yRange(double low, double high) {
        return up(y.within(low, high));
    }

    /// Sets the height between the axes, which is 320 otherwise.
    ///
    /// @param height in units of the picture
    /// @return the chart
    public Chart height(double height) {
        return new Chart(title, x, y, height, showsXTicks, marks);
    }

    /// Joins the points (xᵢ, yᵢ) by a line.
    ///
    /// @param name the name in the legend
    /// @param x the numbers across
    /// @param y the numbers up, as many
    /// @return the chart with the line
    /// @throws IllegalArgumentException if the lengths differ
    public Chart line(String name, double[] x, double[] y) {
        return trace(name, Trace.Style.LINE, x, y);
    }

    /// Joins the points (xᵢ, yᵢ) by a dashed line.
    ///
    /// @param name the name in the legend
    /// @param x the numbers across
    /// @param y the numbers up, as many
    /// @return the chart with the line
    /// @throws IllegalArgumentException if the lengths differ
    public Chart dashed(String name, double[] x, double[] y) {
        return trace(name, Trace.Style.DASHED, x, y);
    }

    /// Draws yᵢ as a level from xᵢ to xᵢ₊₁.
    ///
    /// @param name the name in the legend
    /// @param x the numbers across
    /// @param y the numbers up, as many
    /// @return the chart with the staircase
    /// @throws IllegalArgumentException if the lengths differ
    public Chart steps(String name, double[] x, double[] y) {
        return trace(name, Trace.Style.STEPS, x, y);
    }

    /// Draws the points (xᵢ, yᵢ) as dots.
    ///
    /// @param name the name in the legend
    /// @param x the numbers across
    /// @param y the numbers up, as many
    /// @return the chart with the dots
    /// @throws IllegalArgumentException if the lengths differ
    public Chart points(String name, double[] x, double[] y) {
        return trace(name, Trace.Style.POINTS, x, y);
    }

    /// Draws the points (xᵢ, yᵢ) as dots on stems that stand on 0, as for residuals.
    ///
    /// @param name the name in the legend
    /// @param x the numbers across
    /// @param y the numbers up, as many
    /// @return the chart with the stems
    /// @throws IllegalArgumentException if the lengths differ
    public Chart stems(String name, double[] x, double[] y) {
        return trace(name, Trace.Style.STEMS, x, y);
    }

    /// Draws yᵢ as the height of a bar around xᵢ.
    ///
    /// @param name the name in the legend
    /// @param x the numbers across
    /// @param y the numbers up, as many
    /// @return the chart with the bars
    /// @throws IllegalArgumentException if the lengths differ
    public Chart bars(String name, double[] x, double[] y) {
        return trace(name, Trace.Style.BARS, x, y);
    }

    /// Fills the region between two curves.
    ///
    /// @param name the name in the legend
    /// @param x the numbers across
    /// @param lower the lower curve
    /// @param upper the upper curve
    /// @return the chart with the band
    /// @throws IllegalArgumentException if the lengths differ
    public Chart band(String name, double[] x, double[] lower, double[] upper) {
        return with(marks.with(new Band(name, marks.colourOf(name), x, lower, upper)));
    }

    /// Draws a thin line at one height.
    ///
    /// @param label stands at the line; may be empty
    /// @param value the height
    /// @return the chart with the line
    public Chart horizontal(String label, double value) {
        return with(marks.with(new Rule(label, Colour.INK, true, value)));
    }

    /// Draws a thin upright line.
    ///
    /// @param label stands at the line; may be empty
    /// @param value where it crosses the x axis
    /// @return the chart with the line
    public Chart vertical(String label, double value) {
        return with(marks.with(new Rule(label, Colour.INK, false, value)));
    }

    /// Writes short texts beside points, moved where they would hide each other. The points are not drawn.
    ///
    /// @param x the numbers across
    /// @param y the numbers up, as many
    /// @param texts the texts, as many
    /// @return the chart with the texts
    /// @throws IllegalArgumentException if the lengths differ
    public Chart notes(double[] x, double[] y, List<String> texts) {
        return with(marks.with(new Notes(Colour.INK, x, y, texts)));
    }

    /// Gives the series added last, and those of the same name, this colour.
    ///
    /// @param colour the colour
    /// @return the recoloured chart
    /// @throws java.util.NoSuchElementException if nothing was added yet
    public Chart inked(Colour colour) {
        return with(marks.inked(colour));
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String description() {
        List<String> names = marks.names();
        return (title.isEmpty() ? "Chart" : title) + (y.label().isEmpty() ? "" : ", " + y.label())
                + (x.label().isEmpty() ? "" : " over " + x.label())
                + (names.isEmpty() ? "." : ": " + String.join(", ", names) + ".");
    }

    /// For all but the lowest of charts that share their x axis.
    Chart withoutXTicks() {
        return new Chart(title, x, y, frameHeight, false, marks);
    }

    Axis xAxis() {
        return x.axis(marks.reach(x, y).getFirst(), 0.02);
    }

    Axis yAxis() {
        return y.axis(marks.reach(x, y).getLast(), 0.06);
    }

    private Chart trace(String name, Trace.Style style, double[] xs, double[] ys) {
        return with(marks.with(new Trace(name, marks.colourOf(name), style, xs, ys)));
    }

    private Chart across(Side other) {
        return new Chart(title, other, y, frameHeight, showsXTicks, marks);
    }

    private Chart up(Side other) {
        return new Chart(title, x, other, frameHeight, showsXTicks, marks);
    }

    private Chart with(Marks other) {
        return new Chart(title, x, y, frameHeight, showsXTicks, other);
    }

    @Override
    double comfortableWidth() {
        return WIDTH;
    }

    @Override
    double heightAt(double width) {
        return new ChartLayout(this, width).height();
    }

    @Override
    double gutter(double width) {
        return new ChartLayout(this, width).gutter();
    }

    @Override
    void draw(Xml xml, Box box, double gutter, String id) {
        new ChartPainter(xml, this, box, gutter).draw(box, id);
    }
}

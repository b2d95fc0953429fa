package dev.lanewise.demo.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One picture of one or several panels, as an SVG document of its own or as part of a page. Immutable.
///
/// The picture is white, whatever the page around it, and says in `<title>` and `<desc>` what it shows.
public final class Figure {
    private static final double DOUBLE = 1000;
    private static final double TRIPLE = 1160;
    private static final double NARROW = 430;
    private static final double MARGIN = 12;
    private static final double BETWEEN = 18;

    private final String title;
    private final String description;
    private final double width;
    private final int columns;
    private final List<Panel> panels;

    private Figure(String title, String description, double width, int columns, List<? extends Panel> panels) {
        if (panels.isEmpty()) throw new IllegalArgumentException("a figure needs a panel");
        this.title = title;
        this.description = description;
        this.width = width;
        this.columns = columns;
        this.panels = List.copyOf(panels);
    }

    /// A figure of one panel.
    ///
    /// @param panel the panel
    /// @return the figure
    public static Figure of(Panel panel) {
        return stack(panel);
    }

    /// Panels below one another, with their frames aligned.
    ///
    /// @param panels one or more
    /// @return the figure
    /// @throws IllegalArgumentException if there is no panel
    public static Figure stack(Panel... panels) {
        return grid(1, panels);
    }

    /// Panels side by side.
    ///
    /// @param panels one or more
    /// @return the figure
    /// @throws IllegalArgumentException if there is no panel
    public static Figure row(Panel... panels) {
        return grid(panels.length, panels);
    }

    /// Panels in rows of equal length.
    ///
    /// @param columns the number of panels in a row, 1 or more
    /// @param panels one or more, row by row
    /// @return the figure
    /// @throws IllegalArgumentException if there is no panel or no column
    public static Figure grid(int columns, Panel... panels) {
        if (columns < 1 || panels.length == 0) throw new IllegalArgumentException("a figure needs a panel");
        List<String> titles = Arrays.stream(panels).map(Panel::title).filter(t -> !t.isEmpty()).toList();
        List<String> descriptions = Arrays.stream(panels).map(Panel::description).toList();
        return new Figure(titles.isEmpty() ? "Figure" : String.join("; ", titles), String.join(" ", descriptions),
                width(columns, panels), columns, List.of(panels));
    }

    private static double width(int columns, Panel... panels) {
        double widest = Arrays.stream(panels).mapToDouble(Panel::comfortableWidth).max().orElse(0);
        return columns == 1 ? widest + 2 * MARGIN : columns == 2 ? DOUBLE : TRIPLE;
    }

    /// Charts below one another over the same x axis, which is labelled once, below the last; a fit with its residuals.
    ///
    /// @param charts one or more, each linear or each logarithmic in x
    /// @return the figure
    /// @throws IllegalArgumentException if there is no chart
    public static Figure sharingX(Chart... charts) {
        double low = Arrays.stream(charts).mapToDouble(c -> c.xAxis().low()).min().orElse(0);
        double high = Arrays.stream(charts).mapToDouble(c -> c.xAxis().high()).max().orElse(1);
        Panel[] sharing = new Panel[charts.length];
        for (int i = 0; i < charts.length; i++) {
            Chart chart = charts[i].xRange(low, high);
            sharing[i] = i < charts.length - 1 ? chart.withoutXTicks() : chart;
        }
        return stack(sharing);
    }

    /// Replaces the title, which is otherwise that of the panels. It is not drawn.
    ///
    /// @param other what the figure is called
    /// @return the figure with that title
    public Figure titled(String other) {
        return new Figure(other, description, width, columns, panels);
    }

    /// Replaces the description, which is otherwise that of the panels.
    ///
    /// @param other what can be seen, for those who cannot see it
    /// @return the figure with that description
    public Figure described(String other) {
        return new Figure(title, other, width, columns, panels);
    }

    /// Replaces the width, which is otherwise comfortable for one column, 1000 for two and 1160 for more.
    ///
    /// @param other the width in units of the picture; type is 12 to 17 of them high
    /// @return the figure of that width
    public Figure wide(double other) {
        return new Figure(title, description, other, columns, panels);
    }

    /// The figure for a narrow screen: its panels below one another, with type that can still be read on a phone.
    ///
    /// @return the figure, 430 units wide
    public Figure narrow() {
        return new Figure(title, description, NARROW, 1, panels);
    }

    /// The title.
    ///
    /// @return a text without markup
    public String title() {
        return title;
    }

    /// The width.
    ///
    /// @return in units of the picture
    public double width() {
        return width;
    }

    /// The figure as a document of its own.
    ///
    /// @return an SVG file, to be encoded in UTF-8
    public String svg() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + markup("figure-", "xmlns", "http://www.w3.org/2000/svg");
    }

    /// The figure as a part of an HTML page.
    ///
    /// @param prefix the beginning of all its ids, different for all figures of the page
    /// @return an `<svg>` element
    public String inline(String prefix) {
        return markup(prefix);
    }

    private String markup(String prefix, Object... namespace) {
        double cell = (width - 2 * MARGIN - (columns - 1) * BETWEEN) / columns;
        double height = 2 * MARGIN - BETWEEN;
        for (List<Panel> row : rows()) height += height(row, cell) + BETWEEN;

        List<Object> attributes = new ArrayList<>(List.of(namespace));
        attributes.addAll(List.of("viewBox", "0 0 " + Xml.number(width) + " " + Xml.number(height), "width", width,
                "height", height, "role", "img", "aria-labelledby", prefix + "title " + prefix + "desc", "font-family",
                Lettering.FAMILY, "fill", Colour.INK));
        Xml xml = new Xml().open("svg", attributes.toArray());
        xml.element("title", title, "id", prefix + "title");
        xml.element("desc", description, "id", prefix + "desc");
        xml.leaf("rect", "width", width, "height", height, "fill", "#fff");
        draw(xml, cell, prefix);
        return xml.close().toString();
    }

    private void draw(Xml xml, double cell, String prefix) {
        double[] gutters = new double[columns];
        for (int i = 0; i < panels.size(); i++) {
            gutters[i % columns] = Math.max(gutters[i % columns], panels.get(i).gutter(cell));
        }
        double top = MARGIN;
        int number = 0;
        for (List<Panel> row : rows()) {
            double height = height(row, cell);
            for (int column = 0; column < row.size(); column++) {
                Panel panel = row.get(column);
                // Titles may have more or fewer lines; the frames of a row stand on one line.
                double lower = height - panel.heightAt(cell);
                Box box = new Box(MARGIN + column * (cell + BETWEEN), top + lower, cell, height - lower);
                panel.draw(xml, box, gutters[column], prefix + "panel-" + ++number);
            }
            top += height + BETWEEN;
        }
    }

    private List<List<Panel>> rows() {
        List<List<Panel>> rows = new ArrayList<>();
        for (int i = 0; i < panels.size(); i += columns) {
            rows.add(panels.subList(i, Math.min(i + columns, panels.size())));
        }
        return rows;
    }

    private static double height(List<Panel> row, double cell) {
        return row.stream().mapToDouble(p -> p.heightAt(cell)).max().orElse(0);
    }
}

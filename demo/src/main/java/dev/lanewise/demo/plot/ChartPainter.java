package dev.lanewise.demo.plot;

/// Draws one chart.
final class ChartPainter {
    private static final String GRID = "#e3e6ea";
    private static final String FAINT_GRID = "#f1f3f5";
    private static final String FRAME = "#6b7280";

    private final Xml xml;
    private final Chart chart;
    private final ChartLayout layout;
    private final Frame frame;
    private final Box inside;

    ChartPainter(Xml xml, Chart chart, Box box, double gutter) {
        this.xml = xml;
        this.chart = chart;
        this.layout = new ChartLayout(chart, box.width());
        this.frame = layout.frame(box, gutter);
        this.inside = frame.box();
    }

    void draw(Box box, String id) {
        xml.open("g", "class", "chart");
        heading(box);
        Ticks xTicks = layout.xTicks(frame);
        Ticks yTicks = layout.yTicks();
        grid(xTicks, yTicks);
        marks(id);
        xml.leaf("rect", "x", inside.left(), "y", inside.top(), "width", inside.width(), "height", inside.height(),
                "fill", "none", "stroke", FRAME);
        if (chart.showsXTicks) xLabels(xTicks);
        yLabels(yTicks, box);
        xml.close();
    }

    private void heading(Box box) {
        double baseline = box.top() + Lettering.TITLE;
        for (String line : layout.title) {
            xml.element("text", line, "x", inside.left(), "y", baseline, "font-size", Lettering.TITLE, "font-weight",
                    "600");
            baseline += ChartLayout.TITLE_ROW;
        }
        layout.legend.draw(xml, inside.left(), baseline - Lettering.TITLE + 2);
    }

    private void grid(Ticks xTicks, Ticks yTicks) {
        Path faint = new Path();
        for (double x : xTicks.minor()) upright(faint, frame.across(x), inside.top(), inside.bottom());
        for (double y : yTicks.minor()) level(faint, frame.down(y), inside.left(), inside.right());
        if (!faint.isEmpty()) xml.leaf("path", "d", faint, "stroke", FAINT_GRID);
        Path grid = new Path();
        Path ticks = new Path();
        for (Ticks.Tick tick : xTicks.major()) {
            upright(grid, frame.across(tick.value()), inside.top(), inside.bottom());
            if (chart.showsXTicks) upright(ticks, frame.across(tick.value()), inside.bottom(), inside.bottom() + 5);
        }
        for (Ticks.Tick tick : yTicks.major()) {
            level(grid, frame.down(tick.value()), inside.left(), inside.right());
            level(ticks, frame.down(tick.value()), inside.left() - 5, inside.left());
        }
        xml.leaf("path", "d", grid, "stroke", GRID);
        xml.leaf("path", "d", ticks, "stroke", FRAME);
    }

    private static void upright(Path path, double x, double from, double to) {
        path.lift().lineTo(x, from).lineTo(x, to);
    }

    private static void level(Path path, double y, double from, double to) {
        path.lift().lineTo(from, y).lineTo(to, y);
    }

    private void marks(String id) {
        xml.open("clipPath", "id", id);
        xml.leaf("rect", "x", inside.left(), "y", inside.top(), "width", inside.width(), "height", inside.height());
        xml.close();
        xml.open("g", "clip-path", "url(#" + id + ")");
        chart.marks.list().forEach(mark -> mark.draw(xml, frame));
        xml.close();
    }

    private void xLabels(Ticks ticks) {
        double baseline = inside.bottom() + Lettering.TICK + 7;
        for (Ticks.Tick tick : ticks.major()) {
            xml.element("text", tick.label(), "x", ChartLayout.labelPlace(tick, frame), "y", baseline,
                    "font-size", Lettering.TICK, "text-anchor", "middle");
        }
        if (chart.x.label().isEmpty()) return;
        xml.element("text", Lettering.fit(chart.x.label(), Lettering.LABEL, inside.width()), "x",
                inside.left() + inside.width() / 2, "y",
                baseline + Lettering.LABEL * 1.4, "font-size", Lettering.LABEL, "text-anchor", "middle");
    }

    private void yLabels(Ticks ticks, Box box) {
        for (Ticks.Tick tick : ticks.major()) {
            xml.element("text", tick.label(), "x", inside.left() - 8, "y",
                    frame.down(tick.value()) + Lettering.TICK * 0.35, "font-size", Lettering.TICK, "text-anchor",
                    "end");
        }
        if (chart.y.label().isEmpty()) return;
        double x = box.left() + Lettering.LABEL;
        double y = inside.top() + inside.height() / 2;
        xml.element("text", Lettering.fit(chart.y.label(), Lettering.LABEL, inside.height()), "x", x, "y", y,
                "font-size", Lettering.LABEL, "text-anchor", "middle",
                "transform", "rotate(-90 " + Xml.number(x) + " " + Xml.number(y) + ")");
    }
}

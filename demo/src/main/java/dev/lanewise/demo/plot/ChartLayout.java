package dev.lanewise.demo.plot;

import java.util.List;

/// Where the parts of a chart go: above the frame title and legend, to its left and below it ticks and axis labels.
final class ChartLayout {
    static final double TITLE_ROW = Lettering.TITLE * Lettering.LEADING;
    private static final double RIGHT = 18;
    private static final double TICK_GAP = 8;

    final Legend legend;
    final List<String> title;
    final Axis x;
    final Axis y;
    private final Chart chart;
    private final double width;
    private final double top;
    private final double bottom;

    ChartLayout(Chart chart, double width) {
        this.chart = chart;
        this.width = width;
        this.x = chart.xAxis();
        this.y = chart.yAxis();
        this.title = Lettering.wrap(chart.title, Lettering.TITLE * Lettering.BOLD, width - gutter() - RIGHT);
        this.legend = new Legend(chart.marks.list(), width - gutter() - RIGHT);
        this.top = title.size() * TITLE_ROW + legend.height() + 10;
        this.bottom = (chart.showsXTicks ? Lettering.TICK + 10 : 4)
                + (chart.x.label().isEmpty() || !chart.showsXTicks ? 0 : Lettering.LABEL * 1.5);
    }

    double height() {
        return top + chart.frameHeight + bottom;
    }

    /// Tick labels, and the axis label turned on its side.
    double gutter() {
        double labels = yTicks().major().stream().mapToDouble(t -> Lettering.width(t.label(), Lettering.TICK)).max()
                .orElse(0);
        return labels + TICK_GAP + (chart.y.label().isEmpty() ? 0 : Lettering.LABEL * 1.7);
    }

    Frame frame(Box box, double gutter) {
        return new Frame(x, y, new Box(box.left() + gutter, box.top() + top, width - gutter - RIGHT,
                chart.frameHeight));
    }

    Ticks yTicks() {
        return y.ticks((int) Math.clamp(chart.frameHeight / 32, 3, 10));
    }

    /// As many ticks as there is room for their labels.
    Ticks xTicks(Frame frame) {
        int most = (int) Math.clamp(frame.box().width() / 55, 3, 11);
        Ticks ticks = x.ticks(most);
        while (most > 1 && collide(ticks.major(), frame)) ticks = x.ticks(--most);
        return ticks;
    }

    /// The middle of a label: at its tick, or a little to the left where it would not fit into the picture.
    static double labelPlace(Ticks.Tick tick, Frame frame) {
        double half = Lettering.width(tick.label(), Lettering.TICK) / 2;
        return Math.min(frame.across(tick.value()), frame.box().right() + RIGHT + 5 - half);
    }

    private static boolean collide(List<Ticks.Tick> ticks, Frame frame) {
        double end = Double.NEGATIVE_INFINITY;
        for (Ticks.Tick tick : ticks) {
            double half = Lettering.width(tick.label(), Lettering.TICK) / 2;
            double place = labelPlace(tick, frame);
            if (place - half < end + 10) return true;
            end = place + half;
        }
        return false;
    }
}

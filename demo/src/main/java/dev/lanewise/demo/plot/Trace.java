package dev.lanewise.demo.plot;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// A series of points (xᵢ, yᵢ), shown in one of several ways; points that are not finite are left out.
record Trace(String name, Colour colour, Style style, double[] x, double[] y) implements Mark {
    enum Style {
        LINE, DASHED, STEPS, POINTS, STEMS, BARS
    }

    Trace {
        y = Mark.copy(name, x, y);
        x = x.clone();
    }

    @Override
    public Mark in(Colour other) {
        return new Trace(name, other, style, x, y);
    }

    @Override
    public void reach(Extent across, Extent up) {
        double half = style == Style.BARS ? spacing() / 2 : 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) continue;
            across.include(x[i] - half, x[i] + half);
            up.include(y[i]);
        }
        if (style == Style.STEMS || style == Style.BARS) up.include(0);
    }

    @Override
    public void draw(Xml xml, Frame frame) {
        switch (style) {
            case LINE, DASHED -> stroke(xml, curve(frame));
            case STEPS -> stroke(xml, steps(frame));
            case POINTS -> dots(xml, points(frame), size());
            case STEMS -> {
                xml.leaf("path", "d", stems(frame), "fill", "none", "stroke", colour, "stroke-width", 1.5,
                        "stroke-opacity", 0.6);
                dots(xml, points(frame), size());
            }
            case BARS -> xml.leaf("path", "d", bars(frame), "fill", colour, "fill-opacity", 0.75);
        }
    }

    private Path curve(Frame frame) {
        Path path = new Path();
        for (int i = 0; i < x.length; i++) path.lineTo(frame.across(x[i]), frame.down(y[i]));
        return path;
    }

    /// Each value holds from its x to the next.
    private Path steps(Frame frame) {
        Path path = new Path();
        for (int i = 0; i < x.length; i++) {
            if (i > 0) path.lineTo(frame.across(x[i]), frame.down(y[i - 1]));
            path.lineTo(frame.across(x[i]), frame.down(y[i]));
        }
        return path;
    }

    /// Of points at the same place only one is drawn, so a picture stays small however many there are.
    private Path points(Frame frame) {
        Path path = new Path();
        Set<Long> taken = new HashSet<>();
        for (int i = 0; i < x.length; i++) {
            double across = frame.across(x[i]);
            double down = frame.down(y[i]);
            if (taken.add(Math.round(across * 2) << 32 | Math.round(down * 2) & 0xffff_ffffL)) path.dot(across, down);
        }
        return path;
    }

    private Path stems(Frame frame) {
        Path path = new Path().lineTo(frame.box().left(), frame.ground()).lineTo(frame.box().right(), frame.ground());
        for (int i = 0; i < x.length; i++) {
            double down = frame.down(y[i]);
            if (Double.isNaN(down)) continue;
            path.lift().lineTo(frame.across(x[i]), frame.ground()).lineTo(frame.across(x[i]), down).lift();
        }
        return path;
    }

    private Path bars(Frame frame) {
        Path path = new Path();
        double half = 0.4 * spacing();
        for (int i = 0; i < x.length; i++) {
            double left = frame.across(x[i] - half);
            double right = frame.across(x[i] + half);
            double down = frame.down(y[i]);
            if (Double.isNaN(left + right + down)) continue;
            path.lineTo(left, frame.ground()).lineTo(left, down).lineTo(right, down).lineTo(right, frame.ground())
                    .close();
        }
        return path;
    }

    /// The smallest distance of neighbours, 1 if there are none.
    private double spacing() {
        double[] sorted = Arrays.stream(x).filter(Double::isFinite).sorted().distinct().toArray();
        double spacing = Double.POSITIVE_INFINITY;
        for (int i = 1; i < sorted.length; i++) spacing = Math.min(spacing, sorted[i] - sorted[i - 1]);
        return Double.isFinite(spacing) ? spacing : 1;
    }

    private double size() {
        return style == Style.STEMS ? 4.5 : x.length <= 200 ? 6 : x.length <= 2000 ? 4 : 2.5;
    }

    @Override
    public void key(Xml xml, Box box) {
        double middle = box.top() + box.height() / 2;
        double centre = box.left() + box.width() / 2;
        switch (style) {
            case LINE, DASHED, STEPS -> stroke(xml, new Path().lineTo(box.left(), middle).lineTo(box.right(), middle));
            case POINTS -> dots(xml, new Path().dot(centre, middle), 7);
            case STEMS -> {
                xml.leaf("line", "x1", centre, "y1", box.top(), "x2", centre, "y2", box.bottom(), "stroke", colour);
                dots(xml, new Path().dot(centre, box.top()), 5);
            }
            case BARS -> xml.leaf("rect", "x", centre - 7, "y", box.top(), "width", 14.0, "height", box.height(),
                    "fill", colour, "fill-opacity", 0.75);
        }
    }

    private void stroke(Xml xml, Path path) {
        xml.leaf("path", "d", path, "fill", "none", "stroke", colour, "stroke-width", 2.25, "stroke-linejoin", "round",
                "stroke-linecap", style == Style.DASHED ? "butt" : "round", "stroke-dasharray",
                style == Style.DASHED ? "7 4" : "none");
    }

    private void dots(Xml xml, Path path, double diameter) {
        xml.leaf("path", "d", path, "fill", "none", "stroke", colour, "stroke-width", diameter, "stroke-linecap",
                "round");
    }
}

package dev.lanewise.demo.plot;

/// The data of an SVG path. A place that is not a number interrupts it.
final class Path {
    private final StringBuilder data = new StringBuilder();
    private boolean drawing;

    Path lineTo(double x, double y) {
        if (Double.isNaN(x) || Double.isNaN(y)) {
            drawing = false;
            return this;
        }
        data.append(drawing ? 'L' : 'M').append(Xml.number(x)).append(' ').append(Xml.number(y));
        drawing = true;
        return this;
    }

    /// A line of no length, which a round line cap shows as a dot.
    Path dot(double x, double y) {
        drawing = false;
        lineTo(x, y);
        if (drawing) data.append("h0");
        drawing = false;
        return this;
    }

    Path lift() {
        drawing = false;
        return this;
    }

    Path close() {
        data.append('Z');
        return lift();
    }

    boolean isEmpty() {
        return data.isEmpty();
    }

    @Override
    public String toString() {
        return data.toString();
    }
}

package dev.lanewise.demo.plot;

/// What a chart was told about one of its axes; `range` is null where the series decide.
record Side(String label, boolean logarithmic, Axis range) {
    static final Side PLAIN = new Side("", false, null);

    Side labelled(String other) {
        return new Side(other, logarithmic, range);
    }

    Side byLogarithm() {
        return new Side(label, true, range == null ? null : Axis.logarithmic(range.low(), range.high()));
    }

    Side within(double low, double high) {
        return new Side(label, logarithmic, logarithmic ? Axis.logarithmic(low, high) : Axis.linear(low, high));
    }

    Axis axis(Extent extent, double padding) {
        return range != null ? range : extent.axis().padded(padding);
    }
}

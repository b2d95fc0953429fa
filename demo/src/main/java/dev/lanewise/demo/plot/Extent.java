package dev.lanewise.demo.plot;

/// The smallest interval that holds the numbers it was shown, as far as an axis can show them.
final class Extent {
    private final boolean logarithmic;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    Extent(boolean logarithmic) {
        this.logarithmic = logarithmic;
    }

    void include(double... values) {
        for (double value : values) {
            if (!Double.isFinite(value) || logarithmic && value <= 0) continue;
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
    }

    /// The axis over the interval; from 0 to 1, or 1 to 10, if there was no number at all.
    Axis axis() {
        if (low > high) return logarithmic ? Axis.logarithmic(1, 10) : Axis.linear(0, 1);
        return logarithmic ? Axis.logarithmic(low, high) : Axis.linear(low, high);
    }
}

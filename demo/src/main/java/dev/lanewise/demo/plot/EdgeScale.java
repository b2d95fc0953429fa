package dev.lanewise.demo.plot;

import java.util.Arrays;

/// How thick the connections into one layer are: in proportion to |w|, or to its logarithm where the largest is far
/// above the middle one.
record EdgeScale(double smallest, double median, double largest) {
    private static final double THINNEST = 0.7;
    private static final double THICKEST = 5;
    private static final double FAR = 30;

    static EdgeScale of(NetworkDiagram.Layer layer) {
        double[] sizes = Arrays.stream(layer.weights()).flatMapToDouble(Arrays::stream)
                .filter(w -> w != 0 && Double.isFinite(w)).map(Math::abs).sorted().toArray();
        if (sizes.length == 0) return new EdgeScale(1, 1, 1);
        return new EdgeScale(sizes[0], sizes[(sizes.length - 1) / 2], sizes[sizes.length - 1]);
    }

    boolean isLogarithmic() {
        return median < largest / FAR;
    }

    double thickness(double weight) {
        double size = Math.abs(weight);
        double share = isLogarithmic()
                ? (StrictMath.log10(size) - StrictMath.log10(smallest))
                        / (StrictMath.log10(largest) - StrictMath.log10(smallest))
                : size / largest;
        return THINNEST + (THICKEST - THINNEST) * Math.clamp(share, 0, 1);
    }

    /// The range of |w|, for the legend.
    String range() {
        return smallest == largest
                ? "|w| = " + Numerals.brief(largest)
                : "|w| from " + Numerals.brief(smallest) + " to " + Numerals.brief(largest);
    }
}

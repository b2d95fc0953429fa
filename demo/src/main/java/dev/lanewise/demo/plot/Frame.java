package dev.lanewise.demo.plot;

/// The rectangle between the axes: it turns numbers into places of the picture.
record Frame(Axis x, Axis y, Box box) {
    /// Farther outside nothing is distinguished; renderers fail on coordinates that are much larger.
    private static final double FAR = 1e5;

    /// The place across, or NaN if the number has none.
    double across(double value) {
        return box.left() + box.width() * near(x.at(value));
    }

    /// The place down, or NaN if the number has none.
    double down(double value) {
        return box.bottom() - box.height() * near(y.at(value));
    }

    private static double near(double share) {
        return Math.clamp(share, -FAR, FAR);
    }

    /// Where stems and bars stand: at 0 if the axis shows it, otherwise at the end nearest to it.
    double ground() {
        double zero = y.logarithmic() ? box.bottom() : down(0);
        return Math.clamp(zero, box.top(), box.bottom());
    }
}

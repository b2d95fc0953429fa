package dev.lanewise.demo.plot;

/// A rectangle of a picture, in its units, y downwards.
record Box(double left, double top, double width, double height) {
    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }
}

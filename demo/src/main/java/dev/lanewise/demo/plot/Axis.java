package dev.lanewise.demo.plot;

/// An interval of numbers laid along a line, linearly or by the logarithm.
///
/// An interval too narrow to be divided into ticks is widened around its middle, so every axis has a width.
///
/// @param low the number at the beginning
/// @param high the number at the end, above `low`
/// @param logarithmic whether equal steps are equal factors; then both ends are positive
record Axis(double low, double high, boolean logarithmic) {
    /// Narrower than this share of its numbers an axis is not drawn: its labels would have a dozen digits.
    private static final double NARROWEST = 1e-9;
    private static final double SMALLEST = 1e-300;
    private static final double LARGEST = 1e300;

    /// A linear axis.
    ///
    /// @param a one end, finite
    /// @param b the other end, finite
    /// @return the axis from the smaller to the larger, widened if they are nearly equal
    /// @throws IllegalArgumentException if an end is not finite
    static Axis linear(double a, double b) {
        requireFinite(a, b);
        double low = Math.min(a, b);
        double high = Math.max(a, b);
        double size = Math.max(Math.abs(low), Math.abs(high));
        if (size < SMALLEST) return new Axis(-1, 1, false);
        if (high / size - low / size >= NARROWEST) return new Axis(low, high, false);
        return new Axis(finite(low - 0.1 * size), finite(high + 0.1 * size), false);
    }

    /// A logarithmic axis, within 10⁻³⁰⁰ … 10³⁰⁰.
    ///
    /// @param a one end, positive and finite
    /// @param b the other end, positive and finite
    /// @return the axis from the smaller to the larger, widened if they are nearly equal
    /// @throws IllegalArgumentException if an end is not finite and positive
    static Axis logarithmic(double a, double b) {
        requireFinite(a, b);
        if (a <= 0 || b <= 0) throw new IllegalArgumentException("log axis: " + Math.min(a, b) + " is not positive");
        double low = Math.clamp(Math.min(a, b), SMALLEST, LARGEST);
        double high = Math.clamp(Math.max(a, b), SMALLEST, LARGEST);
        return high / low >= 1 + NARROWEST ? new Axis(low, high, true) : new Axis(low / 3, high * 3, true);
    }

    /// The same axis with some room at both ends.
    ///
    /// @param share the room at each end as a share of the length
    /// @return the longer axis
    Axis padded(double share) {
        if (logarithmic) {
            double factor = StrictMath.pow(10, share * (StrictMath.log10(high) - StrictMath.log10(low)));
            return new Axis(Math.max(low / factor, Double.MIN_NORMAL), finite(high * factor), true);
        }
        double room = high * share - low * share;
        return new Axis(finite(low - room), finite(high + room), false);
    }

    /// Where a number lies: 0 at the beginning of the axis, 1 at its end, beyond these outside.
    ///
    /// @param value any number
    /// @return its place; NaN for a number that is not finite, or not positive on a logarithmic axis
    double at(double value) {
        if (!Double.isFinite(value) || logarithmic && value <= 0) return Double.NaN;
        if (logarithmic) {
            double origin = StrictMath.log10(low);
            return (StrictMath.log10(value) - origin) / (StrictMath.log10(high) - origin);
        }
        // Halved, because the width of an axis of huge numbers may overflow.
        return Double.isFinite(high - low)
                ? (value - low) / (high - low)
                : (value / 2 - low / 2) / (high / 2 - low / 2);
    }

    /// The ticks of this axis.
    ///
    /// @param most the largest number of labelled ticks, 1 or more
    /// @return at most that many
    Ticks ticks(int most) {
        return logarithmic ? Ticks.logarithmic(low, high, most) : Ticks.linear(low, high, most);
    }

    private static void requireFinite(double a, double b) {
        if (!Double.isFinite(a) || !Double.isFinite(b)) {
            throw new IllegalArgumentException("axis: " + a + " … " + b + " is not finite");
        }
    }

    private static double finite(double value) {
        return Math.clamp(value, -Double.MAX_VALUE, Double.MAX_VALUE);
    }
}

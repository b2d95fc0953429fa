package dev.lanewise.demo.fit;

/// Mean and standard deviation of some numbers, in units of a power of two that neither overflows nor underflows.
///
/// @param exponent the unit is 2 to this power
/// @param mean the mean in that unit
/// @param deviation the root mean square of what is left after the mean is subtracted, in that unit; exactly 0 iff the
///        numbers are all equal
record Moments(int exponent, double mean, double deviation) {
    /// The moments of at least one number, by two passes.
    static Moments of(double[] values) {
        double largest = 0.0;
        boolean isConstant = true;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
            isConstant &= value == values[0];
        }
        int exponent = Math.getExponent(largest);
        // Summing equal numbers rounds, and their mean might differ from them: say what is known.
        if (isConstant) return new Moments(exponent, Math.scalb(values[0], -exponent), 0.0);
        double sum = 0.0;
        for (double value : values) sum += Math.scalb(value, -exponent);
        double mean = sum / values.length;
        double squares = 0.0;
        for (double value : values) {
            double rest = Math.scalb(value, -exponent) - mean;
            squares = Math.fma(rest, rest, squares);
        }
        return new Moments(exponent, mean, Math.sqrt(squares / values.length));
    }
}

package dev.lanewise.demo.solve;

import java.util.Arrays;

/// The five numbers that sum up a sample, those between two elements interpolated linearly, as NumPy and R do by default.
///
/// @param min the smallest
/// @param lower a quarter is below
/// @param median half is below
/// @param upper three quarters are below
/// @param max the largest
record Quartiles(double min, double lower, double median, double upper, double max) {
    /// The quartiles of at least one number.
    static Quartiles of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Quartiles(sorted[0], at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75), sorted[sorted.length - 1]);
    }

    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        double t = place - below;
        return t == 0.0 ? sorted[below] : (1.0 - t) * sorted[below] + t * sorted[below + 1];
    }
}

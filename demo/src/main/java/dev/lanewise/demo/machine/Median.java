package dev.lanewise.demo.machine;

import java.util.Arrays;

/// The middle of some numbers, which a few bad ones do not move.
public final class Median {
    private Median() {}

    /// The middle one, or the mean of the two in the middle.
    ///
    /// @param values some numbers
    /// @return their median
    /// @throws IllegalArgumentException if there is none
    public static double of(double... values) {
        if (values.length == 0) throw new IllegalArgumentException("the median of nothing");
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}

package dev.lanewise.demo.solve;

import java.util.Arrays;

import dev.lanewise.linalg.Blas;

/// A column with its weighted mean taken away, divided by its weighted standard deviation: (v − centre)/scale.
///
/// @param centre the mean, or 0 where the column shall keep it
/// @param scale the standard deviation, or 1 where that is 0
/// @param values the standardised column
record StandardisedColumn(double centre, double scale, double[] values) {
    /// @param weights one for each element, not all 0
    /// @param centred whether the mean is taken away
    static StandardisedColumn of(double[] column, double[] weights, boolean centred) {
        double total = Arrays.stream(weights).sum();
        double centre = centred ? mean(column, weights, total) : 0.0;
        double[] values = Arrays.stream(column).map(v -> v - centre).toArray();
        double[] weighted = new double[values.length];
        Arrays.setAll(weighted, i -> Math.sqrt(weights[i] / total) * values[i]);
        double deviation = Blas.nrm2(weighted);
        double scale = deviation > 0.0 ? deviation : 1.0;
        Arrays.setAll(values, i -> values[i] / scale);
        return new StandardisedColumn(centre, scale, values);
    }

    /// A constant is its own mean, whatever rounding makes of its sum.
    private static double mean(double[] column, double[] weights, double total) {
        if (Arrays.stream(column).allMatch(v -> v == column[0])) return column[0];
        double mean = 0.0;
        for (int i = 0; i < column.length; i++) mean += weights[i] / total * column[i];
        return mean;
    }
}

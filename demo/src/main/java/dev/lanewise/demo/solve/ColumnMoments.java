package dev.lanewise.demo.solve;

import java.util.Arrays;

import dev.lanewise.linalg.Blas;
import dev.lanewise.linalg.Matrix;

/// Weighted mean and standard deviation of a column whose elements come a few at a time.
///
/// **Method**: those of each part, merged: T. Chan, G. Golub and R. LeVeque, *Updating formulae and a pairwise
/// algorithm for computing sample variances*, COMPSTAT 1982. Lengths and not their squares, so that nothing over- or
/// underflows on the way.
final class ColumnMoments {
    private final boolean centred;
    private double total;
    private double mean;
    /// √Σw(v − mean)².
    private double length;

    /// @param centred whether deviations are from the mean, or from 0
    ColumnMoments(boolean centred) {
        this.centred = centred;
    }

    /// Adds at least one element.
    ///
    /// @param rows where the weights are
    void add(double[] column, Observations rows) {
        double sum = 0.0;
        for (int i = 0; i < column.length; i++) sum += rows.weight(i);
        double partMean = centred ? mean(column, rows, sum) : 0.0;
        double[] deviations = new double[column.length];
        for (int i = 0; i < column.length; i++) deviations[i] = Math.sqrt(rows.weight(i)) * (column[i] - partMean);
        double both = total + sum;
        double between = (partMean - mean) * Math.sqrt(total) * Math.sqrt(sum / both);
        length = Blas.nrm2(new double[] {length, Blas.nrm2(deviations), between});
        // A constant stays its own mean, bit by bit.
        mean = total == 0.0 ? partMean : mean + (partMean - mean) * (sum / both);
        total = both;
    }

    /// A constant is its own mean, whatever rounding makes of its sum.
    private static double mean(double[] column, Observations rows, double sum) {
        if (Arrays.stream(column).allMatch(v -> v == column[0])) return column[0];
        double mean = 0.0;
        for (int i = 0; i < column.length; i++) mean += rows.weight(i) / sum * column[i];
        return mean;
    }

    /// The mean; 0 where it is not taken away.
    double centre() {
        return mean;
    }

    /// Σw.
    double weight() {
        return total;
    }

    /// √Σw(v − centre)².
    double length() {
        return length;
    }

    /// The standard deviation, or 1 where that is 0.
    double scale() {
        return length > 0.0 ? length / Math.sqrt(total) : 1.0;
    }

    /// An ulp of the centre, in scales; 0 of a constant, which is its own centre.
    double lost() {
        return length > 0.0 ? Math.ulp(mean) / scale() : 0.0;
    }

    /// (v − centre)/scale.
    double standardised(double v) {
        return (v - mean) / scale();
    }

    /// Standardises column by column.
    static Matrix standardised(ColumnMoments[] columns, Matrix x) {
        Matrix z = Matrix.zeros(x.rows(), x.cols());
        for (int j = 0; j < columns.length; j++) {
            double centre = columns[j].mean;
            double scale = columns[j].scale();
            for (int i = 0; i < x.rows(); i++) z.set(i, j, (x.get(i, j) - centre) / scale);
        }
        return z;
    }
}

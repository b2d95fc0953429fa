package dev.lanewise.demo.lesson;

import dev.lanewise.linalg.Matrix;

/// The two neurons whose outputs are nearest to each other.
///
/// @param first index of one, from 0
/// @param second index of the other, larger
/// @param apart the largest difference of their outputs over the samples
record Twins(int first, int second, double apart) {
    /// Those of a layer.
    ///
    /// @param outputs a column for each neuron, two or more; a row for each sample
    static Twins of(Matrix outputs) {
        Twins nearest = new Twins(0, 1, Double.POSITIVE_INFINITY);
        for (int i = 0; i < outputs.cols(); i++) {
            double[] one = outputs.column(i);
            for (int j = i + 1; j < outputs.cols(); j++) {
                double apart = Differences.largest(one, outputs.column(j));
                if (apart < nearest.apart) nearest = new Twins(i, j, apart);
            }
        }
        return nearest;
    }
}

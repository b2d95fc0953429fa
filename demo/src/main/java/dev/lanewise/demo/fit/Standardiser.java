package dev.lanewise.demo.fit;

import java.util.Arrays;

import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.nn.Scaling;

/// Learns the scaling that brings every input to mean 0 and standard deviation 1 over the training rows; an input that
/// is constant there becomes 0 there.
final class Standardiser {
    private Standardiser() {}

    /// The scaling of the inputs of some samples.
    ///
    /// @throws InputException if an input's range is beyond the largest double
    static Scaling of(Dataset train) {
        double[] mean = new double[train.inputs()];
        double[] scale = new double[train.inputs()];
        for (int j = 0; j < mean.length; j++) {
            double[] column = train.x().column(j);
            if (Double.isInfinite(range(column))) {
                throw new InputException("the numbers of %s are too far apart: their range is beyond the largest double"
                        .formatted(train.inputNames().get(j)));
            }
            Moments moments = Moments.of(column);
            mean[j] = Math.scalb(moments.mean(), moments.exponent());
            scale[j] = scale(moments);
        }
        return new Scaling(mean, scale);
    }

    private static double range(double[] column) {
        return Arrays.stream(column).max().orElse(0) - Arrays.stream(column).min().orElse(0);
    }

    /// The deviation; of equal numbers their order of magnitude, and of zeros 1.
    private static double scale(Moments moments) {
        if (moments.deviation() == 0.0) return moments.mean() == 0.0 ? 1.0 : Math.scalb(1.0, moments.exponent());
        // Half of the smallest double would become 0, by which nothing can be divided.
        return Math.max(Math.scalb(moments.deviation(), moments.exponent()), Double.MIN_VALUE);
    }
}

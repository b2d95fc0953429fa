package dev.lanewise.demo.lesson;

import java.util.Arrays;
import java.util.stream.LongStream;

import dev.lanewise.linalg.RankRule;
import dev.lanewise.nn.Activation;

/// How much of a sweep is luck: the errors of several seeds, width by width; entry n − 1 is that of n neurons.
///
/// @param seeds how many seeds, 0, 1, …
/// @param least the smallest error of any seed
/// @param median the middle one
/// @param greatest the largest
record SeedBand(int seeds, double[] least, double[] median, double[] greatest) {
    static SeedBand run(Activation activation, int seeds, int widest) {
        double[][] errors = LongStream.range(0, seeds).parallel().mapToObj(seed -> NeuronSweep.run(activation,
                NeuronSweep.Draw.REDRAWN, seed, widest, RankRule.numpy()).rmse()).toArray(double[][]::new);
        double[] least = new double[widest];
        double[] median = new double[widest];
        double[] greatest = new double[widest];
        for (int n = 0; n < widest; n++) {
            int width = n;
            double[] sorted = Arrays.stream(errors).mapToDouble(e -> e[width]).sorted().toArray();
            least[n] = sorted[0];
            median[n] = (sorted[(seeds - 1) / 2] + sorted[seeds / 2]) / 2;
            greatest[n] = sorted[seeds - 1];
        }
        return new SeedBand(seeds, least, median, greatest);
    }
}

package dev.lanewise.demo.lesson;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import dev.lanewise.linalg.RankRule;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.RandomLayer;
import dev.lanewise.random.NumpyRandom;

/// How much of a sweep is luck: the errors of several seeds at some numbers of neurons, redrawn for each.
///
/// @param seeds how many seeds: 0, 1, …
/// @param widths the numbers of neurons, ascending
/// @param least the smallest error of any seed at each width
/// @param median the middle one
/// @param greatest the largest
record SeedBand(int seeds, int[] widths, double[] least, double[] median, double[] greatest) {
    /// Every width up to 25, where the error falls, and then every fifth.
    static int[] widthsUpTo(int widest) {
        return IntStream.rangeClosed(1, widest).filter(n -> n <= 25 || n % 5 == 0).toArray();
    }

    static SeedBand run(Activation activation, int seeds, int[] widths) {
        double[][] errors = LongStream.range(0, seeds).parallel().mapToObj(seed -> errors(activation, seed, widths))
                .toArray(double[][]::new);
        double[] least = new double[widths.length];
        double[] median = new double[widths.length];
        double[] greatest = new double[widths.length];
        for (int i = 0; i < widths.length; i++) {
            int width = i;
            double[] sorted = Arrays.stream(errors).mapToDouble(e -> e[width]).sorted().toArray();
            least[i] = sorted[0];
            median[i] = (sorted[(seeds - 1) / 2] + sorted[seeds / 2]) / 2;
            greatest[i] = sorted[seeds - 1];
        }
        return new SeedBand(seeds, widths, least, median, greatest);
    }

    private static double[] errors(Activation activation, long seed, int[] widths) {
        Samples samples = Samples.ofTheLesson();
        return Arrays.stream(widths).mapToDouble(n -> NeuronSweep.fit(RandomLayer.uniform(new NumpyRandom(seed), n,
                activation), samples, RankRule.numpy()).rmse()).toArray();
    }

    /// The largest error at a width as a multiple of the smallest.
    double spread(int neurons) {
        int i = Arrays.binarySearch(widths, neurons);
        return greatest[i] / least[i];
    }
}

package dev.lanewise.demo.lesson;

import java.util.Arrays;

import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.RankRule;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.Dense;
import dev.lanewise.nn.Network;
import dev.lanewise.random.NumpyRandom;

/// The k-fold tent on [0, 1], t(x) = 2x up to ½ and 2(1 − x) beyond: a sawtooth of 2ᵏ straight pieces.
///
/// A fold is t(x) = 2·relu(x) − 4·relu(x − ½), and it is exact at every double x in [0, 1]: up to ½ the second neuron
/// is 0, because a difference ≤ 0 stays ≤ 0 when it is rounded, and doubling is exact. Beyond ½, x is a multiple of
/// 2⁻⁵³, so x − ½ ≤ ½ is a double, and 2x, 2x − ½, 2 − 2x and 3/2 − 2x, all that the next layer meets on its way, are
/// multiples of 2⁻⁵² of magnitude at most 2: no FMA of the chain rounds.
///
/// @param folds k
/// @param stacked k layers of two ReLUs and a linear output: the sawtooth itself
/// @param sideBySide one layer of the same 2k neurons with random kinks, its output fitted to the sawtooth
record Sawtooth(int folds, Network stacked, FittedNetwork sideBySide) {
    static Sawtooth of(int folds, long seed) {
        Network stacked = stack(folds);
        double[] x = Samples.linspace(0, 1, (16 << folds) + 1);
        double[] y = stacked.predict(Matrix.of(x.length, 1, x)).array();
        return new Sawtooth(folds, stacked, FittedNetwork.of(RandomKinks.hidden(2 * folds, 1, seed),
                new Samples(x, y), true, RankRule.scaled()));
    }

    /// The k-fold tent as a network.
    static Network stack(int folds) {
        double[] bias = {0, -0.5};
        Network.Builder network = Network.input(1).dense(Matrix.of(2, 1, 1, 1), bias, Activation.RELU);
        for (int i = 1; i < folds; i++) network.dense(Matrix.of(2, 2, 2, -4, 2, -4), bias, Activation.RELU);
        return network.dense(Matrix.of(1, 2, 2, -4), new double[1], Activation.IDENTITY).build();
    }

    /// The RMSE of the constant that is closest to the sawtooth, its mean.
    double deviation() {
        double[] y = sideBySide.samples().y();
        double mean = Arrays.stream(y).average().orElseThrow();
        return Math.sqrt(Arrays.stream(y).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
    }

    /// 2ᵏ, the number of straight pieces of the k-fold tent.
    static long pieces(int folds) {
        return 1L << folds;
    }

    /// Weights and biases of the stacked network; one layer of 2k neurons has as many.
    int parameters() {
        int count = 0;
        for (Dense layer : stacked.layers()) count += layer.outputs() * (layer.inputs() + 1);
        return count;
    }

    /// The fewest neurons that one hidden layer needs: n of them bend the line n times, so make n + 1 pieces at most.
    static long neuronsInOneLayer(int folds) {
        return pieces(folds) - 1;
    }

    /// How many straight pieces the stacked network really has: its slopes on a grid that meets every kink.
    int countedPieces() {
        double[] y = sideBySide.samples().y();
        int pieces = 1;
        for (int i = 2; i < y.length; i++) {
            if (y[i] - y[i - 1] != y[i - 1] - y[i - 2]) pieces++;
        }
        return pieces;
    }

    /// At how many of some doubles in [0, 1] the stacked network is not exactly the k-fold tent.
    static int misses(int folds, double[] x) {
        double[] y = stack(folds).predict(Matrix.of(x.length, 1, x)).array();
        int misses = 0;
        for (int i = 0; i < x.length; i++) {
            if (!ExactTent.holds(folds, x[i], y[i])) misses++;
        }
        return misses;
    }

    /// Doubles of [0, 1] to try: half of them spread evenly, half with random bits, so of every magnitude.
    static double[] trials(int count, long seed) {
        NumpyRandom random = new NumpyRandom(seed);
        double[] x = random.rand(count);
        long one = Double.doubleToLongBits(1.0);
        for (int i = 0; i < count / 2; i++) x[i] = Double.longBitsToDouble((long) (x[i] * (one + 1)));
        return x;
    }
}

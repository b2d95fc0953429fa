package dev.lanewise.demo.lesson;

import java.util.Arrays;
import java.util.stream.IntStream;

import dev.lanewise.linalg.Blas;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.RankRule;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.Dense;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.RandomLayer;
import dev.lanewise.random.NumpyRandom;

/// The lesson's shallow fit for every number of neurons from 1 to some largest; entry n − 1 is that of n neurons.
///
/// @param activation of the neurons
/// @param draw how the neurons of one width are related to those of the next
/// @param rmse the error of the fit
/// @param rank the numerical rank of the neurons' outputs
/// @param condition σ₁/σₙ of them
/// @param coefficientNorm ‖c‖₂ of the output weights
/// @param bent how many of the widest layer's neurons change the sign of wx + b between the first and last sample
record NeuronSweep(Activation activation, Draw draw, double[] rmse, int[] rank, double[] condition,
        double[] coefficientNorm, int bent) {
    /// How a sweep comes by its neurons.
    enum Draw {
        /// Each width starts the generator anew, as the lesson does: n weights, then n biases, all different from the
        /// neurons of n − 1.
        REDRAWN,
        /// One draw for the widest layer; width n takes its first n neurons, so each layer contains the one before.
        NESTED
    }

    static NeuronSweep run(Activation activation, Draw draw, long seed, int widest, RankRule rule) {
        Samples samples = Samples.ofTheLesson();
        Dense all = RandomLayer.uniform(new NumpyRandom(seed), widest, activation);
        double[] rmse = new double[widest];
        int[] rank = new int[widest];
        double[] condition = new double[widest];
        double[] coefficientNorm = new double[widest];
        for (int n = 1; n <= widest; n++) {
            FittedNetwork fitted = fit(draw == Draw.NESTED
                    ? first(all, n)
                    : RandomLayer.uniform(new NumpyRandom(seed), n, activation), samples, rule);
            rmse[n - 1] = fitted.rmse();
            rank[n - 1] = fitted.fit().rank();
            condition[n - 1] = fitted.condition();
            coefficientNorm[n - 1] = Blas.nrm2(fitted.coefficients());
        }
        return new NeuronSweep(activation, draw, rmse, rank, condition, coefficientNorm, bent(all, samples.x()));
    }

    /// One width: a readout without bias on one hidden layer.
    static FittedNetwork fit(Dense hidden, Samples samples, RankRule rule) {
        return FittedNetwork.of(Network.input(1).dense(hidden).build(), samples, false, rule);
    }

    /// The layer of the first n neurons.
    private static Dense first(Dense layer, int n) {
        return new Dense(Matrix.of(n, 1, Arrays.copyOf(layer.weights().array(), n)), Arrays.copyOf(layer.bias(), n),
                layer.activation());
    }

    private static int bent(Dense layer, double[] x) {
        double[] w = layer.weights().array();
        double[] b = layer.bias();
        double first = x[0], last = x[x.length - 1];
        return (int) IntStream.range(0, w.length)
                .filter(j -> (w[j] * first + b[j] > 0) != (w[j] * last + b[j] > 0)).count();
    }

    /// The largest number of neurons.
    int widest() {
        return rmse.length;
    }

    /// The largest n up to which every width has full numerical rank.
    int fullRankUpTo() {
        int n = 0;
        while (n < widest() && rank[n] == n + 1) n++;
        return n;
    }

    /// The widths, up to `last`, at which the error is larger than with one neuron less.
    int[] risesUpTo(int last) {
        return IntStream.rangeClosed(2, last).filter(n -> rmse[n - 1] > rmse[n - 2]).toArray();
    }

    /// 1, 2, … as numbers for an axis.
    double[] widths() {
        return IntStream.rangeClosed(1, widest()).asDoubleStream().toArray();
    }
}

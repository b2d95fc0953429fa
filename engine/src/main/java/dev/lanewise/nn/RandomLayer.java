package dev.lanewise.nn;

import dev.lanewise.linalg.Matrix;
import dev.lanewise.random.NumpyRandom;

/// Hidden layers whose weights are drawn and then left alone: only the readout behind them is fitted ([Readout]).
///
/// Each method says in which order it draws, so that a seed stands for a layer, in NumPy as here.
public final class RandomLayer {
    /// √3: uniform numbers in [−√3, √3) have mean 0 and variance 1, as standardised inputs have.
    private static final double ROOT_3 = 0x1.bb67ae8584caap0;

    private RandomLayer() {}

    /// σ(wx + b) of one input, weights and biases uniform in [0, 1): the lesson's first layer,
    /// `weights = np.random.rand(n); biases = np.random.rand(n)`.
    ///
    /// @param random draws n weights, then n biases
    /// @param neurons n, at least 1
    /// @param activation σ
    /// @return a layer 1 → n
    /// @throws IllegalArgumentException if n < 1
    public static Dense uniform(NumpyRandom random, int neurons, Activation activation) {
        check(1, neurons);
        return new Dense(Matrix.wrap(neurons, 1, random.rand(neurons)), random.rand(neurons), activation);
    }

    /// σ(w ⊙ x + b), each neuron fed by the one neuron of its own number, weights and biases uniform in [0, 1): the
    /// lesson's further layers, `weights * neurons + biases` with ten numbers each. W is diagonal: n parallel chains.
    ///
    /// @param random draws n weights, then n biases
    /// @param neurons n, at least 1, of this layer and of the one before
    /// @param activation σ
    /// @return a layer n → n
    /// @throws IllegalArgumentException if n < 1
    public static Dense uniformElementwise(NumpyRandom random, int neurons, Activation activation) {
        check(neurons, neurons);
        Matrix weights = Matrix.zeros(neurons, neurons);
        double[] diagonal = random.rand(neurons);
        for (int i = 0; i < neurons; i++) weights.set(i, i, diagonal[i]);
        return new Dense(weights, random.rand(neurons), activation);
    }

    /// σ(Wx + b) with standard normal weights, for inputs of mean 0 and variance 1.
    ///
    /// The biases spread the neurons over the data: bⱼ = −wⱼ·cⱼ with a centre cⱼ uniform in [−√3, √3)ⁿ, which has the
    /// inputs' own mean and variance, so that each neuron turns somewhere among the samples.
    ///
    /// @param random draws, neuron by neuron, n weights by `randn`, then n coordinates of the centre by `rand`
    /// @param inputs n, at least 1
    /// @param neurons m, at least 1
    /// @param activation σ
    /// @return a layer n → m
    /// @throws IllegalArgumentException if a count is below 1
    public static Dense normal(NumpyRandom random, int inputs, int neurons, Activation activation) {
        check(inputs, neurons);
        Matrix weights = Matrix.zeros(neurons, inputs);
        double[] biases = new double[neurons];
        for (int j = 0; j < neurons; j++) {
            double[] w = random.randn(inputs);
            for (int i = 0; i < inputs; i++) {
                weights.set(j, i, w[i]);
                double centre = ROOT_3 * (2.0 * random.rand() - 1.0);
                biases[j] = Math.fma(-w[i], centre, biases[j]);
            }
        }
        return new Dense(weights, biases, activation);
    }

    private static void check(int inputs, int neurons) {
        if (inputs < 1 || neurons < 1) {
            throw new IllegalArgumentException("RandomLayer: %s and %s; it needs at least one of each".formatted(
                    Count.of(inputs, "input"), Count.of(neurons, "neuron")));
        }
    }
}

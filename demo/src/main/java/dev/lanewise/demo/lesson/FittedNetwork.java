package dev.lanewise.demo.lesson;

import dev.lanewise.linalg.Blas;
import dev.lanewise.linalg.Fit;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.RankRule;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.Dense;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Readout;

/// A network whose random hidden layers were left alone and whose linear output was fitted to samples.
///
/// All errors are those of what the network answers, y − f(x), rounding included, and not of what the solver promised.
///
/// @param samples what it was fitted to
/// @param network the hidden layers and the linear output layer
/// @param fit the solver's answer
/// @param values f(xᵢ), the network's answer at each sample
public record FittedNetwork(Samples samples, Network network, Fit fit, double[] values) {
    /// Fits an output layer.
    static FittedNetwork of(Network hidden, Samples samples, boolean bias, RankRule rule) {
        Readout readout = Readout.fit(hidden, samples.inputs(), samples.y(), bias, rule);
        double[] values = readout.network().predict(samples.inputs()).array();
        return new FittedNetwork(samples, readout.network(), readout.fit(), values);
    }

    /// The lesson's fit: tanh neurons drawn as [LessonNetwork] says, no bias at the output, rank by NumPy's rule.
    ///
    /// @param neurons how many in each layer
    /// @param layers how many hidden layers, 1 or more
    /// @param seed of `np.random.seed`
    /// @return the fitted network
    public static FittedNetwork asInTheLesson(int neurons, int layers, long seed) {
        Network hidden = LessonNetwork.hidden(neurons, layers, Activation.TANH, seed);
        return of(hidden, Samples.ofTheLesson(), false, RankRule.numpy());
    }

    /// Number of neurons in the last hidden layer, those that the output is made of.
    int neurons() {
        return network.layers().getLast().inputs();
    }

    /// Number of hidden layers.
    int layers() {
        return network.layers().size() - 1;
    }

    Dense layer(int index) {
        return network.layers().get(index);
    }

    /// The outputs of the first hidden layer: a row for each sample, a column for each neuron.
    Matrix firstOutputs() {
        return Network.input(1).dense(layer(0)).build().predict(samples.inputs());
    }

    /// yᵢ − f(xᵢ).
    double[] residuals() {
        double[] residuals = samples.y().clone();
        Blas.axpy(-1, values, residuals);
        return residuals;
    }

    /// ‖y − f(x)‖₂.
    ///
    /// @return ≥ 0
    public double residualNorm() {
        return Blas.nrm2(residuals());
    }

    /// ‖y − f(x)‖₂ / √m, the root of the mean square error.
    ///
    /// @return ≥ 0
    public double rmse() {
        return residualNorm() / Math.sqrt(values.length);
    }

    /// max |yᵢ − f(xᵢ)|.
    ///
    /// @return ≥ 0
    public double maxError() {
        return Differences.largest(samples.y(), values);
    }

    /// σ₁/σₙ of the hidden neurons' outputs over the samples, as given.
    ///
    /// @return ≥ 1; ∞ if a singular value is 0
    public double condition() {
        double[] sigma = fit.singularValues();
        return sigma[0] / sigma[sigma.length - 1];
    }

    /// The output weights.
    ///
    /// @return a new array, one for each neuron of the last hidden layer
    public double[] coefficients() {
        return fit.x();
    }
}

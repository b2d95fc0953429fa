package dev.lanewise.nn;

import dev.lanewise.linalg.Fit;
import dev.lanewise.linalg.LeastSquares;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.RankRule;

/// A linear output layer fitted by least squares to what a hidden network makes of its inputs.
///
/// With H the hidden outputs, a sample in each row, the weights minimise ‖HWᵀ + 1bᵀ − Y‖; without a bias the column
/// of ones is left out. Nothing is trained in the hidden layers: this is the whole of the fitting.
///
/// @param network the hidden layers followed by the fitted layer, with [Activation#IDENTITY]
/// @param fit the least-squares answer; its coefficients are the weights, input by input, and last the bias
public record Readout(Network network, Fit fit) {
    /// Fits an output layer for one output.
    ///
    /// @param hidden the hidden layers
    /// @param x a sample in each row, hidden.inputs() columns
    /// @param y the wanted output of each sample
    /// @param bias whether the layer has a bias; without one it is 0
    /// @param rule how rank is decided
    /// @return the network with its output layer, and the fit
    /// @throws IllegalArgumentException if a shape does not fit, an element of Y or of the hidden outputs is not finite,
    ///     or the rule asks for a rank that their shape cannot have
    /// @throws ArithmeticException if a weight is beyond the largest double, or the rule would divide by zero
    public static Readout fit(Network hidden, Matrix x, double[] y, boolean bias, RankRule rule) {
        return fit(hidden, x, Matrix.wrap(y.length, 1, y), bias, rule);
    }

    /// Fits an output layer for several outputs.
    ///
    /// @param hidden the hidden layers
    /// @param x a sample in each row, hidden.inputs() columns
    /// @param y the wanted outputs, a sample in each row
    /// @param bias whether the layer has biases; without them they are 0
    /// @param rule how rank is decided
    /// @return the network with its output layer, and the fit
    /// @throws IllegalArgumentException if a shape does not fit, an element of Y or of the hidden outputs is not finite,
    ///     or the rule asks for a rank that their shape cannot have
    /// @throws ArithmeticException if a weight is beyond the largest double, or the rule would divide by zero
    public static Readout fit(Network hidden, Matrix x, Matrix y, boolean bias, RankRule rule) {
        if (x.rows() != y.rows()) {
            throw new IllegalArgumentException("Readout: X has %s but Y has %d".formatted(Count.of(x.rows(), "row"),
                    y.rows()));
        }
        if (hidden.outputScaling().isPresent()) {
            throw new IllegalArgumentException("Readout: the hidden network scales its outputs");
        }
        Matrix design = hidden.predict(x);
        if (bias) design = withOnes(design);
        Fit fit = LeastSquares.of(design).rank(rule).solve(y);
        Matrix coefficients = fit.coefficients();
        int neurons = hidden.outputs();
        Matrix weights = Matrix.zeros(y.cols(), neurons);
        double[] biases = new double[y.cols()];
        for (int j = 0; j < y.cols(); j++) {
            for (int k = 0; k < neurons; k++) weights.set(j, k, coefficients.get(k, j));
            if (bias) biases[j] = coefficients.get(neurons, j);
        }
        Network.Builder network = Network.input(hidden.inputs());
        hidden.inputScaling().ifPresent(network::scaleInputs);
        hidden.layers().forEach(network::dense);
        return new Readout(network.dense(weights, biases, Activation.IDENTITY).build(), fit);
    }

    private static Matrix withOnes(Matrix h) {
        int columns = h.cols() + 1;
        Matrix design = Matrix.zeros(h.rows(), columns);
        double[] data = design.array();
        for (int i = 0; i < h.rows(); i++) {
            System.arraycopy(h.array(), i * h.cols(), data, i * columns, h.cols());
            data[i * columns + h.cols()] = 1.0;
        }
        return design;
    }
}

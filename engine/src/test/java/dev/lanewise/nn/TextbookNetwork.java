package dev.lanewise.nn;

import java.util.ArrayList;
import java.util.List;

import dev.lanewise.internal.kernel.Samples;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.math.ArrayMath;
import dev.lanewise.math.Softmax;

/// f(x) = σ(W₂σ(W₁x + b₁) + b₂) as the loop that [Network] documents, with [ArrayMath] for σ.
record TextbookNetwork(List<Layer> layers) {
    record Layer(Matrix weights, double[] bias, Activation activation) {
        double[] of(double[] x) {
            double[] y = bias.clone();
            for (int j = 0; j < y.length; j++) {
                for (int k = 0; k < x.length; k++) y[j] = Math.fma(x[k], weights.get(j, k), y[j]);
            }
            switch (activation.name()) {
                case "IDENTITY" -> {
                }
                case "RELU" -> ArrayMath.relu(y, y);
                case "TANH" -> ArrayMath.tanh(y, y);
                case "SIGMOID" -> ArrayMath.sigmoid(y, y);
                case "SOFTMAX" -> Softmax.softmax(y, y);
                case "LOG_SOFTMAX" -> Softmax.logSoftmax(y, y);
                default -> activation.apply(y.length, y, 0, y, 0);
            }
            return y;
        }
    }

    /// Layers between widths[0] inputs and the last width's outputs, with weights and biases in [−1, 1).
    static TextbookNetwork drawn(Samples samples, int[] widths, Activation... activations) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i < widths.length; i++) {
            Matrix weights = Matrix.wrap(widths[i], widths[i - 1], samples.uniform(widths[i] * widths[i - 1]));
            layers.add(new Layer(weights, samples.uniform(widths[i]), activations[(i - 1) % activations.length]));
        }
        return new TextbookNetwork(layers);
    }

    double[] of(double[] x) {
        double[] y = x;
        for (Layer layer : layers) y = layer.of(y);
        return y;
    }

    /// The same layers as a network.
    Network network() {
        Network.Builder builder = Network.input(layers.getFirst().weights().cols());
        for (Layer layer : layers) builder.dense(layer.weights(), layer.bias(), layer.activation());
        return builder.build();
    }
}

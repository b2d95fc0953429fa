package dev.lanewise.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.lanewise.linalg.Matrix;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.Network;

/// A network by its shape, such as `64-128-128-10`: tanh after each layer but the last, and weights and biases uniform
/// in ±1/√inputs, which is how PyTorch draws them.
final class Layers {
    /// One layer, Wx + b, and what follows it. Wᵀ is there too, for products with samples in rows.
    record Layer(Matrix w, Matrix wT, double[] b, boolean tanh) {}

    private final List<Layer> layers = new ArrayList<>();

    Layers(String shape, Samples samples) {
        int[] widths = Arrays.stream(shape.split("-")).mapToInt(Integer::parseInt).toArray();
        for (int i = 1; i < widths.length; i++) {
            int inputs = widths[i - 1];
            int outputs = widths[i];
            double scale = 1 / Math.sqrt(inputs);
            Matrix w = Matrix.wrap(outputs, inputs, samples.vector(outputs * inputs, scale));
            double[] b = samples.vector(outputs, scale);
            layers.add(new Layer(w, w.transpose(), b, i < widths.length - 1));
        }
    }

    List<Layer> list() {
        return layers;
    }

    int inputs() {
        return layers.getFirst().w.cols();
    }

    int outputs() {
        return layers.getLast().w.rows();
    }

    Network network() {
        Network.Builder builder = Network.input(inputs());
        for (Layer layer : layers) builder.dense(layer.w, layer.b, layer.tanh ? Activation.TANH : Activation.IDENTITY);
        return builder.build();
    }

    /// How far two computed results may be apart, for inputs in [−1, 1].
    ///
    /// A layer multiplies the error that comes in by at most ‖W‖∞ ≤ √inputs and adds its own: twice
    /// (inputs + 2)u(√inputs + 1) for the sums, of which Σ|wᵢxᵢ| + |b| ≤ √inputs + 1, and 4 ulp of 1 for tanh, which
    /// multiplies errors by at most 1.
    double tolerance() {
        double error = 0.0;
        for (Layer layer : layers) {
            double root = Math.sqrt(layer.w.cols());
            error = root * error + (2 * (layer.w.cols() + 2) * (root + 1) + 8) * 0x1p-53;
        }
        return error;
    }
}

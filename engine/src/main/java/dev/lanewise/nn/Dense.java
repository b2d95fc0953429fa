package dev.lanewise.nn;

import java.util.Arrays;
import java.util.Objects;

import dev.lanewise.internal.backend.Backend;
import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.PackedWeights;
import dev.lanewise.linalg.Matrix;

/// A fully connected layer, y = σ(Wx + b): ℝⁿ → ℝᵐ.
///
/// W is outputs × inputs, as in the formula. The weights are copied and packed for the kernels once, here. Immutable;
/// many threads may share it.
public final class Dense {
    final Matrix weights;
    final double[] bias;
    private final Activation activation;
    private final double[] packedWeights;
    private final double[] paddedBias;

    /// A layer from its parts.
    ///
    /// @param weights W, outputs × inputs, at least 1 × 1; copied
    /// @param bias b, outputs elements; copied
    /// @param activation σ
    /// @throws IllegalArgumentException if the shapes do not fit, or W does not fit one array once padded
    public Dense(Matrix weights, double[] bias, Activation activation) {
        Objects.requireNonNull(weights, "Dense: W is null");
        Objects.requireNonNull(bias, "Dense: b is null");
        if (weights.rows() == 0 || weights.cols() == 0) {
            throw new IllegalArgumentException(
                    "Dense: W is %d × %d, and a layer needs at least one output and one input".formatted(
                            weights.rows(), weights.cols()));
        }
        checkSize(weights.rows(), weights.cols());
        if (bias.length != weights.rows()) {
            throw new IllegalArgumentException("Dense: W is %d × %d but b has length %d".formatted(weights.rows(),
                    weights.cols(), bias.length));
        }
        this.weights = weights.copy();
        this.bias = bias.clone();
        this.activation = Objects.requireNonNull(activation, "Dense: the activation is null");
        this.packedWeights = PackedWeights.of(outputs(), inputs(), weights.array());
        this.paddedBias = Arrays.copyOf(bias, Kernels.padded(outputs()));
    }

    /// The packed weights, and a block of outputs in a workspace, must each fit one array.
    static void checkSize(int outputs, int inputs) {
        if (PackedWeights.BEFORE
                + (long) Kernels.padded(outputs) * Math.max(inputs, ForwardPass.BLOCK) > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("Dense: W is %d × %d, too large for one array of packed weights"
                    .formatted(outputs, inputs));
        }
    }

    /// The number of inputs, n.
    ///
    /// @return at least 1
    public int inputs() {
        return weights.cols();
    }

    /// The number of outputs, m.
    ///
    /// @return at least 1
    public int outputs() {
        return weights.rows();
    }

    /// W, as a copy.
    ///
    /// @return a new outputs × inputs matrix
    public Matrix weights() {
        return weights.copy();
    }

    /// b, as a copy.
    ///
    /// @return a new array of outputs elements
    public double[] bias() {
        return bias.clone();
    }

    /// σ.
    ///
    /// @return the activation
    public Activation activation() {
        return activation;
    }

    /// y ← σ(Wx + b) for each of some samples; rows of y are padded to a multiple of [Kernels#PAD], and what stands
    /// behind the outputs means nothing.
    void forward(int samples, double[] x, int xOff, int xStride, double[] y, int yStride) {
        Backend.kernels().layer(samples, inputs(), outputs(), packedWeights, paddedBias, x, xOff, xStride, y, 0,
                yStride);
        if (!activation.isElementwise()) {
            for (int s = 0; s < samples; s++) activation.apply(outputs(), y, s * yStride, y, s * yStride);
        } else if (activation != Activation.IDENTITY) {
            activation.apply(samples * yStride, y, 0, y, 0);
        }
    }

    /// The time of one sample on one thread, in nanoseconds, roughly: 20 multiplications or half an activation each.
    double nanos() {
        return weights.rows() * (weights.cols() / 20.0 + 2.0);
    }

    /// The layer in one line: shape and activation.
    @Override
    public String toString() {
        return "Dense " + inputs() + " → " + outputs() + " " + activation;
    }
}

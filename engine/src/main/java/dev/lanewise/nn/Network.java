package dev.lanewise.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.lanewise.concurrent.Workers;
import dev.lanewise.linalg.Matrix;

/// A feed-forward network, f(x) = σ(W₂σ(W₁x + b₁) + b₂) and deeper: ℝⁿ → ℝᵐ.
///
///     Network net = Network.input(1)
///             .dense(w1, b1, Activation.TANH)
///             .dense(w2, b2, Activation.IDENTITY)
///             .build();
///     double[] y = net.predict(x);
///
/// It may standardise its inputs and restore its outputs: [Scaling]. [ModelFile] saves and loads it.
///
/// **Reproducibility**: with x the output of the layer before, each output of a layer is `acc = b[j]; for k ascending:
/// acc = fma(x[k], w[j][k], acc)`, then the activation. A sample alone has the bits that it has in any batch.
///
/// Immutable; many threads may share a network, each with a [Workspace] of its own.
public final class Network {
    private final List<Dense> layers;
    private final ForwardPass pass;

    private Network(Builder builder) {
        this.layers = List.copyOf(builder.layers);
        this.pass = new ForwardPass(layers, builder.inputScaling, builder.outputScaling);
    }

    /// Begins a network of n inputs.
    ///
    /// @param inputs n, at least 1
    /// @return a builder without layers
    /// @throws IllegalArgumentException if n < 1
    public static Builder input(int inputs) {
        if (inputs < 1) throw new IllegalArgumentException("Network: " + inputs + " inputs; it needs at least one");
        return new Builder(inputs);
    }

    /// Collects the layers of a network, from the input on. Not for use by several threads at once.
    public static final class Builder {
        private final List<Dense> layers = new ArrayList<>();
        private final int inputs;
        private int width;
        private Scaling inputScaling;
        private Scaling outputScaling;

        private Builder(int inputs) {
            this.inputs = inputs;
            this.width = inputs;
        }

        int inputs() {
            return inputs;
        }

        /// Lets the network standardise its inputs before the first layer.
        ///
        /// @param scaling of as many coordinates as there are inputs
        /// @return this builder
        /// @throws IllegalArgumentException if it has another number of coordinates, or there are more inputs than a
        ///         [Workspace] can hold
        public Builder scaleInputs(Scaling scaling) {
            Objects.requireNonNull(scaling, "Network: the scaling is null");
            ForwardPass.check(scaling, inputs);
            inputScaling = scaling;
            return this;
        }

        /// Lets the network restore its outputs from standardised ones, behind the last layer.
        ///
        /// @param scaling of as many coordinates as there will be outputs
        /// @return this builder
        public Builder scaleOutputs(Scaling scaling) {
            outputScaling = Objects.requireNonNull(scaling, "Network: the scaling is null");
            return this;
        }

        /// Appends y = σ(Wx + b).
        ///
        /// @param weights W, outputs × inputs; copied
        /// @param bias b, outputs elements; copied
        /// @param activation σ
        /// @return this builder
        /// @throws IllegalArgumentException if the shapes do not fit each other or the layer before
        public Builder dense(Matrix weights, double[] bias, Activation activation) {
            return dense(new Dense(weights, bias, activation));
        }

        /// Appends a layer.
        ///
        /// @param layer its inputs are the outputs of the layer before
        /// @return this builder
        /// @throws IllegalArgumentException if they are not
        public Builder dense(Dense layer) {
            Objects.requireNonNull(layer, "Network: the layer is null");
            if (layer.inputs() != width) {
                throw new IllegalArgumentException("Network: layer %d takes %s but is given %d".formatted(layers.size()
                        + 1, Count.of(layer.inputs(), "input"), width));
            }
            layers.add(layer);
            width = layer.outputs();
            return this;
        }

        /// The network of the layers so far.
        ///
        /// @return a new network
        /// @throws IllegalStateException if there is no layer, or the scaling of the outputs does not fit the last
        public Network build() {
            if (layers.isEmpty()) throw new IllegalStateException("Network: it has no layer");
            if (outputScaling != null && outputScaling.length() != width) {
                throw new IllegalStateException("Network: it has %s but the scaling has %d".formatted(Count.of(width,
                        "output"), outputScaling.length()));
            }
            return new Network(this);
        }
    }

    /// The number of inputs, n.
    ///
    /// @return at least 1
    public int inputs() {
        return pass.inputs();
    }

    /// The number of outputs, m.
    ///
    /// @return at least 1
    public int outputs() {
        return pass.outputs();
    }

    /// The layers, from the input on.
    ///
    /// @return an unmodifiable list
    public List<Dense> layers() {
        return layers;
    }

    /// How the inputs are standardised before the first layer.
    ///
    /// @return the scaling, if there is one
    public Optional<Scaling> inputScaling() {
        return Optional.ofNullable(pass.inputScaling);
    }

    /// How the outputs are restored behind the last layer.
    ///
    /// @return the scaling, if there is one
    public Optional<Scaling> outputScaling() {
        return Optional.ofNullable(pass.outputScaling);
    }

    /// A workspace that fits this network.
    ///
    /// @return a new one
    public Workspace newWorkspace() {
        return pass.newWorkspace();
    }

    /// f(x) of one sample.
    ///
    /// @param x inputs() elements
    /// @return a new array of outputs() elements
    /// @throws IllegalArgumentException if x has another length
    public double[] predict(double[] x) {
        pass.check(x);
        double[] y = new double[outputs()];
        pass.block(1, x, 0, y, 0, pass.newWorkspace(1));
        return y;
    }

    /// f(x) of one sample in single precision: computed in double, each result rounded once.
    ///
    /// @param x inputs() elements
    /// @return a new array of outputs() elements
    /// @throws IllegalArgumentException if x has another length
    public float[] predict(float[] x) {
        return SinglePrecision.narrow(predict(SinglePrecision.wide(x)));
    }

    /// f of each of some samples in single precision: computed in double, each result rounded once.
    ///
    /// @param samples how many
    /// @param x the samples one behind the other, samples × inputs() elements
    /// @return a new array, the results one behind the other, samples × outputs() elements
    /// @throws IllegalArgumentException if x has another length, or the results do not fit one array
    public float[] predict(int samples, float[] x) {
        pass.check(samples, x);
        return SinglePrecision.narrow(predict(Matrix.wrap(samples, inputs(), SinglePrecision.wide(x))).array());
    }

    /// f of each sample of a stream, one by one as they come.
    ///
    /// @param samples each of inputs() elements; not modified
    /// @return a new array of outputs() elements for each; a sample of another length is an
    ///         [IllegalArgumentException] of the operation that asks the stream for it
    /// @throws NullPointerException if the stream is null
    public Stream<double[]> predict(Stream<double[]> samples) {
        return samples.map(this::predict);
    }

    /// f of each sample of a stream in single precision, one by one as they come. (Overloads of [#predict] cannot tell
    /// two streams apart.)
    ///
    /// @param samples each of inputs() elements; not modified
    /// @return a new array of outputs() elements for each, as [#predict(float\[\])] computes it; a sample of another length
    ///         is an [IllegalArgumentException] of the operation that asks the stream for it
    /// @throws NullPointerException if the stream is null
    public Stream<float[]> predictFloats(Stream<float[]> samples) {
        return samples.map(this::predict);
    }

    /// f of each row.
    ///
    /// @param x a sample in each row, inputs() columns
    /// @return a new matrix, a result in each row, outputs() columns
    /// @throws IllegalArgumentException if x has another number of columns
    public Matrix predict(Matrix x) {
        Matrix y = Matrix.zeros(x.rows(), outputs());
        forward(x, y, pass.newWorkspace(x.rows()));
        return y;
    }

    /// f of each row of X, samples shared out among workers: bit-equal to [#predict(Matrix)].
    ///
    /// @param x a sample in each row, inputs() columns
    /// @param workers who helps
    /// @return a result in each row, outputs() columns
    /// @throws IllegalArgumentException if x has another number of columns
    public Matrix predict(Matrix x, Workers workers) {
        Matrix y = Matrix.zeros(x.rows(), outputs());
        forward(x, y, workers);
        return y;
    }

    /// y ← f(x) of one sample, without allocating.
    ///
    /// @param x inputs() elements
    /// @param y outputs() elements, changed; may be x
    /// @param workspace from [#newWorkspace] of this network, changed
    /// @throws IllegalArgumentException if a length differs or the workspace is too small
    public void forward(double[] x, double[] y, Workspace workspace) {
        pass.check(x, y);
        pass.check(workspace);
        pass.block(1, x, 0, y, 0, workspace);
    }

    /// Y ← f of each row of X, without allocating.
    ///
    /// @param x a sample in each row, inputs() columns
    /// @param y a result in each row, outputs() columns, changed; may share its array with x only if it is x
    /// @param workspace from [#newWorkspace] of this network, changed
    /// @throws IllegalArgumentException if a shape differs or the workspace is too small
    public void forward(Matrix x, Matrix y, Workspace workspace) {
        pass.check(x, y);
        pass.check(workspace);
        pass.rows(x, 0, x.rows(), y, workspace);
    }

    /// Y ← f of each row of X, samples shared out among workers: bit-equal to [#forward(Matrix, Matrix, Workspace)].
    ///
    /// @param x a sample in each row, inputs() columns
    /// @param y a result in each row, outputs() columns, changed; may share its array with x only if it is x
    /// @param workers who helps, each with a workspace of its own, allocated here
    /// @throws IllegalArgumentException if a shape differs
    public void forward(Matrix x, Matrix y, Workers workers) {
        pass.check(x, y);
        pass.rows(x, y, workers);
    }

    /// Layers, shapes, activations, parameters and memory, a line each.
    ///
    /// @return several lines, each with a newline at its end
    public String describe() {
        return NetworkDescription.of(this);
    }

    /// Neurons, weights and [#describe], drawn; of many neurons or layers the first ones and the last.
    ///
    /// @return an SVG document that needs nothing else, to be encoded in UTF-8; it may also stand inside a page
    public String diagram() {
        return NetworkDiagram.of(this);
    }

    /// The shape of the network, such as `1 → 10 TANH → 1 IDENTITY`.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(inputs());
        for (Dense layer : layers) text.append(" → ").append(layer.outputs()).append(' ').append(layer.activation());
        return text.toString();
    }
}

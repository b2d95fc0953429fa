package dev.lanewise.nn;

import java.util.ArrayList;
import java.util.List;

import dev.lanewise.concurrent.Workers;
import dev.lanewise.internal.kernel.Cut;
import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.linalg.Matrix;

/// A feed-forward network, f(x) = σ(W₂σ(W₁x + b₁) + b₂) and deeper: ℝⁿ → ℝᵐ.
///
///     Network net = Network.input(1)
///             .dense(w1, b1, Activation.TANH)
///             .dense(w2, b2, Activation.IDENTITY)
///             .build();
///     double[] y = net.predict(x);
///
/// **Reproducibility**: with x the output of the layer before, each output of a layer is `acc = b[j]; for k ascending:
/// acc = fma(x[k], w[j][k], acc)`, then the activation. A sample alone has the bits that it has in any batch.
///
/// Immutable; many threads may share a network, each with a [Workspace] of its own.
public final class Network {
    /// Samples that go through the layers together, so that a batch needs no more memory than this many.
    static final int BLOCK = 32;
    /// Samples that the kernels take together.
    private static final int TOGETHER = 8;

    private final List<Dense> layers;
    /// The layers again: in a network of some dozen weights the calls of a list are a large part of the time.
    private final Dense[] chain;
    private final int width;

    private Network(List<Dense> layers) {
        this.layers = List.copyOf(layers);
        this.chain = layers.toArray(new Dense[0]);
        this.width = layers.stream().mapToInt(layer -> Kernels.padded(layer.outputs())).max().orElseThrow();
    }

    /// Begins a network of n inputs.
    ///
    /// @param inputs n, at least 1
    /// @return a builder without layers
    /// @throws IllegalArgumentException if n < 1
    public static Builder input(int inputs) {
        if (inputs < 1) {
            throw new IllegalArgumentException("Network: %d inputs; it needs at least one".formatted(inputs));
        }
        return new Builder(inputs);
    }

    /// Collects the layers of a network, from the input on. Not for use by several threads at once.
    public static final class Builder {
        private final List<Dense> layers = new ArrayList<>();
        private int width;

        private Builder(int inputs) {
            this.width = inputs;
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
            if (layer.inputs() != width) {
                throw new IllegalArgumentException("Network: layer %d takes %d inputs but %d come to it"
                        .formatted(layers.size() + 1, layer.inputs(), width));
            }
            layers.add(layer);
            width = layer.outputs();
            return this;
        }

        /// The network of the layers so far.
        ///
        /// @return a new network
        /// @throws IllegalStateException if there is no layer
        public Network build() {
            if (layers.isEmpty()) throw new IllegalStateException("Network: it has no layer");
            return new Network(layers);
        }
    }

    /// The number of inputs, n.
    ///
    /// @return at least 1
    public int inputs() {
        return chain[0].inputs();
    }

    /// The number of outputs, m.
    ///
    /// @return at least 1
    public int outputs() {
        return chain[chain.length - 1].outputs();
    }

    /// The layers, from the input on.
    ///
    /// @return an unmodifiable list
    public List<Dense> layers() {
        return layers;
    }

    /// A workspace that fits this network.
    ///
    /// @return a new one
    public Workspace newWorkspace() {
        return new Workspace(width);
    }

    /// f(x) of one sample.
    ///
    /// @param x inputs() elements
    /// @return a new array of outputs() elements
    /// @throws IllegalArgumentException if x has another length
    public double[] predict(double[] x) {
        double[] y = new double[outputs()];
        forward(x, y, newWorkspace());
        return y;
    }

    /// f of each row.
    ///
    /// @param x a sample in each row, inputs() columns
    /// @return a new matrix, a result in each row, outputs() columns
    /// @throws IllegalArgumentException if x has another number of columns
    public Matrix predict(Matrix x) {
        Matrix y = Matrix.zeros(x.rows(), outputs());
        forward(x, y, newWorkspace());
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
        if (x.length != inputs() || y.length != outputs()) {
            throw new IllegalArgumentException("forward: the network is %d → %d but x has length %d and y %d".formatted(
                    inputs(), outputs(), x.length, y.length));
        }
        check(workspace);
        block(1, x, 0, y, 0, workspace);
    }

    /// Y ← f of each row of X, without allocating.
    ///
    /// @param x a sample in each row, inputs() columns
    /// @param y a result in each row, outputs() columns, changed; may share its array with x only if it is x
    /// @param workspace from [#newWorkspace] of this network, changed
    /// @throws IllegalArgumentException if a shape differs or the workspace is too small
    public void forward(Matrix x, Matrix y, Workspace workspace) {
        check(x, y);
        check(workspace);
        blocks(x, 0, x.rows(), y, workspace);
    }

    /// Y ← f of each row of X, samples shared out among workers: bit-equal to [#forward(Matrix, Matrix, Workspace)].
    ///
    /// @param x a sample in each row, inputs() columns
    /// @param y a result in each row, outputs() columns, changed; may share its array with x only if it is x
    /// @param workers who helps, each with a workspace of its own, allocated here
    /// @throws IllegalArgumentException if a shape differs
    public void forward(Matrix x, Matrix y, Workers workers) {
        check(x, y);
        double nanos = x.rows() * layers.stream().mapToDouble(Dense::nanos).sum();
        Cut samples = Cut.evenly(x.rows(), TOGETHER, workers.threads(nanos));
        workers.run(samples.parts(), nanos, p -> blocks(x, samples.from(p), samples.from(p + 1), y, newWorkspace()));
    }

    private void blocks(Matrix x, int from, int to, Matrix y, Workspace workspace) {
        for (int i = from; i < to; i += BLOCK) {
            block(Math.min(BLOCK, to - i), x.array(), i * x.cols(), y.array(), i * y.cols(), workspace);
        }
    }

    /// A block of samples through all layers, from one half of the workspace to the other.
    private void block(int samples, double[] x, int xOff, double[] y, int yOff, Workspace workspace) {
        double[] from = x;
        int fromOff = xOff;
        int fromStride = inputs();
        double[] to = workspace.front;
        double[] spare = workspace.back;
        for (Dense layer : chain) {
            int stride = Kernels.padded(layer.outputs());
            layer.forward(samples, from, fromOff, fromStride, to, stride);
            from = to;
            fromOff = 0;
            fromStride = stride;
            to = spare;
            spare = from;
        }
        for (int s = 0; s < samples; s++) System.arraycopy(from, s * fromStride, y, yOff + s * outputs(), outputs());
    }

    private void check(Matrix x, Matrix y) {
        if (x.cols() != inputs() || y.cols() != outputs() || x.rows() != y.rows()) {
            throw new IllegalArgumentException("forward: the network is %d → %d but X is %d × %d and Y is %d × %d"
                    .formatted(inputs(), outputs(), x.rows(), x.cols(), y.rows(), y.cols()));
        }
        if (x.array() == y.array() && x.cols() != y.cols()) {
            throw new IllegalArgumentException("forward: Y shares its array with X, and their rows differ in length");
        }
    }

    private void check(Workspace workspace) {
        if (workspace.width >= width) return;
        for (int i = 0; i < layers.size(); i++) {
            if (workspace.width < layers.get(i).outputs()) {
                throw new IllegalArgumentException(
                        "forward: the workspace is of another network, too narrow for layer %d".formatted(i + 1));
            }
        }
    }

    /// The shape of the network, such as `1 → 10 TANH → 1 IDENTITY`.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(inputs());
        for (Dense layer : layers) text.append(" → ").append(layer.outputs()).append(' ').append(layer.activation());
        return text.toString();
    }
}

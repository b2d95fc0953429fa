package dev.lanewise.nn;

import java.util.List;

import dev.lanewise.concurrent.Workers;
import dev.lanewise.internal.kernel.Cut;
import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.linalg.Matrix;

/// How samples go through a network: a block of them at a time, from one half of the workspace to the other.
final class ForwardPass {
    /// Samples that go through the layers together, so that a batch needs no more memory than this many.
    static final int BLOCK = 32;
    /// Samples that the kernels take together.
    private static final int TOGETHER = 8;
    /// More would not fit one half of a workspace.
    static final int MOST_SCALED_INPUTS = (Integer.MAX_VALUE - 8) / BLOCK / Kernels.PAD * Kernels.PAD;

    /// An array: in a network of some dozen weights the calls of a list are a large part of the time.
    private final Dense[] layers;
    final Scaling inputScaling;
    final Scaling outputScaling;
    private final int width;

    ForwardPass(List<Dense> layers, Scaling inputScaling, Scaling outputScaling) {
        this.layers = layers.toArray(new Dense[0]);
        this.inputScaling = inputScaling;
        this.outputScaling = outputScaling;
        // Whole panels, so that a workspace with room for some outputs has room for their padding.
        int widest = inputScaling == null ? 0 : Kernels.padded(inputs());
        for (Dense layer : layers) widest = Math.max(widest, Kernels.padded(layer.outputs()));
        this.width = widest;
    }

    int inputs() {
        return layers[0].inputs();
    }

    int outputs() {
        return layers[layers.length - 1].outputs();
    }

    /// The time of one sample on one thread, in nanoseconds, roughly.
    private double nanos() {
        double nanos = 0.0;
        for (Dense layer : layers) nanos += layer.nanos();
        return nanos;
    }

    Workspace newWorkspace() {
        return newWorkspace(BLOCK);
    }

    /// A workspace for as many samples, or for a block of them if that is less.
    Workspace newWorkspace(int samples) {
        return new Workspace(Math.min(samples, BLOCK), width);
    }

    /// Fails unless the scaling is of as many inputs, and a block of them fits a workspace.
    static void check(Scaling scaling, int inputs) {
        if (inputs > MOST_SCALED_INPUTS) {
            throw new IllegalArgumentException("Network: %d inputs are too many to scale; %d fit a workspace"
                    .formatted(inputs, MOST_SCALED_INPUTS));
        }
        if (scaling.length() != inputs) {
            throw new IllegalArgumentException(
                    "Network: it has %s but the scaling has %d".formatted(Count.of(inputs, "input"),
                            scaling.length()));
        }
    }

    /// Fails unless x is one sample.
    void check(double[] x) {
        if (x.length != inputs()) {
            throw new IllegalArgumentException("predict: the network has %s but x has length %d".formatted(
                    Count.of(inputs(), "input"), x.length));
        }
    }

    /// Fails unless x is as many samples, one behind the other.
    void check(int samples, float[] x) {
        if (samples < 0 || x.length != (long) samples * inputs()) {
            throw new IllegalArgumentException("predict: %s of %s, but x has length %d".formatted(
                    Count.of(samples, "sample"), Count.of(inputs(), "input"), x.length));
        }
    }

    /// Fails unless x is one sample, and y has room for its result.
    void check(double[] x, double[] y) {
        if (x.length != inputs() || y.length != outputs()) {
            throw new IllegalArgumentException("forward: the network is %d → %d but x has length %d and y %d".formatted(
                    inputs(), outputs(), x.length, y.length));
        }
    }

    /// Fails unless X holds samples and Y has room for their results, beside them or in their place.
    void check(Matrix x, Matrix y) {
        if (x.cols() != inputs() || y.cols() != outputs() || x.rows() != y.rows()) {
            throw new IllegalArgumentException("forward: the network is %d → %d but X is %d × %d and Y is %d × %d"
                    .formatted(inputs(), outputs(), x.rows(), x.cols(), y.rows(), y.cols()));
        }
        if (x.array() == y.array() && x.cols() != y.cols()) {
            throw new IllegalArgumentException("forward: Y shares its array with X, and their rows differ in length");
        }
    }

    /// Fails unless every layer, and the inputs where they are scaled, fit the workspace.
    void check(Workspace workspace) {
        if (workspace.width >= width) return;
        for (int i = 0; i < layers.length; i++) {
            if (workspace.width < Kernels.padded(layers[i].outputs())) {
                throw new IllegalArgumentException(
                        "forward: the workspace is of another network, too narrow for layer %d".formatted(i + 1));
            }
        }
        throw new IllegalArgumentException("forward: the workspace is of another network, too narrow for the inputs");
    }

    /// Rows `from` to `to`, exclusive.
    void rows(Matrix x, int from, int to, Matrix y, Workspace workspace) {
        for (int i = from; i < to; i += BLOCK) {
            block(Math.min(BLOCK, to - i), x.array(), i * x.cols(), y.array(), i * y.cols(), workspace);
        }
    }

    /// All rows, shared out among workers with a workspace each.
    void rows(Matrix x, Matrix y, Workers workers) {
        double nanos = x.rows() * nanos();
        int threads = workers.threads(nanos);
        if (threads == 1) {
            rows(x, 0, x.rows(), y, newWorkspace());
            return;
        }
        Cut samples = Cut.evenly(x.rows(), TOGETHER, threads);
        workers.run(samples.parts(), nanos, p -> rows(x, samples.from(p), samples.from(p + 1), y, newWorkspace()));
    }

    void block(int samples, double[] x, int xOff, double[] y, int yOff, Workspace workspace) {
        double[] from = x;
        int fromOff = xOff;
        int fromStride = inputs();
        double[] to = workspace.front;
        double[] spare = workspace.back;
        if (inputScaling != null) {
            inputScaling.standardise(samples, x, xOff, spare, 0);
            from = spare;
            fromOff = 0;
        }
        for (Dense layer : layers) {
            int stride = Kernels.padded(layer.outputs());
            layer.forward(samples, from, fromOff, fromStride, to, stride);
            from = to;
            fromOff = 0;
            fromStride = stride;
            to = spare;
            spare = from;
        }
        for (int s = 0; s < samples; s++) System.arraycopy(from, s * fromStride, y, yOff + s * outputs(), outputs());
        if (outputScaling != null) outputScaling.restore(samples, y, yOff);
    }
}

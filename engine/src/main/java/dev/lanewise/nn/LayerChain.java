package dev.lanewise.nn;

import dev.lanewise.io.FormatException;
import dev.lanewise.linalg.Matrix;

/// Layers out of a file, appended one after the other, with the names that they have there.
final class LayerChain {
    private final NamedTensors tensors;
    private Network.Builder network;
    private Stored last;
    private int outputs;

    LayerChain(NamedTensors tensors) {
        this.tensors = tensors;
    }

    /// Appends a layer whose weights are outputs × inputs in the file.
    ///
    /// @param bias the name of its bias; without one of that name it is 0
    void outputsByInputs(String weights, String bias, Activation activation) throws FormatException {
        append(weights, tensors.matrix(weights), false, bias, activation);
    }

    /// Appends a layer whose weights are inputs × outputs in the file.
    void inputsByOutputs(String weights, String bias, Activation activation) throws FormatException {
        append(weights, tensors.matrix(weights).transpose(), true, bias, activation);
    }

    private void append(String name, Matrix w, boolean transposed, String bias, Activation activation)
            throws FormatException {
        Stored weights = transposed ? new Stored(name, w.cols(), w.rows()) : new Stored(name, w.rows(), w.cols());
        double[] b = tensors.has(bias) ? tensors.vector(bias, w.rows(), weights) : new double[w.rows()];
        if (network == null) network = Network.input(w.cols());
        if (last != null && outputs != w.cols()) {
            throw tensors.fault("%s takes %s but %s before it has %s", weights, Count.of(w.cols(), "input"), last,
                    Count.of(outputs, "output"));
        }
        try {
            network.dense(w, b, activation);
        } catch (IllegalArgumentException e) {
            throw tensors.fault("%s is too large: %s", weights, e.getMessage());
        }
        last = weights;
        outputs = w.rows();
    }

    /// Weights as they are in the file; as text only where a sentence needs it.
    private record Stored(String name, int rows, int cols) {
        @Override
        public String toString() {
            return "%s, %d × %d,".formatted(FormatException.quoted(name), rows, cols);
        }
    }

    /// Scales the inputs if the file has these two.
    void scaleInputs(String mean, String scale) throws FormatException {
        if (!tensors.has(mean) && !tensors.has(scale)) return;
        Scaling scaling = scaling(mean, scale, network.inputs());
        try {
            network.scaleInputs(scaling);
        } catch (IllegalArgumentException e) {
            throw tensors.fault("'%s' and '%s': %s", mean, scale, e.getMessage());
        }
    }

    /// Scales the outputs if the file has these two.
    void scaleOutputs(String mean, String scale) throws FormatException {
        if (tensors.has(mean) || tensors.has(scale)) network.scaleOutputs(scaling(mean, scale, outputs));
    }

    private Scaling scaling(String mean, String scale, int length) throws FormatException {
        String of = "the network";
        try {
            return new Scaling(tensors.vector(mean, length, of), tensors.vector(scale, length, of));
        } catch (IllegalArgumentException e) {
            throw tensors.fault("'%s' and '%s': %s", mean, scale, e.getMessage());
        }
    }

    /// The network, of everything that the file has.
    Network build() throws FormatException {
        tensors.end();
        return network.build();
    }
}

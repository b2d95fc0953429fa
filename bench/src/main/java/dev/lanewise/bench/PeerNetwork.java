package dev.lanewise.bench;

import dev.lanewise.linalg.Matrix;

/// A network around another library's matrix product, as one writes it: each layer XWᵀ, plus b, then `Math.tanh`.
abstract class PeerNetwork {
    private final Layers layers;
    private final Matrix[] outputs;

    PeerNetwork(Layers layers, int batch) {
        this.layers = layers;
        outputs = new Matrix[layers.list().size()];
        for (int i = 0; i < outputs.length; i++) outputs[i] = Matrix.zeros(batch, layers.list().get(i).w().rows());
    }

    /// Y ← XWᵀ for layer i.
    abstract void product(int i, Layers.Layer layer, Matrix x, Matrix y);

    /// The results for samples in rows, in memory that the next call uses again.
    final double[] forward(Matrix x) {
        Matrix from = x;
        for (int i = 0; i < outputs.length; i++) {
            Layers.Layer layer = layers.list().get(i);
            product(i, layer, from, outputs[i]);
            finish(layer, outputs[i]);
            from = outputs[i];
        }
        return from.array();
    }

    private static void finish(Layers.Layer layer, Matrix y) {
        double[] values = y.array();
        double[] b = layer.b();
        for (int at = 0; at < values.length; at += b.length) {
            for (int j = 0; j < b.length; j++) values[at + j] += b[j];
        }
        if (layer.tanh()) PlainLoops.tanh(values, values);
    }
}

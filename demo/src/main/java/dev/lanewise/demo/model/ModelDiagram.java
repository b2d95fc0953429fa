package dev.lanewise.demo.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.lanewise.demo.plot.Figure;
import dev.lanewise.demo.plot.NetworkDiagram;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.nn.Dense;
import dev.lanewise.nn.Network;

/// The picture of a network.
final class ModelDiagram {
    /// More layers make a picture that nobody can take in.
    private static final int MOST_LAYERS = 12;
    /// Every weight counts for the scale of thickness, and sorting more of them takes seconds.
    private static final long MOST_WEIGHTS = 1L << 22;

    private ModelDiagram() {}

    /// The figure, unless the network is too large for one.
    static Optional<Figure> of(Network network) {
        List<Dense> layers = network.layers();
        long weights = layers.stream().mapToLong(layer -> (long) layer.inputs() * layer.outputs()).sum();
        if (layers.size() > MOST_LAYERS || weights > MOST_WEIGHTS) return Optional.empty();
        NetworkDiagram diagram = NetworkDiagram.input(size("input", network.inputs(), ""), "x", network.inputs());
        for (int i = 0; i < layers.size(); i++) {
            Dense layer = layers.get(i);
            boolean isLast = i == layers.size() - 1;
            String activation = layer.activation().name().toLowerCase(Locale.ROOT);
            diagram = diagram.layer(size(isLast ? "output" : "layer " + (i + 1), layer.outputs(), activation), isLast
                    ? "y"
                    : "h", rows(layer), layer.bias());
        }
        return Optional.of(Figure.of(diagram).titled("The network " + network));
    }

    private static String size(String what, int neurons, String activation) {
        return what + " · " + neurons + (activation.isEmpty() ? "" : " " + activation);
    }

    private static double[][] rows(Dense layer) {
        Matrix weights = layer.weights();
        double[][] rows = new double[weights.rows()][];
        for (int j = 0; j < rows.length; j++) rows[j] = weights.row(j);
        return rows;
    }
}

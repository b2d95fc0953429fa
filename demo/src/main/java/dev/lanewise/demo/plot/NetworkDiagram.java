package dev.lanewise.demo.plot;

import java.util.ArrayList;
import java.util.List;

/// A network as neurons in columns, one a layer, and their connections. Immutable: every method gives a new diagram.
///
/// ```java
/// NetworkDiagram.input("input", "x", 1)
///         .layer("hidden layer · 10 tanh neurons", "h", w1, b1)
///         .layer("output", "ŷ", w2, null)
/// ```
///
/// A connection is coloured by the sign of its weight and as thick as its magnitude, on a scale of each layer's own
/// that is written below it. Weights and biases are printed where there is room. Layers of more than sixteen neurons
/// are shortened.
public final class NetworkDiagram extends Panel {
    private static final double COLUMN = 225;

    private final String title;
    private final List<Layer> layers;

    /// A column of neurons; `weights[j][i]` leads from neuron i of the column before to neuron j, and is no connection
    /// where it is zero or not finite. The input has neither weights nor biases.
    record Layer(String name, String symbol, int size, double[][] weights, double[] biases) {
        boolean connects(int from, int to) {
            return weights[to][from] != 0 && Double.isFinite(weights[to][from]);
        }

        /// The name of one neuron, as h₃, or the bare symbol where it is the only one.
        String neuron(int index) {
            return size == 1 ? symbol : symbol + Numerals.subscript(index + 1);
        }
    }

    private NetworkDiagram(String title, List<Layer> layers) {
        this.title = title;
        this.layers = List.copyOf(layers);
    }

    /// A diagram with only the inputs.
    ///
    /// @param name stands above the column
    /// @param symbol the name of its neurons, numbered where there are several
    /// @param size the number of inputs
    /// @return the diagram
    public static NetworkDiagram input(String name, String symbol, int size) {
        return new NetworkDiagram("", List.of(new Layer(name, symbol, size, null, null)));
    }

    /// Adds a layer.
    ///
    /// @param name stands above the column
    /// @param symbol the name of its neurons, numbered where there are several
    /// @param weights outputs × inputs; zero or NaN where there is no connection, so a diagonal matrix makes parallel
    ///        chains; copied
    /// @param biases one for each output, copied; null if the layer has none
    /// @return the larger diagram
    /// @throws IllegalArgumentException if the shapes do not fit
    public NetworkDiagram layer(String name, String symbol, double[][] weights, double[] biases) {
        int inputs = layers.getLast().size();
        double[][] copy = new double[weights.length][];
        for (int j = 0; j < weights.length; j++) {
            if (weights[j].length != inputs) {
                throw new IllegalArgumentException("layer \"" + name + "\": row " + j + " has " + weights[j].length
                        + " weights but the layer before has " + inputs + " neurons");
            }
            copy[j] = weights[j].clone();
        }
        if (biases != null && biases.length != weights.length) {
            throw new IllegalArgumentException("layer \"" + name + "\": " + weights.length + " neurons but "
                    + biases.length + " biases");
        }
        List<Layer> more = new ArrayList<>(layers);
        more.add(new Layer(name, symbol, weights.length, copy, biases == null ? null : biases.clone()));
        return new NetworkDiagram(title, more);
    }

    /// Adds a title above the diagram.
    ///
    /// @param other the title
    /// @return the diagram with it
    public NetworkDiagram titled(String other) {
        return new NetworkDiagram(other, layers);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String description() {
        List<String> columns = layers.stream().map(l -> l.name() + " (" + l.size() + ")").toList();
        return (title.isEmpty() ? "Network" : title) + ": " + String.join(", ", columns) + ".";
    }

    List<Layer> layers() {
        return layers;
    }

    @Override
    double comfortableWidth() {
        return Math.max(Chart.WIDTH, layers.size() * COLUMN);
    }

    @Override
    double heightAt(double width) {
        return new NetworkLayout(this, new Box(0, 0, width, 0)).height();
    }

    @Override
    double gutter(double width) {
        return 0;
    }

    @Override
    void draw(Xml xml, Box box, double gutter, String id) {
        new NetworkPainter(xml, this, new NetworkLayout(this, box)).draw();
    }
}

package dev.lanewise.demo.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/// Draws one network: connections first, the thin ones lowest, then neurons, then numbers.
final class NetworkPainter {
    /// More numbers than these beside the connections of one layer cannot be told apart.
    private static final int MOST_NUMBERS = 16;
    /// Where else along a connection its number may stand.
    private static final double[] SHARES = {0.5, 0.32, 0.68, 0.41, 0.59, 0.23, 0.77};

    private final Xml xml;
    private final NetworkDiagram diagram;
    private final NetworkLayout layout;

    private record Edge(int from, int to, double weight) {
        Colour colour() {
            return weight > 0 ? Colour.BLUE : Colour.VERMILION;
        }
    }

    NetworkPainter(Xml xml, NetworkDiagram diagram, NetworkLayout layout) {
        this.xml = xml;
        this.diagram = diagram;
        this.layout = layout;
    }

    void draw() {
        xml.open("g", "class", "network");
        double baseline = layout.box().top() + Lettering.TITLE;
        for (String line : layout.title) {
            middle(line, layout.box().left() + layout.box().width() / 2, baseline, Lettering.TITLE, "600");
            baseline += ChartLayout.TITLE_ROW;
        }
        for (int l = 1; l < diagram.layers().size(); l++) edges(l);
        for (int l = 0; l < diagram.layers().size(); l++) neurons(l);
        for (int l = 1; l < diagram.layers().size(); l++) numbers(l);
        key();
        xml.close();
    }

    private List<Edge> shown(int layer) {
        NetworkDiagram.Layer to = diagram.layers().get(layer);
        List<Edge> edges = new ArrayList<>();
        for (int j = 0; j < to.size(); j++) {
            for (int i = 0; i < diagram.layers().get(layer - 1).size(); i++) {
                if (to.connects(i, j) && layout.shows(layer - 1, i) && layout.shows(layer, j)) {
                    edges.add(new Edge(i, j, to.weights()[j][i]));
                }
            }
        }
        edges.sort(Comparator.comparingDouble(e -> Math.abs(e.weight())));
        return edges;
    }

    private void edges(int layer) {
        EdgeScale scale = EdgeScale.of(diagram.layers().get(layer));
        List<Edge> edges = shown(layer);
        for (Edge edge : edges) {
            xml.open("line", "class", "edge", "x1", layout.x(layer - 1), "y1", layout.y(layer - 1, edge.from()), "x2",
                    layout.x(layer), "y2", layout.y(layer, edge.to()), "stroke", edge.colour(), "stroke-width",
                    scale.thickness(edge.weight()), "stroke-opacity", edges.size() > MOST_NUMBERS ? 0.55 : 0.8);
            xml.element("title", diagram.layers().get(layer - 1).neuron(edge.from()) + " → "
                    + diagram.layers().get(layer).neuron(edge.to()) + ": " + Numerals.brief(edge.weight()));
            xml.close();
        }
        double between = (layout.x(layer - 1) + layout.x(layer)) / 2;
        if (edges.isEmpty()) return;
        middle(Lettering.fit(scale.range(), Lettering.NOTE, layout.column()), between, layout.bottom() + 14,
                Lettering.NOTE, "400");
        if (scale.isLogarithmic()) middle("(log scale)", between, layout.bottom() + 29, Lettering.NOTE, "400");
    }

    private void neurons(int l) {
        NetworkDiagram.Layer layer = diagram.layers().get(l);
        List<String> name = layout.name(l);
        for (int line = 0; line < name.size(); line++) {
            middle(name.get(line), layout.x(l), layout.nameBaseline(line, name.size()), Lettering.TICK, "600");
        }
        for (int i = 0; i < layer.size(); i++) {
            if (!layout.shows(l, i)) continue;
            double y = layout.y(l, i);
            xml.leaf("circle", "class", "neuron", "cx", layout.x(l), "cy", y, "r", NetworkLayout.RADIUS, "fill", "#fff",
                    "stroke", Colour.INK, "stroke-width", 1.5);
            String symbol = layer.neuron(i);
            double size = Math.min(Lettering.TICK, Lettering.TICK * 25 / Lettering.width(symbol, Lettering.TICK));
            middle(symbol, layout.x(l), y + size * 0.35, size, "400");
            if (layer.biases() != null) {
                Lettering.rimmed(xml, signed(layer.biases()[i]), layout.x(l), y + NetworkLayout.RADIUS + 12,
                        Lettering.NOTE, "middle", Colour.INK);
            }
        }
        if (layout.isShortened(l)) {
            Lettering.rimmed(xml, "… " + layout.leftOut(l) + " more", layout.x(l), layout.ellipsis(l) + 5,
                    Lettering.TICK, "middle", Colour.INK);
        }
    }

    /// Numbers stand where the connections are farthest apart, near the layer that has more neurons, or wherever on the
    /// connection there is room; where there is none, the number is left out.
    private void numbers(int layer) {
        List<Edge> edges = shown(layer);
        if (edges.size() > MOST_NUMBERS) return;
        int before = diagram.layers().get(layer - 1).size();
        int after = diagram.layers().get(layer).size();
        double best = before < after ? 0.68 : before > after ? 0.32 : 0.5;
        List<Box> taken = new ArrayList<>();
        for (Edge edge : edges.reversed()) {
            DoubleStream.concat(DoubleStream.of(best), Arrays.stream(SHARES))
                    .mapToObj(share -> numberBox(layer, edge, share))
                    .filter(box -> taken.stream().noneMatch(box::overlaps)).findFirst().ifPresent(box -> {
                        taken.add(box);
                        number(edge, box);
                    });
        }
    }

    private Box numberBox(int layer, Edge edge, double share) {
        double width = Lettering.width(Numerals.brief(edge.weight()), Lettering.NOTE) + 10;
        double y1 = layout.y(layer - 1, edge.from());
        double y2 = layout.y(layer, edge.to());
        double x = layout.x(layer - 1) + share * (layout.x(layer) - layout.x(layer - 1));
        return new Box(x - width / 2, y1 + share * (y2 - y1) - 8, width, 16);
    }

    private void number(Edge edge, Box box) {
        xml.leaf("rect", "x", box.left(), "y", box.top(), "width", box.width(), "height", box.height(), "rx", 4.0,
                "fill", "#fff");
        xml.element("text", Numerals.brief(edge.weight()), "x", box.left() + box.width() / 2, "y",
                box.top() + box.height() / 2 + Lettering.NOTE * 0.35, "font-size", Lettering.NOTE, "text-anchor",
                "middle", "fill", edge.colour());
    }

    private void key() {
        double x = layout.keyLeft();
        double y = layout.keyRow(0);
        sample(x, y, Colour.BLUE, "positive weight");
        sample(x + 155, y, Colour.VERMILION, "negative weight");
        boolean biases = diagram.layers().stream().anyMatch(l -> l.biases() != null);
        String rest = "thickness: |w|, scaled layer by layer" + (biases ? "; below a neuron: its bias" : "");
        xml.element("text", rest, "x", layout.isNarrow() ? x : x + 312, "y",
                layout.keyRow(layout.isNarrow() ? 1 : 0) + 4,
                "font-size", Lettering.NOTE);
    }

    private void sample(double x, double y, Colour colour, String meaning) {
        xml.leaf("line", "x1", x, "y1", y, "x2", x + 30, "y2", y, "stroke", colour, "stroke-width", 3.0);
        xml.element("text", meaning, "x", x + 38, "y", y + 4, "font-size", Lettering.NOTE);
    }

    private void middle(String text, double x, double y, double size, String weight) {
        xml.element("text", text, "x", x, "y", y, "font-size", size, "text-anchor", "middle", "font-weight", weight);
    }

    private static String signed(double bias) {
        return (bias > 0 ? "+" : "") + Numerals.brief(bias);
    }
}

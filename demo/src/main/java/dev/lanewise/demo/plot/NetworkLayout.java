package dev.lanewise.demo.plot;

import java.util.List;
import java.util.stream.IntStream;

/// Where the neurons of a network go.
final class NetworkLayout {
    static final double RADIUS = 15;
    static final int MOST = 16;
    private static final int SHOWN_FIRST = 9;
    private static final double PITCH = 46;
    private static final double NAME_ROW = Lettering.TICK * Lettering.LEADING;
    private static final double FOOT = 66;
    private static final double KEY_ROW = 20;
    private static final double KEY = 690;

    final List<String> title;
    private final List<NetworkDiagram.Layer> layers;
    private final Box box;
    private final double top;
    private final int rows;

    NetworkLayout(NetworkDiagram diagram, Box box) {
        this.layers = diagram.layers();
        this.box = box;
        this.title = Lettering.title(diagram.title(), Lettering.TITLE, box.width());
        int names = IntStream.range(0, layers.size()).map(l -> name(l).size()).max().orElse(1);
        this.top = box.top() + title.size() * ChartLayout.TITLE_ROW + names * NAME_ROW + 14;
        this.rows = Math.max(3, layers.stream().mapToInt(l -> slots(l.size())).max().orElse(1));
    }

    Box box() {
        return box;
    }

    double height() {
        return bottom() + FOOT + (isNarrow() ? KEY_ROW : 0) - box.top();
    }

    /// Whether the key needs two rows.
    boolean isNarrow() {
        return box.width() < KEY;
    }

    /// The middle of a row of the key, and where it begins.
    double keyRow(int row) {
        return bottom() + 52 + row * KEY_ROW;
    }

    double keyLeft() {
        return box.left() + (box.width() - (isNarrow() ? KEY / 2 : KEY)) / 2;
    }

    /// Below the lowest neuron and its bias.
    double bottom() {
        return top + rows * PITCH;
    }

    /// The lines above a column; the last stands right above it.
    List<String> name(int layer) {
        return Lettering.title(layers.get(layer).name(), Lettering.TICK, column() * 0.95);
    }

    double nameBaseline(int line, int lines) {
        return top - 8 - (lines - 1 - line) * NAME_ROW;
    }

    /// The width of a column.
    double column() {
        return box.width() / layers.size();
    }

    double x(int layer) {
        return box.left() + column() * (layer + 0.5);
    }

    double y(int layer, int neuron) {
        int size = layers.get(layer).size();
        int slot = size > MOST && neuron == size - 1 ? SHOWN_FIRST + 1 : neuron;
        return slot(slot, slots(size));
    }

    /// The middle of the place where neurons are left out.
    double ellipsis(int layer) {
        return slot(SHOWN_FIRST, slots(layers.get(layer).size()));
    }

    boolean isShortened(int layer) {
        return layers.get(layer).size() > MOST;
    }

    int leftOut(int layer) {
        return layers.get(layer).size() - SHOWN_FIRST - 1;
    }

    boolean shows(int layer, int neuron) {
        return !isShortened(layer) || neuron < SHOWN_FIRST || neuron == layers.get(layer).size() - 1;
    }

    private double slot(int slot, int slots) {
        return top + (slot + 0.5 + (rows - slots) / 2.0) * PITCH - 4;
    }

    /// The first neurons, the place of those left out, and the last.
    private static int slots(int size) {
        return size > MOST ? SHOWN_FIRST + 2 : size;
    }
}

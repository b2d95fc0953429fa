package dev.lanewise.nn;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

import dev.lanewise.linalg.Matrix;

/// A network as an SVG document, with a column for each layer:
///
///      input        layer 1         output
///        2         3 · TANH      1 · IDENTITY
///
///                 ┌── (h₁) ──┐
///       (x₁) ─────┼── (h₂) ──┼──── (y)
///       (x₂) ─────┴── (h₃) ──┘
///
/// Neurons stand in slots. Where a layer has more neurons than slots, the last slot but one says how many are left out; so
/// it is with columns. The document is therefore bounded, whatever the network. Nothing in it needs escaping: numbers are
/// all that a caller has put into a network.
final class NetworkDiagram {
    private static final String DOCUMENT = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$s %2$s" width="%1$s" height="%2$s" role="img" \
            class="lanewise" color="#24292f" fill="currentColor" font-family="system-ui, sans-serif" font-size="12" \
            text-anchor="middle">
            <title>%3$s</title>
            <desc>%4$s</desc>
            <style>@media (prefers-color-scheme: dark) { .lanewise { color: #e6e9ed } .lanewise rect { fill: #14171c } \
            .lanewise text { stroke: #14171c } .lanewise g { stroke-opacity: 1 } }</style>
            <rect width="100%%" height="100%%" fill="#fff"/>
            <g fill="none" stroke="currentColor" stroke-opacity="0.75">
            %5$s</g>
            <g stroke="#fff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">
            %6$s</g>
            </svg>
            """;
    private static final String TEXT = """
            <text x="%s" y="%s">%s</text>
            """;
    private static final String NAME = """
            <tspan font-size="14" font-weight="600">%s</tspan>""";
    private static final String SQUEEZED = """
            <tspan textLength="182" lengthAdjust="spacingAndGlyphs">%s</tspan>""";
    private static final String COLOURED = """
            <tspan fill="%s">%s</tspan>""";
    private static final String NEURON = """
            <circle cx="%s" cy="%s" r="14"/>
            """;
    private static final String CONNECTION = """
            <path d="M%s %sL%s %s" stroke="%s" stroke-width="%s"><title>%s → %s: %s</title></path>
            """;
    private static final String POSITIVE = "#0072b2", NEGATIVE = "#d55e00", NOT_FINITE = "#cc79a7";

    private static final int COLUMN = 190, PITCH = 48, RADIUS = 14, TOP = 52;
    private static final int COLUMNS = 24, SLOTS = 12;
    /// What stands in a slot or column in place of what is left out.
    private static final int ELLIPSIS = -1;

    private final Network network;
    private final List<Dense> layers;
    private final int columns, rows, bottom;
    private final StringBuilder description = new StringBuilder();
    private final StringBuilder shapes = new StringBuilder();
    private final StringBuilder texts = new StringBuilder();

    private NetworkDiagram(Network network) {
        this.network = network;
        this.layers = network.layers();
        this.columns = Math.min(layers.size() + 1, COLUMNS);
        int tallest = 3;
        for (int c = 0; c < columns; c++) tallest = Math.max(tallest, slots(c));
        this.rows = tallest;
        this.bottom = TOP + rows * PITCH;
    }

    static String of(Network network) {
        return new NetworkDiagram(network).document();
    }

    private String document() {
        for (int c = 0; c < columns; c++) {
            if (layer(c) == ELLIPSIS) {
                text(x(c), bottom / 2, "… " + (layers.size() + 2 - COLUMNS) + " more layers");
            } else {
                if (c > 0 && layer(c - 1) != ELLIPSIS) connections(c);
                neurons(c);
            }
        }
        // In the middle, but near the left where the picture is wider than a screen.
        int width = Math.max(columns, 3) * COLUMN, middle = Math.min(width / 2, 2 * COLUMN), y = bottom + 46;
        text(middle, y, COLOURED.formatted(POSITIVE, "positive") + " and " + COLOURED.formatted(NEGATIVE, "negative")
                + " weights, the thicker the larger in their layer; biases below neurons");
        String totals = NetworkDescription.totals(network);
        for (String line : totals.split("\n")) text(middle, y += 18, line);
        String title = "Network of " + Count.of(layers.size(), "layer") + ", " + network.inputs() + " → "
                + network.outputs();
        return DOCUMENT.formatted(width, y + 16, title, description + totals, shapes, texts);
    }

    /// Which of n things stands in a place, if there are only some places.
    private static int shown(int n, int places, int place) {
        if (n <= places || place < places - 2) return place;
        return place == places - 1 ? n - 1 : ELLIPSIS;
    }

    /// The layer of a column, counted from 1; the input is 0.
    private int layer(int column) {
        return shown(layers.size() + 1, COLUMNS, column);
    }

    private int size(int column) {
        int layer = layer(column);
        if (layer == ELLIPSIS) return 0;
        return layer == 0 ? network.inputs() : layers.get(layer - 1).outputs();
    }

    private int slots(int column) {
        return Math.min(size(column), SLOTS);
    }

    private int neuron(int column, int slot) {
        return shown(size(column), SLOTS, slot);
    }

    private int x(int column) {
        return COLUMN * (2 * column + 1 + Math.max(0, 3 - columns)) / 2;
    }

    private int y(int column, int slot) {
        return TOP + PITCH * (2 * slot + 1 + rows - slots(column)) / 2;
    }

    private void neurons(int c) {
        int layer = layer(c), size = size(c);
        String name = layer == 0 ? "input" : layer == layers.size() ? "output" : "layer " + layer;
        String kind = layer == 0 ? "" + size : size + " · " + layers.get(layer - 1).activation();
        description.append(name + ": " + kind + "\n");
        text(x(c), 22, NAME.formatted(name));
        text(x(c), 40, kind.length() > 26 ? SQUEEZED.formatted(kind) : kind);
        for (int slot = 0; slot < slots(c); slot++) {
            int neuron = neuron(c, slot), x = x(c), y = y(c, slot);
            if (neuron == ELLIPSIS) {
                text(x, y + 4, "… " + (size + 1 - SLOTS) + " more");
                continue;
            }
            shapes.append(NEURON.formatted(x, y));
            text(x, y + 4, symbol(c, slot));
            if (layer > 0) text(x, y + 26, signed(layers.get(layer - 1).bias[neuron]));
            if (layer == 0) scaling(network.inputScaling(), neuron, x - 50, y, false);
            if (layer == layers.size()) scaling(network.outputScaling(), neuron, x + 50, y, true);
        }
    }

    /// Beside an input how it is standardised, beside an output how it is restored.
    private void scaling(Optional<Scaling> scaling, int neuron, int x, int y, boolean restores) {
        if (scaling.isEmpty()) return;
        double mean = scaling.get().mean[neuron];
        String scale = brief(scaling.get().scale[neuron]);
        text(x, y - 3, restores ? "× " + scale : signed(-mean));
        text(x, y + 11, restores ? signed(mean) : "÷ " + scale);
    }

    /// As h₃, or x where there is only one.
    private String symbol(int column, int slot) {
        String symbol = column == 0 ? "x" : column == columns - 1 ? "y" : "h";
        if (size(column) == 1) return symbol;
        for (char digit : Integer.toString(neuron(column, slot) + 1).toCharArray())
            symbol += (char) (digit - '0' + '₀');
        return symbol;
    }

    private void connections(int c) {
        Matrix weights = layers.get(layer(c) - 1).weights;
        double largest = 0.0;
        for (double w : weights.array()) {
            if (Double.isFinite(w)) largest = Math.max(largest, Math.abs(w));
        }
        int some = 0, small = 0, odd = 0;
        for (double w : weights.array()) {
            if (w != 0.0 && Double.isFinite(w)) some++;
            if (w != 0.0 && Math.abs(w) < largest / 30.0) small++;
            if (!Double.isFinite(w)) odd++;
        }
        // Where most are far below the largest, a width for each power of two, down to 2⁻²⁴ of it.
        boolean isLogarithmic = small > some / 2;
        int middle = x(c) - COLUMN / 2;
        if (largest > 0.0 || odd == 0) {
            text(middle, bottom + 8, "|w| ≤ " + brief(largest) + (isLogarithmic ? ", log scale" : ""));
        }
        if (odd > 0) text(middle, bottom + 22, COLOURED.formatted(NOT_FINITE, odd + " not finite"));
        for (int to = 0; to < slots(c); to++) {
            for (int from = 0; from < slots(c - 1); from++) {
                int i = neuron(c - 1, from), j = neuron(c, to);
                double w = i == ELLIPSIS || j == ELLIPSIS ? 0.0 : weights.get(j, i);
                if (w == 0.0) continue;
                double share = isLogarithmic
                        ? 1.0 + (Math.getExponent(w) - Math.getExponent(largest)) / 24.0
                        : Math.abs(w) / largest;
                connection(c, from, to, w, Double.isFinite(w) ? Math.max(0.0, share) : 0.5);
            }
        }
    }

    /// A line as thick as a share from 0 to 1, and on it the weight if there is room. Of n neurons and m, if n ≤ m, lines are
    /// at heights of (from + n·to)/(n + 1) pitches at n/(n + 1) of the way, all different; else so from the other side.
    private void connection(int c, int from, int to, double w, double share) {
        int x1 = x(c - 1) + RADIUS, x2 = x(c) - RADIUS, y1 = y(c - 1, from), y2 = y(c, to);
        String colour = !Double.isFinite(w) ? NOT_FINITE : w > 0.0 ? POSITIVE : NEGATIVE;
        shapes.append(CONNECTION.formatted(x1, y1, x2, y2, colour, Math.rint(6.0 + 40.0 * share) / 10.0,
                symbol(c - 1, from), symbol(c, to), brief(w)));
        int n = slots(c - 1), m = slots(c);
        if (Math.min(n, m) > 3 || n * m > 16) return;
        double way = n <= m ? n / (n + 1.0) : 1.0 / (m + 1.0);
        text((int) Math.rint(x1 + way * (x2 - x1)), (int) Math.rint(y1 + way * (y2 - y1)) + 4, brief(w));
    }

    private void text(int x, int y, String content) {
        texts.append(TEXT.formatted(x, y, content));
    }

    private static String signed(double value) {
        return (value >= 0.0 ? "+" : "") + brief(value);
    }

    /// Three digits, or all before the point up to five.
    private static String brief(double value) {
        String digits = Double.toString(value);
        if (Double.isFinite(value)) {
            BigDecimal exact = new BigDecimal(value), five = exact.round(new MathContext(5));
            int before = five.precision() - five.scale();
            digits = before == 4 || before == 5
                    ? exact.setScale(0, RoundingMode.HALF_UP).toString()
                    : exact.round(new MathContext(3)).toString();
        }
        return digits.replace("E+", "e").replace('E', 'e').replace('-', '−').replace("Infinity", "∞");
    }
}

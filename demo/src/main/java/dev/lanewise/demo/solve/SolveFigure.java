package dev.lanewise.demo.solve;

import java.util.Arrays;
import java.util.stream.IntStream;

import dev.lanewise.demo.plot.Chart;
import dev.lanewise.demo.plot.Colour;
import dev.lanewise.demo.plot.Figure;

/// The picture of a regression: with one input the curve among the data and the residuals below, else the residuals
/// against the fitted values.
final class SolveFigure {
    /// Points that a curve is drawn through.
    private static final int GRID = 601;
    /// Points that are drawn of a large file, evenly chosen: more would hide each other.
    private static final int MOST_POINTS = 4000;

    private final Regression regression;
    private final int[] drawn;

    SolveFigure(Regression regression) {
        this.regression = regression;
        int rows = regression.rows.length;
        drawn = IntStream.range(0, Math.min(rows, MOST_POINTS)).map(i -> rows <= MOST_POINTS
                ? i
                : (int) ((long) i * rows / MOST_POINTS)).toArray();
    }

    /// Whether not all rows are drawn.
    boolean isThinned() {
        return drawn.length < regression.rows.length;
    }

    Figure figure() {
        RegressionData data = regression.data;
        if (data.inputs() != 1) {
            return Figure.of(residuals("Residuals of " + data.targetName(), chosen(regression.fitted)).x("fitted "
                    + data.targetName()));
        }
        String input = data.inputNames().getFirst();
        double[] x = chosen(IntStream.of(regression.rows).mapToDouble(i -> data.x().get(i, 0)).toArray());
        double[] y = chosen(IntStream.of(regression.rows).mapToDouble(i -> data.y()[i]).toArray());
        Chart points = Chart.titled("Regression of " + data.targetName() + " on " + input).y(data.targetName())
                .points("data", x, y).inked(Colour.BLUE);
        return Figure.sharingX(curve(points, x), residuals("", x).x(input).height(130));
    }

    /// A curve, or where all inputs are the same number a point.
    private Chart curve(Chart chart, double[] x) {
        double low = Arrays.stream(x).min().orElseThrow();
        double high = Arrays.stream(x).max().orElseThrow();
        if (low == high) return chart;
        // Weights of the two ends, not a step: high − low may overflow.
        double[] grid = IntStream.range(0, GRID).mapToDouble(i -> (double) i / (GRID - 1))
                .map(t -> (1 - t) * low + t * high).toArray();
        return chart.line("fit", grid, regression.curve(grid)).inked(Colour.VERMILION);
    }

    private Chart residuals(String title, double[] x) {
        String label = regression.data.weightName().isPresent() ? "weighted residual" : "residual";
        return Chart.titled(title).y(label).horizontal("", 0).points("", x, chosen(regression.residuals)).inked(
                Colour.BLUE);
    }

    private double[] chosen(double[] values) {
        return IntStream.of(drawn).mapToDouble(i -> values[i]).toArray();
    }
}

package dev.lanewise.demo.fit;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import dev.lanewise.demo.plot.Chart;
import dev.lanewise.demo.plot.Colour;
import dev.lanewise.demo.plot.Figure;
import dev.lanewise.linalg.Matrix;

/// The picture of a fit: with one input the curve among the data, else predicted against actual values; below either,
/// the residuals.
final class FitFigure {
    /// Points that a curve is drawn through.
    private static final int GRID = 601;
    /// Points that are drawn of a large file, evenly chosen: more would hide each other.
    private static final int MOST_POINTS = 4000;

    private final DataFit fit;
    private final int[] train;
    private final int[] test;

    FitFigure(DataFit fit) {
        this.fit = fit;
        train = thinned(fit.split.train());
        test = thinned(fit.split.test());
    }

    private static int[] thinned(int[] rows) {
        if (rows.length <= MOST_POINTS) return rows;
        return IntStream.range(0, MOST_POINTS).map(i -> rows[(int) ((long) i * rows.length / MOST_POINTS)]).toArray();
    }

    /// Whether not all rows are drawn.
    boolean isThinned() {
        return train.length + test.length < fit.data.rows();
    }

    /// The figure.
    Figure figure() {
        return fit.data.inputs() == 1 ? againstInput() : againstTarget();
    }

    private Figure againstInput() {
        String input = fit.data.inputNames().getFirst();
        Chart samples = points(Chart.titled("Fit of " + fit.data.targetName() + " by " + input)
                .y(fit.data.targetName()), name(), this::input, this::target);
        return Figure.sharingX(curve(samples).inked(Colour.VERMILION), residuals(this::input).x(input));
    }

    /// A line, or where all inputs are the same number a point.
    private Chart curve(Chart chart) {
        double[] ends = ends(fit.data.x().column(0));
        double[] grid = ends[0] == ends[1] ? new double[] {ends[0]} : grid(ends);
        double[] values = fit.predict(Matrix.of(grid.length, 1, grid));
        return grid.length == 1 ? chart.points("fit", grid, values) : chart.line("fit", grid, values);
    }

    private Figure againstTarget() {
        double[] ends = ends(fit.data.y());
        String target = fit.data.targetName();
        Chart empty = Chart.titled("Predicted against actual " + target).y("predicted");
        // A target that is constant leaves nothing of the line.
        Chart diagonal = ends[0] == ends[1]
                ? empty
                : empty.line("predicted = actual", ends, ends).inked(Colour.INK);
        return Figure.sharingX(points(diagonal, name(), this::target, this::prediction),
                residuals(this::target).x("actual " + target));
    }

    private Chart residuals(IntToDoubleFunction x) {
        // One series needs no legend: its name is that of the axis.
        return points(Chart.titled("").y("residual").height(130).horizontal("", 0), test.length == 0 ? "" : name(), x,
                this::residual);
    }

    private String name() {
        return test.length == 0 ? "data" : "fitted rows";
    }

    /// Adds the rows that were fitted, under that name, and those held out.
    private Chart points(Chart chart, String name, IntToDoubleFunction x, IntToDoubleFunction y) {
        Chart fitted = chart.points(name, at(train, x), at(train, y)).inked(Colour.BLUE);
        return test.length == 0
                ? fitted
                : fitted.points("held-out rows", at(test, x), at(test, y)).inked(Colour.ORANGE);
    }

    private static double[] at(int[] rows, IntToDoubleFunction value) {
        return IntStream.of(rows).mapToDouble(value).toArray();
    }

    private double input(int row) {
        return fit.data.x().get(row, 0);
    }

    private double target(int row) {
        return fit.data.y()[row];
    }

    private double prediction(int row) {
        return fit.predictions[row];
    }

    private double residual(int row) {
        return target(row) - prediction(row);
    }

    private static double[] ends(double[] values) {
        return new double[] {Arrays.stream(values).min().orElseThrow(), Arrays.stream(values).max().orElseThrow()};
    }

    private static double[] grid(double[] ends) {
        // Weights of the two ends, not a step: high − low may overflow.
        return IntStream.range(0, GRID).mapToDouble(i -> (double) i / (GRID - 1))
                .map(t -> (1 - t) * ends[0] + t * ends[1]).toArray();
    }
}

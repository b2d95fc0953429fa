package dev.lanewise.demo.solve;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.lanewise.demo.plot.Chart;
import dev.lanewise.demo.plot.Colour;
import dev.lanewise.demo.plot.Figure;
import dev.lanewise.linalg.Matrix;

/// The pictures of a regression: with one input the curve among the data and the residuals below, else the residuals
/// against the fitted values.
final class SolveFigure {
    /// Points that a curve is drawn through.
    private static final int GRID = 601;

    private final Regression regression;
    private final Residuals rows;

    SolveFigure(Regression regression, Residuals rows) {
        this.regression = regression;
        this.rows = rows;
    }

    Figure figure() {
        Roles roles = regression.data.roles();
        String target = roles.targetName();
        if (roles.inputs().length != 1) {
            return Figure.of(residuals("Residuals of " + target, rows.fitted()).x("fitted " + target));
        }
        String input = roles.inputNames().getFirst();
        double[] x = rows.x();
        Chart points = Chart.titled("Regression of " + target + " on " + input).y(target).points("data", x, rows.y())
                .inked(Colour.BLUE);
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
        return chart.line("fit", grid, regression.model.values(Matrix.wrap(GRID, 1, grid))).inked(Colour.VERMILION);
    }

    private Chart residuals(String title, double[] x) {
        return Chart.titled(title).y(label()).horizontal("", 0).points("", x, rows.residuals()).inked(Colour.BLUE);
    }

    private String label() {
        return regression.data.roles().weightName().isPresent() ? "√w · residual" : "residual";
    }

    /// The residuals against the leverages, where the rows that decide most stand to the right, with their numbers.
    Figure leverages() {
        Influence influence = rows.influence();
        double[] largest = influence.largest().stream().mapToDouble(Influence.Row::leverage).toArray();
        double[] residuals = influence.largest().stream().mapToDouble(row -> row.root() * row.residual()).toArray();
        List<String> numbers = influence.largest().stream().map(row -> regression.data.unit() + " " + row.number())
                .toList();
        return Figure.of(Chart.titled("Residuals and leverages of " + regression.data.roles().targetName())
                .x("leverage")
                .y(label()).horizontal("", 0).points("all", rows.leverages(), rows.residuals()).inked(Colour.BLUE)
                .points("the largest leverages", largest, residuals).inked(Colour.VERMILION).notes(largest, residuals,
                        numbers));
    }
}

package dev.lanewise.demo.lesson;

import java.util.stream.IntStream;

import dev.lanewise.demo.plot.Chart;
import dev.lanewise.demo.plot.Colour;
import dev.lanewise.demo.plot.Figure;
import dev.lanewise.demo.plot.NetworkDiagram;
import dev.lanewise.demo.report.Digits;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.nn.Dense;

/// Pictures of a fit and of the network that makes it.
final class FitPictures {
    private FitPictures() {}

    /// The samples, the network as a curve, and what is left below.
    static Figure fit(String title, FittedNetwork fitted) {
        double[] x = fitted.samples().x();
        double[] fine = Samples.linspace(x[0], x[x.length - 1], 501);
        double[] curve = fitted.network().predict(Matrix.of(fine.length, 1, fine)).array();
        Chart above = Chart.titled(title).y("y")
                .points("x · sin x, 100 samples", x, fitted.samples().y()).inked(Colour.GREY)
                .line("network, RMSE " + Digits.of(fitted.rmse(), 4), fine, curve).inked(Colour.BLUE);
        Chart below = Chart.titled("").x("x").y("y − f(x)").height(130)
                .stems("", x, fitted.residuals()).inked(Colour.VERMILION);
        return Figure.sharingX(above, below);
    }

    /// The outputs of the first hidden layer over the samples.
    static Figure neurons(FittedNetwork fitted) {
        double[] x = fitted.samples().x();
        Matrix outputs = fitted.firstOutputs();
        Chart chart = Chart.titled("The ten neurons, tanh(wx + b)").x("x").y("output").height(240);
        for (int j = 0; j < outputs.cols(); j++) chart = chart.line("", x, outputs.column(j)).inked(Colour.BLUE);
        return Figure.of(chart);
    }

    /// The network of neurons in columns; `names` are those of its hidden layers.
    static NetworkDiagram diagram(String title, FittedNetwork fitted, String... names) {
        NetworkDiagram diagram = NetworkDiagram.input("input", "x", 1).titled(title);
        for (int l = 0; l < names.length; l++) {
            Dense layer = fitted.layer(l);
            diagram = diagram.layer(names[l], l == 0 ? "h" : "g", rows(layer.weights()), layer.bias());
        }
        return diagram.layer("output, fitted", "f(x)", rows(fitted.layer(names.length).weights()), null);
    }

    private static double[][] rows(Matrix matrix) {
        return IntStream.range(0, matrix.rows()).mapToObj(matrix::row).toArray(double[][]::new);
    }
}

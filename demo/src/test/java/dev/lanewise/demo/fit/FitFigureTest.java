package dev.lanewise.demo.fit;

import java.util.Arrays;
import java.util.List;

import dev.lanewise.demo.data.CsvTable;
import dev.lanewise.demo.plot.Markup;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.nn.Activation;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Whatever the legends of a fit's picture name can be seen in it.
class FitFigureTest {
    private static final double[][] ONE_INPUT = {{1, 2}, {2, 3}, {3, 5}, {4, 4}};
    private static final double[][] SAME_INPUT = {{7, 2}, {7, 3}, {7, 5}, {7, 6}};
    private static final double[][] SAME_TARGET = {{1, 2, 8}, {2, 3, 8}, {3, 5, 8}, {4, 6, 8}};

    private static Markup figure(double[][] rows, double held) throws Exception {
        Matrix values = Matrix.of(rows.length, rows[0].length,
                Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
        FitSettings settings = new FitSettings(3, 1, Activation.TANH, Initialisation.NORMAL, 42, null, held);
        DataFit fit = DataFit.of(new CsvTable("t.csv", List.of(), values), rows[0].length - 1, settings);
        return Markup.parse(new FitFigure(fit).figure().svg());
    }

    private static long entries(Markup svg, String name) {
        return svg.texts("text").stream().filter(name::equals).count();
    }

    @Test
    void aSingleSeriesOfResidualsIsNamedByItsAxis() throws Exception {
        Markup whole = figure(ONE_INPUT, 0);
        assertEquals(1, entries(whole, "data"));
        assertEquals(1, entries(whole, "residual"));
        Markup split = figure(ONE_INPUT, 0.5);
        assertEquals(2, entries(split, "fitted rows"));
        assertEquals(2, entries(split, "held-out rows"));
    }

    @Test
    void theFitOfOneInputIsAPointWhereTheInputIsConstant() throws Exception {
        Markup svg = figure(SAME_INPUT, 0);
        assertEquals(1, entries(svg, "fit"));
        // The four samples, the fitted point, the four residuals.
        assertEquals(List.of(4L, 1L, 4L), svg.all("path").stream()
                .filter(path -> ((Element) path.getParentNode()).hasAttribute("clip-path"))
                .map(path -> path.getAttribute("d").chars().filter(c -> c == 'h').count()).toList());
    }

    @Test
    void aDiagonalWithoutLengthHasNoEntry() throws Exception {
        assertEquals(0, entries(figure(SAME_TARGET, 0), "predicted = actual"));
        assertEquals(1, entries(figure(new double[][] {{1, 2, 8}, {2, 3, 9}, {3, 5, 7}, {4, 6, 8}}, 0),
                "predicted = actual"));
    }
}

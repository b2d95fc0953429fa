package dev.lanewise.demo.plot;

import java.util.Arrays;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class FigureProperties {
    /// Any bits at all, and many that are not finite.
    @Provide
    Arbitrary<double[]> anything() {
        Arbitrary<Double> bits = Arbitraries.longs().map(Double::longBitsToDouble);
        Arbitrary<Double> odd = Arbitraries.of(0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, 1.0);
        return Arbitraries.oneOf(bits, odd).array(double[].class).ofMinSize(0).ofMaxSize(12);
    }

    @Property(tries = 60)
    void everySeriesMakesAWellFormedPicture(@ForAll("anything") double[] a, @ForAll("anything") double[] b)
            throws Exception {
        int n = Math.min(a.length, b.length);
        double[] x = Arrays.copyOf(a, n);
        double[] y = Arrays.copyOf(b, n);
        Chart chart = Chart.titled("t").x("x").y("y").line("l", x, y).dashed("d", x, y).points("p", x, y)
                .steps("s", x, y).stems("e", x, y).bars("b", x, y).band("f", x, y, x);
        for (double value : y) chart = chart.horizontal("h", value).vertical("v", value);
        assertDrawn(Figure.grid(2, chart, chart.logY(), chart.logX(), chart.logX().logY()));
        assertDrawn(Figure.sharingX(chart, chart));
    }

    @Property(tries = 60)
    void everyWeightMakesAWellFormedPicture(@ForAll("anything") double[] weights) throws Exception {
        if (weights.length == 0) return;
        double[][] in = Arrays.stream(weights).mapToObj(w -> new double[] {w}).toArray(double[][]::new);
        assertDrawn(Figure.of(NetworkDiagram.input("in", "x", 1).layer("h", "h", in, weights).layer("out", "y",
                new double[][] {weights}, null)));
    }

    private static void assertDrawn(Figure figure) throws Exception {
        String svg = figure.svg();
        assertEquals("svg", Markup.parse(svg).root().getTagName());
        assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
        assertFalse(svg.matches("(?s).*\"-?[0-9.]+E-?[0-9]+\".*"), svg);
    }
}

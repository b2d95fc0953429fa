package dev.lanewise.demo.plot;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ChartTest {
    private static final double[] X = {0, 1, 2, 3, 4};
    private static final double[] GAP = {1, 2, Double.NaN, 4, Double.POSITIVE_INFINITY};

    @Test
    void aLineIsInterruptedWhereItIsNotFinite() throws Exception {
        String path = marks(Chart.titled("").line("", X, GAP)).getFirst().getAttribute("d");
        assertEquals(List.of(2L, 1L), List.of(count(path, 'M'), count(path, 'L')));
    }

    @Test
    void aBandIsInterruptedWhereOneEdgeIsNotFinite() throws Exception {
        String path = marks(Chart.titled("").band("", X, new double[5], GAP)).getFirst().getAttribute("d");
        assertEquals(2, count(path, 'Z'));
        assertEquals(2, count(path, 'M'));
    }

    @Test
    void aLogarithmicAxisLeavesOutWhatIsNotPositive() throws Exception {
        String path = marks(Chart.titled("").logY().points("", X, new double[] {1, 0, -1, 10, 100})).getFirst()
                .getAttribute("d");
        assertEquals(3, count(path, 'h'));
    }

    @Test
    void pointsAtOnePlaceAreDrawnOnce() throws Exception {
        String path = marks(Chart.titled("").points("", new double[10_000], new double[10_000])).getFirst()
                .getAttribute("d");
        assertEquals(1, count(path, 'M'));
    }

    @Test
    void everythingBetweenTheAxesIsClipped() throws Exception {
        Markup svg = parse(Chart.titled("").yRange(0, 1).line("", X, new double[] {0, 1e300, -1e300, 0, 1}));
        Element clip = svg.all("clipPath").getFirst();
        assertEquals(List.of("url(#" + clip.getAttribute("id") + ")"), svg.values("clip-path"));
    }

    @Test
    void seriesOfOneNameShareColourAndLegend() throws Exception {
        Chart chart = Chart.titled("").band("tanh", X, X, X).line("tanh", X, X).line("ReLU", X, X);
        assertEquals(List.of(Colour.BLUE, Colour.BLUE, Colour.VERMILION),
                chart.marks.list().stream().map(Mark::colour).toList());
        List<String> texts = parse(chart).texts("text");
        assertEquals(1, texts.stream().filter("tanh"::equals).count());
        assertEquals(1, texts.stream().filter("ReLU"::equals).count());
    }

    @Test
    void inkedRecoloursNamesakesAndFreesTheirColour() {
        Chart chart = Chart.titled("").band("a", X, X, X).line("a", X, X).inked(Colour.GREY).line("b", X, X);
        assertEquals(List.of(Colour.GREY, Colour.GREY, Colour.BLUE),
                chart.marks.list().stream().map(Mark::colour).toList());
    }

    @Test
    void laterChangesOfTheArraysAreNotSeen() throws Exception {
        double[] y = {0, 1, 2, 3, 4};
        Chart chart = Chart.titled("").line("", X, y);
        String before = Figure.of(chart).svg();
        y[2] = 100;
        assertEquals(before, Figure.of(chart).svg());
    }

    @Test
    void titlesAndLabelsAreThere() throws Exception {
        List<String> texts = parse(Chart.titled("Fit").x("time").y("cost").line("", X, X).horizontal("limit", 2)
                .vertical("now", 3)).texts("text");
        assertTrue(texts.containsAll(List.of("Fit", "time", "cost", "limit", "now")), texts::toString);
    }

    @Test
    void lengthsMustAgree() {
        assertEquals("series \"fit\": 5 x but 2 values", assertThrows(IllegalArgumentException.class,
                () -> Chart.titled("").line("fit", X, new double[2])).getMessage());
    }

    @Test
    void aChartOfNothingIsStillAChart() throws Exception {
        double[] none = {};
        Chart chart = Chart.titled("").line("a", none, none).bars("b", none, none).stems("c", none, none)
                .band("d", none, none, none).points("e", new double[] {Double.NaN}, new double[] {1});
        assertFalse(parse(chart).texts("text").isEmpty());
    }

    private static Markup parse(Chart chart) throws Exception {
        return Markup.parse(Figure.of(chart).svg());
    }

    /// The paths inside the clipped group.
    private static List<Element> marks(Chart chart) throws Exception {
        return parse(chart).all("path").stream()
                .filter(p -> ((Element) p.getParentNode()).hasAttribute("clip-path")).toList();
    }

    private static long count(String text, char c) {
        return text.chars().filter(x -> x == c).count();
    }
}

package dev.lanewise.demo.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NotesTest {
    private static final double SIZE = Lettering.NOTE + 1;

    private static Markup draw(double[] x, double[] y, String... texts) throws Exception {
        return Markup.parse(Figure.of(Chart.titled("").xRange(0, 10).yRange(0, 10).notes(x, y, List.of(texts))).svg());
    }

    private static Element text(Markup svg, String text) {
        return svg.all("text").stream().filter(e -> e.getTextContent().equals(text)).findFirst().orElseThrow();
    }

    @Test
    void whereThereIsRoomATextStandsOnTheRight() throws Exception {
        Markup svg = draw(new double[] {5}, new double[] {5}, "note");
        assertEquals("start", text(svg, "note").getAttribute("text-anchor"));
        assertEquals(0, svg.all("line").size());
    }

    @Test
    void atTheRightEdgeItStandsOnTheLeft() throws Exception {
        assertEquals("end", text(draw(new double[] {9.9}, new double[] {5}, "note"), "note").getAttribute(
                "text-anchor"));
    }

    @Test
    void textsOfOnePlaceDoNotHideEachOther() throws Exception {
        int count = 12;
        double[] fives = new double[count];
        Arrays.fill(fives, 5);
        String[] names = IntStream.range(0, count).mapToObj(i -> "kernel " + i).toArray(String[]::new);
        Markup svg = draw(fives, fives, names);
        List<Box> boxes = new ArrayList<>();
        for (String name : names) {
            Element text = text(svg, name);
            double width = Lettering.width(name, SIZE);
            double x = Double.parseDouble(text.getAttribute("x"));
            double left = text.getAttribute("text-anchor").equals("start") ? x : x - width;
            Box box = new Box(left, Double.parseDouble(text.getAttribute("y")) - SIZE, width, SIZE);
            assertFalse(boxes.stream().anyMatch(box::overlaps), name);
            boxes.add(box);
        }
        assertTrue(svg.all("line").size() >= count - 3, "lines to the point");
    }

    @Test
    void whatIsOutsideIsLeftOut() throws Exception {
        List<String> texts = draw(new double[] {11, Double.NaN, 5}, new double[] {5, 5, -1}, "a", "b", "c").texts(
                "text");
        assertFalse(texts.contains("a") || texts.contains("b") || texts.contains("c"), texts::toString);
    }

    @Test
    void theyNeedTheirPointsAndNoLegend() throws Exception {
        Chart chart = Chart.titled("").notes(new double[] {1, 100}, new double[] {2, 3}, List.of("low", "high"));
        assertTrue(chart.xAxis().low() <= 1 && chart.xAxis().high() >= 100);
        assertEquals(1, Markup.parse(Figure.of(chart).svg()).texts("text").stream().filter("low"::equals).count());
    }

    @Test
    void thereMustBeAsManyTextsAsPoints() {
        assertEquals("notes: 1 points but 2 texts", assertThrows(IllegalArgumentException.class, () -> Chart.titled("")
                .notes(new double[1], new double[1], List.of("a", "b"))).getMessage());
    }
}

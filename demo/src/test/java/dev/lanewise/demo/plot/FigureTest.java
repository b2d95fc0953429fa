package dev.lanewise.demo.plot;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FigureTest {
    private static final double[] X = {0, 5, 10};
    private static final Chart FIT = Chart.titled("Fit").x("x").y("y").line("f", X, X);
    private static final Chart RESIDUALS = Chart.titled("").x("x").y("r").stems("", X, new double[] {-1e7, 0, 1e7});

    @Test
    void theDocumentSaysWhatItShows() throws Exception {
        Markup svg = Markup.parse(Figure.stack(FIT, RESIDUALS).described("A line, and what it misses.").svg());
        assertEquals("http://www.w3.org/2000/svg", svg.root().getAttribute("xmlns"));
        assertTrue(svg.root().getAttribute("viewBox").startsWith("0 0 760 "));
        assertEquals(List.of("Fit"), svg.texts("title"));
        assertEquals(List.of("A line, and what it misses."), svg.texts("desc"));
        assertEquals("img", svg.root().getAttribute("role"));
    }

    @Test
    void framesInAColumnAlignAndFramesInARowStandLevel() throws Exception {
        List<Element> stacked = frames(Figure.stack(FIT, RESIDUALS));
        assertEquals(stacked.get(0).getAttribute("x"), stacked.get(1).getAttribute("x"));
        List<Element> beside = frames(
                Figure.row(FIT, Chart.titled("a title so long that it needs several lines ".repeat(3))
                        .x("x")));
        assertEquals(beside.get(0).getAttribute("y"), beside.get(1).getAttribute("y"));
    }

    @Test
    void chartsThatShareXHaveOneRangeAndLabelItOnce() throws Exception {
        Chart shorter = Chart.titled("").x("x").line("", new double[] {0, 2}, new double[] {0, 1}).height(100);
        Markup svg = Markup.parse(Figure.sharingX(FIT, shorter).svg());
        assertEquals(1, svg.texts("text").stream().filter("x"::equals).count());
        double[] ends = svg.all("path").stream()
                .filter(p -> ((Element) p.getParentNode()).hasAttribute("clip-path")).map(p -> p.getAttribute("d"))
                .mapToDouble(d -> Double.parseDouble(d.replaceAll(".*L(\\S+) .*", "$1"))).toArray();
        Element frame = frames(Figure.of(FIT)).getFirst();
        double unit = Double.parseDouble(frame.getAttribute("width")) / 10.4;
        assertEquals(2, ends.length);
        assertEquals(8 * unit, ends[0] - ends[1], 1, "x = 10 and x = 2 on one scale");
    }

    @Test
    void idsAreUniqueAndBeginAsAsked() throws Exception {
        String page = "<div>" + Figure.row(FIT, RESIDUALS).inline("a-") + Figure.of(FIT).inline("b-") + "</div>";
        List<String> ids = Markup.parse(page).values("id");
        assertEquals(ids.size(), new HashSet<>(ids).size());
        assertTrue(ids.stream().allMatch(id -> id.startsWith("a-") || id.startsWith("b-")), ids::toString);
    }

    @Test
    void thePictureIsTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        String svg = Figure.of(RESIDUALS).svg();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertEquals(svg, Figure.of(RESIDUALS).svg());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aFigureNeedsAPanel() {
        assertThrows(IllegalArgumentException.class, () -> Figure.row());
        assertThrows(IllegalArgumentException.class, () -> Figure.sharingX());
        assertThrows(IllegalArgumentException.class, () -> Figure.grid(0, FIT));
    }

    private static List<Element> frames(Figure figure) throws Exception {
        return Markup.parse(figure.svg()).all("clipPath").stream()
                .map(clip -> (Element) clip.getElementsByTagName("rect").item(0)).toList();
    }
}

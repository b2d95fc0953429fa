package dev.lanewise.demo.report;

import java.util.HashSet;
import java.util.List;

import dev.lanewise.demo.plot.Markup;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HtmlRendererTest {
    private static final String PAGE = HtmlRenderer.render(Sample.REPORT);

    @Test
    void thePageIsWellFormedAndSaysWhatItIs() throws Exception {
        Markup page = Markup.parse(PAGE);
        assertTrue(PAGE.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
        assertEquals("Fits & <figures>", page.texts("title").getFirst());
        assertEquals(List.of("Fits & <figures>"), page.texts("h1"));
        assertEquals(List.of("1. First <section>", "2. Second"), page.texts("h2"));
        assertTrue(page.all("meta").stream().anyMatch(m -> m.getAttribute("name").equals("viewport")));
    }

    @Test
    void nothingIsFetchedAndNothingRuns() throws Exception {
        Markup page = Markup.parse(PAGE);
        assertTrue(page.all("script").isEmpty() && page.all("link").isEmpty() && page.all("img").isEmpty());
        assertTrue(page.values("src").isEmpty());
        assertTrue(page.values("href").stream().allMatch(href -> href.startsWith("#")));
        assertFalse(PAGE.contains("http") || PAGE.contains("@import") || PAGE.contains("//"));
    }

    @Test
    void everyReferenceHasItsTargetAndEveryIdIsUnique() throws Exception {
        Markup page = Markup.parse(PAGE);
        List<String> ids = page.values("id");
        assertEquals(ids.size(), new HashSet<>(ids).size(), ids::toString);
        assertTrue(page.values("href").stream().allMatch(href -> ids.contains(href.substring(1))));
        assertEquals(3, page.values("clip-path").stream().distinct().count());
        assertTrue(page.values("clip-path").stream()
                .allMatch(url -> ids.contains(url.replaceAll("url\\(#(.*)\\)", "$1"))));
        assertTrue(page.values("aria-labelledby").stream().flatMap(refs -> List.of(refs.split(" ")).stream())
                .allMatch(ids::contains));
    }

    @Test
    void wordsBetweenBackticksAreCode() throws Exception {
        Markup page = Markup.parse(PAGE);
        assertTrue(page.texts("code").containsAll(List.of("code", "f(\"<x>\")", "fit", "one.svg")));
        assertTrue(page.texts("p").contains("If a < b & c > d, call f(\"<x>\"); a lone ` stays."));
    }

    /// The second figure is there twice, and a screen shows it once: wide, or drawn anew where it is narrow.
    @Test
    void aFigureMayAdaptToANarrowScreen() throws Exception {
        Markup page = Markup.parse(PAGE);
        List<String> widths = page.all("svg").stream().map(svg -> svg.getAttribute("width")).toList();
        assertEquals(List.of("760", "760", "430"), widths);
        assertEquals(List.of("picture", "picture roomy", "picture narrow"), page.all("div").stream().map(div -> div
                .getAttribute("class")).filter(name -> name.startsWith("picture")).toList());
        assertTrue(PAGE.contains(".roomy { display: none; }") && PAGE.contains(".narrow { display: block; }"));
    }

    /// Numbers of more than forty characters do not fit on a phone; words wrap, so they do.
    @Test
    void wideTablesBecomeCards() throws Exception {
        List<String> names = List.of("name", "first", "second");
        String wide = "1234567890.12345678901";
        for (Table table : List.of(Table.of("", names, List.of(List.of("a", wide, wide))), Table.of("", names, List.of(
                List.of("a", "words ".repeat(20), "more"))))) {
            boolean cards = table.rows().getFirst().get(1).equals(wide);
            Markup page = Markup.parse(HtmlRenderer.render(new Report("", "", List.of(Section.of("", table)))));
            assertEquals(cards ? "cards" : "plain", page.all("table").getFirst().getAttribute("class"));
            assertEquals(names, page.all("td").stream().map(cell -> cell.getAttribute("data-name")).toList());
        }
    }

    @Test
    void everyBlockHasItsElement() throws Exception {
        Markup page = Markup.parse(PAGE);
        assertEquals(2, page.all("figure").size());
        assertEquals(3, page.all("svg").size());
        assertEquals(List.of("y = Σ cᵢ·tanh(wᵢx + bᵢ)\n  < ∞"), page.texts("pre"));
        assertEquals(2, page.all("ul").getFirst().getElementsByTagName("li").getLength());
        assertEquals(List.of("name", "RMSE", "rank"), page.texts("th"));
        assertEquals(List.of("tanh", "0.25", "10"), page.texts("td").subList(0, 3));
        assertEquals("12.5\u2007", page.texts("td").get(4));
        assertEquals("–\u2008\u2007\u2007", page.texts("td").get(7));
    }
}

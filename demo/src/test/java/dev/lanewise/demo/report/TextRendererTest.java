package dev.lanewise.demo.report;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TextRendererTest {
    @Test
    void tablesAlignAtTheDecimalPoint() {
        assertEquals("""
                1. Table
                ────────
                  Errors of `fit`
                  name   RMSE  rank
                  ────  ─────  ────
                  tanh   0.25    10
                  ReLU  12.5      2
                  none   –        0
                """, TextRenderer.render(Section.of("Table", Sample.TABLE), 1));
    }

    @Test
    void anIntegerAmongDecimalsStandsBeforeThePoint() {
        Table table = Table.of("", List.of("v"), List.of(List.of("1"), List.of("10.25"), List.of("−3.5")));
        List<String> lines = TextRenderer.render(Section.of("t", table), 1).lines().skip(4).toList();
        assertEquals(List.of("   1", "  10.25", "  −3.5"), lines);
    }

    @Test
    void runningTextIsWrappedAtAHundredColumnsWithoutLosingAWord() {
        String words = "seven words are written here again and ".repeat(40).strip();
        String text = TextRenderer.render(Section.of("s", new Block.Paragraph(words)), 1);
        String body = text.substring(text.indexOf('─')).replace("─", "").strip();
        assertTrue(body.lines().allMatch(line -> line.length() <= 100 && line.length() > 90 - 20), body);
        assertEquals(words, body.replace('\n', ' '));
    }

    @Test
    void itemsHaveAHangingIndent() {
        String text = TextRenderer.render(Section.of("s", Block.Bullets.of("word ".repeat(30))), 1);
        List<String> lines = text.lines().skip(2).toList();
        assertTrue(lines.getFirst().startsWith("  • word") && lines.get(1).startsWith("    word"), text);
    }

    @Test
    void theWholeReportNamesItsPicturesAndNumbersItsSections() {
        String text = TextRenderer.render(Sample.REPORT);
        assertTrue(text.startsWith("Fits & <figures>\n════════════════\n\nA lead with `code`.\n"), text);
        assertTrue(text.contains("\n1. First <section>\n") && text.contains("\n2. Second\n"), text);
        assertTrue(text.contains("  ▸ one.svg: The one.\n") && text.contains("  ▸ two.svg: The same again.\n"), text);
        assertTrue(text.lines().noneMatch(line -> line.endsWith(" ")), text);
    }
}

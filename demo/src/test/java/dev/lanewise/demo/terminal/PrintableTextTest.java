package dev.lanewise.demo.terminal;

import java.io.PrintWriter;
import java.io.StringWriter;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What texts of unknown origin become on the way to the terminal.
class PrintableTextTest {
    private static String text(int... codePoints) {
        return new String(codePoints, 0, codePoints.length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8, 0x1b, '\n', '\r', 0x7f, 0x85, 0x9b, 0xad, 0x200b, 0x202e, 0x2028, 0x2066, 0xd800,
            0xe000, 0xfeff, 0xffff, 0xe0001, 0x10ffff})
    void whatSteersOrHidesIsNamed(int c) {
        assertEquals("a<U+%04X>b".formatted(c), PrintableText.of(text('a', c, 'b')));
    }

    @Test
    void whatCanBeSeenStaysAsItIs() {
        String seen = "layer1.weight größe 层 \\ é " + text(0x1f600);
        assertEquals(seen, PrintableText.of(seen));
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        String faces = text(0x1f600, 0x1f600, 0x1f600);
        assertEquals(faces, PrintableText.of(faces, 3));
        assertEquals(text(0x1f600, 0x1f600) + "…", PrintableText.of(faces, 2));
    }

    @Test
    void jsonMeansTheSameAndSteersNothing() {
        String hostile = text(0x1b, '"', 0x7f, 0x9b, 0x202e, 0x2028, 'ö', 0x1f600, '\\');
        StringWriter out = new StringWriter();
        Json.print(new PrintWriter(out), json -> json.field("text", hostile));
        String printed = out.toString().stripTrailing();
        assertEquals(printed, PrintableText.of(printed));
        assertEquals(hostile, JsonParser.parseString(printed).getAsJsonObject().get("text").getAsString());
        assertTrue(printed.contains("ö" + text(0x1f600)), printed);
    }
}

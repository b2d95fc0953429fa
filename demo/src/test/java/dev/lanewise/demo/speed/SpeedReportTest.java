package dev.lanewise.demo.speed;

import java.util.List;

import dev.lanewise.demo.plot.Markup;
import dev.lanewise.demo.report.TextRenderer;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SpeedReportTest {
    private static String text(Measurements measured) {
        return TextRenderer.render(SpeedReport.of(measured));
    }

    @Test
    void aRowSaysAllOfAKernel() {
        String text = text(Fake.measurements());
        assertTrue(text.matches("(?s).*gemm +100 × 100 +50\\.0 µs +40\\.0 +GF/s +0\\.63 +peak +5\\.0\n.*"), text);
        assertTrue(text.matches("(?s).*gemv +100 × 100 +1\\.00 µs +80\\.0 +GB/s +0\\.80 +L2 +4\\.0\n.*"), text);
        assertTrue(text.matches("(?s).*tanh +1000 +2\\.00 µs +2\\.00 +ns/element +0\\.69 +peak +10\\.0\n.*"), text);
    }

    @Test
    void machineAndLimitsAreNamed() {
        String text = text(Fake.measurements());
        for (String part : List.of("A & B <1>", "2; one thread is measured", "vector, 512 bits", "2026-11-22", "64.0",
                "16 KiB", "512 KiB", "8 MiB", "128 MiB")) {
            assertTrue(text.contains(part), part + " is not in " + text);
        }
        assertFalse(text.contains("no time for") || text.contains("plain loops"), text);
    }

    @Test
    void itSaysWhenThereAreNoVectors() {
        assertTrue(text(Fake.measurements("scalar: asked for", true, List.of())).replaceAll("\\s+", " ").contains(
                "The engine computes with plain loops here, but the limits were measured with vectors"));
        assertTrue(text(Fake.measurements("scalar: no C2", false, List.of())).contains("This JVM has no vectors"));
    }

    @Test
    void itSaysWhatHasNotSettled() throws Exception {
        assertFalse(text(Fake.measurements()).contains("question mark"));
        String text = text(Fake.unsettled());
        assertTrue(text.matches("(?s).*gemm +100 × 100 +50\\.0 µs .*"), text);
        assertTrue(text.matches("(?s).*gemv \\? +100 × 100 +1\\.00 µs .*"), text);
        assertTrue(text.contains("Where a kernel has a question mark"), text);
        List<String> marks = Markup.parse(new Roofline(Fake.unsettled()).figure().svg()).texts("text");
        assertTrue(marks.contains("gemm 100") && marks.contains("gemv ?"), marks::toString);
    }

    @Test
    void itSaysWhatIsLeftOut() {
        String text = text(Fake.measurements("vector", true, List.of("gemm 8 × 8", "dot 7")));
        assertTrue(text.contains("There was no time for: gemm 8 × 8; dot 7."), text);
    }

    @Test
    void theRooflineNamesRoofsAndKernels() throws Exception {
        Markup svg = Markup.parse(new Roofline(Fake.measurements()).figure().svg());
        List<String> texts = svg.texts("text");
        for (String label : List.of("L1, 256 GB/s", "L2, 128 GB/s", "L3, 64.0 GB/s", "memory, 16.0 GB/s",
                "FMA peak, 64.0 GF/s", "gemm 100", "gemv", "tanh", "operations for each byte")) {
            assertEquals(1, texts.stream().filter(label::equals).count(), label + " in " + texts);
        }
    }

    @Test
    void aRooflineWithoutKernels() throws Exception {
        Markup svg = Markup.parse(new Roofline(Fake.measurements("vector", true, List.of("all"))).figure().svg());
        assertTrue(svg.texts("text").contains("L1, 256 GB/s"));
    }
}

package dev.lanewise.demo.plot;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LetteringTest {
    @Test
    void whatFitsIsKeptAndWhatDoesNotIsCut() {
        assertEquals("neurons", Lettering.fit("neurons", 14, 100));
        String cut = Lettering.fit("a_column_name_that_nobody_can_read", 14, 100);
        assertTrue(cut.startsWith("a_col") && cut.endsWith("…") && Lettering.width(cut, 14) <= 100, cut);
    }

    /// The advances of DejaVu Sans, the widest of the fonts that systems come with, in ems.
    @ParameterizedTest
    @CsvSource({"0, 0.636", "−, 0.838", "−0.015, 3.701", "1.98·10⁷, 4.218", "10⁻¹⁵, 2.602", "h₁₀, 1.436",
            "'network, RMSE 0.2812', 11.338", "'x · sin x, 100 samples', 10.907", "held-out rows, 6.840",
            "MEDIAN WIDTH, 7.726", "σ′(x) ≥ 0, 4.343", "a_column_name, 8.130",
            "number of neurons in the layer, 15.578"})
    void textsAreNotWiderThanThought(String text, double ems) {
        double width = Lettering.width(text, 1);
        assertTrue(ems <= width && width <= 1.15 * ems, text + ": " + width);
    }

    @Test
    void linesAreNoWiderThanAllowed() {
        List<String> lines = Lettering.wrap("several words and a_single_word_that_is_much_too_long_for_it", 14, 120);
        assertTrue(lines.size() > 2 && lines.stream().allMatch(line -> Lettering.width(line, 14) <= 120),
                lines::toString);
        assertEquals(List.of(), Lettering.wrap("  ", 14, 120));
    }

    @Test
    void titlesAreDividedAtTheirDots() {
        assertEquals(List.of("hidden layer", "10 tanh neurons"),
                Lettering.title("hidden layer · 10 tanh neurons", 14, 200));
        assertEquals(List.of("hidden layer · 10 tanh neurons"),
                Lettering.title("hidden layer · 10 tanh neurons", 14, 400));
    }
}

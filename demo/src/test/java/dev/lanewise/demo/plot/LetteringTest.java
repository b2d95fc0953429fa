package dev.lanewise.demo.plot;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LetteringTest {
    @Test
    void whatFitsIsKeptAndWhatDoesNotIsCut() {
        assertEquals("neurons", Lettering.fit("neurons", 14, 100));
        String cut = Lettering.fit("a_column_name_that_nobody_can_read", 14, 100);
        assertTrue(cut.startsWith("a_col") && cut.endsWith("…") && Lettering.width(cut, 14) <= 100, cut);
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

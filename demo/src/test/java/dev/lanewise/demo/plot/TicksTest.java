package dev.lanewise.demo.plot;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class TicksTest {
    @Test
    void linearTicksAreTheNearestDoublesOfTheirLabels() {
        List<Ticks.Tick> ticks = Axis.linear(0, 0.95).ticks(10).major();
        assertEquals(List.of("0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9"), labels(ticks));
        for (Ticks.Tick tick : ticks) assertEquals(Double.parseDouble(tick.label()), tick.value());
    }

    @Test
    void decadesOnALogarithmicAxis() {
        Ticks ticks = Axis.logarithmic(0.001, 50).ticks(8);
        assertEquals(List.of("10⁻³", "10⁻²", "10⁻¹", "10⁰", "10¹"), labels(ticks.major()));
        assertEquals(4 * 8 + 4, ticks.minor().size());
        assertEquals(0.002, ticks.minor().getFirst());
    }

    @Test
    void manyDecadesAreThinnedToMultiples() {
        assertEquals(List.of("10⁻¹⁵", "10⁻¹⁰", "10⁻⁵", "10⁰", "10⁵"),
                labels(Axis.logarithmic(1e-17, 1e9).ticks(5).major()).subList(0, 5));
    }

    @Test
    void fewDecadesAreDividedByOneTwoFive() {
        assertEquals(List.of("2", "5", "10", "20", "50"), labels(Axis.logarithmic(1.5, 60).ticks(8).major()));
    }

    @Test
    void partsOfADecadeAreDividedEvenly() {
        assertEquals(List.of("2.0", "2.2", "2.4", "2.6", "2.8", "3.0"),
                labels(Axis.logarithmic(2, 3.1).ticks(8).major()));
    }

    @Test
    void whatAnAxisCannotHoldIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Axis.linear(0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Axis.logarithmic(0, 1));
    }

    private static List<String> labels(List<Ticks.Tick> ticks) {
        return ticks.stream().map(Ticks.Tick::label).toList();
    }
}

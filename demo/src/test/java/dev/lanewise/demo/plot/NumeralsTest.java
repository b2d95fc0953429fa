package dev.lanewise.demo.plot;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class NumeralsTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "-0.0, 0", "0.3745401188, 0.375", "4.2, 4.20", "31415.9, 31416", "-19082345, −1.91·10⁷",
            "-999.6, −1000", "99999.9, 1.00·10⁵", "0.00099996, 0.00100", "0.00012345, 1.23·10⁻⁴", "NaN, –",
            "Infinity, –", "4.9e-324, 4.94·10⁻³²⁴", "1.7976931348623157e308, 1.80·10³⁰⁸"})
    void briefKeepsThreeDigits(double value, String text) {
        assertEquals(text, Numerals.brief(value));
    }

    @Test
    void labelsOfOneAxisHaveOneStyle() {
        assertEquals(List.of("−0.5", "0", "0.5", "1.0"), alike("-0.5", "0", "0.5", "1"));
        assertEquals(List.of("0", "20000", "40000"), alike("0", "2e4", "4e4"));
        assertEquals(List.of("−2·10⁷", "0", "2·10⁷"), alike("-2e7", "0", "2e7"));
        assertEquals(List.of("0.5·10⁻¹²", "1.0·10⁻¹²"), alike("5e-13", "1e-12"));
    }

    @Test
    void raisedAndLoweredDigits() {
        assertEquals("10⁻³⁰⁷", "10" + Numerals.superscript(-307));
        assertEquals("h₁₀", "h" + Numerals.subscript(10));
    }

    private static List<String> alike(String... values) {
        return Numerals.alike(Stream.of(values).map(BigDecimal::new).toList());
    }
}

package dev.lanewise.demo.report;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Numbers as the account prints them.
class DigitsTest {
    @ParameterizedTest
    @CsvSource({"0.28123105456, 9, 0.281231055", "156720528.7276026, 4, 1.567·10⁸", "-19.0612, 4, −19.06",
            "0.00018158, 3, 0.000182", "0.000099996, 3, 0.000100", "0.00009994, 3, 9.99·10⁻⁵",
            "0.0000123, 2, 1.2·10⁻⁵", "59000, 2, 59000",
            "1, 3, 1.00", "0, 3, 0", "Infinity, 3, ∞", "-Infinity, 3, −∞", "NaN, 3, –"})
    void significant(double value, int digits, String text) {
        assertEquals(text, Digits.of(value, digits));
    }

    @ParameterizedTest
    @CsvSource({"0.25, 0.25", "1, 1", "-5, −5", "0.001, 0.001", "100, 100", "12345678, 1.23·10⁷"})
    void byHand(double value, String text) {
        assertEquals(text, Digits.plain(value));
    }
}

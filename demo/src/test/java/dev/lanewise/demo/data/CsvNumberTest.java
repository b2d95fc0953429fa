package dev.lanewise.demo.data;

import dev.lanewise.demo.terminal.DecimalNumber;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CsvNumberTest {
    @ParameterizedTest
    @CsvSource({"3.0, 3", "0.0, 0", "-7.0, -7", "2.026113E7, 20261130", "9.007199254740991E15, 9007199254740991",
            "-9.007199254740991E15, -9007199254740991", "9.007199254740992E15, 9.007199254740992E15", "0.5, 0.5",
            "1.0E-5, 1.0E-5", "-0.0, -0.0", "1.0E300, 1.0E300", "NaN, ''", "Infinity, ''", "-Infinity, ''"})
    void wholeNumbersHaveNoPoint(double value, String field) {
        assertEquals(field, CsvNumber.of(value));
    }

    @Property
    void everyFiniteNumberReadsBackExactly(@ForAll long bits, @ForAll int whole) {
        for (double value : new double[] {Double.longBitsToDouble(bits), whole, bits}) {
            if (!Double.isFinite(value)) continue;
            assertEquals(value, Double.parseDouble(CsvNumber.of(value)));
            assertEquals(value, DecimalNumber.parse(CsvNumber.of(value)));
        }
    }
}

package dev.lanewise.demo.data;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Doubles through a CSV file and back.
class CsvFileProperties {
    @Provide
    Arbitrary<Double> finite() {
        Arbitrary<Double> bits = Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
        return Arbitraries.frequencyOf(Tuple.of(9, bits), Tuple.of(1, Arbitraries.of(-0.0,
                0.0, Double.MIN_VALUE, -Double.MIN_NORMAL, Double.MAX_VALUE, 0.1, 1e22, 1e23)));
    }

    @Property(tries = 500)
    void aDoubleComesBackBitByBit(@ForAll("finite") double x, @ForAll("finite") double y) throws IOException {
        CsvTable table = CsvFile.read("t.csv", new StringReader(x + "," + y + "\n"));
        assertEquals(List.of(), table.header());
        assertEquals(Double.doubleToRawLongBits(x), Double.doubleToRawLongBits(table.values().get(0, 0)));
        assertEquals(Double.doubleToRawLongBits(y), Double.doubleToRawLongBits(table.values().get(0, 1)));
    }
}

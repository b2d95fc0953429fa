package dev.lanewise.demo.data;

import java.util.List;
import java.util.stream.IntStream;

import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class CsvTableTest {
    private static final CsvTable NAMED = table("a", "2", "b", "b", "");
    private static final CsvTable NAMELESS = new CsvTable("t.csv", List.of(), Matrix.zeros(1, 3));

    private static CsvTable table(String... header) {
        return new CsvTable("t.csv", List.of(header), Matrix.zeros(1, header.length));
    }

    private static String complaint(CsvTable table, String wanted) {
        return assertThrows(InputException.class, () -> table.column(wanted)).getMessage();
    }

    @ParameterizedTest
    @CsvSource({"a, 0", "' a ', 0", "1, 0", "2, 1", "3, 2", "5, 4", "+4, 3", "004, 3"})
    void aNameWinsOverANumber(String wanted, int column) {
        assertEquals(column, NAMED.column(wanted));
    }

    @Test
    void columnsWithoutAHeaderAreNumbered() {
        assertEquals(2, NAMELESS.column("3"));
        assertEquals("column 3", NAMELESS.name(2));
        assertEquals("column 5", NAMED.name(4));
    }

    @Test
    void aColumnThatIsNotThere() {
        assertEquals("t.csv: there is no column 'c'; it has a, 2, b, b, column 5", complaint(NAMED, "c"));
        assertEquals("t.csv: there is no column 6; its columns are 1 to 5", complaint(NAMED, "6"));
        assertEquals("t.csv: there is no column 0; its columns are 1 to 3", complaint(NAMELESS, "0"));
        assertEquals("t.csv: there is no column -1; its columns are 1 to 3", complaint(NAMELESS, "-1"));
        assertEquals("t.csv: there is no column 99999999999999999999; its columns are 1 to 3", complaint(NAMELESS,
                "99999999999999999999"));
        assertEquals("t.csv: there is no column 'y'; it has no header, so a column is a number from 1 to 3", complaint(
                NAMELESS, "y"));
    }

    @Test
    void anAmbiguousName() {
        assertEquals("t.csv: 2 columns are named 'b' (3, 4): say which by its number", complaint(NAMED, "b"));
    }

    @Test
    void ofManyNamesTheFirstAreListed() {
        String[] names = IntStream.range(0, 30).mapToObj(j -> "n" + j).toArray(String[]::new);
        assertEquals("t.csv: there is no column 'c'; it has n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11 and 18 "
                + "more", complaint(table(names), "c"));
    }
}

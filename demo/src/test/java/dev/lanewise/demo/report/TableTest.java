package dev.lanewise.demo.report;

import java.util.List;

import dev.lanewise.demo.report.Table.Alignment;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class TableTest {
    @Test
    void columnsOfNumbersAlignAtTheirPoints() {
        assertEquals(List.of(Alignment.LEFT, Alignment.DECIMAL, Alignment.DECIMAL), Sample.TABLE.alignments());
        Table mixed = Table.of("", List.of("a", "b", "c"), List.of(List.of("−1.5·10⁷", "(0, 1)", "∞"),
                List.of("<2e-3", "7", "−∞")));
        assertEquals(List.of(Alignment.DECIMAL, Alignment.LEFT, Alignment.DECIMAL), mixed.alignments());
    }

    @Test
    void everyRowHasACellForEveryColumn() {
        assertEquals("table \"t\": row 2 has 1 cells for 2 columns", assertThrows(IllegalArgumentException.class,
                () -> Table.of("t", List.of("a", "b"), List.of(List.of("1", "2"), List.of("3")))).getMessage());
        assertEquals("table \"t\": 1 columns but 0 alignments", assertThrows(IllegalArgumentException.class,
                () -> new Table("t", List.of("a"), List.of(), List.of())).getMessage());
    }
}

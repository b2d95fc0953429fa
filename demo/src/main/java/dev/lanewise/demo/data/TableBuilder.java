package dev.lanewise.demo.data;

import java.util.Arrays;

import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.Matrix;

/// Collects the rows of a CSV file into a table.
final class TableBuilder {
    private final CsvRows rows;
    private final int columns;
    private double[] values = {};
    private int size;

    TableBuilder(CsvRows rows) {
        this.rows = rows;
        this.columns = rows.columns().count();
    }

    /// The table of all rows that are left.
    CsvTable build() {
        do {
            reserve(columns);
        } while (add());
        return new CsvTable(rows.columns(), Matrix.of(size / columns, columns, Arrays.copyOf(values, size)));
    }

    private boolean add() {
        if (!rows.next(values, size)) return false;
        size += columns;
        return true;
    }

    private void reserve(int more) {
        long needed = (long) size + more;
        if (needed > values.length) {
            values = Arrays.copyOf(values, (int) Math.min(Math.max(needed, 2L * values.length), Integer.MAX_VALUE - 8));
        }
        if (needed > values.length) {
            throw new InputException("%s has more numbers than fit one table (%d)".formatted(rows.columns().source(),
                    values.length));
        }
    }
}

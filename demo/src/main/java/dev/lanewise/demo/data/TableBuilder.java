package dev.lanewise.demo.data;

import java.util.Arrays;
import java.util.List;

import dev.lanewise.demo.terminal.DecimalNumber;
import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.Matrix;

/// Collects the lines of a CSV file into a table, and refuses the first that does not fit.
final class TableBuilder {
    /// How much of a field a message quotes.
    private static final int QUOTED = 40;

    private final String source;
    private List<String> header = List.of();
    private int columns;
    private long firstLine;
    private double[] values = {};
    private int size;

    TableBuilder(String source) {
        this.source = source;
    }

    /// Adds a line; the first is the header iff a field of it is not a number.
    void add(long line, List<String> fields) {
        if (firstLine == 0) {
            firstLine = line;
            columns = fields.size();
            if (fields.stream().anyMatch(field -> Double.isNaN(DecimalNumber.parse(field)))) {
                header = fields.stream().map(TableBuilder::visible).toList();
                return;
            }
        }
        if (fields.size() != columns) {
            throw new InputException("%s, line %d: it has %s but line %d has %s".formatted(source, line,
                    count(fields.size()), firstLine, count(columns)));
        }
        reserve(columns);
        for (int j = 0; j < columns; j++) values[size + j] = number(line, j, fields.get(j));
        size += columns;
    }

    private static String count(int columns) {
        return columns == 1 ? "1 column" : columns + " columns";
    }

    private double number(long line, int column, String field) {
        double value = DecimalNumber.parse(field);
        if (Double.isFinite(value)) return value;
        String name = header.isEmpty() ? "" : header.get(column);
        String where = "%s, line %d, column %d%s: ".formatted(source, line, column + 1, name.isEmpty()
                ? ""
                : " (" + quoted(name) + ")");
        String hint = columns == 1 ? " (columns are separated by commas)" : "";
        if (field.isBlank()) throw new InputException(where + "there is no number, the field is empty");
        String wrong = Double.isNaN(value) ? "is not a number" : "is too large for a double";
        throw new InputException("%s'%s' %s%s".formatted(where, quoted(field), wrong, hint));
    }

    private static String quoted(String field) {
        String text = visible(field);
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
    }

    /// One line of what a terminal can print: line breaks are blanks, and no character steers it.
    private static String visible(String field) {
        return field.strip().replaceAll("\\s+", " ").replaceAll("\\p{Cc}", "\uFFFD");
    }

    private void reserve(int more) {
        long needed = (long) size + more;
        if (needed > values.length) {
            values = Arrays.copyOf(values, (int) Math.min(Math.max(needed, 2L * values.length), Integer.MAX_VALUE - 8));
        }
        if (needed > values.length) {
            throw new InputException("%s has more numbers than fit one table (%d)".formatted(source, values.length));
        }
    }

    /// The table of all lines.
    CsvTable build() {
        if (firstLine == 0) throw new InputException(source + " is empty");
        if (size == 0) throw new InputException(source + " has a header but no rows");
        return new CsvTable(source, header, Matrix.of(size / columns, columns, Arrays.copyOf(values, size)));
    }
}

package dev.lanewise.demo.data;

import java.util.List;

import dev.lanewise.demo.terminal.DecimalNumber;
import dev.lanewise.demo.terminal.InputException;

/// Takes the numbers of the lines of a CSV file, and refuses the first line that does not fit.
///
/// @param source how messages name the file
/// @param firstLine the number of the first line, which says how many columns there are
/// @param columns how many
/// @param header the names in it, or an empty list
record LineParser(String source, long firstLine, int columns, List<String> header) {
    /// How much of a field a message quotes.
    private static final int QUOTED = 40;

    /// A parser of lines like the first, which is the header iff a field of it is not a number.
    static LineParser of(String source, long line, List<String> fields) {
        boolean isHeader = fields.stream().anyMatch(field -> Double.isNaN(DecimalNumber.parse(field)));
        return new LineParser(source, line, fields.size(), isHeader
                ? fields.stream().map(LineParser::visible).toList()
                : List.of());
    }

    /// Refuses a line that is one field because other signs than commas are between its columns.
    ///
    /// @param field the field, which was not in quotes
    static void checkCommas(String source, long line, String field) {
        String signs = field.contains(";") ? "semicolons" : field.contains("\t") ? "tabs" : "";
        if (signs.isEmpty()) return;
        throw new InputException(
                "%s, line %d: there are %s in it and no commas%s".formatted(source, line, signs, Columns.COMMAS));
    }

    /// Puts the numbers of a line into a row, from an index on.
    void parse(LineNumbers line, double[] row, int from) {
        if (line.count() != columns) {
            throw new InputException("%s, line %d: it has %s but line %d has %s".formatted(source, line.line(),
                    count(line.count()), firstLine, count(columns)));
        }
        if (!line.isFinite()) throw fault(line.line(), line.fault(), line.faulty());
        line.put(row, from);
    }

    private static String count(int columns) {
        return columns == 1 ? "1 column" : columns + " columns";
    }

    /// Where a field is, for messages.
    String place(long line, int column) {
        String name = header.isEmpty() ? "" : header.get(column);
        return "%s, line %d, column %d%s".formatted(source, line, column + 1, name.isEmpty()
                ? ""
                : " (" + quoted(name) + ")");
    }

    private InputException fault(long line, int column, String field) {
        String where = place(line, column) + ": ";
        String hint = columns == 1 || field.contains(";") || field.contains("\t") ? Columns.COMMAS : "";
        if (field.isBlank()) return new InputException(where + "there is no number, the field is empty");
        String wrong = Double.isNaN(DecimalNumber.parse(field)) ? "is not a number" : "is too large for a double";
        return new InputException("%s'%s' %s%s".formatted(where, quoted(field), wrong, hint));
    }

    private static String quoted(String field) {
        String text = visible(field);
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
    }

    /// One line of what a terminal can print: line breaks are blanks, and no character steers it.
    private static String visible(String field) {
        return field.strip().replaceAll("\\s+", " ").replaceAll("\\p{Cc}", "\uFFFD");
    }
}

package dev.lanewise.demo.data;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.lanewise.demo.terminal.DecimalNumber;
import dev.lanewise.demo.terminal.InputException;

/// The columns of a file of numbers.
///
/// @param source how messages name the file
/// @param count how many there are, at least 1
/// @param header the names in its first line, in order, or an empty list where it has none
public record Columns(String source, int count, List<String> header) {
    /// Behind a sentence about a file that has one column or an odd field: another sign may have been meant to separate.
    public static final String COMMAS = " (columns are separated by commas)";

    /// How many names a message lists before it stops.
    private static final int LISTED = 12;

    /// Columns.
    public Columns {
        header = List.copyOf(header);
    }

    /// The name of a column: what the header says, else `column 3` and the like.
    ///
    /// @param column its index, from 0
    /// @return the name, never empty
    public String name(int column) {
        return header.isEmpty() || header.get(column).isEmpty() ? "column " + (column + 1) : header.get(column);
    }

    /// The column that a user means: a name of the header, else a number from 1.
    ///
    /// @param wanted a name or a number; a name wins where the header has both
    /// @return the index of the column, from 0
    /// @throws InputException if there is no such column, or more than one of that name
    public int indexOf(String wanted) {
        String name = wanted.strip();
        int[] found = IntStream.range(0, header.size()).filter(j -> header.get(j).equals(name)).toArray();
        if (found.length == 1) return found[0];
        if (found.length > 1) {
            String numbers = IntStream.of(found).mapToObj(j -> "" + (j + 1)).collect(Collectors.joining(", "));
            throw new InputException("%s: %d columns are named '%s' (%s): say which by its number".formatted(source,
                    found.length, name, numbers));
        }
        if (name.matches("[+-]?[0-9]+")) return number(name);
        String columns = header.isEmpty()
                ? "it has no header, so a column is a number from 1 to %d".formatted(count)
                : "it has " + names();
        throw new InputException("%s: there is no column '%s'; %s".formatted(source, name, columns));
    }

    private int number(String digits) {
        for (int j = 1; j <= count; j++) {
            if (new BigInteger(digits).equals(BigInteger.valueOf(j))) return j - 1;
        }
        throw new InputException("%s: there is no column %s; its columns are 1 to %d".formatted(source, digits,
                count));
    }

    private String names() {
        String listed = IntStream.range(0, Math.min(count, LISTED)).mapToObj(this::name).collect(Collectors.joining(
                ", "));
        return count <= LISTED ? listed : listed + " and %d more".formatted(count - LISTED);
    }

    /// Whether the first line may have been meant as data: it was taken for the header, though some of its fields are
    /// numbers.
    ///
    /// @return true if a field of the header is a number
    public boolean headerHoldsNumbers() {
        return header.stream().anyMatch(name -> !Double.isNaN(DecimalNumber.parse(name)));
    }
}

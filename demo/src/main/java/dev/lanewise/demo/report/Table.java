package dev.lanewise.demo.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Cells in rows and columns. Cells are plain text.
///
/// @param caption running text above the table; may be empty
/// @param headers the names of the columns
/// @param rows the rows, each as long as the headers
/// @param alignments one for each column
public record Table(String caption, List<String> headers, List<List<String>> rows, List<Alignment> alignments)
        implements
            Block {
    private static final Pattern NUMBER = Pattern.compile("[+−<-]?[0-9].*|[–—∞]|−∞|");

    /// How the cells of a column stand below one another.
    public enum Alignment {
        /// Words.
        LEFT,
        /// Integers, and numbers with their units.
        RIGHT,
        /// Numbers, their decimal points in one line.
        DECIMAL
    }

    /// Copies the lists.
    ///
    /// @throws IllegalArgumentException if a row, or the list of alignments, is not as long as the headers
    public Table {
        headers = List.copyOf(headers);
        rows = rows.stream().map(List::copyOf).toList();
        alignments = List.copyOf(alignments);
        if (alignments.size() != headers.size()) {
            throw new IllegalArgumentException("table \"" + caption + "\": " + headers.size() + " columns but "
                    + alignments.size() + " alignments");
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).size() != headers.size()) {
                throw new IllegalArgumentException("table \"" + caption + "\": row " + (i + 1) + " has "
                        + rows.get(i).size() + " cells for " + headers.size() + " columns");
            }
        }
    }

    /// A table whose columns of numbers stand at their decimal points, and all others to the left.
    ///
    /// @param caption running text above the table; may be empty
    /// @param headers the names of the columns
    /// @param rows the rows, each as long as the headers
    /// @return the table
    /// @throws IllegalArgumentException if a row is not as long as the headers
    public static Table of(String caption, List<String> headers, List<List<String>> rows) {
        List<Alignment> alignments = IntStream.range(0, headers.size()).mapToObj(column -> rows.stream()
                .allMatch(row -> column >= row.size() || NUMBER.matcher(row.get(column)).matches())
                        ? Alignment.DECIMAL
                        : Alignment.LEFT)
                .toList();
        return new Table(caption, headers, rows, alignments);
    }

    /// The cells of one column, without its header.
    List<String> column(int index) {
        return rows.stream().map(row -> row.get(index)).toList();
    }
}

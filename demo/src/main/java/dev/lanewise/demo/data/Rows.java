package dev.lanewise.demo.data;

import java.io.Closeable;

import dev.lanewise.demo.terminal.InputException;

/// The rows of a file of numbers, one after the other, so that the file may be larger than the memory.
public sealed interface Rows extends Closeable permits CsvRows, ArrayRows {
    /// The columns of the file.
    ///
    /// @return their number and names
    Columns columns();

    /// Reads the next row.
    ///
    /// @param row takes its numbers, which are finite
    /// @param from where the first of them goes
    /// @return false where there is none left
    /// @throws InputException if it is no row of as many numbers as there are columns, or there was none at all
    boolean next(double[] row, int from);

    /// Where a number of the row that was read last stands in the file, for messages.
    ///
    /// @param column its column, from 0
    /// @return such as `a.csv, line 3, column 2 (price)`
    String place(int column);

    /// The number of the row that was read last: of a text that of its line, of an array that of its row, from 1.
    ///
    /// @return ≥ 1
    long number();

    /// What [#number] counts.
    ///
    /// @return `line` or `row`
    String unit();

    /// How much has been read.
    ///
    /// @return bytes of the file
    long bytes();
}

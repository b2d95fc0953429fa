package dev.lanewise.demo.data;

import java.util.List;

import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.Matrix;

/// The numbers of a CSV file, all finite: at least one row, and as many columns as the file has.
///
/// @param names the columns of the file
/// @param values a row of the file in each row; not copied
public record CsvTable(Columns names, Matrix values) {
    /// A table.
    ///
    /// @param source how messages name the file
    /// @param header the names in its first line, in order, or an empty list where it has none
    /// @param values a row of the file in each row; not copied
    public CsvTable(String source, List<String> header, Matrix values) {
        this(new Columns(source, values.cols(), header), values);
    }

    /// How messages name the file.
    ///
    /// @return its path as given
    public String source() {
        return names.source();
    }

    /// The names in its first line.
    ///
    /// @return the names in order, or an empty list where it has none
    public List<String> header() {
        return names.header();
    }

    /// The number of rows.
    ///
    /// @return at least 1
    public int rows() {
        return values.rows();
    }

    /// The number of columns.
    ///
    /// @return at least 1
    public int columns() {
        return values.cols();
    }

    /// The name of a column: what the header says, else `column 3` and the like.
    ///
    /// @param column its index, from 0
    /// @return the name, never empty
    public String name(int column) {
        return names.name(column);
    }

    /// The column that a user means: a name of the header, else a number from 1.
    ///
    /// @param wanted a name or a number; a name wins where the header has both
    /// @return the index of the column, from 0
    /// @throws InputException if there is no such column, or more than one of that name
    public int column(String wanted) {
        return names.indexOf(wanted);
    }

    /// Whether the first line may have been meant as data: it was taken for the header, though some of its fields are
    /// numbers.
    ///
    /// @return true if a field of the header is a number
    public boolean headerHoldsNumbers() {
        return names.headerHoldsNumbers();
    }
}

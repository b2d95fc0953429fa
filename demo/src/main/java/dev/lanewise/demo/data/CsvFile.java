package dev.lanewise.demo.data;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;

import dev.lanewise.demo.terminal.InputException;

/// Reads a whole CSV file of numbers, as [CsvRows] reads its rows.
public final class CsvFile {
    private CsvFile() {}

    /// Reads a whole file.
    ///
    /// @param path the file
    /// @return its numbers
    /// @throws InputException if it cannot be read or is not a table of finite numbers
    public static CsvTable read(Path path) {
        try (CsvRows rows = CsvRows.open(path)) {
            return new TableBuilder(rows).build();
        } catch (IOException e) {
            throw InputException.unreadable(path, e);
        }
    }

    /// Reads a table from a reader.
    ///
    /// @param source how messages name it
    /// @param reader the text; read to its end and closed
    /// @return its numbers
    /// @throws IOException if reading fails
    /// @throws InputException if it is not a table of finite numbers
    static CsvTable read(String source, Reader reader) throws IOException {
        try (CsvRows rows = CsvRows.of(source, reader)) {
            return new TableBuilder(rows).build();
        }
    }
}

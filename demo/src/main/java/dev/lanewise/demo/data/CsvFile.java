package dev.lanewise.demo.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.lanewise.demo.terminal.InputException;

/// Reads a CSV file of numbers: commas, fields in quotes where they like, lines that end in LF, CRLF or CR, UTF-8 with
/// or without a byte order mark. Empty lines are skipped. Whatever is wrong is said in one sentence with the line and
/// the column.
public final class CsvFile {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private CsvFile() {}

    /// Reads a whole file.
    ///
    /// @param path the file
    /// @return its numbers
    /// @throws InputException if it cannot be read or is not a table of finite numbers
    public static CsvTable read(Path path) {
        String source = path.toString();
        if (source.isEmpty()) throw new InputException("the name of the CSV file is empty");
        if (Files.isDirectory(path)) throw new InputException(source + " is a folder, not a file");
        // The decoder of newDecoder() refuses malformed input, which a reader made from a charset would replace.
        try (Reader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(path),
                StandardCharsets.UTF_8.newDecoder()))) {
            return read(source, reader);
        } catch (NoSuchFileException e) {
            throw new InputException("there is no file " + source);
        } catch (AccessDeniedException e) {
            throw new InputException("the file %s may not be read".formatted(source));
        } catch (IOException e) {
            throw new InputException("the file %s cannot be read (%s)".formatted(source, e.getMessage()));
        }
    }

    /// Reads a table from a reader.
    ///
    /// @param source how messages name it
    /// @param reader the text; read to its end, not closed
    /// @return its numbers
    /// @throws IOException if reading fails
    /// @throws InputException if it is not a table of finite numbers
    static CsvTable read(String source, Reader reader) throws IOException {
        TableBuilder table = new TableBuilder(source);
        try {
            for (CsvRecord line : lines(reader)) {
                if (line.getFieldCount() > 1 || !line.getField(0).isBlank()) {
                    table.add(line.getStartingLineNumber(), line.getFields());
                }
            }
        } catch (CsvParseException | UncheckedIOException | CharacterCodingException e) {
            throw unreadable(source, e);
        }
        return table.build();
    }

    private static CsvReader<CsvRecord> lines(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) reader.reset();
        // Not closed: closing it would close the reader, which is the caller's.
        return CsvReader.builder().extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).allowUnclosedQuote(false).ofCsvRecord(reader);
    }

    private static InputException unreadable(String source, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new InputException("%s is not a text file in UTF-8".formatted(source));
            }
        }
        Throwable root = e.getCause() == null ? e : e.getCause();
        return new InputException("%s: %s".formatted(source, root.getMessage()));
    }
}

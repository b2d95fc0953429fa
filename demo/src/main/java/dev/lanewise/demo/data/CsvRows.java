package dev.lanewise.demo.data;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.lanewise.demo.terminal.InputException;

/// The rows of a CSV file of numbers, one after the other, so that a file may be larger than the memory.
///
/// Commas, fields in quotes where they like, lines that end in LF, CRLF or CR, UTF-8 with or without a byte order mark.
/// Empty lines are skipped. Whatever is wrong is said in one sentence with the line and the column, when it is reached.
public final class CsvRows implements Closeable {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final String source;
    private final Reader reader;
    private final Iterator<CsvRecord> lines;
    private final LineParser parser;
    private final CsvColumns columns;
    /// The first line with numbers, where there is no header before it.
    private CsvRecord first;
    private boolean isEmpty = true;

    private CsvRows(String source, Reader reader) throws IOException {
        this.source = source;
        this.reader = reader;
        lines = lines(reader);
        CsvRecord line = nextLine();
        if (line == null) throw new InputException(source + " is empty");
        parser = LineParser.of(source, line.getStartingLineNumber(), line.getFields());
        columns = new CsvColumns(source, parser.columns(), parser.header());
        if (parser.header().isEmpty()) first = line;
    }

    /// Opens a file and reads its header, if it has one.
    ///
    /// @param path the file
    /// @return its rows, to be closed
    /// @throws InputException if it cannot be read or is empty
    public static CsvRows open(Path path) {
        String source = path.toString();
        if (source.isEmpty()) throw new InputException("the name of the CSV file is empty");
        if (Files.isDirectory(path)) throw new InputException(source + " is a folder, not a file");
        try {
            // The decoder of newDecoder() refuses malformed input, which a reader made from a charset would replace.
            return of(source, new BufferedReader(new InputStreamReader(Files.newInputStream(path),
                    StandardCharsets.UTF_8.newDecoder())));
        } catch (IOException e) {
            throw InputException.unreadable(path, e);
        }
    }

    /// The rows of a text, which is closed with them.
    ///
    /// @param source how messages name it
    static CsvRows of(String source, Reader reader) throws IOException {
        try {
            return new CsvRows(source, reader);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private static Iterator<CsvRecord> lines(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) reader.reset();
        return CsvReader.builder().extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).allowUnclosedQuote(false).ofCsvRecord(reader)
                .iterator();
    }

    /// The columns of the file.
    ///
    /// @return their number and names
    public CsvColumns columns() {
        return columns;
    }

    /// Reads the next row.
    ///
    /// @param row takes its numbers, which are finite
    /// @param from where the first of them goes
    /// @return false where there is none left
    /// @throws InputException if it is no row of as many numbers as there are columns, or there was none at all
    public boolean next(double[] row, int from) {
        CsvRecord line = first == null ? nextLine() : first;
        first = null;
        if (line == null && isEmpty) throw new InputException(source + " has a header but no rows");
        if (line == null) return false;
        isEmpty = false;
        parser.parse(line.getStartingLineNumber(), line.getFields(), row, from);
        return true;
    }

    /// The next line that is not empty, or null.
    private CsvRecord nextLine() {
        try {
            while (lines.hasNext()) {
                CsvRecord line = lines.next();
                if (line.getFieldCount() > 1 || !line.getField(0).isBlank()) return line;
            }
            return null;
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    private InputException unreadable(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new InputException("%s is not a text file in UTF-8".formatted(source));
            }
        }
        Throwable root = e.getCause() == null ? e : e.getCause();
        return new InputException("%s: %s".formatted(source, root.getMessage()));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

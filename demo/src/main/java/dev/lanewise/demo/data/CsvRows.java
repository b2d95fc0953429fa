package dev.lanewise.demo.data;

import java.io.BufferedReader;
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
import java.util.function.LongSupplier;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.lanewise.demo.terminal.InputException;

/// The rows of a CSV file of numbers.
///
/// Commas, fields in quotes where they like, lines that end in LF, CRLF or CR, UTF-8 with or without a byte order mark.
/// Empty lines are skipped. Whatever is wrong is said in one sentence with the line and the column, when it is reached.
public final class CsvRows implements Rows {
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int BUFFER = 1 << 16;
    /// Characters that a field may have: an open quote ends here, and not when the memory does.
    private static final int LONGEST_FIELD = 1 << 20;

    private final String source;
    private final Reader reader;
    private final LongSupplier bytes;
    private final Iterator<LineNumbers> lines;
    private final LineParser parser;
    private final Columns columns;
    /// The first line with numbers, where there is no header before it.
    private LineNumbers first;
    private long line;
    private boolean isEmpty = true;

    private CsvRows(String source, Reader reader, LongSupplier bytes) throws IOException {
        this.source = source;
        this.reader = reader;
        this.bytes = bytes;
        lines = lines(reader);
        LineNumbers start = nextLine();
        if (start == null) throw new InputException(source + " is empty");
        List<String> texts = start.takeTexts();
        if (texts.size() == 1 && !start.isQuoted()) LineParser.checkCommas(source, start.line(), texts.getFirst());
        parser = LineParser.of(source, start.line(), texts);
        columns = new Columns(source, parser.columns(), parser.header());
        if (parser.header().isEmpty()) first = start;
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
            CountedStream bytes = new CountedStream(Files.newInputStream(path));
            // The decoder of newDecoder() refuses malformed input, which a reader made from a charset would replace.
            return of(source, new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()),
                    BUFFER), bytes::bytes);
        } catch (IOException e) {
            throw InputException.unreadable(path, e);
        }
    }

    /// The rows of a text, which is closed with them.
    ///
    /// @param source how messages name it
    static CsvRows of(String source, Reader reader) throws IOException {
        return of(source, reader, () -> 0);
    }

    private static CsvRows of(String source, Reader reader, LongSupplier bytes) throws IOException {
        try {
            return new CsvRows(source, reader, bytes);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private static Iterator<LineNumbers> lines(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) reader.reset();
        return CsvReader.builder().extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).maxBufferSize(LONGEST_FIELD)
                .allowUnclosedQuote(false)
                .build(new LineNumbers(), reader)
                .iterator();
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public boolean next(double[] row, int from) {
        LineNumbers next = first == null ? nextLine() : first;
        first = null;
        if (next == null && isEmpty) throw new InputException(source + " has a header but no rows");
        if (next == null) return false;
        isEmpty = false;
        line = next.line();
        parser.parse(next, row, from);
        return true;
    }

    @Override
    public String place(int column) {
        return parser.place(line, column);
    }

    @Override
    public long number() {
        return line;
    }

    @Override
    public String unit() {
        return "line";
    }

    @Override
    public long bytes() {
        return bytes.getAsLong();
    }

    /// The next line that is not empty, or null.
    private LineNumbers nextLine() {
        try {
            while (lines.hasNext()) {
                LineNumbers next = lines.next();
                if (!next.isBlank()) return next;
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
        String message = (e.getCause() == null ? e : e.getCause()).getMessage();
        if (message.contains("maximum buffer size")) {
            message = "a field is longer than %d characters, as where a quote is not closed %s".formatted(LONGEST_FIELD,
                    message.substring(Math.max(0, message.lastIndexOf('('))));
        }
        return new InputException("%s: %s".formatted(source, message));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

package dev.lanewise.demo.model;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.lanewise.demo.data.Columns;
import dev.lanewise.demo.data.CsvNumber;

/// The columns of a file and behind them the predictions, as CSV whose numbers read back exactly; with a header if the
/// file has one. A prediction that is not finite is an empty field.
public final class CsvListing implements PredictionListing {
    private final CsvWriter csv;
    private final BooleanSupplier isWanted;

    private CsvListing(Writer out, BooleanSupplier isWanted, Columns columns, int outputs) {
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        this.isWanted = isWanted;
        if (!columns.header().isEmpty()) csv.writeRecord(header(columns, outputs));
    }

    /// Lists rows in a file that is not there yet.
    ///
    /// @param file where to
    /// @param columns the columns of the data
    /// @param outputs how many predictions a row has
    /// @param rows writes them
    /// @throws IOException if it cannot be written
    public static void write(Path file, Columns columns, int outputs, Consumer<PredictionListing> rows)
            throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
            CsvListing listing = new CsvListing(out, () -> true, columns, outputs);
            rows.accept(listing);
            listing.csv.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Lists rows on standard output, until nobody reads it any more.
    ///
    /// @param out where to; not closed
    /// @param columns the columns of the data
    /// @param outputs how many predictions a row has
    /// @param rows writes them
    /// @throws IOException if it cannot be written
    public static void print(PrintWriter out, Columns columns, int outputs, Consumer<PredictionListing> rows)
            throws IOException {
        CsvListing listing = new CsvListing(out, () -> !out.checkError(), columns, outputs);
        rows.accept(listing);
        listing.csv.flush();
    }

    private static List<String> header(Columns columns, int outputs) {
        List<String> names = new ArrayList<>();
        for (int j = 0; j < columns.count(); j++) names.add(columns.name(j));
        for (int k = 1; k <= outputs; k++) names.add(outputs == 1 ? "prediction" : "prediction " + k);
        return names;
    }

    @Override
    public void row(double[] columns, double[] predictions) {
        List<String> fields = new ArrayList<>(columns.length + predictions.length);
        for (double value : columns) fields.add(CsvNumber.of(value));
        for (double value : predictions) fields.add(CsvNumber.of(value));
        csv.writeRecord(fields);
    }

    @Override
    public boolean isWanted() {
        return isWanted.getAsBoolean();
    }
}

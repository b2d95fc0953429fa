package dev.lanewise.demo.fit;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.lanewise.demo.report.OutputFolder;
import dev.lanewise.demo.terminal.InputException;

/// Inputs, target, prediction, residual and split of every row of the data, in its order, as a CSV file whose numbers
/// read back exactly. A prediction that is not finite is an empty field.
public final class PredictionsFile {
    private final OutputFolder folder;
    private final String name;

    private PredictionsFile(OutputFolder folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /// A file that can be written, as far as can be known before it is.
    ///
    /// @param file the file; one that is there will be replaced
    /// @param data the file that the data come from, which must not be replaced
    /// @return the file to write
    /// @throws IOException if its folder is none and cannot become one
    /// @throws InputException if it is no place for a file
    public static PredictionsFile at(Path file, Path data) throws IOException {
        if (file.getFileName() == null || file.toString().isEmpty()) {
            throw new InputException("--predictions needs the name of a file");
        }
        if (Files.exists(file) && Files.exists(data) && Files.isSameFile(file, data)) {
            throw new InputException("--predictions would overwrite the data, " + file);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new InputException("--predictions %s: that is not an ordinary file".formatted(file));
        }
        OutputFolder folder = OutputFolder.at(file.getParent() == null ? Path.of("") : file.getParent());
        folder.check();
        return new PredictionsFile(folder, file.getFileName().toString());
    }

    /// Writes the file, whole or not at all.
    ///
    /// @param fit the fit
    /// @throws IOException if it cannot be written
    public void write(DataFit fit) throws IOException {
        folder.write(name, text(fit));
    }

    static String text(DataFit fit) {
        boolean[] isHeldOut = new boolean[fit.data.rows()];
        for (int row : fit.split.test()) isHeldOut[row] = true;
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            List<String> names = new ArrayList<>(fit.data.inputNames());
            names.addAll(List.of(fit.data.targetName(), "prediction", "residual", "split"));
            csv.writeRecord(names);
            for (int i = 0; i < isHeldOut.length; i++) csv.writeRecord(line(fit, i, isHeldOut[i] ? "test" : "train"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> line(DataFit fit, int row, String split) {
        List<String> fields = new ArrayList<>();
        for (double input : fit.data.x().row(row)) fields.add(field(input));
        double target = fit.data.y()[row];
        double prediction = fit.predictions[row];
        fields.addAll(List.of(field(target), field(prediction), field(target - prediction), split));
        return fields;
    }

    private static String field(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}

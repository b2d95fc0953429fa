package dev.lanewise.demo.fit;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.lanewise.demo.data.CsvNumber;
import dev.lanewise.demo.report.OutputException;
import dev.lanewise.demo.report.OutputFile;

/// Inputs, target, prediction, residual and split of every row of the data, in its order, as a CSV file whose numbers
/// read back exactly. A prediction that is not finite is an empty field.
public final class PredictionsFile {
    private PredictionsFile() {}

    /// Writes the file, whole or not at all.
    ///
    /// @param file where to
    /// @param fit the fit
    /// @throws OutputException if it cannot be written
    public static void write(OutputFile file, DataFit fit) throws OutputException {
        file.write(draft -> Files.writeString(draft, text(fit), StandardOpenOption.CREATE_NEW));
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
        for (double input : fit.data.x().row(row)) fields.add(CsvNumber.of(input));
        double target = fit.data.y()[row];
        double prediction = fit.predictions[row];
        fields.addAll(
                List.of(CsvNumber.of(target), CsvNumber.of(prediction), CsvNumber.of(target - prediction), split));
        return fields;
    }
}

package dev.lanewise.demo.solve;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;

import dev.lanewise.demo.data.DataFile;
import dev.lanewise.demo.terminal.Progress;
import dev.lanewise.linalg.Matrix;

/// Small files, written for a test and forgotten.
final class DataSample {
    private DataSample() {}

    /// A CSV file of these numbers.
    static Path csv(List<String> header, double... values) {
        StringBuilder text = new StringBuilder(String.join(",", header)).append('\n');
        for (int i = 0; i < values.length; i += header.size()) {
            StringJoiner line = new StringJoiner(",", "", "\n");
            for (int j = i; j < i + header.size(); j++) line.add(Double.toString(values[j]));
            text.append(line);
        }
        return file(text.toString());
    }

    static Path csv(List<String> header, Matrix values) {
        return csv(header, values.array());
    }

    static Path file(String text) {
        try {
            Path file = Files.createTempFile("lanewise", ".csv");
            file.toFile().deleteOnExit();
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its last column on all others, weighted by a column or by null.
    static RegressionData data(Path file, String weights) {
        return RegressionData.of(DataFile.at(file), null, weights, new Progress(new PrintWriter(Writer.nullWriter()),
                false));
    }

    static Estimate solve(SolveSettings settings, String weights, Path file) {
        try (RegressionData data = data(file, weights)) {
            return Regression.of(data, settings).estimate;
        }
    }
}

package dev.lanewise.demo.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.lanewise.demo.data.Columns;
import dev.lanewise.demo.data.CsvRows;
import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.RandomLayer;
import dev.lanewise.random.NumpyRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class BatchPredictorTest {
    private static final Network NETWORK = network();

    @TempDir
    private Path folder;

    /// 2 → 7 tanh → 3.
    private static Network network() {
        NumpyRandom random = new NumpyRandom(5);
        return Network.input(2).dense(RandomLayer.normal(random, 2, 7, Activation.TANH))
                .dense(RandomLayer.normal(random, 7, 3, Activation.IDENTITY)).build();
    }

    /// Keeps what comes, up to a number of rows.
    private record Kept(List<double[]> columns, List<double[]> predictions, int most) implements PredictionListing {
        Kept(int most) {
            this(new ArrayList<>(), new ArrayList<>(), most);
        }

        @Override
        public void row(double[] row, double[] prediction) {
            columns.add(row);
            predictions.add(prediction);
        }

        @Override
        public boolean isWanted() {
            return columns.size() < most;
        }
    }

    private long run(int rows, Kept kept) throws IOException {
        StringBuilder text = new StringBuilder();
        double[] numbers = new NumpyRandom(rows).rand(3 * rows);
        for (int i = 0; i < rows; i++) {
            text.append("%s,%s,%s\n".formatted(numbers[3 * i], numbers[3 * i + 1], numbers[3 * i + 2]));
        }
        Path file = Files.writeString(folder.resolve("rows.csv"), text);
        try (CsvRows source = CsvRows.open(file)) {
            return BatchPredictor.of(NETWORK, "m.npz", source.columns(), 1).run(source, kept);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 511, 512, 513, 1300})
    void everyRowHasTheBitsThatItHasAlone(int rows) throws IOException {
        Kept kept = new Kept(Integer.MAX_VALUE);
        assertEquals(rows, run(rows, kept));
        assertEquals(rows, kept.columns.size());
        double[] numbers = new NumpyRandom(rows).rand(3 * rows);
        for (int i = 0; i < rows; i++) {
            assertArrayEquals(Matrix.of(rows, 3, numbers).row(i), kept.columns.get(i));
            assertArrayEquals(NETWORK.predict(new double[] {numbers[3 * i], numbers[3 * i + 2]}), kept.predictions.get(
                    i));
        }
    }

    @Test
    void itStopsWhereNobodyReads() throws IOException {
        Kept kept = new Kept(1);
        assertEquals(512, run(1300, kept));
        assertEquals(512, kept.columns.size());
    }

    private static String refusal(int columns, int... targets) {
        return assertThrows(InputException.class, () -> BatchPredictor.of(NETWORK, "m.npz", new Columns("d.csv",
                columns, List.of()), targets)).getMessage();
    }

    @Test
    void columnsThatDoNotFitAreNamedOnBothSides() {
        assertEquals("m.npz takes 2 inputs but d.csv has 1 column (columns are separated by commas)", refusal(1));
        assertEquals("m.npz takes 2 inputs but d.csv has 3 columns (if one of them is the target, name it: "
                + "--target COLUMN)", refusal(3));
        assertEquals("m.npz takes 2 inputs but d.csv has 4 columns", refusal(4));
        assertEquals("m.npz takes 2 inputs but d.csv has 4 columns, 3 without the target", refusal(4, 0, 0));
        assertEquals("m.npz takes 2 inputs but d.csv has 2 columns, 1 without the target", refusal(2, 1));
    }
}

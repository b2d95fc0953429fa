package dev.lanewise.math;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.DoubleFunction;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Holds the table of docs/accuracy.md: each bound on a fresh sweep, and each largest error at the input that the
/// table names for it.
class AccuracyTest {
    private static final Path TABLE = Path.of("..", "docs", "accuracy.md");

    private record Row(String function, String results, double bound, double largest, double input) {}

    @Test
    void everyBoundHoldsOnASweepOfAllRegimes() throws IOException {
        double[] x = Stratified.arguments(3);
        for (Row row : rows()) {
            double[] y = new double[x.length];
            function(row).accept(x, y);
            int counted = 0;
            for (int i = 0; i < x.length; i++) {
                if (!belongs(row, y[i])) continue;
                counted++;
                double error = Reference.ulps(y[i], reference(row).apply(x[i]));
                assertTrue(error <= row.bound, row + " but " + error + " ulp at " + Double.toHexString(x[i]));
            }
            assertTrue(counted >= 10, row + " has only " + counted + " points");
        }
    }

    @Test
    void everyLargestErrorIsFoundWhereTheTableSays() throws IOException {
        for (Row row : rows()) {
            double[] y = {row.input};
            function(row).accept(y, y);
            assertTrue(belongs(row, y[0]), row + " but the result there is " + y[0]);
            double error = Reference.ulps(y[0], reference(row).apply(row.input));
            assertEquals(row.largest, error, 0.00006, row.toString());
            assertTrue(row.largest <= row.bound, row.toString());
        }
    }

    private static boolean belongs(Row row, double result) {
        return Math.abs(result) < Double.MIN_NORMAL == row.results.equals("subnormal");
    }

    private static BiConsumer<double[], double[]> function(Row row) {
        return switch (row.function) {
            case "tanh" -> ArrayMath::tanh;
            case "tanh′" -> ArrayMath::tanhDerivative;
            case "sigmoid" -> ArrayMath::sigmoid;
            case "sigmoid′" -> ArrayMath::sigmoidDerivative;
            default -> throw new AssertionError(row);
        };
    }

    private static DoubleFunction<BigDecimal> reference(Row row) {
        return switch (row.function) {
            case "tanh" -> Reference::tanh;
            case "tanh′" -> Reference::tanhDerivative;
            case "sigmoid" -> Reference::sigmoid;
            default -> Reference::sigmoidDerivative;
        };
    }

    /// The rows `| function | results | bound | largest error seen | at x = | points |` of the document.
    private static List<Row> rows() throws IOException {
        List<Row> rows = Files.readString(TABLE).lines().filter(line -> line.matches("\\| (tanh|sigmoid)′? \\|.*"))
                .map(line -> line.split("\\s*\\|\\s*"))
                .map(cell -> new Row(cell[1], cell[2], Double.parseDouble(cell[3]),
                        Double.parseDouble(cell[4]), Double.parseDouble(cell[5].replace("`", ""))))
                .toList();
        assertEquals(8, rows.size(), "rows in the table of functions");
        return rows;
    }
}

package dev.lanewise.demo.solve;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.lanewise.demo.data.CsvTable;
import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.Matrix;

/// The columns of a table in their parts.
///
/// @param source how messages name the file
/// @param inputNames the names of the inputs
/// @param targetName the name of the target
/// @param x a row of the file in each row, an input in each column, as in the file
/// @param y the target of each row
/// @param weightName the name of the weights, where there are any
/// @param weights what each row weighs: ones where no column says it
public record RegressionData(String source, List<String> inputNames, String targetName, Matrix x, double[] y,
        Optional<String> weightName, double[] weights) {
    /// Parts a table into target, weights and inputs, which are all other columns.
    ///
    /// @param table the table
    /// @param target the column of the target as the user names it; null for the last that holds no weights
    /// @param weights the column of the weights as the user names it; null for none
    /// @return the parts
    /// @throws InputException if there is no such column, a weight is negative, or all are 0
    public static RegressionData of(CsvTable table, String target, String weights) {
        int weight = weights == null ? -1 : table.column(weights);
        int last = table.columns() - 1;
        int wanted = target == null ? (last == weight ? last - 1 : last) : table.column(target);
        if (wanted < 0) throw new InputException(table.source() + " has no column but the weights");
        if (wanted == weight) {
            throw new InputException("--target and --weights both name the column " + table.name(wanted));
        }
        int[] inputs = IntStream.range(0, table.columns()).filter(j -> j != wanted && j != weight).toArray();
        Matrix x = Matrix.zeros(table.rows(), inputs.length);
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < inputs.length; j++) x.set(i, j, table.values().get(i, inputs[j]));
        }
        return new RegressionData(table.source(), IntStream.of(inputs).mapToObj(table::name).toList(),
                table.name(wanted), x, table.values().column(wanted), Optional.ofNullable(weight < 0
                        ? null
                        : table.name(weight)),
                weight < 0 ? ones(table.rows()) : weights(table, weight));
    }

    private static double[] ones(int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1.0);
        return ones;
    }

    private static double[] weights(CsvTable table, int column) {
        double[] weights = table.values().column(column);
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] < 0.0) {
                throw new InputException("%s: the weight of row %d, in column %s, is %s, but weights are at least 0"
                        .formatted(table.source(), i + 1, table.name(column), weights[i]));
            }
        }
        if (Arrays.stream(weights).allMatch(w -> w == 0.0)) {
            throw new InputException("%s: all weights, in column %s, are 0".formatted(table.source(), table.name(
                    column)));
        }
        return weights;
    }

    int rows() {
        return y.length;
    }

    int inputs() {
        return x.cols();
    }

    /// The rows that weigh something.
    int[] counted() {
        return IntStream.range(0, rows()).filter(i -> weights[i] > 0.0).toArray();
    }

    /// Whether R² about the mean would divide by what rounding has left of nothing.
    boolean targetIsConstant() {
        return IntStream.of(counted()).mapToDouble(i -> y[i]).distinct().count() == 1;
    }
}

package dev.lanewise.demo.fit;

import java.util.ArrayList;
import java.util.List;

import dev.lanewise.demo.data.Columns;
import dev.lanewise.demo.data.CsvTable;
import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.Matrix;

/// Inputs and the target that is to be fitted.
///
/// @param inputNames the names of the inputs
/// @param targetName the name of the target
/// @param x a sample in each row, an input in each column
/// @param y the target of each sample
record Dataset(List<String> inputNames, String targetName, Matrix x, double[] y) {
    /// Parts a table into target and inputs, which are all other columns.
    ///
    /// @param table the table
    /// @param target the column of the target, from 0
    /// @throws InputException if there is no other column
    static Dataset of(CsvTable table, int target) {
        if (table.columns() == 1) {
            throw new InputException("%s has only one column, but a fit needs an input and a target%s"
                    .formatted(table.source(), Columns.COMMAS));
        }
        List<String> names = new ArrayList<>();
        for (int j = 0; j < table.columns(); j++) {
            if (j != target) names.add(table.name(j));
        }
        Matrix x = Matrix.zeros(table.rows(), table.columns() - 1);
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < x.cols(); j++) x.set(i, j, table.values().get(i, j < target ? j : j + 1));
        }
        return new Dataset(List.copyOf(names), table.name(target), x, table.values().column(target));
    }

    int rows() {
        return y.length;
    }

    int inputs() {
        return x.cols();
    }

    /// The samples of these rows.
    Dataset select(int[] rows) {
        Matrix some = Matrix.zeros(rows.length, inputs());
        double[] targets = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(x.array(), rows[i] * inputs(), some.array(), i * inputs(), inputs());
            targets[i] = y[rows[i]];
        }
        return new Dataset(inputNames, targetName, some, targets);
    }
}

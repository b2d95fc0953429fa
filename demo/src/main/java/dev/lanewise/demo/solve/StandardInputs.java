package dev.lanewise.demo.solve;

import java.util.Arrays;
import java.util.List;

import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.Matrix;

/// The inputs of a ridge, or the powers of a single one, brought to mean 0 and standard deviation 1, so that units do not
/// matter; and the target likewise. Without an intercept they are divided by their root mean square only.
final class StandardInputs {
    /// Null where inputs are taken as they are.
    private final Powers powers;
    private final boolean intercept;
    private final ColumnMoments[] inputs;
    private final ColumnMoments target;

    StandardInputs(int count, Powers powers, boolean intercept) {
        this.powers = powers;
        this.intercept = intercept;
        inputs = new ColumnMoments[count];
        Arrays.setAll(inputs, j -> new ColumnMoments(intercept));
        target = new ColumnMoments(intercept);
    }

    /// Takes rows into account, of which none has been standardised yet.
    void measure(Observations rows) {
        if (rows.rows() == 0) return;
        Matrix columns = columns(rows.x());
        for (int j = 0; j < inputs.length; j++) inputs[j].add(columns.column(j), rows);
        target.add(rows.y(), rows);
    }

    private Matrix columns(Matrix x) {
        return powers == null ? x : powers.of(x);
    }

    /// That lengths are doubles.
    ///
    /// @param names of the inputs
    /// @param targetName of the target
    void check(List<String> names, String targetName) {
        for (int j = 0; j < inputs.length; j++) check(names.get(j), inputs[j]);
        check(targetName, target);
    }

    private static void check(String name, ColumnMoments moments) {
        if (Double.isFinite(moments.scale())) return;
        throw new InputException(
                "the numbers of %s are too large: the length of the column is beyond the largest double"
                        .formatted(name));
    }

    /// How far rounding moves means, at the least, in standard deviations: about that part of a coefficient is uncertain.
    double lost() {
        double most = target.lost();
        for (ColumnMoments each : inputs) most = Math.max(most, each.lost());
        return most;
    }

    /// The inputs of rows.
    Matrix of(Matrix x) {
        return ColumnMoments.standardised(inputs, columns(x));
    }

    /// Rows with their targets.
    Observations of(Observations rows) {
        return new Observations(of(rows.x()), Arrays.stream(rows.y()).map(target::standardised).toArray(), rows
                .weights(), rows.numbers());
    }

    /// The target's.
    ColumnMoments target() {
        return target;
    }

    /// The coefficients of the columns as they are, behind that of the constant if there is one.
    ///
    /// @param standard those of the standardised inputs
    double[] coefficients(double[] standard) {
        int constant = intercept ? 1 : 0;
        double[] coefficients = new double[standard.length + constant];
        double first = target.centre();
        for (int j = 0; j < standard.length; j++) {
            double slope = standard[j] * (target.scale() / inputs[j].scale());
            coefficients[j + constant] = slope;
            first -= slope * inputs[j].centre();
        }
        if (intercept) coefficients[0] = first;
        return finite(coefficients);
    }

    /// The same of powers of x where the columns are others.
    double[] inUnits(double[] coefficients) {
        if (powers == null) return coefficients;
        double[] all = new double[powers.degree() + 1];
        int constant = intercept ? 1 : 0;
        System.arraycopy(coefficients, 0, all, 1 - constant, coefficients.length);
        return finite(Arrays.copyOfRange(powers.monomial(all), 1 - constant, all.length));
    }

    private static double[] finite(double[] coefficients) {
        if (!Arrays.stream(coefficients).allMatch(Double::isFinite)) throw new ArithmeticException("ridge");
        return coefficients;
    }

    /// The fitted values of rows.
    ///
    /// @param coefficients of the columns as they are
    double[] values(Matrix x, double[] coefficients) {
        return Observations.design(columns(x), intercept).times(Matrix.wrap(coefficients.length, 1, coefficients))
                .array();
    }

    /// How much of each fitted value the constant lets its row decide.
    double leverageOfConstant() {
        return intercept ? 1.0 / target.weight() : 0.0;
    }
}

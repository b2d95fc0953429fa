package dev.lanewise.demo.solve;

import java.util.Arrays;

import dev.lanewise.demo.data.Rows;
import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.Matrix;

/// One reading of a file from its first row to its last, some rows at a time.
final class Reading {
    /// Numbers that are taken together.
    private static final int BLOCK = 1 << 15;
    private static final int MOST_ROWS = 1 << 10;

    private final Rows file;
    private final Roles roles;
    private final double[] row;
    private final int block;
    private long rows;
    private long counted;
    private long digest;

    Reading(Rows file, Roles roles) {
        this.file = file;
        this.roles = roles;
        row = new double[roles.columns().count()];
        block = Math.clamp(BLOCK / row.length, 1, MOST_ROWS);
    }

    /// The next rows that weigh something, or null where there are none left.
    Observations next() {
        int inputs = roles.inputs().length;
        double[] x = new double[block * inputs];
        double[] y = new double[block];
        double[] weights = roles.weight() < 0 ? null : new double[block];
        long[] numbers = new long[block];
        int count = 0;
        while (count < block && file.next(row, 0)) {
            rows++;
            for (double value : row) digest = 31 * digest + Double.doubleToRawLongBits(value);
            if (weights != null && !weighs()) continue;
            for (int j = 0; j < inputs; j++) x[count * inputs + j] = row[roles.inputs()[j]];
            y[count] = row[roles.target()];
            if (weights != null) weights[count] = row[roles.weight()];
            numbers[count++] = file.number();
        }
        counted += count;
        if (count == 0) return null;
        if (count == block) return new Observations(Matrix.wrap(count, inputs, x), y, weights, numbers);
        return new Observations(Matrix.wrap(count, inputs, Arrays.copyOf(x, count * inputs)), Arrays.copyOf(y, count),
                weights == null ? null : Arrays.copyOf(weights, count), Arrays.copyOf(numbers, count));
    }

    private boolean weighs() {
        double weight = row[roles.weight()];
        if (weight >= 0.0) return weight > 0.0;
        throw new InputException("%s: the weight is %s, but weights are at least 0".formatted(file.place(roles
                .weight()), weight));
    }

    /// The rows so far.
    long rows() {
        return rows;
    }

    /// Those of them that weigh something.
    long counted() {
        return counted;
    }

    /// Whether all numbers were those of another reading, as far as can be told.
    boolean isAs(Reading other) {
        return rows == other.rows && digest == other.digest;
    }
}

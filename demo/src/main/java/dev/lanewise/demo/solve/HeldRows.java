package dev.lanewise.demo.solve;

import java.util.Arrays;

import dev.lanewise.linalg.Matrix;

/// The rows of a file as long as they are few: they need not be read again, and can be solved with all at once.
///
/// Few means at most 262,144 elements of the matrix, or four rows for each coefficient, for as many are in memory anyway
/// while they are factored. It depends on the file and on what is asked, never on the machine.
final class HeldRows {
    private static final int FEW = 1 << 18;
    private static final int ROWS_OF_A_COEFFICIENT = 4;

    private final int inputs;
    private final long most;
    private double[] x = {};
    private double[] y = {};
    private double[] weights = {};
    private long[] numbers = {};
    private int rows;

    HeldRows(int inputs, int coefficients) {
        this.inputs = inputs;
        most = Math.max(FEW / Math.max(1, coefficients), (long) ROWS_OF_A_COEFFICIENT * coefficients);
    }

    /// Takes rows, or says that they would be too many.
    boolean add(Observations more) {
        if (rows + more.rows() > most) return false;
        int sum = rows + more.rows();
        if (sum > y.length) {
            int room = (int) Math.min(most, Math.max(sum, 2L * y.length));
            x = Arrays.copyOf(x, Math.multiplyExact(room, inputs));
            y = Arrays.copyOf(y, room);
            weights = Arrays.copyOf(weights, room);
            numbers = Arrays.copyOf(numbers, room);
        }
        System.arraycopy(more.x().array(), 0, x, rows * inputs, more.rows() * inputs);
        System.arraycopy(more.y(), 0, y, rows, more.rows());
        for (int i = 0; i < more.rows(); i++) weights[rows + i] = more.weight(i);
        System.arraycopy(more.numbers(), 0, numbers, rows, more.rows());
        rows = sum;
        return true;
    }

    /// All rows so far.
    Observations all(boolean weighted) {
        return new Observations(Matrix.wrap(rows, inputs, Arrays.copyOf(x, rows * inputs)), Arrays.copyOf(y, rows),
                weighted ? Arrays.copyOf(weights, rows) : null, Arrays.copyOf(numbers, rows));
    }
}

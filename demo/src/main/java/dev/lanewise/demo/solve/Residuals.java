package dev.lanewise.demo.solve;

import dev.lanewise.linalg.Matrix;

/// What the model leaves of the rows that weigh something, √w·(y − ŷ): their distribution, and as many of them as are
/// drawn.
final class Residuals {
    /// Points that are drawn of a large file, evenly chosen: more would hide each other.
    private static final int MOST_POINTS = 4000;

    private final Distribution distribution = new Distribution();
    private final long rows;
    private final double[] x;
    private final double[] y;
    private final double[] fitted;
    private final double[] residuals;
    private long seen;
    private int drawn;

    private Residuals(long rows) {
        this.rows = rows;
        int count = (int) Math.min(rows, MOST_POINTS);
        x = new double[count];
        y = new double[count];
        fitted = new double[count];
        residuals = new double[count];
    }

    /// Goes through the rows once more.
    static Residuals of(RegressionData data, Regression regression) {
        Residuals residuals = new Residuals(data.counted());
        data.again("for residuals", rows -> residuals.add(rows, regression.values(rows.x())));
        return residuals;
    }

    private void add(Observations more, double[] values) {
        for (int i = 0; i < values.length; i++) {
            double residual = Math.sqrt(more.weight(i)) * (more.y()[i] - values[i]);
            distribution.add(residual);
            if (isDrawn(seen++)) draw(more.x(), i, more.y()[i], values[i], residual);
        }
    }

    private boolean isDrawn(long row) {
        return drawn < x.length && (rows <= MOST_POINTS || row == (long) drawn * rows / MOST_POINTS);
    }

    private void draw(Matrix inputs, int i, double target, double value, double residual) {
        x[drawn] = inputs.cols() == 1 ? inputs.get(i, 0) : Double.NaN;
        y[drawn] = target;
        fitted[drawn] = value;
        residuals[drawn++] = residual;
    }

    Distribution distribution() {
        return distribution;
    }

    /// Whether not all rows are drawn.
    boolean isThinned() {
        return x.length < rows;
    }

    /// How many rows are drawn.
    int drawn() {
        return x.length;
    }

    /// Of the rows that are drawn the input, where it is the only one.
    double[] x() {
        return x;
    }

    /// Of the rows that are drawn the target.
    double[] y() {
        return y;
    }

    /// What the model makes of the rows that are drawn.
    double[] fitted() {
        return fitted;
    }

    /// Of the rows that are drawn.
    double[] residuals() {
        return residuals;
    }
}

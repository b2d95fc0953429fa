package dev.lanewise.linalg;

/// Aᵀ(b − Ax) and ‖b − Ax‖ of one right-hand side, over rows that come block by block, in twice the working precision:
/// b − Ax stays a sum of two doubles until it has met Aᵀ, and only what is asked for is rounded.
///
/// **Reproducibility**: the same bits however the rows are cut into blocks.
final class Gradient {
    private final double[] x;
    private final double[] rest;
    /// −Aᵀ(b − Ax), and what its additions have lost.
    private final double[] sums, errors;
    private DoubleDouble square = DoubleDouble.ZERO;
    private long rows;

    /// At x + rest, without rows.
    Gradient(double[] x, double[] rest) {
        this.x = x;
        this.rest = rest;
        sums = new double[x.length];
        errors = new double[x.length];
    }

    /// Adds rows and their right-hand side.
    void add(PreciseRows block, double[] b) {
        double[] residual = new double[block.rows()], low = new double[block.rows()];
        block.residual(b, x, residual, low);
        block.subtractProduct(rest, low);
        block.subtract(residual, low, sums, errors);
        for (int i = 0; i < residual.length; i++) {
            DoubleDouble r = DoubleDouble.sum(residual[i], low[i]);
            square = square.plus(r.times(r));
        }
        rows += residual.length;
    }

    /// Aᵀ(b − Ax).
    double[] value() {
        double[] value = new double[x.length];
        for (int j = 0; j < value.length; j++) value[j] = 0.0 - (sums[j] + errors[j]);
        return value;
    }

    /// ‖b − Ax‖².
    double square() {
        return square.high();
    }

    long rows() {
        return rows;
    }
}

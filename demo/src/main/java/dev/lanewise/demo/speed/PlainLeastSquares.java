package dev.lanewise.demo.speed;

import dev.lanewise.demo.machine.Work;

/// min ‖Ax − b‖ by Householder's reflectors, applied along the rows of A one after the other, and substitution.
final class PlainLeastSquares implements Work {
    private final int rows;
    private final int cols;
    private final double[] a;
    private final double[] b;
    private final double[] x;
    private final double[] r;
    private final double[] side;
    private final double[] products;

    /// @param a A, row by row, not changed
    /// @param b the right-hand side, not changed
    /// @param x where the solution goes
    PlainLeastSquares(int rows, int cols, double[] a, double[] b, double[] x) {
        this.rows = rows;
        this.cols = cols;
        this.a = a;
        this.b = b;
        this.x = x;
        r = new double[rows * cols];
        side = new double[rows];
        products = new double[cols];
    }

    @Override
    public double repeat(int times) {
        for (int i = 0; i < times; i++) solve();
        return x[0];
    }

    private void solve() {
        System.arraycopy(a, 0, r, 0, a.length);
        System.arraycopy(b, 0, side, 0, rows);
        for (int k = 0; k < cols; k++) reflect(k);
        for (int i = cols - 1; i >= 0; i--) {
            double sum = side[i];
            for (int j = i + 1; j < cols; j++) sum -= r[i * cols + j] * x[j];
            x[i] = sum / r[i * cols + i];
        }
    }

    /// Makes column k zero below the diagonal: v is the column with its first element less ±its norm, and every other
    /// column loses v·(2vᵀc/vᵀv).
    private void reflect(int k) {
        double square = 0.0;
        for (int i = k; i < rows; i++) square += r[i * cols + k] * r[i * cols + k];
        double diagonal = r[k * cols + k];
        double norm = -Math.copySign(Math.sqrt(square), diagonal);
        double first = diagonal - norm;
        double factor = -1 / (norm * first); // 2/vᵀv
        r[k * cols + k] = first;
        for (int j = k + 1; j < cols; j++) products[j] = 0.0;
        double sideProduct = 0.0;
        for (int i = k; i < rows; i++) {
            double v = r[i * cols + k];
            for (int j = k + 1; j < cols; j++) products[j] += v * r[i * cols + j];
            sideProduct += v * side[i];
        }
        for (int i = k; i < rows; i++) {
            double v = factor * r[i * cols + k];
            for (int j = k + 1; j < cols; j++) r[i * cols + j] -= v * products[j];
            side[i] -= v * sideProduct;
        }
        r[k * cols + k] = norm;
    }
}

package dev.lanewise.demo.speed;

import dev.lanewise.linalg.Matrix;

/// What one writes without a library: the formula as loops over row-major arrays, left to the compiler.
final class PlainLoops {
    private PlainLoops() {}

    /// C ← AB, n × n, in the order in which everything is read along rows: the compiler makes vectors of it.
    static void gemm(int n, double[] a, double[] b, double[] c) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) c[i * n + j] = 0.0;
            for (int k = 0; k < n; k++) {
                double factor = a[i * n + k];
                for (int j = 0; j < n; j++) c[i * n + j] += factor * b[k * n + j];
            }
        }
    }

    /// y ← Ax.
    static void gemv(double[] y, Matrix matrix, double[] x) {
        int rows = matrix.rows(), cols = matrix.cols();
        double[] a = matrix.array();
        for (int i = 0; i < rows; i++) {
            double sum = 0.0;
            for (int j = 0; j < cols; j++) sum += a[i * cols + j] * x[j];
            y[i] = sum;
        }
    }

    /// y ← Aᵀx, along the rows of A.
    static void gemvT(double[] y, Matrix matrix, double[] x) {
        int rows = matrix.rows(), cols = matrix.cols();
        double[] a = matrix.array();
        for (int j = 0; j < cols; j++) y[j] = 0.0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < cols; j++) y[j] += x[i] * a[i * cols + j];
        }
    }

    /// Y ← XWᵀ + b for some samples, the rows of X.
    static void layer(int samples, int inputs, int outputs, double[] w, double[] b, double[] x, double[] y) {
        for (int s = 0; s < samples; s++) {
            for (int i = 0; i < outputs; i++) {
                double sum = b[i];
                for (int j = 0; j < inputs; j++) sum += w[i * inputs + j] * x[s * inputs + j];
                y[s * outputs + i] = sum;
            }
        }
    }

    /// xᵀy.
    static double dot(double[] x, double[] y) {
        double sum = 0.0;
        for (int i = 0; i < x.length; i++) sum += x[i] * y[i];
        return sum;
    }

    /// ‖x‖₂, where no square overflows.
    static double nrm2(double[] x) {
        double sum = 0.0;
        for (int i = 0; i < x.length; i++) sum += x[i] * x[i];
        return Math.sqrt(sum);
    }

    /// x ← αx.
    static void scal(double alpha, double[] x) {
        for (int i = 0; i < x.length; i++) x[i] *= alpha;
    }

    /// y ← αx + y.
    static void axpy(double alpha, double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) y[i] += alpha * x[i];
    }
}

package dev.lanewise.bench;

/// What one writes without a library: the formula as loops over row-major arrays, left to the compiler.
final class PlainLoops {
    private PlainLoops() {}

    /// C ← AB as in the textbook, a sum for each element, with B read down its columns.
    static void gemm(int m, int k, int n, double[] a, double[] b, double[] c) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0.0;
                for (int p = 0; p < k; p++) sum += a[i * k + p] * b[p * n + j];
                c[i * n + j] = sum;
            }
        }
    }

    /// C ← AB with the two inner loops exchanged, so that all is read along rows and C2 can use vectors.
    static void gemmByRows(int m, int k, int n, double[] a, double[] b, double[] c) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) c[i * n + j] = 0.0;
            for (int p = 0; p < k; p++) {
                double factor = a[i * k + p];
                for (int j = 0; j < n; j++) c[i * n + j] += factor * b[p * n + j];
            }
        }
    }

    /// y ← Ax.
    static void gemv(int m, int n, double[] a, double[] x, double[] y) {
        for (int i = 0; i < m; i++) {
            double sum = 0.0;
            for (int j = 0; j < n; j++) sum += a[i * n + j] * x[j];
            y[i] = sum;
        }
    }

    /// y ← Aᵀx, along the rows of A.
    static void gemvT(int m, int n, double[] a, double[] x, double[] y) {
        for (int j = 0; j < n; j++) y[j] = 0.0;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) y[j] += x[i] * a[i * n + j];
        }
    }

    /// y ← Wx + b.
    static void layer(int outputs, int inputs, double[] w, double[] b, double[] x, double[] y) {
        for (int j = 0; j < outputs; j++) {
            double sum = b[j];
            for (int i = 0; i < inputs; i++) sum += w[j * inputs + i] * x[i];
            y[j] = sum;
        }
    }

    /// xᵀy.
    static double dot(double[] x, double[] y) {
        double sum = 0.0;
        for (int i = 0; i < x.length; i++) sum += x[i] * y[i];
        return sum;
    }

    /// y ← αx + y.
    static void axpy(double alpha, double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) y[i] += alpha * x[i];
    }

    /// ‖x‖₂, where no square overflows.
    static double nrm2(double[] x) {
        return Math.sqrt(dot(x, x));
    }

    /// yᵢ = tanh xᵢ.
    static void tanh(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) y[i] = Math.tanh(x[i]);
    }
}

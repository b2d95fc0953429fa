package dev.lanewise.internal.kernel;

/// The definitions of [Kernels] as the shortest loops that say the same: what both implementations are held to.
final class Textbook {
    private Textbook() {}

    static double dot(int n, double[] x, int xOff, double[] y, int yOff) {
        double[] s = new double[32];
        for (int i = 0; i < n; i++) s[i % 32] = Math.fma(x[xOff + i], y[yOff + i], s[i % 32]);
        for (int h = 16; h > 0; h /= 2) {
            for (int l = 0; l < h; l++) s[l] += s[l + h];
        }
        return s[0];
    }

    static double element(double alpha, MatrixView a, int i, MatrixView b, int j, double beta, double cij) {
        double acc = beta == 0.0 ? 0.0 : beta * cij;
        if (alpha == 0.0) return acc;
        for (int k = 0; k < a.cols(); k++) acc = Math.fma(alpha * get(a, i, k), get(b, k, j), acc);
        return acc;
    }

    static void gemm(double alpha, MatrixView a, MatrixView b, double beta, MatrixView c) {
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < c.cols(); j++) {
                int at = c.offset() + i * c.rowStride() + j * c.colStride();
                c.data()[at] = element(alpha, a, i, b, j, beta, c.data()[at]);
            }
        }
    }

    static double get(MatrixView m, int i, int j) {
        return m.data()[m.offset() + i * m.rowStride() + j * m.colStride()];
    }
}

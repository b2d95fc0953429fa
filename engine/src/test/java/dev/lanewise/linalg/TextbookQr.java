package dev.lanewise.linalg;

/// The definition of [HouseholderQr]'s bits: panels of eight columns, every sum down the rows in order, one FMA at a
/// time, one trailing column at a time. No blocking, no scaling, no kernels.
final class TextbookQr {
    private final int m;
    private final int n;
    private final double[][] a;
    private final double[][] c;

    TextbookQr(Matrix a, Matrix c) {
        this.m = a.rows();
        this.n = a.cols();
        this.a = columns(a);
        this.c = columns(c);
        for (int first = 0; first < Math.min(m, n); first += 8) panel(first, Math.min(first + 8, n));
        for (int i = 0; i < Math.min(m, n); i++) {
            if (this.a[i][i] < 0.0) {
                for (int j = i; j < n; j++) this.a[j][i] = 0.0 - this.a[j][i];
                for (double[] column : this.c) column[i] = 0.0 - column[i];
            }
        }
    }

    /// R, row-major.
    double[] r() {
        double[] r = new double[Math.min(m, n) * n];
        for (int i = 0; i < Math.min(m, n); i++) {
            for (int j = i; j < n; j++) r[i * n + j] = a[j][i];
        }
        return r;
    }

    /// QᵀC, row-major.
    double[] c() {
        double[] data = new double[m * c.length];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < c.length; j++) data[i * c.length + j] = c[j][i];
        }
        return data;
    }

    private void panel(int first, int next) {
        int last = Math.min(next, m);
        double[][] v = new double[last - first][];
        double[][] t = new double[last - first][last - first];
        for (int j = first; j < last; j++) {
            double[] column = a[j];
            double square = 0.0;
            for (int i = j + 1; i < m; i++) square = Math.fma(column[i], column[i], square);
            double alpha = column[j];
            double length = Math.sqrt(Math.fma(alpha, alpha, square));
            double beta = square == 0.0 ? alpha : alpha >= 0.0 ? -length : length;
            double tau = square == 0.0 ? 0.0 : (beta - alpha) / beta;
            double inverse = square == 0.0 ? 0.0 : 1.0 / (alpha - beta);
            double[] z = new double[j - first];
            for (int k = first; k < j; k++) z[k - first] = product(column, v[k - first], j, inverse);
            for (int k = 0; k < z.length; k++) {
                double sum = 0.0;
                for (int l = k; l < z.length; l++) sum = Math.fma(t[k][l], z[l], sum);
                t[k][z.length] = -tau * sum;
            }
            t[z.length][z.length] = tau;
            double[] reflector = new double[m];
            reflector[j] = 1.0;
            for (int i = j + 1; i < m; i++) reflector[i] = column[i] * inverse;
            for (int k = j + 1; k < next; k++) {
                double x = product(column, a[k], j, inverse) * -tau;
                for (int i = j; i < m; i++) a[k][i] = Math.fma(reflector[i], x, a[k][i]);
            }
            column[j] = beta;
            v[j - first] = reflector;
        }
        for (int k = next; k < n; k++) apply(first, v, t, a[k]);
        for (double[] column : c) apply(first, v, t, column);
    }

    /// vᵀx, where v is `inverse` times the column below row j, and 1 in it.
    private double product(double[] column, double[] x, int j, double inverse) {
        double sum = 0.0;
        for (int i = j + 1; i < m; i++) sum = Math.fma(column[i], x[i], sum);
        return Math.fma(sum, inverse, x[j]);
    }

    /// x ← (I − VTᵀVᵀ)x.
    private void apply(int first, double[][] v, double[][] t, double[] x) {
        double[] w = new double[v.length];
        for (int k = 0; k < v.length; k++) {
            for (int i = first; i < m; i++) w[k] = Math.fma(v[k][i], x[i], w[k]);
        }
        double[] y = new double[v.length];
        for (int k = 0; k < v.length; k++) {
            double sum = 0.0;
            for (int l = 0; l <= k; l++) sum = Math.fma(t[l][k], w[l], sum);
            y[k] = -sum;
        }
        for (int i = first; i < m; i++) {
            for (int k = 0; k < v.length; k++) x[i] = Math.fma(v[k][i], y[k], x[i]);
        }
    }

    private static double[][] columns(Matrix a) {
        double[][] columns = new double[a.cols()][];
        for (int j = 0; j < columns.length; j++) columns[j] = a.column(j);
        return columns;
    }
}

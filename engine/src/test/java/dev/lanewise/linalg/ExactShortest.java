package dev.lanewise.linalg;

import java.math.BigDecimal;
import java.math.MathContext;

/// The shortest x with Ax = b for independent rows, Aᵀ(AAᵀ)⁻¹b in 200 digits, rounded once.
final class ExactShortest {
    private static final MathContext DIGITS = new MathContext(200);

    private ExactShortest() {}

    static double[] of(Matrix a, double[] b) {
        int m = a.rows(), n = a.cols();
        BigDecimal[][] gram = new BigDecimal[m][m + 1];
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < m; k++) {
                gram[i][k] = BigDecimal.ZERO;
                for (int j = 0; j < n; j++)
                    gram[i][k] = gram[i][k].add(exact(a.get(i, j)).multiply(exact(a.get(k, j))));
            }
            gram[i][m] = exact(b[i]);
        }
        BigDecimal[] z = solved(gram);
        double[] x = new double[n];
        for (int j = 0; j < n; j++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < m; i++) sum = sum.add(exact(a.get(i, j)).multiply(z[i]));
            x[j] = sum.doubleValue();
        }
        return x;
    }

    /// Gauss' elimination; a Gram matrix needs no pivoting.
    private static BigDecimal[] solved(BigDecimal[][] rows) {
        int m = rows.length;
        for (int k = 0; k < m; k++) {
            for (int i = k + 1; i < m; i++) {
                BigDecimal factor = rows[i][k].divide(rows[k][k], DIGITS);
                for (int j = k; j <= m; j++) rows[i][j] = rows[i][j].subtract(factor.multiply(rows[k][j]), DIGITS);
            }
        }
        BigDecimal[] z = new BigDecimal[m];
        for (int i = m - 1; i >= 0; i--) {
            BigDecimal sum = rows[i][m];
            for (int j = i + 1; j < m; j++) sum = sum.subtract(rows[i][j].multiply(z[j]), DIGITS);
            z[i] = sum.divide(rows[i][i], DIGITS);
        }
        return z;
    }

    private static BigDecimal exact(double x) {
        return new BigDecimal(x);
    }
}

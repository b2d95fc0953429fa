package dev.lanewise.linalg;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/// Solutions of full-rank problems in 200 digits, rounded once.
final class ExactSolutions {
    private static final MathContext DIGITS = new MathContext(200);

    private ExactSolutions() {}

    /// The shortest x with Ax = b for independent rows, Aᵀ(AAᵀ)⁻¹b.
    static double[] shortest(Matrix a, double[] b) {
        int m = a.rows();
        BigDecimal[] c = new BigDecimal[m];
        for (int i = 0; i < m; i++) c[i] = exact(b[i]);
        return rounded(product(a, solved(gram(a), c)));
    }

    /// The x of least ‖Ax − b‖ for independent columns, (AᵀA)⁻¹Aᵀb.
    static double[] leastSquares(Matrix a, double[] b) {
        BigDecimal[] c = new BigDecimal[b.length];
        for (int i = 0; i < c.length; i++) c[i] = exact(b[i]);
        return rounded(solved(gram(a.transpose()), product(a, c)));
    }

    private static double[] rounded(BigDecimal[] x) {
        return Arrays.stream(x).mapToDouble(BigDecimal::doubleValue).toArray();
    }

    /// AAᵀ.
    private static BigDecimal[][] gram(Matrix a) {
        int m = a.rows();
        BigDecimal[][] gram = new BigDecimal[m][];
        for (int i = 0; i < m; i++) {
            BigDecimal[] row = new BigDecimal[a.cols()];
            for (int j = 0; j < row.length; j++) row[j] = exact(a.get(i, j));
            gram[i] = product(a.transpose(), row);
        }
        return gram;
    }

    /// Aᵀz.
    private static BigDecimal[] product(Matrix a, BigDecimal[] z) {
        BigDecimal[] x = new BigDecimal[a.cols()];
        for (int j = 0; j < x.length; j++) {
            x[j] = BigDecimal.ZERO;
            for (int i = 0; i < z.length; i++) x[j] = x[j].add(exact(a.get(i, j)).multiply(z[i]));
        }
        return x;
    }

    /// Gauss' elimination; a Gram matrix needs no pivoting.
    private static BigDecimal[] solved(BigDecimal[][] rows, BigDecimal[] c) {
        int m = rows.length;
        for (int k = 0; k < m; k++) {
            for (int i = k + 1; i < m; i++) {
                BigDecimal factor = rows[i][k].divide(rows[k][k], DIGITS);
                for (int j = k; j < m; j++) rows[i][j] = rows[i][j].subtract(factor.multiply(rows[k][j]), DIGITS);
                c[i] = c[i].subtract(factor.multiply(c[k]), DIGITS);
            }
        }
        for (int i = m - 1; i >= 0; i--) {
            for (int j = i + 1; j < m; j++) c[i] = c[i].subtract(rows[i][j].multiply(c[j]), DIGITS);
            c[i] = c[i].divide(rows[i][i], DIGITS);
        }
        return c;
    }

    private static BigDecimal exact(double x) {
        return new BigDecimal(x);
    }
}

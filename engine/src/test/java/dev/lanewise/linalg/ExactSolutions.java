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
        return shortest(a, Matrix.zeros(a.rows(), a.cols()), b);
    }

    /// The same for the sum of two matrices.
    static double[] shortest(Matrix a, Matrix low, double[] b) {
        BigDecimal[][] rows = sum(a, low);
        return rounded(product(rows, solved(gram(rows), exact(b))));
    }

    /// The x of least ‖Ax − b‖ for independent columns, (AᵀA)⁻¹Aᵀb.
    static double[] leastSquares(Matrix a, double[] b) {
        BigDecimal[][] columns = sum(a.transpose(), Matrix.zeros(a.cols(), a.rows()));
        return rounded(solved(gram(columns), product(sum(a, Matrix.zeros(a.rows(), a.cols())), exact(b))));
    }

    private static double[] rounded(BigDecimal[] x) {
        return Arrays.stream(x).mapToDouble(BigDecimal::doubleValue).toArray();
    }

    private static BigDecimal[] exact(double[] x) {
        return Arrays.stream(x).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
    }

    private static BigDecimal[][] sum(Matrix a, Matrix low) {
        BigDecimal[][] rows = new BigDecimal[a.rows()][];
        for (int i = 0; i < rows.length; i++) {
            BigDecimal[] rest = exact(low.row(i));
            rows[i] = exact(a.row(i));
            for (int j = 0; j < rest.length; j++) rows[i][j] = rows[i][j].add(rest[j]);
        }
        return rows;
    }

    /// AAᵀ.
    private static BigDecimal[][] gram(BigDecimal[][] a) {
        BigDecimal[][] gram = new BigDecimal[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < a.length; k++) {
                gram[i][k] = BigDecimal.ZERO;
                for (int j = 0; j < a[i].length; j++) gram[i][k] = gram[i][k].add(a[i][j].multiply(a[k][j]));
            }
        }
        return gram;
    }

    /// Aᵀz.
    private static BigDecimal[] product(BigDecimal[][] a, BigDecimal[] z) {
        BigDecimal[] x = new BigDecimal[a.length == 0 ? 0 : a[0].length];
        Arrays.fill(x, BigDecimal.ZERO);
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < x.length; j++) x[j] = x[j].add(a[i][j].multiply(z[i]));
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
}

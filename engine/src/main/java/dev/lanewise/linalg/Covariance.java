package dev.lanewise.linalg;

import java.util.Arrays;

/// (AᵀA)⁻¹ as PᵀP, whose column pⱼ is the shortest vector with Aᵀpⱼ = eⱼ: variances are squares of lengths, and no digits
/// are lost between P and them.
///
/// With Q and the rows at hand the columns are refined; else pⱼ = R⁻ᵀeⱼ, which has the same lengths and products.
///
/// @param columns pⱼ in the units of R
/// @param exponents of the columns of R
record Covariance(double[][] columns, int[] exponents) {
    /// From R alone.
    static Covariance of(Reduction reduction) {
        int n = reduction.cols();
        double[][] columns = new double[n][n];
        for (int j = 0; j < n; j++) {
            columns[j][j] = 1.0;
            Substitution.forwardTransposed(reduction.r(), n, n, columns[j]);
        }
        return new Covariance(columns, reduction.exponents());
    }

    /// Refined, but for columns that refuse to be.
    static Covariance of(Reduction reduction, PreciseSystem system) {
        int n = reduction.cols();
        double[][] columns = new double[n][];
        double[] zero = new double[n];
        for (int j = 0; j < n; j++) {
            double[] unit = new double[n];
            unit[j] = 1.0;
            columns[j] = system.shortest(unit, zero);
        }
        // Lengths from two sources may be mixed, products may not.
        return Arrays.asList(columns).contains(null) ? of(reduction) : new Covariance(columns, reduction.exponents());
    }

    /// s·√(AᵀA)⁻¹ⱼⱼ.
    double deviation(int j, double s) {
        return Math.scalb(s * Blas.nrm2(columns[j]), -exponents[j]);
    }

    /// s²(AᵀA)⁻¹.
    Matrix times(double s) {
        int n = exponents.length;
        Matrix all = Matrix.zeros(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                double value = Math.scalb(s * (s * Blas.dot(columns[i], columns[j])), -exponents[i] - exponents[j]);
                all.set(i, j, value);
                all.set(j, i, value);
            }
        }
        return all;
    }
}

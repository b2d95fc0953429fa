package dev.lanewise.linalg;

import java.util.Arrays;

/// The singular values of a triangle in the caller's units, and the shortest solution that keeps the largest of them:
/// x = Σ vᵢ(uᵢᵀc)/σᵢ over i < rank, which is what NumPy's `lstsq` computes.
final class TruncatedSvd {
    private final int commonExponent;
    private final int cols;
    private final PivotedQr pivoted;
    private final JacobiSvd svd;

    private TruncatedSvd(Triangle triangle) {
        commonExponent = triangle.commonExponent();
        cols = triangle.cols();
        pivoted = PivotedQr.of(triangle.asGiven(), triangle.rows(), cols);
        svd = JacobiSvd.of(pivoted.r().clone(), triangle.rows(), cols);
    }

    static TruncatedSvd of(Triangle triangle) {
        return new TruncatedSvd(triangle);
    }

    /// σᵢ of the matrix as given, the largest first.
    double[] values() {
        double[] values = new double[svd.count()];
        for (int i = 0; i < values.length; i++) values[i] = Math.scalb(svd.value(i), commonExponent);
        return values;
    }

    /// The number of singular values above rcond times the largest.
    int rank(double rcond) {
        int rank = 0;
        while (rank < svd.count() && svd.value(rank) > rcond * svd.value(0)) rank++;
        return rank;
    }

    /// The exponent that all columns share: σᵢ of the matrix as given is [#value] times two to this.
    int commonExponent() {
        return commonExponent;
    }

    /// σᵢ, but for the common exponent.
    double value(int i) {
        return svd.value(i);
    }

    /// vᵢ in the order of A's columns; σᵢ > 0.
    double[] direction(int i) {
        double[] v = svd.left(i);
        double[] placed = new double[cols];
        for (int l = 0; l < cols; l++) placed[pivoted.order()[l]] = v[l];
        return placed;
    }

    /// uᵢᵀc for the head of Qᵀb.
    double[] coordinates(double[] c) {
        double[] turned = c.clone();
        pivoted.applyTransposed(turned, 1);
        double[] coordinates = new double[svd.count()];
        for (int i = 0; i < coordinates.length; i++) coordinates[i] = Blas.dot(svd.right(i), turned);
        return coordinates;
    }

    /// Solves for all columns of c, whose first rows are replaced by the residual, turned.
    Solution solve(int rank, double rcond, Matrix c) {
        int k = c.cols();
        int rows = svd.count();
        double[] data = c.array();
        pivoted.applyTransposed(data, k);
        double[] head = Arrays.copyOf(data, rows * k);
        double[] x = new double[cols * k];
        for (int i = 0; i < rows; i++) {
            double[] u = svd.right(i);
            double[] v = i < rank ? svd.left(i) : u;
            for (int h = 0; h < k; h++) {
                double coefficient = 0.0;
                for (int l = 0; l < rows; l++) coefficient = Math.fma(u[l], head[l * k + h], coefficient);
                data[i * k + h] = i < rank ? 0.0 : coefficient;
                double scaled = coefficient / svd.value(i);
                for (int l = 0; i < rank && l < cols; l++) {
                    int at = pivoted.order()[l] * k + h;
                    x[at] = Math.fma(scaled, v[l], x[at]);
                }
            }
        }
        int[] exponents = new int[cols];
        Arrays.fill(exponents, commonExponent);
        return new Solution(x, exponents, rank, rcond, null);
    }
}

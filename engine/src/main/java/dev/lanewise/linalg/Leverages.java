package dev.lanewise.linalg;

import java.util.Arrays;

/// hᵢ = aᵢᵀ(AᵀA)⁺aᵢ: the squared length of R⁻ᵀaᵢ, or where R is deficient that of the leading part of Σ⁻¹Vᵀaᵢ.
final class Leverages {
    private Leverages() {}

    static double[] of(Triangle triangle, int rank, Matrix rows) {
        int n = triangle.cols();
        double[] scaled = ColumnScale.scaled(rows.array(), triangle.exponents());
        double[] leverages = new double[rows.rows()];
        boolean isFull = rank == n && triangle.zeroPivot() < 0;
        TruncatedSvd svd = isFull ? null : TruncatedSvd.of(triangle);
        for (int i = 0; i < leverages.length; i++) {
            double[] row = Arrays.copyOfRange(scaled, i * n, (i + 1) * n);
            if (isFull) {
                Substitution.forwardTransposed(triangle.r(), n, n, row);
                leverages[i] = Blas.dot(row, row);
            } else {
                double[] shares = svd.shares(rows.row(i), rank);
                leverages[i] = Blas.dot(shares, shares);
            }
        }
        return leverages;
    }
}

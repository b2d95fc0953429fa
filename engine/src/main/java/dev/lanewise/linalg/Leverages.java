package dev.lanewise.linalg;

import java.util.Arrays;

/// hᵢ = aᵢᵀ(AᵀA)⁺aᵢ: the squared length of R⁻ᵀaᵢ, or where R is deficient that of the leading part of Σ⁻¹Vᵀaᵢ.
final class Leverages {
    private Leverages() {}

    static double[] of(Triangle triangle, int rank, Matrix rows) {
        if (rank < triangle.cols() || triangle.zeroPivot() >= 0) return of(TruncatedSvd.of(triangle), rank, 0.0, rows);
        int n = triangle.cols();
        double[] scaled = ColumnScale.scaled(rows.array(), triangle.exponents());
        double[] leverages = new double[rows.rows()];
        for (int i = 0; i < leverages.length; i++) {
            double[] row = Arrays.copyOfRange(scaled, i * n, (i + 1) * n);
            Substitution.forwardTransposed(triangle.r(), n, n, row);
            leverages[i] = Blas.dot(row, row);
        }
        return leverages;
    }

    /// aᵢᵀV(Σ² + λI)⁻¹Vᵀaᵢ over the leading singular values.
    ///
    /// @param root √λ in units of the singular values
    static double[] of(TruncatedSvd svd, int rank, double root, Matrix rows) {
        double[] leverages = new double[rows.rows()];
        for (int k = 0; k < rank; k++) {
            double[] v = svd.direction(k);
            double length = Blas.nrm2(new double[] {svd.value(k), root});
            for (int i = 0; i < leverages.length; i++) {
                double[] row = rows.row(i);
                for (int j = 0; j < row.length; j++) row[j] = Math.scalb(row[j], -svd.commonExponent());
                double share = Blas.dot(row, v) / length;
                leverages[i] = Math.fma(share, share, leverages[i]);
            }
        }
        return leverages;
    }
}

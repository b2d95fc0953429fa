package dev.lanewise.linalg;

import dev.lanewise.internal.backend.Backend;

/// hᵢ = aᵢᵀ(AᵀA)⁺aᵢ: the squared length of R⁻ᵀaᵢ, or where R is deficient that of the leading part of Σ⁻¹Vᵀaᵢ.
final class Leverages {
    private static final int ROWS = 64;

    private Leverages() {}

    /// Of an R without a zero on its diagonal, which is read once for some rows side by side.
    static double[] of(Triangle triangle, Matrix rows) {
        int n = triangle.cols();
        double[] r = triangle.r(), scaled = ColumnScale.scaled(rows.array(), triangle.exponents());
        double[] leverages = new double[rows.rows()], row = new double[n];
        for (int from = 0; from < leverages.length; from += ROWS) {
            int count = Math.min(ROWS, leverages.length - from);
            double[] columns = new double[n * count];
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < n; j++) columns[j * count + i] = scaled[(from + i) * n + j];
            }
            for (int j = 0; j < n; j++) {
                for (int at = j * count; at < (j + 1) * count; at++) columns[at] /= r[j * n + j];
                for (int k = j + 1; k < n; k++) {
                    Backend.kernels().axpy(count, -r[j * n + k], columns, j * count, columns, k * count);
                }
            }
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < n; j++) row[j] = columns[j * count + i];
                leverages[from + i] = Blas.dot(row, row);
            }
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

package dev.lanewise.linalg;

import java.util.Arrays;

/// S, the independent rows of a pivoted triangle in the caller's units, whose pseudo-inverse is
///
///     S P = Q T      T = LZᵀ      S⁺ = P Z L⁻¹Qᵀ
///
/// Pivoting orders the rows of T by their length: those that only short columns reach come last, where the long columns
/// are zero. Lᵀ is the triangle of Tᵀ, and Householder QR rounds each column, here a row of T, in proportion to that
/// column. Short means short in the caller's units, not in equilibrated ones.
///
/// What is left of a column counts as zero where it is a rounding error of that column: in units 10¹⁶ and more apart
/// the rounding error of a long column would otherwise pass for a short column that is independent of it.
final class RowSpace {
    /// Rows whose leverages are found side by side.
    private static final int ROWS = 64;

    private final PivotedQr pivoted;
    private final HouseholderQr qr;
    private final double[] r;
    private final int rank;
    private final int cols;
    private final int[] exponents;

    /// The rows of rank of a triangle.
    ///
    /// @param factor the triangle's pivoted factorisation, whose leading rows count
    RowSpace(Triangle triangle, PivotedQr factor, int rank) {
        this.rank = rank;
        cols = triangle.cols();
        int[] units = triangle.relativeExponents();
        exponents = triangle.exponents().clone();
        for (int j = 0; j < cols; j++) exponents[j] -= units[j];
        double noise = triangle.longSide() * 0x1p-52;
        pivoted = PivotedQr.aboveNoise(independentRows(factor, rank, units), rank, cols, noise);
        qr = HouseholderQr.of(transposed(pivoted, noise));
        r = qr.r().array();
    }

    /// S, row-major, with the columns in the order of A.
    private static double[] independentRows(PivotedQr factor, int rank, int[] units) {
        int cols = factor.cols();
        double[] s = new double[rank * cols];
        for (int i = 0; i < rank; i++) {
            for (int l = i; l < cols; l++) {
                int j = factor.order()[l];
                s[i * cols + j] = Math.scalb(factor.r()[i * cols + l], units[j]);
            }
        }
        return s;
    }

    /// Tᵀ without what is noise in the columns that are not basic.
    private static Matrix transposed(PivotedQr pivoted, double noise) {
        int rank = pivoted.rows(), cols = pivoted.cols();
        Matrix t = Matrix.zeros(cols, rank);
        for (int j = 0; j < cols; j++) {
            double[] column = Matrix.column(pivoted.r(), cols, j, 0, rank);
            double smallest = j < rank ? 0.0 : noise * Blas.nrm2(column);
            for (int i = 0; i < rank; i++) t.set(j, i, Math.abs(column[i]) <= smallest ? 0.0 : column[i]);
        }
        return t;
    }

    /// The units of S: column j is that of A times 2^(−exponents[j]); shared.
    int[] exponents() {
        return exponents;
    }

    /// S⁺ times the leading rows of c, in the order of the columns of A.
    double[] shortest(Matrix c) {
        int k = c.cols();
        double[] head = Arrays.copyOf(c.array(), rank * k);
        pivoted.applyTransposed(head, k);
        Matrix y = Matrix.zeros(cols, k);
        for (int h = 0; h < k; h++) {
            double[] side = Matrix.column(head, k, h, 0, rank);
            Substitution.forwardTransposed(r, rank, rank, side);
            for (int i = 0; i < rank; i++) y.set(i, h, side[i]);
        }
        double[] x = qr.applyQ(y).array(), placed = new double[cols * k];
        for (int l = 0; l < cols; l++) System.arraycopy(x, l * k, placed, pivoted.order()[l] * k, k);
        return placed;
    }

    /// aᵢᵀ(AᵀA)⁺aᵢ, which is the squared length of (S⁺)ᵀaᵢ = QL⁻ᵀZᵀPᵀaᵢ.
    double[] leverages(Matrix rows) {
        double[] scaled = ColumnScale.scaled(rows.array(), exponents), leverages = new double[rows.rows()];
        for (int from = 0; from < leverages.length; from += ROWS) {
            int count = Math.min(ROWS, leverages.length - from);
            Matrix turned = Matrix.zeros(cols, count);
            for (int l = 0; l < cols; l++) {
                for (int i = 0; i < count; i++) turned.set(l, i, scaled[(from + i) * cols + pivoted.order()[l]]);
            }
            double[] z = qr.applyQTransposed(turned).array();
            Substitution.back(r, rank, rank, z, count);
            for (int i = 0; i < count; i++) {
                double[] each = Matrix.column(z, count, i, 0, rank);
                leverages[from + i] = Blas.dot(each, each);
            }
        }
        return leverages;
    }
}

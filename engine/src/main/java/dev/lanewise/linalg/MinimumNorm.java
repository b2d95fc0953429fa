package dev.lanewise.linalg;

import java.util.Arrays;

/// The shortest of all minimisers of ‖Rx − c‖ where R has fewer independent rows than columns.
///
/// **Method** (complete orthogonal decomposition: G. Golub and C. Van Loan, *Matrix Computations*, §5.5): the independent
/// rows S of the pivoted triangle are taken back to the caller's units, pivoted once more, and turned from the right:
///
///     S P = Q T      T = LZᵀ      x = P Z L⁻¹Qᵀc
///
/// x is as long as L⁻¹Qᵀc and lies in the row space, so that nothing longer than itself is ever computed. A basic solution,
/// whose projection x is too, may be 10⁹ times as long, and its rounding errors with it.
///
/// Pivoting orders the rows of T by their length: those that only short columns reach come last, where the long columns
/// are zero. Lᵀ is the triangle of Tᵀ, and Householder QR rounds each column, here a row of T, in proportion to that
/// column. Short means short in the caller's units, not in equilibrated ones.
///
/// What is left of a column counts as zero where it is a rounding error of that column: in units 10¹⁶ and more apart
/// the rounding error of a long column would otherwise pass for a short column that is independent of it.
final class MinimumNorm {
    /// Far above what longer columns leave to a column of 2⁻⁹⁰⁰ of their length, and far below the share of one that is
    /// needed.
    private static final double NEGLIGIBLE = 0x1p-800;

    private MinimumNorm() {}

    /// Solves for all columns of c, of which the first triangle.rows() rows are replaced by the residual, turned.
    static Solution solve(Triangle triangle, NumericalRank ranked, double tolerance, Matrix c) {
        int rank = ranked.rank(), cols = triangle.cols();
        PivotedQr factor = ranked.factor();
        factor.applyTransposed(c.array(), c.cols());
        int[] units = triangle.relativeExponents();
        double[] x = shortest(independentRows(factor, rank, units), rank, cols, triangle.longSide() * 0x1p-52, c);
        int[] exponents = triangle.exponents().clone();
        for (int j = 0; j < cols; j++) exponents[j] -= units[j];
        shortenNarrow(x, c.cols(), units, exponents, triangle.commonExponent());
        subtractTruncated(factor, rank, units, x, c);
        return new Solution(x, exponents, rank, tolerance);
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

    /// The shortest solutions for the leading rows of c, in the order of the columns of A.
    private static double[] shortest(double[] s, int rank, int cols, double noise, Matrix c) {
        int k = c.cols();
        PivotedQr pivoted = PivotedQr.aboveNoise(s, rank, cols, noise);
        double[] head = Arrays.copyOf(c.array(), rank * k);
        pivoted.applyTransposed(head, k);
        HouseholderQr qr = HouseholderQr.of(transposed(pivoted, noise));
        double[] r = qr.r().array();
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

    /// A column that is shorter than units can say was given a unit that is too long. Where longer ones reach what it
    /// reaches, its coefficient, in proportion to its length, came out too long by that factor, and is then stated in the
    /// true unit, which makes it twice; where nothing else reaches it, its coefficient is right, and not as short as that.
    private static void shortenNarrow(double[] x, int k, int[] units, int[] exponents, int common) {
        double[] largest = new double[k];
        for (int at = 0; at < x.length; at++) largest[at % k] = Math.max(largest[at % k], Math.abs(x[at]));
        for (int at = 0; at < x.length; at++) {
            int excess = common - exponents[at / k];
            if (units[at / k] != 0 && excess != 0 && Math.abs(x[at]) < NEGLIGIBLE * largest[at % k]) {
                x[at] = Math.scalb(x[at], -2 * excess);
            }
        }
    }

    /// The head of c is solved for; what is below it still meets the part of R that the rank leaves out.
    private static void subtractTruncated(PivotedQr factor, int rank, int[] units, double[] x, Matrix c) {
        int k = c.cols();
        Arrays.fill(c.array(), 0, rank * k, 0.0);
        for (int i = rank; i < factor.rows(); i++) {
            for (int l = i; l < factor.cols(); l++) {
                int j = factor.order()[l];
                double element = Math.scalb(factor.r()[i * factor.cols() + l], units[j]);
                for (int h = 0; h < k; h++) {
                    c.array()[i * k + h] = Math.fma(-element, x[j * k + h], c.array()[i * k + h]);
                }
            }
        }
    }
}

package dev.lanewise.linalg;

import java.util.Arrays;

/// The shortest of all minimisers of ‖Rx − c‖ where R has fewer independent rows than columns.
///
/// **Method** (complete orthogonal decomposition: G. Golub and C. Van Loan, *Matrix Computations*, §5.5): the independent
/// rows S of the pivoted triangle are taken back to the caller's units, pivoted once more, and turned from the right
/// ([RowSpace]):
///
///     S P = Q T      T = LZᵀ      x = P Z L⁻¹Qᵀc
///
/// x is as long as L⁻¹Qᵀc and lies in the row space, so that nothing longer than itself is ever computed. A basic solution,
/// whose projection x is too, may be 10⁹ times as long, and its rounding errors with it.
final class MinimumNorm {
    /// Far above what longer columns leave to a column of 2⁻⁹⁰⁰ of their length, and far below the share of one that is
    /// needed.
    private static final double NEGLIGIBLE = 0x1p-800;

    private MinimumNorm() {}

    /// Solves for all columns of c, of which the first triangle.rows() rows are replaced by the residual, turned.
    static Solution solve(Triangle triangle, NumericalRank ranked, double tolerance, Matrix c) {
        int rank = ranked.rank();
        PivotedQr factor = ranked.factor();
        factor.applyTransposed(c.array(), c.cols());
        int[] units = triangle.relativeExponents();
        RowSpace space = new RowSpace(triangle, factor, rank);
        double[] x = space.shortest(c);
        shortenNarrow(x, c.cols(), units, space.exponents(), triangle.commonExponent());
        subtractTruncated(factor, rank, units, x, c);
        return new Solution(x, space.exponents(), rank, tolerance, space);
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

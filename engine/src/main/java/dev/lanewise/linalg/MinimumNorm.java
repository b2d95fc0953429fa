package dev.lanewise.linalg;

import java.util.Arrays;

/// The shortest of all minimisers of ‖Rx − c‖ where R has fewer independent rows than columns.
///
/// **Method** (G. Golub and C. Van Loan, *Matrix Computations*, §5.5): the independent rows S of the pivoted triangle
/// are taken back to the caller's units and pivoted once more, so that the basic columns are the long ones there and
/// T = S₁⁻¹S₂ stays small:
///
///     S P = Q [S₁ S₂]      basic solution  x = [S₁⁻¹Qᵀc; 0]
///     null space  N = [−T; I]              row space  B = [I; Tᵀ]
///
/// The shortest solution is x less its projection on the null space, or its projection on the row space, whichever
/// basis has fewer columns. Short means short in the caller's units, not in equilibrated ones.
///
/// What is left of a column counts as zero where it is a rounding error of that column: in units 10¹⁶ and more apart
/// the rounding error of a long column would otherwise pass for a short column that is independent of it.
final class MinimumNorm {
    /// One projection leaves an error in proportion to the basic solution, a second one in proportion to the result.
    private static final int PROJECTIONS = 2;

    /// A basis whose smallest singular value is this much below that of the columns that decided the rank is not used:
    /// pivoting alone falls for Kahan's matrix here as it does there.
    private static final double MUCH_WORSE = 0x1p-20;

    private final PivotedQr basis;
    private final int rank;
    private final int cols;
    private final double[] t;

    private MinimumNorm(PivotedQr basis, double noise) {
        this.basis = basis;
        rank = basis.rows();
        cols = basis.cols();
        int free = cols - rank;
        t = new double[rank * free];
        for (int j = 0; j < free; j++) {
            double[] column = Matrix.column(basis.r(), cols, rank + j, 0, rank);
            double smallest = noise * Blas.nrm2(column);
            for (int i = 0; i < rank; i++) t[i * free + j] = Math.abs(column[i]) <= smallest ? 0.0 : column[i];
        }
        Substitution.back(basis.r(), cols, rank, t, free);
    }

    /// Solves for all columns of c, of which the first triangle.rows() rows are replaced by the residual, turned.
    static Solution solve(Triangle triangle, NumericalRank ranked, double tolerance, Matrix c) {
        int rank = ranked.rank();
        int cols = triangle.cols();
        PivotedQr factor = ranked.factor();
        factor.applyTransposed(c.array(), c.cols());
        int[] units = triangle.relativeExponents();
        double noise = triangle.longSide() * 0x1p-52;
        double[] x = new MinimumNorm(basis(ranked, units, noise), noise).shortest(c);
        int[] exponents = triangle.exponents().clone();
        for (int j = 0; j < cols; j++) exponents[j] -= units[j];
        subtractTruncated(factor, rank, units, x, c);
        return new Solution(x, exponents, rank, tolerance);
    }

    /// The columns that are long in the caller's units, unless pivoting among them has found much worse ones than the
    /// decision on rank did.
    private static PivotedQr basis(NumericalRank ranked, int[] units, double noise) {
        PivotedQr factor = ranked.factor();
        int rank = ranked.rank();
        int cols = factor.cols();
        double[] s = new double[rank * cols];
        for (int i = 0; i < rank; i++) {
            for (int l = i; l < cols; l++) {
                int j = factor.order()[l];
                s[i * cols + j] = Math.scalb(factor.r()[i * cols + l], units[j]);
            }
        }
        PivotedQr longest = PivotedQr.aboveNoise(s, rank, cols, noise);
        boolean isSound = smallest(longest, rank, units) >= MUCH_WORSE * smallest(factor, rank, new int[cols]);
        return isSound ? longest : PivotedQr.inOrder(s, rank, cols, factor.order());
    }

    /// The smallest singular value of the leading columns, estimated after their units have been taken away.
    private static double smallest(PivotedQr qr, int rank, int[] units) {
        int[] placed = new int[qr.cols()];
        for (int l = 0; l < placed.length; l++) placed[l] = units[qr.order()[l]];
        return ConditionEstimate.of(ColumnScale.scaled(qr.r(), placed), qr.cols(), rank).smallest();
    }

    /// The shortest solutions for the leading rows of c, in the order of the columns of R.
    private double[] shortest(Matrix c) {
        int k = c.cols();
        double[] head = Arrays.copyOf(c.array(), rank * k);
        basis.applyTransposed(head, k);
        Substitution.back(basis.r(), cols, rank, head, k);
        Matrix x = Matrix.wrap(cols, k, Arrays.copyOf(head, cols * k));
        int free = cols - rank;
        if (free <= rank) {
            subtractNullSpace(x, free);
        } else if (rank > 0) {
            x = projectOnRowSpace(x, free);
        }
        double[] placed = new double[cols * k];
        for (int l = 0; l < cols; l++) System.arraycopy(x.array(), l * k, placed, basis.order()[l] * k, k);
        return placed;
    }

    /// x ← x − N(N⁺x).
    private void subtractNullSpace(Matrix x, int free) {
        Matrix n = Matrix.zeros(cols, free);
        for (int j = 0; j < free; j++) {
            for (int i = 0; i < rank; i++) n.set(i, j, -t[i * free + j]);
            n.set(rank + j, j, 1.0);
        }
        HouseholderQr qr = HouseholderQr.of(n);
        for (int pass = 0; pass < PROJECTIONS; pass++) Blas.gemm(-1.0, n, leastSquares(qr, x), 1.0, x);
    }

    /// B(B⁺x).
    private Matrix projectOnRowSpace(Matrix x, int free) {
        Matrix b = Matrix.zeros(cols, rank);
        for (int i = 0; i < rank; i++) {
            b.set(i, i, 1.0);
            for (int j = 0; j < free; j++) b.set(rank + j, i, t[i * free + j]);
        }
        return b.times(leastSquares(HouseholderQr.of(b), x));
    }

    /// The W of least ‖MW − X‖ for the factors of an M of full rank that needs no scaling.
    private static Matrix leastSquares(HouseholderQr qr, Matrix x) {
        Matrix c = qr.applyQTransposed(x);
        int n = qr.cols();
        double[] w = Arrays.copyOf(c.array(), n * c.cols());
        Substitution.back(qr.r().array(), n, n, w, c.cols());
        return Matrix.wrap(n, c.cols(), w);
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

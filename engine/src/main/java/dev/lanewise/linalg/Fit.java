package dev.lanewise.linalg;

import java.util.Arrays;
import java.util.Locale;

/// The answer of a least-squares problem, and what is known of it.
///
/// Immutable and safe for many threads; arrays and matrices are handed out as copies.
public final class Fit {
    private final Matrix coefficients;
    private final double[] residualNorms;
    private final int rank;
    private final double tolerance;
    private final double condition;
    private final Triangle triangle;
    /// Computed when first asked for. Two threads may both do so; they find the same values.
    private volatile double[] singularValues;

    Fit(Matrix coefficients, double[] residualNorms, int rank, double tolerance, double condition, Triangle triangle) {
        this.coefficients = coefficients;
        this.residualNorms = residualNorms;
        this.rank = rank;
        this.tolerance = tolerance;
        this.condition = condition;
        this.triangle = triangle;
    }

    /// The coefficients, one column for each right-hand side.
    ///
    /// @return a new n × k matrix
    public Matrix coefficients() {
        return coefficients.copy();
    }

    /// The coefficients of the first right-hand side.
    ///
    /// @return a new array of n elements
    /// @throws IllegalStateException if there is no right-hand side
    public double[] x() {
        requireRightHandSide();
        return coefficients.column(0);
    }

    /// ‖b − Ax‖₂ of the first right-hand side.
    ///
    /// @return ≥ 0
    /// @throws IllegalStateException if there is no right-hand side
    public double residualNorm() {
        requireRightHandSide();
        return residualNorms[0];
    }

    /// ‖b − Ax‖₂ of each right-hand side: the length of what R leaves of Qᵀb, which is 0 where A has as many
    /// independent columns as rows. It is right where its square would over- or underflow. b − Ax computed from the
    /// rounded x differs from it by rounding, of order 2⁻⁵³·‖A‖‖x‖, which shows where coefficients are huge.
    ///
    /// @return a new array, one element for each
    public double[] residualNorms() {
        return residualNorms.clone();
    }

    /// ‖b − Ax‖₂² of each right-hand side; may be infinite or 0 where the norm itself is neither.
    ///
    /// @return a new array, one element for each
    public double[] sumsOfSquares() {
        double[] squares = new double[residualNorms.length];
        for (int j = 0; j < squares.length; j++) squares[j] = residualNorms[j] * residualNorms[j];
        return squares;
    }

    /// The numerical rank of A.
    ///
    /// @return 0 to min(m, n)
    public int rank() {
        return rank;
    }

    /// The relative threshold that decided the rank; see [RankRule].
    ///
    /// @return ≥ 0, and 0 where the rank was given
    public double tolerance() {
        return tolerance;
    }

    /// Whether x is the only minimiser; else it is the shortest of them.
    ///
    /// @return true if the rank is n
    public boolean isUnique() {
        return rank == coefficients.rows();
    }

    /// An estimate of the condition of A with its columns scaled to equal length, up to a factor of two, by powers of
    /// two. It does not depend on the columns' units, and is what the accuracy of a unique x depends on.
    /// [#singularValues] tells the condition of A as given, on which the shortest of many x depends.
    ///
    /// @return ≥ 1; ∞ where a pivot of R is exactly zero (columns that depend on others leave a rounding error there as a
    ///     rule, and an estimate of 10¹⁵ or more); 1 for an A without elements
    public double condition() {
        return condition;
    }

    /// The singular values of A as given, descending; σ₁/σₙ is its condition.
    ///
    /// **Method**: one-sided Jacobi on R, computed when first asked for, in O(n³).
    ///
    /// **Error**: a small multiple of 2⁻⁵³·σ₁ in each.
    ///
    /// @return a new array of min(m, n) elements; a value beyond the largest double is infinite
    public double[] singularValues() {
        double[] values = singularValues;
        if (values == null) {
            values = TruncatedSvd.of(triangle).values();
            singularValues = values;
        }
        return values.clone();
    }

    private void requireRightHandSide() {
        if (residualNorms.length == 0) throw new IllegalStateException("Fit: there was no right-hand side");
    }

    /// Rank, uniqueness, condition and residual norms in one line, and up to eight coefficients.
    @Override
    public String toString() {
        String kind = isUnique() ? "unique" : "minimum norm";
        String text = String.format(Locale.ROOT, "rank %d of %d (%s), condition %.3g, residual norm %s", rank,
                coefficients.rows(), kind, condition, residualNorms.length == 1
                        ? String.valueOf(residualNorms[0])
                        : Arrays.toString(residualNorms));
        boolean isShort = coefficients.rows() <= 8 && residualNorms.length == 1;
        return isShort ? text + ", x = " + Arrays.toString(x()) : text;
    }
}

package dev.lanewise.linalg;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/// The answer of a least-squares problem, and what is known of it.
///
/// Immutable and safe for many threads; arrays and matrices are handed out as copies.
public final class Fit {
    private static final double HALF_THE_DIGITS = 0x1p26;

    private final Answer answer;
    private final Matrix coefficients;
    private final double[] residualNorms;
    /// Computed when first asked for. Two threads may both do so; they find the same values.
    private volatile double[] singularValues;
    private volatile Covariance covariance;
    private volatile TruncatedSvd decomposition;

    Fit(Answer answer) {
        this.answer = answer;
        coefficients = answer.coefficients();
        residualNorms = answer.norms(coefficients);
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
    /// rounded x differs from it by rounding, of order 2⁻⁵³·‖A‖‖x‖, which shows where coefficients are huge. Of an x that
    /// was refined without Q it may be a bound, where it is shorter than the last correction can tell: see [SecondPass].
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
        return answer.solution().rank();
    }

    /// The relative threshold that decided the rank; see [RankRule].
    ///
    /// @return ≥ 0, and 0 where the rank was given
    public double tolerance() {
        return answer.solution().tolerance();
    }

    /// Whether x is the only minimiser; else it is the shortest of them.
    ///
    /// @return true if the rank is n
    public boolean isUnique() {
        return answer.isUnique();
    }

    /// An estimate of the condition of A with its columns scaled to equal length, up to a factor of two, by powers of
    /// two. It does not depend on the columns' units, and is what the accuracy of a unique x depends on.
    /// [#singularValues] tells the condition of A as given, on which the shortest of many x depends.
    ///
    /// Where A is small and far from deficient it is computed when first asked for.
    ///
    /// @return ≥ 1; ∞ where a pivot of R is exactly zero (columns that depend on others leave a rounding error there as a
    ///     rule, and an estimate of 10¹⁵ or more); 1 for an A without elements
    public double condition() {
        return answer.condition().estimate();
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
            values = TruncatedSvd.of(Triangle.of(answer.ridge().plain())).values();
            singularValues = values;
        }
        return values.clone();
    }

    /// A bound on max |Δxⱼ|·‖aⱼ‖ / max |xⱼ|·‖aⱼ‖ for each right-hand side: how far x may be, with columns scaled to equal
    /// length, from the solution for A and b exactly as they are. From the condition and the residual where x was not
    /// refined, and from the last corrections where it was; to first order, with an estimated condition.
    ///
    /// @return a new array, one element for each; NaN where x is not unique
    public double[] forwardErrorBounds() {
        return answer.errors();
    }

    /// What to know before using the coefficients.
    ///
    /// @return the flags that are up, in the order of their declaration; may not be changed
    public Set<FitFlag> flags() {
        EnumSet<FitFlag> flags = EnumSet.noneOf(FitFlag.class);
        if (isUnique() && condition() > HALF_THE_DIGITS) flags.add(FitFlag.ILL_CONDITIONED);
        if (!isUnique()) flags.add(FitFlag.RANK_DEFICIENT);
        if (answer.stalled()) flags.add(FitFlag.REFINEMENT_STALLED);
        return Collections.unmodifiableSet(flags);
    }

    /// m − n for a unique x, counting rows of positive weight; m less the rank else.
    ///
    /// @return ≥ 0
    public long degreesOfFreedom() {
        return answer.ridge().plain().rows() - Math.min(rank(), answer.ridge().plain().rows());
    }

    /// √(‖b − Ax‖²/(m − n)) of each right-hand side, which estimates the standard deviation of the errors of b.
    ///
    /// @return a new array; NaN where there are no degrees of freedom
    public double[] residualDeviations() {
        double[] deviations = residualNorms.clone();
        double root = degreesOfFreedom() == 0 ? Double.NaN : Math.sqrt(degreesOfFreedom());
        for (int j = 0; j < deviations.length; j++) deviations[j] /= root;
        return deviations;
    }

    /// The standard error of each coefficient: √ of the diagonal of (b − Ax)ᵀ(b − Ax)/(m − n)·(AᵀA)⁻¹.
    ///
    /// **Method**: each column of the pseudo-inverse is refined as x was where that was with Q at hand (A is a single block
    /// of rows, and had at most 16,384 elements or was refined by [Refinement#steps]); then n refinements, when first asked
    /// for. Else from R.
    ///
    /// @return a new n × k matrix; NaN where x is not unique, has a ridge (whose bias it would hide), or where there are
    ///     no degrees of freedom
    public Matrix standardErrors() {
        int n = coefficients.rows();
        Matrix errors = Matrix.zeros(n, residualNorms.length);
        double[] deviations = residualDeviations();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < deviations.length; j++) {
                errors.set(i, j, hasCovariance() ? covariance().deviation(i, deviations[j]) : Double.NaN);
            }
        }
        return errors;
    }

    /// (b − Ax)ᵀ(b − Ax)/(m − n)·(AᵀA)⁻¹, the covariance of the coefficients of one right-hand side.
    ///
    /// @param side which one, from 0
    /// @return a new n × n matrix; NaN as for [#standardErrors]
    /// @throws IndexOutOfBoundsException if there is no such right-hand side
    public Matrix covariance(int side) {
        double deviation = residualDeviations()[Objects.checkIndex(side, residualNorms.length)];
        if (hasCovariance()) return covariance().times(deviation);
        Matrix unknown = Matrix.zeros(coefficients.rows(), coefficients.rows());
        Arrays.fill(unknown.array(), Double.NaN);
        return unknown;
    }

    private boolean hasCovariance() {
        return isUnique() && answer.triangle().zeroPivot() < 0 && answer.ridge().isPlain();
    }

    private Covariance covariance() {
        Covariance found = covariance;
        if (found == null) {
            PreciseSystem system = answer.system();
            Reduction plain = answer.ridge().plain();
            found = system == null ? Covariance.of(plain) : Covariance.of(plain, system);
            covariance = found;
        }
        return found;
    }

    /// The leverage hᵢ = aᵢᵀ(AᵀA)⁺aᵢ of rows, which may be those that were fitted or new ones: how much the fitted value
    /// of a row depends on its own bᵢ. Over the rows of A they sum to the rank. With a ridge, (AᵀA + λI)⁻¹ stands in the
    /// middle. Rows of a weighted fit are to be multiplied by √wᵢ.
    ///
    /// @param rows aᵢᵀ, any number of rows of n elements
    /// @return a new array, one element for each row
    /// @throws IllegalArgumentException if rows do not have n elements
    public double[] leverages(Matrix rows) {
        Objects.requireNonNull(rows, "leverages: the rows are null");
        if (rows.cols() != coefficients.rows()) {
            throw new IllegalArgumentException("leverages: rows have %d elements but there are %d coefficients"
                    .formatted(rows.cols(), coefficients.rows()));
        }
        Triangle triangle = answer.triangle();
        if (isUnique() && triangle.zeroPivot() < 0) return Leverages.of(triangle, rows);
        RowSpace space = answer.solution().space();
        if (space != null) return space.leverages(rows);
        TruncatedSvd found = decomposition;
        if (found == null) {
            found = TruncatedSvd.of(triangle);
            decomposition = found;
        }
        return Leverages.of(found, rank(), 0.0, rows);
    }

    /// R² = 1 − ‖b − Ax‖²/‖b − b̄‖², the share of the variation of b about its mean that the columns explain, for a model
    /// with an intercept. The mean is that of the weighted rows.
    ///
    /// @param intercept the column of A all of whose elements are the same
    /// @return one number for each right-hand side, NaN where b does not vary
    /// @throws IndexOutOfBoundsException if there is no such column
    public double[] rSquared(int intercept) {
        Objects.checkIndex(intercept, coefficients.rows());
        return RSquared.about(answer.ridge().plain(), intercept, residualNorms);
    }

    /// R² = 1 − ‖b − Ax‖²/‖b‖², for a model without an intercept. It is not comparable with [#rSquared].
    ///
    /// @return one number for each right-hand side, NaN where b is zero
    public double[] uncentredRSquared() {
        return RSquared.about(answer.ridge().plain(), -1, residualNorms);
    }

    private void requireRightHandSide() {
        if (residualNorms.length == 0) throw new IllegalStateException("Fit: there was no right-hand side");
    }

    /// A few lines for a person: rank, condition and residual, a short list of coefficients, and what each flag means.
    @Override
    public String toString() {
        return FitText.of(this);
    }
}

package dev.lanewise.linalg;

/// How the solver decides which columns count as independent.
///
/// The rules differ only where A is deficient or nearly so: a matrix that is well conditioned has full rank by all of
/// them, and is solved with the same bits.
public sealed interface RankRule {
    /// The default: the columns are first scaled to nearly equal length, so that units do not matter, and the rank is
    /// the largest number of columns whose smallest singular value (estimated) and last pivot exceed max(m, n)·2⁻⁵² of
    /// the largest. Where that is fewer than n, x is the shortest minimiser in the caller's units.
    ///
    /// @return the rule
    static RankRule scaled() {
        return new Scaled();
    }

    /// NumPy's rule: the number of singular values of the matrix as given that exceed max(m, n)·2⁻⁵² of the largest.
    /// Where that is fewer than n, the others count as zero, and x = Σ vᵢ(uᵢᵀb)/σᵢ over those that are kept: the
    /// estimator of `numpy.linalg.lstsq(A, b, rcond=None)`.
    ///
    /// @return the rule
    static RankRule numpy() {
        return new Numpy(Double.NaN);
    }

    /// NumPy's rule with a threshold of one's own: singular values that exceed rcond times the largest.
    ///
    /// @param rcond the threshold, in [0, 1)
    /// @return the rule
    /// @throws IllegalArgumentException if rcond is NaN or outside [0, 1)
    static RankRule numpy(double rcond) {
        if (Double.isNaN(rcond)) throw Numpy.outOfRange(rcond);
        return new Numpy(rcond);
    }

    /// A rank that is known. Solving throws an [IllegalArgumentException] if A's shape cannot have it, and an
    /// [ArithmeticException] where it would divide by a pivot that is exactly zero; where A's rank is less but rounding
    /// leaves a tiny pivot, it divides by that, as [#none] does.
    ///
    /// @param rank how many columns count, ≥ 0
    /// @return the rule
    /// @throws IllegalArgumentException if rank is negative
    static RankRule fixed(int rank) {
        return new Fixed(rank);
    }

    /// No decision: min(m, n) columns count, whatever comes of it. Solving throws an [ArithmeticException] where that
    /// would divide by a pivot that is exactly zero; a pivot that is only tiny gives huge coefficients.
    ///
    /// @return the rule
    static RankRule none() {
        return new None();
    }

    /// See [RankRule#scaled].
    record Scaled() implements RankRule {}

    /// See [RankRule#numpy(double)].
    ///
    /// @param rcond the threshold, or NaN for NumPy's default
    record Numpy(double rcond) implements RankRule {
        /// Checks the threshold.
        ///
        /// @throws IllegalArgumentException if rcond is outside [0, 1)
        public Numpy {
            if (rcond < 0.0 || rcond >= 1.0) throw outOfRange(rcond);
        }

        private static IllegalArgumentException outOfRange(double rcond) {
            return new IllegalArgumentException("RankRule: rcond is " + rcond + " but must lie in [0, 1)");
        }
    }

    /// See [RankRule#fixed].
    ///
    /// @param rank how many columns count
    record Fixed(int rank) implements RankRule {
        /// Checks the rank.
        ///
        /// @throws IllegalArgumentException if rank is negative
        public Fixed {
            if (rank < 0) throw new IllegalArgumentException("RankRule: a rank of " + rank + " is negative");
        }
    }

    /// See [RankRule#none].
    record None() implements RankRule {}
}

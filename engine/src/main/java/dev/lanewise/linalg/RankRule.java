package dev.lanewise.linalg;

/// How the solver decides which columns count as independent.
public sealed interface RankRule {
    /// The default: the columns are first scaled to equal length, so that units do not matter, and a column counts
    /// while it keeps more than max(m, n)·2⁻⁵² of the length of the leading one.
    ///
    /// @return the rule
    static RankRule scaled() {
        return new Scaled();
    }

    /// NumPy's rule: the number of singular values of the matrix as given that exceed max(m, n)·2⁻⁵² of the largest.
    ///
    /// @return the rule
    static RankRule numpy() {
        return new Numpy(Double.NaN);
    }

    /// NumPy's rule with a threshold of one's own: singular values that exceed rcond times the largest.
    ///
    /// @param rcond the threshold, in [0, 1)
    /// @return the rule
    static RankRule numpy(double rcond) {
        return new Numpy(rcond);
    }

    /// A rank that is known.
    ///
    /// @param rank how many columns count
    /// @return the rule
    static RankRule fixed(int rank) {
        return new Fixed(rank);
    }

    /// No decision: every column counts, whatever comes of it.
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
    record Numpy(double rcond) implements RankRule {}

    /// See [RankRule#fixed].
    ///
    /// @param rank how many columns count
    record Fixed(int rank) implements RankRule {}

    /// See [RankRule#none].
    record None() implements RankRule {}
}

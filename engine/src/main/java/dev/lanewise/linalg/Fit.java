package dev.lanewise.linalg;

/// The answer of a least-squares problem.
public final class Fit {
    Fit() {}

    /// The coefficients, one column for each right-hand side.
    ///
    /// @return a new n × k matrix
    public Matrix coefficients() {
        throw new IllegalStateException();
    }

    /// The coefficients of the first right-hand side.
    ///
    /// @return a new array of n elements
    public double[] x() {
        throw new IllegalStateException();
    }

    /// ‖b − Ax‖₂ of the first right-hand side.
    ///
    /// @return ≥ 0
    public double residualNorm() {
        throw new IllegalStateException();
    }

    /// ‖b − Ax‖₂ of each right-hand side.
    ///
    /// @return a new array, one element for each
    public double[] residualNorms() {
        throw new IllegalStateException();
    }

    /// The numerical rank of A.
    ///
    /// @return 0 to min(m, n)
    public int rank() {
        throw new IllegalStateException();
    }

    /// Whether x is the only minimiser; else it is the shortest of them.
    ///
    /// @return true if the rank is n
    public boolean isUnique() {
        throw new IllegalStateException();
    }

    /// An estimate of the condition of A with its columns scaled to equal length.
    ///
    /// @return ≥ 1, ∞ where A is exactly deficient
    public double condition() {
        throw new IllegalStateException();
    }

    /// The singular values of A as given, descending; σ₁/σₙ is its condition.
    ///
    /// @return a new array of min(m, n) elements
    public double[] singularValues() {
        throw new IllegalStateException();
    }
}

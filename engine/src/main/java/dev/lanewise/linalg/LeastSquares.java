package dev.lanewise.linalg;

/// min ‖Ax − b‖₂ by Householder QR.
public final class LeastSquares {
    private LeastSquares() {}

    /// The least-squares solution of Ax ≈ b with the defaults.
    ///
    /// @param a A, m × n
    /// @param b m elements
    /// @return x and what is known of it
    public static Fit solve(Matrix a, double[] b) {
        return of(a).solve(b);
    }

    /// The least-squares solutions of AX ≈ B with the defaults.
    ///
    /// @param a A, m × n
    /// @param b B, m × k
    /// @return X and what is known of it
    public static Fit solve(Matrix a, Matrix b) {
        return of(a).solve(b);
    }

    /// Begins a problem whose defaults may be changed.
    ///
    /// @param a A, m × n
    /// @return the problem
    public static LeastSquares of(Matrix a) {
        return new LeastSquares();
    }

    /// Decides rank by another rule.
    ///
    /// @param rule the rule
    /// @return this problem
    public LeastSquares rank(RankRule rule) {
        return this;
    }

    /// Solves for one right-hand side.
    ///
    /// @param b m elements
    /// @return x and what is known of it
    public Fit solve(double[] b) {
        return new Fit();
    }

    /// Solves for several right-hand sides.
    ///
    /// @param b B, m × k
    /// @return X and what is known of it
    public Fit solve(Matrix b) {
        return new Fit();
    }
}

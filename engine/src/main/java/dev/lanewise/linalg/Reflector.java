package dev.lanewise.linalg;

/// The elementary reflector H = I − τvvᵀ, v₀ = 1, with H(α, tail)ᵀ = (β, 0)ᵀ; v is `inverse` times the tail below.
///
/// **Method**: LAPACK's `dlarfg`: β = −sign(α)·√(α² + Σtail²), τ = (β − α)/β, v = tail/(α − β), free of cancellation.
///
/// @param beta what is left of the column, −sign(α) times its length
/// @param tau τ in [1, 2], or 0 for H = I
/// @param inverse 1/(α − β)
record Reflector(double beta, double tau, double inverse) {
    /// Below this, α² + Σtail² has lost bits to underflow, and the column must be scaled up first.
    static final double TINY = 0x1p-900;

    /// H = I, for a tail that is exactly zero and for nothing else.
    ///
    /// @param alpha the leading element, which stays
    /// @return the identity
    static Reflector identity(double alpha) {
        return new Reflector(alpha, 0.0, 0.0);
    }

    /// The reflector of a column in the safe range.
    ///
    /// @param alpha the leading element
    /// @param sumOfSquares Σtail²
    /// @return the reflector
    static Reflector of(double alpha, double sumOfSquares) {
        double length = Math.sqrt(Math.fma(alpha, alpha, sumOfSquares));
        double beta = alpha >= 0.0 ? -length : length;
        return new Reflector(beta, (beta - alpha) / beta, 1.0 / (alpha - beta));
    }

    /// Makes v of a whole column (α, tail), in place and at any scale; v₀ = 1.
    ///
    /// @param v the column on entry, v on return
    /// @return its reflector
    static Reflector make(double[] v) {
        double largest = 0.0;
        for (int i = 1; i < v.length; i++) largest = Math.max(largest, Math.abs(v[i]));
        double alpha = v[0];
        if (largest == 0.0) {
            v[0] = 1.0;
            return identity(alpha);
        }
        int exponent = ColumnScale.exponent(Math.max(largest, Math.abs(alpha)));
        double sum = 0.0;
        for (int i = 1; i < v.length; i++) {
            v[i] = Math.scalb(v[i], -exponent);
            sum = Math.fma(v[i], v[i], sum);
        }
        Reflector h = of(Math.scalb(alpha, -exponent), sum);
        for (int i = 1; i < v.length; i++) v[i] *= h.inverse;
        v[0] = 1.0;
        return new Reflector(Math.scalb(h.beta, exponent), h.tau, h.inverse);
    }
}

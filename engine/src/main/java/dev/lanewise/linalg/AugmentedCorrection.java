package dev.lanewise.linalg;

/// Refinement of x and of the residual r together, as the solution of
///
///     ⎡ I   A ⎤ ⎡ r ⎤   ⎡ b ⎤
///     ⎣ Aᵀ  0 ⎦ ⎣ x ⎦ = ⎣ c ⎦
///
/// which is the least-squares problem where c = 0. An error shrinks by about 2⁻⁵³·κ a step, whatever r is; corrections of
/// x alone would lose 2⁻⁵³·κ² where r is large.
///
/// **Method**: Å. Björck, *Iterative refinement of linear least squares solutions I*, BIT 7 (1967). With f = b − r − Ax and
/// g = c − Aᵀr in twice the precision, Qᵀf = [d₁; d₂] and h = R⁻ᵀg:
///
///     dx = R⁻¹(d₁ − h)        dr = Q[h; d₂]
final class AugmentedCorrection {
    private final PreciseRows rows;
    private final HouseholderQr qr;
    private final double[] r;
    private final double[] b;
    private final double[] c;
    private final double[] cRest;
    private double[] residual;

    /// For the factors of the rows.
    ///
    /// @param r R in the units of the rows, n × n
    AugmentedCorrection(PreciseRows rows, HouseholderQr qr, double[] r, double[] b, double[] c, double[] cRest) {
        this.rows = rows;
        this.qr = qr;
        this.r = r;
        this.b = b;
        this.c = c;
        this.cRest = cRest;
    }

    /// What is to be added to x, in its units; the next call may ask about the sum, rounded.
    double[] of(double[] x) {
        int m = rows.rows(), n = rows.cols();
        double[] high = new double[m], f = new double[qr.height()];
        rows.residual(b, x, high, f);
        if (residual == null) residual = high.clone();
        for (int i = 0; i < m; i++) f[i] += high[i] - residual[i];

        double[] h = rows.gradient(c, cRest, residual, null);
        Substitution.forwardTransposed(r, n, n, h);
        qr.applyQTransposedInPlace(f);
        double[] dx = new double[n];
        for (int j = 0; j < n; j++) {
            dx[j] = f[j] - h[j];
            f[j] = h[j];
        }
        Substitution.back(r, n, n, dx, 1);
        qr.applyQInPlace(f);
        for (int i = 0; i < m; i++) residual[i] += f[i];
        return dx;
    }

    /// r as it has become.
    double[] residual() {
        return residual;
    }
}

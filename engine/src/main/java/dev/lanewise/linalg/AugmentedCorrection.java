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
    /// Whether b = 0 and the first x is 0 as well: then r = 0 and f = 0, and half of the first step is known.
    private final boolean beginsAtZero;
    private double[] residual;

    /// For the factors of the rows.
    ///
    /// @param r R in the units of the rows, n × n
    AugmentedCorrection(PreciseRows rows, HouseholderQr qr, double[] r, double[] b, double[] c, double[] cRest) {
        this(rows, qr, r, b, c, cRest, false);
    }

    private AugmentedCorrection(PreciseRows rows, HouseholderQr qr, double[] r, double[] b, double[] c, double[] cRest,
            boolean beginsAtZero) {
        this.rows = rows;
        this.qr = qr;
        this.r = r;
        this.b = b;
        this.c = c;
        this.cRest = cRest;
        this.beginsAtZero = beginsAtZero;
    }

    /// For b = 0, and a first x of 0.
    static AugmentedCorrection fromZero(PreciseRows rows, HouseholderQr qr, double[] r, double[] c, double[] cRest) {
        return new AugmentedCorrection(rows, qr, r, new double[rows.rows()], c, cRest, true);
    }

    /// What is to be added to x, in its units; the next call may ask about the sum, rounded.
    double[] of(double[] x) {
        int m = rows.rows(), n = rows.cols();
        double[] f = new double[qr.height()], h;
        if (beginsAtZero && residual == null) {
            residual = new double[m];
            h = new double[n];
            for (int j = 0; j < n; j++) h[j] = (c[j] + 0.0) + (cRest[j] + 0.0); // −0.0 becomes +0.0, as in sums of products
        } else {
            double[] high = new double[m];
            rows.residual(b, x, high, f);
            if (residual == null) residual = high;
            for (int i = 0; i < m; i++) f[i] += high[i] - residual[i];
            h = rows.gradient(c, cRest, residual, null);
            qr.applyQTransposedInPlace(f);
        }
        Substitution.forwardTransposed(r, n, n, h);
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

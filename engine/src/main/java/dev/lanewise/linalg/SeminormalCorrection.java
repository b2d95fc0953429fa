package dev.lanewise.linalg;

/// Refinement of x from R and a second pass over the rows, where Q has not been kept: RᵀR·dx = Aᵀ(b − Ax) − λx.
///
/// An error shrinks by 2⁻⁵³·κ² a step in the worst case, so this stalls from a condition of 10⁸ on, where
/// [AugmentedCorrection] does not.
///
/// **Method**: Å. Björck, *Stability analysis of the method of seminormal equations for linear least squares problems*,
/// Linear Algebra Appl. 88/89 (1987), with the right side in twice the precision.
final class SeminormalCorrection implements Correction {
    private final PreciseRows rows;
    private final double[] r;
    private final double[] b;
    private final double[] penalty;

    /// For the triangle of the rows.
    ///
    /// @param r R in the units of the rows, n × n
    /// @param penalty √λ in the units of each column
    SeminormalCorrection(PreciseRows rows, double[] r, double[] b, double[] penalty) {
        this.rows = rows;
        this.r = r;
        this.b = b;
        this.penalty = penalty;
    }

    @Override
    public double[] of(double[] x) {
        int n = rows.cols();
        double[] high = new double[rows.rows()], rest = new double[rows.rows()];
        rows.residual(b, x, high, rest);
        double[] c = new double[n], cRest = new double[n];
        for (int j = 0; j < n; j++) {
            double root = penalty[j];
            double below = root * x[j];
            c[j] = -root * below;
            cRest[j] = Math.fma(-root, below, -c[j]) - root * Math.fma(root, x[j], -below);
        }
        double[] g = rows.gradient(c, cRest, negated(high), negated(rest));
        Substitution.forwardTransposed(r, n, n, g);
        Substitution.back(r, n, n, g, 1);
        return g;
    }

    private static double[] negated(double[] x) {
        Reduction.negate(x, 0, x.length);
        return x;
    }
}

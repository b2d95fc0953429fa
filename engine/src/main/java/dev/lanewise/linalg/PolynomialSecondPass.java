package dev.lanewise.linalg;

/// The points of a [PolynomialAccumulator] once more, to refine its polynomial; nothing of them is kept.
///
///     var once = PolynomialFit.degree(10).over(least, most);
///     for (Block block : file) once.add(block.x(), block.y());
///     var again = once.secondPass();
///     for (Block block : file) again.add(block.x(), block.y());
///     PolynomialFit fit = again.refined();
///
/// **Method**: a [SecondPass] over the powers of t as they are, in double-double, and not as the first pass has rounded them.
///
/// **Reproducibility**: the same bits at every vector width, and however the points are grouped.
///
/// For one thread at a time.
public final class PolynomialSecondPass {
    private static final SecondPass.Wording WORDING = new SecondPass.Wording("PolynomialSecondPass", "points",
            "y − p(x)");

    private final CentredPowers basis;
    private final SecondPass pass;

    private PolynomialSecondPass(CentredPowers basis, SecondPass pass) {
        this.basis = basis;
        this.pass = pass;
    }

    static PolynomialSecondPass of(CentredPowers basis, QrAccumulator powers, RankRule rule) {
        return new PolynomialSecondPass(basis, SecondPass.of(WORDING, powers.copy(), rule));
    }

    /// Adds points.
    ///
    /// @param x where
    /// @param y what, one for each x
    /// @return this pass
    /// @throws IllegalArgumentException if the lengths differ or an element, or a power of one, is not finite; nothing has
    ///     been added then
    public PolynomialSecondPass add(double[] x, double[] y) {
        CentredPowers.check("PolynomialSecondPass", x, y);
        Matrix[] powers = basis.columns(x, null);
        pass.take(powers[0], powers[1], Matrix.wrap(y.length, 1, y), null);
        return this;
    }

    /// Adds points with the weights that they had; those of weight 0 are left out.
    ///
    /// @param x where
    /// @param y what, one for each x
    /// @param weights one for each point, ≥ 0
    /// @return this pass
    /// @throws IllegalArgumentException if the lengths differ, an element, or a power of one, is not finite, or not any more
    ///     with its weight, or a weight is negative or not finite; nothing has been added then
    public PolynomialSecondPass add(double[] x, double[] y, double[] weights) {
        CentredPowers.check("PolynomialSecondPass", x, y);
        Finite.checkWeights("PolynomialSecondPass", Matrix.wrap(x.length, 1, x), weights);
        Matrix[] powers = basis.columns(x, weights);
        Observations rows = Observations.inOrder("PolynomialSecondPass", powers[0], Matrix.wrap(y.length, 1, y),
                weights);
        pass.take(rows.a(), Observations.rows(powers[1], Observations.kept(weights)), rows.b(), rows.scales());
        return this;
    }

    /// The points so far.
    ///
    /// @return how many
    public long points() {
        return pass.rows();
    }

    /// The refined polynomial. One that is not unique is left as it is.
    ///
    /// @return the polynomial
    /// @throws IllegalStateException if these were more or fewer points than the first time, or visibly others
    /// @throws ArithmeticException if a coefficient is beyond the largest double
    public PolynomialFit refined() {
        return new PolynomialFit(basis, pass.answer());
    }

    /// Begins one pass more, from the polynomial that this one has refined.
    ///
    /// @return a pass without points
    /// @throws IllegalStateException if these were more or fewer points than the first time, or visibly others
    public PolynomialSecondPass next() {
        return new PolynomialSecondPass(basis, pass.next());
    }
}

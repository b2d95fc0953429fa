package dev.lanewise.linalg;

/// The polynomial of a given degree with least Σ(yᵢ − p(xᵢ))² over points that come a few at a time, in memory that depends
/// on the degree only.
///
///     var points = PolynomialFit.degree(3).over(0.0, 10.0);
///     while (…) points.add(x, y);
///     points.solve().coefficients();
///
/// The range says about where the points will be. Points outside are as good; but far outside it the powers of t depend on
/// each other, which costs digits.
///
/// **Method**: powers of t = (x − centre)/2ᵏ in double-double, rounded to doubles, into a [QrAccumulator].
///
/// **Error**: that of Householder QR on the powers of t, of order 2⁻⁵³ times their condition. With the same points once
/// more, in a [#secondPass], that of [PolynomialDegree#fit], which has all points at once.
///
/// **Reproducibility**: the same bits at every vector width, and however the points are grouped.
///
/// For one thread at a time.
public final class PolynomialAccumulator {
    private final CentredPowers basis;
    private final RankRule rule;
    private final QrAccumulator powers;

    PolynomialAccumulator(double least, double most, PolynomialDegree degree) {
        if (!Double.isFinite(least) || !Double.isFinite(most) || least > most) {
            throw new IllegalArgumentException("PolynomialAccumulator: there is no range from %s to %s".formatted(least,
                    most));
        }
        basis = CentredPowers.between(least, most, degree.lowest, degree.degree);
        rule = degree.rule;
        powers = new QrAccumulator(basis.count(), 1);
    }

    /// Adds points.
    ///
    /// @param x where
    /// @param y what, one for each x
    /// @return this accumulator
    /// @throws IllegalArgumentException if the lengths differ or an element, or a power of one, is not finite; nothing has
    ///     been added then
    public PolynomialAccumulator add(double[] x, double[] y) {
        CentredPowers.check("PolynomialAccumulator", x, y);
        powers.add(basis.columns(x, null)[0], y);
        return this;
    }

    /// Adds points with weights, in the order in which they come: see [QrAccumulator#add(Matrix, Matrix, double\[\])]. Those
    /// of weight 0 are left out.
    ///
    /// @param x where
    /// @param y what, one for each x
    /// @param weights one for each point, ≥ 0
    /// @return this accumulator
    /// @throws IllegalArgumentException if the lengths differ, an element, or a power of one, is not finite, or not any more
    ///     with its weight, or a weight is negative or not finite; nothing has been added then
    public PolynomialAccumulator add(double[] x, double[] y, double[] weights) {
        CentredPowers.check("PolynomialAccumulator", x, y);
        Finite.checkWeights("PolynomialAccumulator", Matrix.wrap(x.length, 1, x), weights);
        powers.add(basis.columns(x, weights)[0], Matrix.wrap(y.length, 1, y), weights);
        return this;
    }

    /// The points so far.
    ///
    /// @return how many
    public long points() {
        return powers.rows();
    }

    /// The polynomial over all points so far. Points may be added afterwards as if nothing had been asked.
    ///
    /// @return the polynomial; with fewer different xᵢ than coefficients, the one whose coefficients of powers of t are
    ///     shortest
    /// @throws ArithmeticException if a coefficient is beyond the largest double, or the rank rule would divide by zero
    public PolynomialFit solve() {
        return new PolynomialFit(basis, powers.first(rule));
    }

    /// Begins to refine the polynomial over all points so far, for which the same points have to come once more.
    ///
    /// @return a pass without points, which no longer depends on this accumulator
    /// @throws ArithmeticException if the rank rule would divide by zero
    public PolynomialSecondPass secondPass() {
        return PolynomialSecondPass.of(basis, powers, rule);
    }
}

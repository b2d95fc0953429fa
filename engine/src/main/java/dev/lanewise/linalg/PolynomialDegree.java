package dev.lanewise.linalg;

import java.util.Objects;

/// Fits polynomials of one degree. Immutable: every choice gives a new one.
public final class PolynomialDegree {
    final int degree;
    /// The lowest power: 0, or 1 for polynomials through the origin.
    final int lowest;
    final RankRule rule;
    private final Refinement refinement;

    PolynomialDegree(int degree, int lowest, RankRule rule, Refinement refinement) {
        if (degree < lowest) {
            throw new IllegalArgumentException(degree < 0
                    ? "PolynomialFit: a degree of " + degree + " is negative"
                    : "PolynomialFit: degree 0 through the origin is 0");
        }
        if (degree >= QrAccumulator.MOST_COLUMNS) {
            throw new IllegalArgumentException("PolynomialFit: a degree of %d is more than %d".formatted(degree,
                    QrAccumulator.MOST_COLUMNS - 1));
        }
        this.degree = degree;
        this.lowest = lowest;
        this.rule = Objects.requireNonNull(rule, "PolynomialFit: the rank rule is null");
        this.refinement = Objects.requireNonNull(refinement, "PolynomialFit: the refinement is null");
    }

    /// Leaves out the constant, so that p(0) = 0. The powers are those of x/2ᵏ then, about 0 and not about the middle
    /// of the data; where that is far from 0 they depend more on each other, which refinement makes up for.
    ///
    /// @return what fits polynomials without a constant
    /// @throws IllegalArgumentException if the degree is 0
    public PolynomialDegree throughOrigin() {
        return new PolynomialDegree(degree, 1, rule, refinement);
    }

    /// Decides rank by another rule.
    ///
    /// @param rule the rule, which looks at the powers of t
    /// @return what fits polynomials with that rule
    public PolynomialDegree rank(RankRule rule) {
        return new PolynomialDegree(degree, lowest, rule, refinement);
    }

    /// Refines less, for coefficients with the digits of QR. Points that come a few at a time are refined by
    /// [PolynomialAccumulator#secondPass] only.
    ///
    /// @param refinement the choice
    /// @return what fits polynomials with that choice
    public PolynomialDegree refine(Refinement refinement) {
        return new PolynomialDegree(degree, lowest, rule, refinement);
    }

    /// Begins a polynomial over points that come a few at a time.
    ///
    /// @param least about the smallest x that will come
    /// @param most about the largest
    /// @return an accumulator without points
    /// @throws IllegalArgumentException if one is not finite, or the least is larger than the most
    public PolynomialAccumulator over(double least, double most) {
        return new PolynomialAccumulator(least, most, this);
    }

    /// Fits a polynomial to points. With fewer different xᵢ than coefficients, the one whose coefficients of powers of t
    /// are shortest.
    ///
    /// @param x where
    /// @param y what, one for each x
    /// @return the polynomial
    /// @throws IllegalArgumentException if the lengths differ, or an element is not finite
    /// @throws ArithmeticException if a coefficient is beyond the largest double, or the rule would divide by zero
    public PolynomialFit fit(double[] x, double[] y) {
        CentredPowers.check("PolynomialFit", x, y);
        CentredPowers basis = CentredPowers.over(x, null, lowest, degree);
        Matrix[] columns = basis.columns(x, null);
        return fit(basis, new Observations(columns[0], Matrix.wrap(y.length, 1, y), null), columns[1]);
    }

    /// Fits a polynomial to points with weights: the p with least Σ wᵢ(yᵢ − p(xᵢ))². Weights may be as different as
    /// 10¹⁵ and 1; points of weight 0 are left out.
    ///
    /// @param x where
    /// @param y what, one for each x
    /// @param weights one for each point, ≥ 0
    /// @return the polynomial
    /// @throws IllegalArgumentException if the lengths differ, an element is not finite, or not any more with its
    ///     weight, or a weight is negative or not finite
    /// @throws ArithmeticException if a coefficient is beyond the largest double, or the rule would divide by zero
    public PolynomialFit fit(double[] x, double[] y, double[] weights) {
        CentredPowers.check("PolynomialFit", x, y);
        Finite.checkWeights("PolynomialFit", Matrix.wrap(x.length, 1, x), weights);
        CentredPowers basis = CentredPowers.over(x, weights, lowest, degree);
        Matrix[] columns = basis.columns(x, weights);
        Matrix b = Matrix.wrap(y.length, 1, y);
        int[] order = Observations.heavyFirst("PolynomialFit", columns[0], b, "y", weights);
        return fit(basis, Observations.chosen(columns[0], b, weights, order), Observations.rows(columns[1], order));
    }

    private PolynomialFit fit(CentredPowers basis, Observations rows, Matrix low) {
        HouseholderQr qr = HouseholderQr.of("PolynomialFit", rows.weightedA(), "y", rows.weightedB());
        Reduction reduction = qr.reduction();
        Answer first = Answer.first(Ridge.of(reduction, 0.0), rule);
        int most = refinement.most(low.rows(), low.cols());
        if (most == 0 || !first.isUnique()) {
            return new PolynomialFit(basis, UnderdeterminedSystem.refined(first, rows, low, most));
        }
        PreciseRows precise = new PreciseRows(low.rows(), low.cols(), ColumnScale.scaled(rows.a().array(), reduction
                .exponents()), ColumnScale.scaled(low.array(), reduction.exponents()), rows.scales());
        PreciseSystem system = new PreciseSystem(precise, qr, first, most);
        Matrix b = Matrix.wrap(low.rows(), 1, ColumnScale.scaled(rows.b().array(), reduction.sideExponents()));
        return new PolynomialFit(basis, first.refined(system, b, true));
    }
}

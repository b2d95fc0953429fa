package dev.lanewise.linalg;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.IntStream;

/// Fits polynomials of one degree. Immutable: every choice gives a new one.
///
/// @param degree the highest power
/// @param lowest the lowest power, 0, or 1 for polynomials through the origin
/// @param rule how rank is decided, of the powers of t
/// @param refinement how much to refine; always, unless [#refine] says otherwise
public record PolynomialDegree(int degree, int lowest, RankRule rule, Refinement refinement) {
    /// Checks the degree.
    ///
    /// @throws IllegalArgumentException if it is negative, or there is no power at all
    public PolynomialDegree {
        if (degree < 0) throw new IllegalArgumentException("PolynomialFit: a degree of " + degree + " is negative");
        if (lowest < 0 || lowest > 1 || lowest > degree) {
            throw new IllegalArgumentException("PolynomialFit: there are no powers from %d to %d".formatted(lowest,
                    degree));
        }
        Objects.requireNonNull(rule, "PolynomialFit: the rank rule is null");
        Objects.requireNonNull(refinement, "PolynomialFit: the refinement is null");
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
    /// @throws IllegalArgumentException if one is not finite, the least is larger than the most, or the degree is
    ///     larger than 16,383
    public PolynomialAccumulator over(double least, double most) {
        return PolynomialAccumulator.over(least, most, this);
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
        CentredPowers basis = CentredPowers.over(x, lowest, degree);
        Matrix[] columns = basis.columns(x);
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
        // Heavy points first; all powers are between −1 and 1, so nothing but the weight makes a row long.
        int[] order = IntStream.range(0, x.length).filter(i -> weights[i] > 0.0).boxed().sorted(Comparator
                .comparingDouble(i -> -weights[i])).mapToInt(Integer::intValue).toArray();
        double[] at = Vectors.at(x, order), b = Vectors.at(y, order);
        CentredPowers basis = CentredPowers.over(at, lowest, degree);
        Matrix[] columns = basis.columns(at);
        return fit(basis, Observations.inOrder("PolynomialFit", columns[0], Matrix.wrap(b.length, 1, b), Vectors.at(
                weights, order)), columns[1]);
    }

    private PolynomialFit fit(CentredPowers basis, Observations rows, Matrix low) {
        HouseholderQr qr = HouseholderQr.of("PolynomialFit", rows.weightedA(), "y", rows.weightedB());
        Reduction reduction = qr.reduction();
        Answer first = Answer.first(Ridge.of(reduction, 0.0), rule);
        int most = refinement.most(low.rows(), low.cols());
        if (most == 0 || !first.isUnique()) return new PolynomialFit(basis, first);
        PreciseRows precise = new PreciseRows(low.rows(), low.cols(), ColumnScale.scaled(rows.a().array(), reduction
                .exponents()), ColumnScale.scaled(low.array(), reduction.exponents()), rows.scales());
        PreciseSystem system = new PreciseSystem(precise, qr, first, most);
        Matrix b = Matrix.wrap(low.rows(), 1, ColumnScale.scaled(rows.b().array(), reduction.sideExponents()));
        return new PolynomialFit(basis, first.refined(system, b, true));
    }
}

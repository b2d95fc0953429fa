package dev.lanewise.linalg;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.IntStream;

/// The polynomial p of a given degree with least Σ(yᵢ − p(xᵢ))².
///
///     var fit = PolynomialFit.degree(3).fit(x, y);
///     fit.value(0.5);
///     fit.coefficients();
///
/// Points may have weights, and the polynomial may be made to go through the origin.
///
/// It takes the points and not a matrix of their powers, because rounding xᵏ to a double costs more digits than any solver
/// can win back: NIST's problem Filip, of degree ten, has 7.9 digits left then, and 13.9 here.
///
/// **Method**: powers of t = (x − centre)/2ᵏ in double-double, Householder QR of them rounded, refinement with all digits
/// (Å. Björck 1967; see [Refinement]), and Taylor's shift back to powers of x, in double-double again.
///
/// **Error**: coefficients of either kind are those of x and y exactly as they are within a few units in the last place, up
/// to a condition of the powers of t of about 10¹⁵, which degree 40 or so reaches.
///
/// **Reproducibility**: the same bits at every vector width.
///
/// Immutable and safe for many threads.
public final class PolynomialFit {
    private static final int STEPS = 10;

    private final CentredPowers basis;
    private final DoubleDouble[] z;
    private final Fit fit;
    private final PreciseSystem system;
    private final Reduction reduction;
    private final int[] exponents;

    PolynomialFit(CentredPowers basis, Answer answer) {
        this.basis = basis;
        fit = new Fit(answer);
        system = answer.system();
        reduction = answer.ridge().plain();
        exponents = reduction.exponents();
        z = new DoubleDouble[basis.degree() + 1];
        int side = reduction.sideExponents()[0];
        double[] x = fit.x();
        Arrays.fill(z, DoubleDouble.ZERO);
        for (int j = 0; j < x.length; j++) {
            double rest = answer.rest().length == 0 ? 0.0 : Math.scalb(answer.rest()[j], side - exponents[j]);
            z[j + basis.lowest()] = new DoubleDouble(x[j], rest);
        }
    }

    /// Chooses the degree.
    ///
    /// @param degree the highest power, ≥ 0
    /// @return what fits polynomials of that degree
    /// @throws IllegalArgumentException if it is negative
    public static Degree degree(int degree) {
        return new Degree(degree, 0, RankRule.scaled(), Refinement.steps(STEPS));
    }

    /// Fits polynomials of one degree. Immutable: every choice gives a new one.
    ///
    /// @param degree the highest power
    /// @param lowest the lowest power, 0, or 1 for polynomials through the origin
    /// @param rule how rank is decided, of the powers of t
    /// @param refinement how much to refine; always, unless [#refine] says otherwise
    public record Degree(int degree, int lowest, RankRule rule, Refinement refinement) {
        /// Checks the degree.
        ///
        /// @throws IllegalArgumentException if it is negative, or there is no power at all
        public Degree {
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
        public Degree throughOrigin() {
            return new Degree(degree, 1, rule, refinement);
        }

        /// Decides rank by another rule.
        ///
        /// @param rule the rule, which looks at the powers of t
        /// @return what fits polynomials with that rule
        public Degree rank(RankRule rule) {
            return new Degree(degree, lowest, rule, refinement);
        }

        /// Refines less, for coefficients with the digits of QR. Points that come a few at a time are refined by
        /// [PolynomialAccumulator#secondPass] only.
        ///
        /// @param refinement the choice
        /// @return what fits polynomials with that choice
        public Degree refine(Refinement refinement) {
            return new Degree(degree, lowest, rule, refinement);
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

    /// p(x), by Horner's scheme in powers of t.
    ///
    /// @param x where
    /// @return p(x); NaN where x is not finite
    public double value(double x) {
        return derivative(x, 0);
    }

    /// The derivative of p of some order.
    ///
    /// @param x where
    /// @param order how often p is differentiated, ≥ 0
    /// @return p⁽ᵏ⁾(x)
    /// @throws IllegalArgumentException if the order is negative
    public double derivative(double x, int order) {
        if (order < 0) throw new IllegalArgumentException("derivative: an order of " + order + " is negative");
        DoubleDouble t = basis.t(x);
        double value = 0.0, slope = 0.0;
        for (int k = basis.degree(); k >= order; k--) {
            slope = Math.fma(slope, t.high(), value);
            value = Math.fma(value, t.high(), falling(k, order) * z[k].high());
        }
        // The slope makes up for what rounding x − centre has cut off.
        return Math.scalb(Math.fma(slope, t.low(), value), -basis.exponent() * order);
    }

    /// k(k − 1) … (k − order + 1).
    private static double falling(int k, int order) {
        double product = 1.0;
        for (int i = 0; i < order; i++) product *= k - i;
        return product;
    }

    /// The coefficients of 1, x, x² …, as textbooks have them; the first is 0 for a polynomial through the origin. To compute p(x), [#value] is better: where all x are far
    /// from 0, the terms of this sum cancel.
    ///
    /// @return a new array of degree + 1 elements
    /// @throws ArithmeticException if one is beyond the largest double, as where all x are within 10⁻¹⁶⁰ of 0
    public double[] coefficients() {
        return finite("x", monomial());
    }

    private double[] monomial() {
        return Arrays.stream(basis.monomial(z)).mapToDouble(DoubleDouble::high).toArray();
    }

    private static double[] finite(String base, double[] coefficients) {
        for (int k = coefficients.length - 1; k >= 0; k--) {
            if (!Double.isFinite(coefficients[k])) {
                throw new ArithmeticException("PolynomialFit: the coefficient of %s^%d is beyond the largest double"
                        .formatted(base, k));
            }
        }
        return coefficients;
    }

    /// The coefficients of 1, x − c, (x − c)² … with c = [#centre].
    ///
    /// @return a new array of degree + 1 elements
    /// @throws ArithmeticException if one is beyond the largest double
    public double[] centredCoefficients() {
        double[] centred = new double[z.length];
        for (int k = 0; k < centred.length; k++) centred[k] = Math.scalb(z[k].high(), -basis.exponent() * k);
        return finite("(x − c)", centred);
    }

    /// The middle of the data, about which [#centredCoefficients] are; 0 for a polynomial through the origin.
    ///
    /// @return c
    public double centre() {
        return basis.centre();
    }

    /// The standard errors of [#coefficients].
    ///
    /// **Method**: that of xʲ is s‖p‖ for the shortest p with Aᵀp = mⱼ, where mⱼ says what the coefficients of t add to it:
    /// a refinement for each. Where the points are gone p = R⁻ᵀmⱼ has the same length.
    ///
    /// @return a new array of degree + 1 elements; NaN where p is not unique, passes through as many points as it has
    ///     coefficients, or a coefficient is beyond the largest double
    public double[] standardErrors() {
        double s = fit.residualDeviations()[0];
        DoubleDouble[][] rows = basis.rows();
        double[] errors = new double[rows.length];
        for (int j = 0; j < errors.length; j++) {
            double[] high = new double[exponents.length], low = new double[exponents.length];
            for (int k = 0; k < high.length; k++) {
                high[k] = Math.scalb(rows[j][k + basis.lowest()].high(), -exponents[k]);
                low[k] = Math.scalb(rows[j][k + basis.lowest()].low(), -exponents[k]);
            }
            double[] p = system == null ? projected(high) : system.shortest(high, low);
            errors[j] = p == null ? Double.NaN : s * Blas.nrm2(p);
        }
        return errors;
    }

    /// R⁻ᵀm, or null where there is none.
    private double[] projected(double[] m) {
        if (!fit.isUnique()) return null;
        Substitution.forwardTransposed(reduction.r(), m.length, m.length, m);
        return m;
    }

    /// The standard errors of [#centredCoefficients].
    ///
    /// @return a new array of degree + 1 elements; NaN as for [#standardErrors]
    public double[] centredStandardErrors() {
        double[] found = fit.standardErrors().column(0), errors = new double[z.length];
        for (int j = 0; j < found.length; j++) {
            int k = j + basis.lowest();
            errors[k] = Math.scalb(found[j], -basis.exponent() * k);
        }
        return errors;
    }

    /// The leverage of points, which may be those that were fitted or new ones: see [Fit#leverages]. Those of a weighted
    /// fit are to be multiplied by wᵢ.
    ///
    /// @param x where
    /// @return a new array, one element for each point
    /// @throws IllegalArgumentException if an element is not finite
    public double[] leverages(double[] x) {
        Finite.check("leverages", "x", Vectors.column("leverages", "x", x));
        return fit.leverages(basis.columns(x)[0]);
    }

    /// Rank, condition, residual, flags and R² (`rSquared(0)`; `uncentredRSquared()` for a polynomial through the origin)
    /// of the fit, whose coefficients are those of powers of t.
    ///
    /// @return the fit
    public Fit fit() {
        return fit;
    }

    /// The degree.
    ///
    /// @return the highest power
    public int degree() {
        return basis.degree();
    }

    /// The coefficients of powers of x, and what the fit says.
    @Override
    public String toString() {
        return "degree %d, coefficients of ascending powers of x %s%nin powers of (x − %s)/2^%d: %s".formatted(degree(),
                Arrays.toString(monomial()), centre(), basis.exponent(), fit);
    }
}

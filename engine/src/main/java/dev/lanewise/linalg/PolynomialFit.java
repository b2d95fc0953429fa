package dev.lanewise.linalg;

import java.util.Arrays;

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
    /// @throws IllegalArgumentException if it is negative or more than 16,383
    public static PolynomialDegree degree(int degree) {
        return new PolynomialDegree(degree, 0, RankRule.scaled(), Refinement.steps(10));
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

    /// The coefficients of 1, x, x² …, as textbooks have them; the first is 0 for a polynomial through the origin. To compute
    /// p(x), [#value] is better: where all x are far from 0, the terms of this sum cancel.
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
    ///     coefficients, a coefficient is beyond the largest double, or the refinement stalls
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
    /// @return a new array of degree + 1 elements; NaN where p is not unique, or passes through as many points as it has
    ///     coefficients
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
    /// @throws IllegalArgumentException if an element, or a power of one, is not finite
    public double[] leverages(double[] x) {
        Finite.check("leverages", "x", Vectors.column("leverages", "x", x));
        return fit.leverages(basis.columns(x, null)[0]);
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

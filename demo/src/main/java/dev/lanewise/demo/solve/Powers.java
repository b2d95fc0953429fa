package dev.lanewise.demo.solve;

import java.math.BigDecimal;
import java.math.MathContext;

import dev.lanewise.linalg.Matrix;

/// The powers t, t² … of t = (x − centre)/2ᵏ in place of x, |t| ≤ 1 over the data: what a ridge on a polynomial holds, so
/// that neither the unit of x nor where it is counted from matters.
///
/// @param centre the middle of the data; 0 for polynomials through the origin
/// @param exponent k
/// @param degree the highest power
record Powers(double centre, int exponent, int degree) {
    /// More digits than the shift of a polynomial of degree 100 can lose.
    private static final MathContext DIGITS = new MathContext(200);

    /// About the middle of a range.
    ///
    /// @param intercept whether polynomials have a constant: without one they know where 0 is
    static Powers over(double least, double most, int degree, boolean intercept) {
        double centre = intercept ? 0.5 * least + 0.5 * most : 0.0;
        double half = Math.max(Math.abs(most - centre), Math.abs(centre - least));
        return new Powers(centre, half == 0.0 ? 0 : Math.max(-1000, Math.getExponent(half) + 1), degree);
    }

    /// The powers of a column.
    Matrix of(Matrix x) {
        Matrix powers = Matrix.zeros(x.rows(), degree);
        for (int i = 0; i < x.rows(); i++) {
            double t = Math.scalb(x.get(i, 0) - centre, -exponent);
            double power = 1.0;
            for (int j = 0; j < degree; j++) powers.set(i, j, power *= t);
        }
        return powers;
    }

    /// The coefficients of 1, x, x² … for those of 1, t, t² …: Horner's scheme, again and again.
    double[] monomial(double[] coefficients) {
        BigDecimal[] b = new BigDecimal[coefficients.length];
        BigDecimal unit = new BigDecimal(Math.scalb(1.0, -exponent)), scale = BigDecimal.ONE,
                c = new BigDecimal(centre);
        for (int k = 0; k < b.length; k++, scale = scale.multiply(unit, DIGITS)) {
            b[k] = new BigDecimal(coefficients[k]).multiply(scale, DIGITS);
        }
        for (int i = 0; i < b.length; i++) {
            for (int k = b.length - 2; k >= i; k--) b[k] = b[k].subtract(b[k + 1].multiply(c, DIGITS), DIGITS);
        }
        double[] monomial = new double[b.length];
        for (int k = 0; k < b.length; k++) monomial[k] = b[k].doubleValue();
        return monomial;
    }
}

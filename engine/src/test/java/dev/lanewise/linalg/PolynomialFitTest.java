package dev.lanewise.linalg;

import java.math.BigDecimal;
import java.math.MathContext;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.lanewise.internal.kernel.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// NIST's polynomials, polynomials that are known exactly, and what a polynomial can be asked.
class PolynomialFitTest {
    private static final double U = Ratios.U;

    /// In the order of the files first, then in others.
    @ParameterizedTest
    @CsvSource({"Pontius, 13.4, 13.7", "Filip, 13.9, 13.7", "Wampler1, 15, 0", "Wampler2, 13.1, 0",
            "Wampler3, 15, 13.7", "Wampler4, 15, 13.7", "Wampler5, 15, 13.7"})
    void certifiedDigitsHoldInEveryOrder(String name, double digits, double errorDigits) {
        JsonObject problem = TestResources.json("/dev/lanewise/nist/" + name + ".json");
        JsonObject certified = problem.getAsJsonObject("certified");
        double[] x = TestResources.doubles(problem.getAsJsonObject("x").get("x"));
        double[] y = TestResources.doubles(problem.get("y"));
        double[] beta = TestResources.doubles(certified.get("beta"));
        double[] deviations = TestResources.doubles(certified.get("stddev_beta"));
        double rSquared = certified.get("r_squared").getAsDouble();
        TestMatrices random = new TestMatrices(beta.length);
        for (int order = 0; order <= NistTest.ROW_ORDERS; order++) {
            if (order > 0) NistTest.shuffle(random, Matrix.wrap(x.length, 1, x), y);
            PolynomialFit fit = PolynomialFit.degree(beta.length - 1).fit(x, y);
            double held = NistTest.digits(fit.coefficients(), beta);
            double heldErrors = errorDigits > 0.0 ? NistTest.digits(fit.standardErrors(), deviations) : 0.0;
            assertTrue(held >= digits, () -> name + " holds " + held + " digits");
            assertTrue(heldErrors >= errorDigits, () -> name + ": standard errors hold " + heldErrors + " digits");
            if (errorDigits == 0.0) assertArrayEquals(deviations, fit.standardErrors(), 1e-15);
            assertTrue(fit.fit().flags().isEmpty());
            assertEquals(rSquared, fit.fit().rSquared(0)[0], 1e-13);
        }
    }

    /// (x − 3)⁵ over thousandths around 3: values, derivatives and both kinds of coefficients are known.
    @Test
    void aPowerIsFound() {
        double[] x = new double[33], y = new double[33];
        for (int i = 0; i < 33; i++) {
            double s = (i - 16) / 16.0;
            x[i] = 3.0 + s;
            y[i] = s * s * s * s * s;
        }
        PolynomialFit fit = PolynomialFit.degree(5).fit(x, y);
        assertArrayEquals(new double[] {-243, 405, -270, 90, -15, 1}, fit.coefficients());
        assertEquals(3.0, fit.centre());
        assertArrayEquals(new double[] {0, 0, 0, 0, 0, 1}, fit.centredCoefficients(), 0x1p-80);
        assertEquals(32.0, fit.value(5.0), 64.0 * U);
        assertEquals(80.0, fit.derivative(5.0, 1), 160.0 * U);
        assertEquals(160.0, fit.derivative(5.0, 2), 320.0 * U);
        assertEquals(120.0, fit.derivative(5.0, 5), 240.0 * U);
        assertEquals(0.0, fit.derivative(5.0, 6));
        assertEquals(5, fit.degree());
    }

    /// Far from 0, x − centre is not a double, and rounding it would show in the value.
    @Test
    void valuesKeepTheDigitsOfX() {
        double[] x = new double[20], y = new double[20];
        for (int i = 0; i < 20; i++) {
            x[i] = 1e6 + i * 0.1;
            y[i] = 1.0 / (1.0 + i);
        }
        PolynomialFit fit = PolynomialFit.degree(4).fit(x, y);
        double[] centred = fit.centredCoefficients();
        for (double at : new double[] {1e6 + 0.3, 1e6 + 1.77, 0.1}) {
            BigDecimal t = new BigDecimal(at).subtract(new BigDecimal(fit.centre()));
            BigDecimal exact = BigDecimal.ZERO, size = BigDecimal.ZERO;
            for (int k = 4; k >= 0; k--) {
                exact = exact.multiply(t, MathContext.DECIMAL128).add(new BigDecimal(centred[k]));
                size = size.multiply(t.abs(), MathContext.DECIMAL128).add(new BigDecimal(centred[k]).abs());
            }
            assertEquals(exact.doubleValue(), fit.value(at), 8.0 * U * size.doubleValue());
        }
    }

    /// The matrix of powers as it is, refined, is the same problem where powers are exact.
    @Test
    void centredAndPlainPowersAgree() {
        double[] x = {-2, -1, 0, 1, 2, 3}, y = {1, 0, 2, 1, -1, 3};
        Matrix powers = Matrix.zeros(6, 4);
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 4; j++) powers.set(i, j, StrictMath.pow(x[i], j));
        }
        Fit plain = LeastSquares.solve(powers, y);
        PolynomialFit fit = PolynomialFit.degree(3).fit(x, y);
        assertArrayEquals(plain.x(), fit.coefficients(), 4.0 * U);
        assertArrayEquals(plain.standardErrors().array(), fit.standardErrors(), 16.0 * U);
        assertEquals(plain.residualNorm(), fit.fit().residualNorm(), 16.0 * U);
        assertEquals(fit.coefficients()[3], fit.centredCoefficients()[3], 4.0 * U);
        assertEquals(fit.standardErrors()[3], fit.centredStandardErrors()[3], 16.0 * U);
        assertTrue(fit.toString().startsWith("degree 3, coefficients of ascending powers of x ["));
    }

    @Test
    void fewPointsAndOnePoint() {
        PolynomialFit constant = PolynomialFit.degree(0).fit(new double[] {7, 7}, new double[] {1, 2});
        assertArrayEquals(new double[] {1.5}, constant.coefficients());
        PolynomialFit few = PolynomialFit.degree(3).fit(new double[] {1, 2}, new double[] {5, 6});
        assertFalse(few.fit().isUnique());
        assertEquals(5.0, few.value(1), 16.0 * U);
        assertEquals(6.0, few.value(2), 16.0 * U);
        assertTrue(Double.isNaN(few.standardErrors()[0]));
        PolynomialFit exact = PolynomialFit.degree(1).fit(new double[] {1, 2}, new double[] {5, 6});
        assertArrayEquals(new double[] {4, 1}, exact.coefficients());
        assertArrayEquals(new double[1], PolynomialFit.degree(0).fit(new double[0], new double[0]).coefficients());
    }

    @Test
    void coefficientsBeyondEveryDoubleAreRefusedAndValuesAreNot() {
        double[] x = {1e-300, 2e-300, 3e-300, 5e-300};
        PolynomialFit fit = PolynomialFit.degree(2).fit(x, new double[] {1, 2, 3, 5});
        assertEquals(3.0, fit.value(3e-300), 16.0 * U);
        PolynomialFit steep = PolynomialFit.degree(2).fit(x, new double[] {1, 2, 5, 10});
        assertEquals("PolynomialFit: the coefficient of x^2 is beyond the largest double", assertThrows(
                ArithmeticException.class, steep::coefficients).getMessage());
        assertEquals("PolynomialFit: the coefficient of (x − c)^2 is beyond the largest double", assertThrows(
                ArithmeticException.class, steep::centredCoefficients).getMessage());
        assertTrue(Double.isNaN(steep.standardErrors()[2]));
        assertTrue(steep.toString().startsWith("degree 2"));
    }

    @Test
    void whatCannotBeFittedIsNamed() {
        refused("PolynomialFit: a degree of -1 is negative", () -> PolynomialFit.degree(-1));
        refused("PolynomialFit: x has length 2 but y has length 1", () -> PolynomialFit.degree(1).fit(new double[2],
                new double[1]));
        refused("PolynomialFit: x has NaN at row 1, column 0", () -> PolynomialFit.degree(1).fit(new double[] {1,
                Double.NaN}, new double[2]));
        refused("PolynomialFit: y has ∞ at row 0, column 0", () -> PolynomialFit.degree(1).fit(new double[2],
                new double[] {Double.POSITIVE_INFINITY, 0}));
        PolynomialFit fit = PolynomialFit.degree(0).fit(new double[1], new double[1]);
        assertThrows(IllegalArgumentException.class, () -> fit.derivative(0, -1));
    }
}

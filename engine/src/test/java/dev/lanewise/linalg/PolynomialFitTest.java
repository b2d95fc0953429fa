package dev.lanewise.linalg;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.EnumSet;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void aWeightOfThreeIsThePointThreeTimes() {
        double[] x = {1, 2, 3, 5, 8, 9}, y = {1, 0, 4, 2, 2, 7}, weights = {1, 0, 3, 1, 2, 1};
        PolynomialFit weighted = PolynomialFit.degree(2).fit(x, y, weights);
        PolynomialFit repeated = PolynomialFit.degree(2).fit(new double[] {1, 3, 3, 3, 5, 8, 8, 9}, new double[] {1, 4,
                4, 4, 2, 2, 2, 7});
        assertArrayEquals(repeated.coefficients(), weighted.coefficients(), 16.0 * U);
        assertEquals(repeated.fit().residualNorm(), weighted.fit().residualNorm(), 16.0 * U);
        assertEquals(2, weighted.fit().degreesOfFreedom());
        assertEquals(repeated.fit().rSquared(0)[0], weighted.fit().rSquared(0)[0], 16.0 * U);
        assertEquals(repeated.centre(), weighted.centre());
        double[] once = weighted.leverages(x), all = repeated.leverages(new double[] {3});
        assertEquals(all[0], once[2], 16.0 * U);
    }

    /// Powell and Reid's trap: the parabola is held at two points by weights of 10²⁴, and the light points decide the rest.
    @Test
    void lightPointsDoNotDrown() {
        double[] x = {0, 1, 2, 3}, y = {1, 1, 3, 7};
        for (Refinement refinement : new Refinement[] {Refinement.steps(5), Refinement.off()}) {
            assertArrayEquals(new double[] {1, -1, 1},
                    PolynomialFit.degree(2).refine(refinement).fit(x, y, new double[] {
                            1, 1e24, 1e24, 1}).coefficients(),
                    256.0 * U);
        }
    }

    /// x³ − 2x, far from the origin: powers about 0 depend on each other, and refinement makes up for it.
    @Test
    void throughTheOrigin() {
        double[] x = new double[12], y = new double[12];
        for (int i = 0; i < 12; i++) {
            x[i] = 100 + i;
            y[i] = x[i] * (x[i] * x[i] - 2.0);
        }
        PolynomialDegree cubic = PolynomialFit.degree(3).throughOrigin();
        PolynomialFit fit = cubic.fit(x, y);
        assertArrayEquals(new double[] {0, -2, 0, 1}, fit.coefficients(), 0x1p-60);
        assertArrayEquals(fit.coefficients(), fit.centredCoefficients());
        assertEquals(0.0, fit.centre());
        assertEquals(0.0, fit.value(0.0));
        assertEquals(-2.0, fit.derivative(0.0, 1));
        assertEquals(3, fit.fit().rank());
        assertEquals(9, fit.fit().degreesOfFreedom());
        y[0] += 1000.0;
        PolynomialFit off = cubic.fit(x, y);
        Matrix powers = Matrix.zeros(12, 3);
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 3; j++) powers.set(i, j, StrictMath.pow(x[i], j + 1));
        }
        Fit plain = LeastSquares.solve(powers, y);
        for (int k = 0; k < 3; k++) {
            assertEquals(plain.x()[k], off.coefficients()[k + 1], 16.0 * U * Math.abs(plain.x()[k]));
            double error = plain.standardErrors().get(k, 0);
            assertEquals(error, off.standardErrors()[k + 1], 1e-12 * error);
            assertEquals(error, off.centredStandardErrors()[k + 1], 1e-12 * error);
        }
        assertEquals(0.0, off.standardErrors()[0]);
        assertEquals(0.0, off.centredStandardErrors()[0]);
        assertEquals(plain.uncentredRSquared()[0], off.fit().uncentredRSquared()[0], 16.0 * U);
        assertArrayEquals(plain.leverages(powers), off.leverages(x), 1e-10);
    }

    /// Leaving a point out makes its error eᵢ/(1 − hᵢ).
    @Test
    void leveragesLeavePointsOut() {
        double[] x = {0, 1, 2, 4, 7, 8}, y = {1, 3, 2, 5, 4, 9};
        PolynomialFit fit = PolynomialFit.degree(2).fit(x, y);
        double[] h = fit.leverages(x);
        assertEquals(3.0, Arrays.stream(h).sum(), 32.0 * U);
        double[] fewerX = {0, 1, 2, 4, 8}, fewerY = {1, 3, 2, 5, 9};
        double left = y[4] - PolynomialFit.degree(2).fit(fewerX, fewerY).value(7);
        assertEquals(left, (y[4] - fit.value(7)) / (1.0 - h[4]), 1e-13);
    }

    @Test
    void rankIsDecidedByTheRuleThatIsChosen() {
        double[] x = {0, 1, 2, 3, 4}, y = {1, 2, 0, 1, 5};
        PolynomialFit kept = PolynomialFit.degree(2).rank(RankRule.numpy(1e-3)).fit(x, y);
        assertTrue(kept.fit().isUnique());
        assertFalse(PolynomialFit.degree(2).rank(RankRule.numpy(0.9)).fit(x, y).fit().isUnique());
        assertEquals(1, PolynomialFit.degree(2).rank(RankRule.fixed(1)).over(0, 4).add(x, y).solve().fit().rank());
        assertThrows(ArithmeticException.class, () -> PolynomialFit.degree(1).rank(RankRule.none()).fit(new double[3],
                new double[3]));
    }

    /// Not refined, all points at once are the points a few at a time.
    @Test
    void withoutRefinementThereAreTheBitsOfTheAccumulator() {
        double[] x = {0, 1, 2, 3, 5}, y = {1, 2, 0, 1, 5};
        PolynomialFit plain = PolynomialFit.degree(3).refine(Refinement.off()).fit(x, y);
        PolynomialFit streamed = PolynomialFit.degree(3).over(0, 5).add(x, y).solve();
        assertArrayEquals(streamed.coefficients(), plain.coefficients());
        assertArrayEquals(streamed.standardErrors(), plain.standardErrors());
        assertArrayEquals(PolynomialFit.degree(3).fit(x, y).coefficients(), PolynomialFit.degree(3).refine(Refinement
                .auto()).fit(x, y).coefficients());
    }

    /// Fewer points than coefficients: of all polynomials through them the one whose coefficients of powers of t are shortest,
    /// beside 200 digits, from powers with all their digits.
    @ParameterizedTest
    @ValueSource(ints = {3, 7, 12, 20})
    void theShortestOfManyIsRefined(int points) {
        TestMatrices random = new TestMatrices(points);
        double[] x = random.uniform(points, 1).array(), y = random.uniform(points, 1).array();
        PolynomialDegree degree = PolynomialFit.degree(2 * points);
        PolynomialFit fit = degree.fit(x, y);
        CentredPowers basis = CentredPowers.over(x, null, 0, 2 * points);
        Matrix[] powers = basis.columns(x, null);
        double[] exact = ExactSolutions.shortest(powers[0], powers[1], y), found = fit.fit().x();
        double error = 0.0, unrefined = 0.0;
        for (int k = 0; k < exact.length; k++) {
            error = Math.max(error, Math.abs(found[k] - exact[k]));
            unrefined = Math.max(unrefined,
                    Math.abs(degree.refine(Refinement.off()).fit(x, y).fit().x()[k] - exact[k]));
        }
        assertFalse(fit.fit().isUnique());
        assertTrue(fit.fit().flags().equals(EnumSet.of(FitFlag.RANK_DEFICIENT)), fit.fit().flags().toString());
        double relative = error / Blas.nrm2(exact), before = unrefined / Blas.nrm2(exact);
        assertTrue(relative <= 2.0 * U, () -> "off by " + relative + ", unrefined by " + before);
        assertTrue(points == 3 || before > 4.0 * U, () -> "there was nothing to refine: " + before);
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
        refused("PolynomialFit: degree 0 through the origin is 0",
                () -> PolynomialFit.degree(0).throughOrigin());
        refused("PolynomialFit: weight 1 is -1.0 but must be finite and not negative",
                () -> PolynomialFit.degree(1).fit(
                        new double[2], new double[2], new double[] {1, -1}));
        PolynomialFit fit = PolynomialFit.degree(0).fit(new double[1], new double[1]);
        refused("leverages: x has NaN at row 0, column 0", () -> fit.leverages(new double[] {Double.NaN}));
        assertThrows(IllegalArgumentException.class, () -> fit.derivative(0, -1));
    }
}

package dev.lanewise.linalg;

import java.util.Arrays;

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

/// Points that come a few at a time beside the same points at once, and NIST's polynomials.
class PolynomialAccumulatorTest {
    /// A polynomial that NIST has certified.
    ///
    /// @param deviations the standard errors, 0 where they are not known to digits
    private record Problem(String name, double[] beta, double[] deviations, double[] x, double[] y) {
        static Problem of(String name) {
            JsonObject problem = TestResources.json("/dev/lanewise/nist/" + name + ".json");
            JsonObject certified = problem.getAsJsonObject("certified");
            return new Problem(name, TestResources.doubles(certified.get("beta")), TestResources.doubles(certified.get(
                    "stddev_beta")), TestResources.doubles(problem.getAsJsonObject("x").get("x")),
                    TestResources.doubles(
                            problem.get("y")));
        }

        int degree() {
            return beta.length - 1;
        }

        void check(PolynomialFit fit, double digits, double digitsOfErrors) {
            double held = NistTest.digits(fit.coefficients(), beta);
            assertTrue(held >= digits, () -> name + " holds " + held + " digits");
            if (deviations[0] == 0.0) return;
            double heldErrors = NistTest.digits(fit.standardErrors(), deviations);
            assertTrue(heldErrors >= digitsOfErrors, () -> name + ": standard errors hold " + heldErrors + " digits");
        }
    }

    private static PolynomialFit streamed(int degree, double[] x, double[] y, int atATime) {
        return accumulated(PolynomialFit.degree(degree), x, y, atATime).solve();
    }

    private static PolynomialAccumulator accumulated(PolynomialDegree degree, double[] x, double[] y, int atATime) {
        PolynomialAccumulator points = degree.over(Arrays.stream(x).min().orElse(0.0), Arrays.stream(x).max().orElse(
                0.0));
        for (int i = 0; i < x.length; i += atATime) {
            int to = Math.min(x.length, i + atATime);
            points.add(Arrays.copyOfRange(x, i, to), Arrays.copyOfRange(y, i, to));
        }
        assertEquals(x.length, points.points());
        return points;
    }

    /// What QR alone keeps in coefficients of powers of x, far more than with those powers themselves (Filip 7.5 and not
    /// 5.7, Wampler5 7 and not 4.4).
    @ParameterizedTest
    @CsvSource({"Pontius, 12", "Filip, 7.5", "Wampler1, 9", "Wampler2, 12", "Wampler3, 9", "Wampler4, 9",
            "Wampler5, 7"})
    void certifiedDigitsHold(String name, double digits) {
        Problem nist = Problem.of(name);
        nist.check(streamed(nist.degree(), nist.x, nist.y, 7), digits, 9.0);
    }

    /// The floors of [PolynomialFit] with all points at once, after a single pass, in every order of points.
    @ParameterizedTest
    @CsvSource({"Pontius, 13.4", "Filip, 13.9", "Wampler1, 15", "Wampler2, 13.1", "Wampler3, 15", "Wampler4, 15",
            "Wampler5, 15"})
    void refinedDigitsHoldInEveryOrder(String name, double digits) {
        Problem nist = Problem.of(name);
        TestMatrices random = new TestMatrices(nist.beta.length);
        for (int order = 0; order <= NistTest.ROW_ORDERS; order++) {
            PolynomialAccumulator once = accumulated(PolynomialFit.degree(nist.degree()), nist.x, nist.y,
                    1 + order % 8);
            PolynomialFit fit = once.secondPass().add(nist.x, nist.y).refined();
            nist.check(fit, digits, 12.9);
            assertTrue(fit.fit().flags().isEmpty());
            NistTest.shuffle(random, Matrix.wrap(nist.x.length, 1, nist.x), nist.y);
        }
    }

    /// Weights, a missing constant and one pass more, beside all points at once.
    @Test
    void aSecondPassFindsWhatAllPointsAtOnceDo() {
        TestMatrices random = new TestMatrices(5);
        double[] x = random.uniform(200, 1).array(), y = random.uniform(200, 1).array(), weights = new double[200];
        for (int i = 0; i < 200; i++) {
            x[i] += 3.0;
            weights[i] = i % 4;
        }
        for (PolynomialDegree quintic : new PolynomialDegree[] {PolynomialFit.degree(5), PolynomialFit.degree(5)
                .throughOrigin()}) {
            PolynomialFit expected = quintic.fit(x, y, weights);
            PolynomialAccumulator once = quintic.over(2, 4).add(x, y, weights);
            assertEquals(150, once.points());
            PolynomialSecondPass pass = once.secondPass();
            for (int i = 0; i < 200; i += 9) {
                int to = Math.min(200, i + 9);
                pass.add(Arrays.copyOfRange(x, i, to), Arrays.copyOfRange(y, i, to),
                        Arrays.copyOfRange(weights, i, to));
            }
            assertEquals(150, pass.points());
            PolynomialFit refined = pass.refined(), again = pass.next().add(x, y, weights).refined();
            for (int k = 0; k <= 5; k++) {
                assertEquals(expected.coefficients()[k], refined.coefficients()[k], Math.ulp(expected
                        .coefficients()[k]));
                assertEquals(expected.coefficients()[k], again.coefficients()[k], Math.ulp(expected.coefficients()[k]));
                assertEquals(expected.standardErrors()[k], refined.standardErrors()[k], 1e-10 * expected
                        .standardErrors()[k]);
            }
            assertEquals(expected.fit().residualNorm(), refined.fit().residualNorm(), 1e-14 * expected.fit()
                    .residualNorm());
        }
    }

    /// Far outside, where no power of them is a double.
    @Test
    void pointsOfWeightZeroMayBeAnywhere() {
        double[] x = {1, 2, 1e200, 4, 5}, y = {1, 0, 3, 2, 5}, weights = {1, 2, 0, 1, 3};
        double[] nearX = {1, 2, 4, 5}, nearY = {1, 0, 2, 5}, nearWeights = {1, 2, 1, 3};
        PolynomialDegree parabola = PolynomialFit.degree(2);
        assertArrayEquals(parabola.fit(nearX, nearY, nearWeights).coefficients(), parabola.fit(x, y, weights)
                .coefficients());
        PolynomialAccumulator once = parabola.over(1, 5).add(x, y, weights);
        PolynomialAccumulator near = parabola.over(1, 5).add(nearX, nearY, nearWeights);
        assertEquals(4, once.points());
        assertArrayEquals(near.solve().coefficients(), once.solve().coefficients());
        assertArrayEquals(near.secondPass().add(nearX, nearY, nearWeights).refined().coefficients(), once.secondPass()
                .add(x, y, weights).refined().coefficients());
    }

    @Test
    void weightsMustBeThere() {
        PolynomialAccumulator once = PolynomialFit.degree(1).over(1, 4).add(new double[1], new double[1]);
        assertEquals("PolynomialAccumulator: the weights are null", assertThrows(NullPointerException.class, () -> once
                .add(new double[1], new double[1], null)).getMessage());
        assertEquals("PolynomialSecondPass: the weights are null", assertThrows(NullPointerException.class, () -> once
                .secondPass().add(new double[1], new double[1], null)).getMessage());
    }

    @Test
    void otherPointsAreNoSecondPass() {
        double[] x = {1, 2, 3, 4}, y = {1, 4, 9, 17};
        PolynomialAccumulator once = PolynomialFit.degree(1).over(1, 4).add(x, y);
        PolynomialSecondPass fewer = once.secondPass().add(new double[] {1}, new double[] {1});
        assertEquals("PolynomialSecondPass: the number of points is 1, but was 4 the first time", assertThrows(
                IllegalStateException.class, fewer::refined).getMessage());
        PolynomialSecondPass others = once.secondPass().add(x, new double[] {1, 4, 9, 16});
        String message = assertThrows(IllegalStateException.class, others::refined).getMessage();
        assertTrue(
                message.startsWith("PolynomialSecondPass: these are not the points of the first time: ‖y − p(x)‖ is "),
                message);
        assertThrows(IllegalStateException.class, others::next);
        refused("PolynomialSecondPass: x has length 1 but y has length 2", () -> once.secondPass().add(new double[1],
                new double[2]));
        refused("PolynomialSecondPass: y has NaN at row 0, column 0", () -> once.secondPass().add(new double[1],
                new double[] {Double.NaN}));
        refused("PolynomialSecondPass: weight 0 is -1.0 but must be finite and not negative", () -> once.secondPass()
                .add(new double[1], new double[1], new double[] {-1}));
    }

    @Test
    void groupingChangesNoBit() {
        double[] x = new double[3000], y = new double[3000];
        for (int i = 0; i < x.length; i++) {
            x[i] = 1000.0 + 0.01 * i;
            y[i] = StrictMath.sin(i);
        }
        PolynomialFit all = streamed(4, x, y, 3000);
        PolynomialFit some = streamed(4, x, y, 17);
        assertArrayEquals(all.coefficients(), some.coefficients());
        assertArrayEquals(all.standardErrors(), some.standardErrors());
        PolynomialFit atOnce = PolynomialFit.degree(4).fit(x, y);
        for (double at : new double[] {1000, 1007.5, 1030}) assertEquals(atOnce.value(at), all.value(at), 1e-12);
        for (int k = 0; k <= 4; k++) {
            assertEquals(1.0, all.standardErrors()[k] / atOnce.standardErrors()[k], 1e-9);
        }
        assertEquals(atOnce.fit().degreesOfFreedom(), all.fit().degreesOfFreedom());
    }

    /// (x − 3)² is found from points beyond the range as well.
    @Test
    void theRangeIsOnlyAboutRight() {
        PolynomialAccumulator points = PolynomialFit.degree(2).over(2, 4);
        points.add(new double[] {0, 1, 2}, new double[] {9, 4, 1}).add(new double[] {3, 4, 9}, new double[] {0, 1, 36});
        assertArrayEquals(new double[] {9, -6, 1}, points.solve().coefficients(), 1e-13);
        points.add(new double[] {5}, new double[] {4});
        assertArrayEquals(new double[] {9, -6, 1}, points.solve().coefficients(), 1e-13);
        assertEquals(7, points.points());
    }

    @Test
    void tooFewDifferentPoints() {
        PolynomialFit line = streamed(3, new double[] {1, 1, 2}, new double[] {1, 3, 4}, 1);
        assertFalse(line.fit().isUnique());
        assertEquals(2.0, line.value(1.0), 1e-13);
        assertTrue(Double.isNaN(line.standardErrors()[0]));
        assertFalse(PolynomialFit.degree(0).over(0, 0).solve().fit().isUnique());
    }

    @Test
    void whatIsRefused() {
        PolynomialDegree cubic = PolynomialFit.degree(3);
        refused("PolynomialAccumulator: there is no range from 2.0 to 1.0", () -> cubic.over(2, 1));
        refused("PolynomialAccumulator: there is no range from NaN to 1.0", () -> cubic.over(Double.NaN, 1));
        refused("PolynomialAccumulator: x has length 2 but y has length 1", () -> cubic.over(0, 1).add(new double[2],
                new double[1]));
        refused("PolynomialAccumulator: x has NaN at row 1, column 0",
                () -> cubic.over(0, 1).add(new double[] {0, Double.NaN},
                        new double[2]));
    }
}

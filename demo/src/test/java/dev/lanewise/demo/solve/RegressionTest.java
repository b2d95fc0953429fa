package dev.lanewise.demo.solve;

import java.nio.file.Path;
import java.util.List;

import dev.lanewise.demo.fit.RankChoice;
import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.FitFlag;
import org.junit.jupiter.api.Test;

import static dev.lanewise.demo.solve.DataSample.csv;
import static dev.lanewise.demo.solve.DataSample.solve;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RegressionTest {
    private static final SolveSettings PLAIN = new SolveSettings(true, null, null, null, null);

    private static Path line() {
        return csv(List.of("x", "y"), 1, 2, 2, 3, 3, 5, 4, 4);
    }

    /// ȳ + 0.8(x − x̄) leaves 1.8 of the sum of squares 5.
    @Test
    void aLineByHand() {
        Estimate line = solve(PLAIN, null, line());
        assertArrayEquals(new double[] {1.5, 0.8}, line.coefficients(), 1e-15);
        assertEquals(1.8, line.sumOfSquares(), 1e-15);
        assertEquals(0.64, line.r2(), 1e-15);
        assertEquals(Math.sqrt(0.9 / 5), line.standardErrors()[1], 1e-15);
        assertEquals(List.of("intercept", "x"), line.names());
    }

    @Test
    void aWeightIsAsManyRows() {
        Estimate weighted = solve(PLAIN, "w", csv(List.of("x", "w", "y"), 1, 2, 2, 2, 1, 3, 3, 3, 5, 4, 1,
                4, 9, 0, 1e9));
        Estimate repeated = solve(PLAIN, null, csv(List.of("x", "y"), 1, 2, 1, 2, 2, 3, 3, 5, 3, 5, 3, 5,
                4, 4));
        assertArrayEquals(repeated.coefficients(), weighted.coefficients(), 1e-14);
        assertEquals(repeated.sumOfSquares(), weighted.sumOfSquares(), 1e-14);
        assertEquals(repeated.r2(), weighted.r2(), 1e-14);
        assertEquals(2, weighted.degrees());
    }

    /// A ridge of m on one standardised input shrinks the slope by half, about the same mean.
    @Test
    void aRidgeHoldsTheSlopeAndNotTheIntercept() {
        Estimate half = solve(new SolveSettings(true, null, "4", null, null), null, line());
        assertArrayEquals(new double[] {2.5, 0.4}, half.coefficients(), 1e-15);
        assertEquals(2.5, half.degrees(), 1e-15);
        assertEquals(2.6, half.sumOfSquares(), 1e-14);
        assertEquals(1 - 2.6 / 5, half.r2(), 1e-14);
        assertTrue(Double.isNaN(half.standardErrors()[0]));
    }

    @Test
    void noRidgeIsTheRegression() {
        Estimate none = solve(new SolveSettings(true, null, "0", null, null), null, line());
        assertArrayEquals(new double[] {1.5, 0.8}, none.coefficients(), 1e-14);
        assertEquals(2.0, none.degrees(), 1e-14);
    }

    @Test
    void thePathChoosesTheLeastCrossValidation() {
        ChosenRidge ridge = solve(new SolveSettings(true, null, "path", null, null), null, line()).ridge()
                .orElseThrow();
        assertEquals(41, ridge.path().size());
        for (int i = 0; i < 41; i++) assertTrue(ridge.gcv(ridge.index()) <= ridge.gcv(i));
        // By hand: with s = λ/(4 + λ) it is 3·(1.8 + 3.2s²)/(2 + s)².
        double s = ridge.lambda() / (4 + ridge.lambda());
        assertEquals(3 * (1.8 + 3.2 * s * s) / ((2 + s) * (2 + s)), ridge.gcv(ridge.index()), 1e-14);
    }

    @Test
    void withoutAnInterceptThereIsNone() {
        Estimate through = solve(new SolveSettings(false, null, null, null, "off"), null, line());
        assertArrayEquals(new double[] {39.0 / 30}, through.coefficients(), 1e-15);
        assertEquals(39.0 * 39 / 30 / 54, through.r2(), 1e-15);
    }

    @Test
    void columnsThatDependOnEachOtherAreToldOf() {
        Path table = csv(List.of("a", "b", "y"), 1, 1, 2, 2, 2, 3, 3, 3, 5, 4, 4, 4);
        Estimate shortest = solve(PLAIN, null, table);
        assertFalse(shortest.unique());
        assertEquals(2, shortest.rank());
        assertTrue(shortest.flags().contains(FitFlag.RANK_DEFICIENT));
        assertArrayEquals(new double[] {1.5, 0.4, 0.4}, shortest.coefficients(), 1e-14);
        assertEquals(2, solve(new SolveSettings(true, null, null, RankChoice.NUMPY, null), null, table).rank());
    }

    @Test
    void aPolynomialInAscendingPowers() {
        Estimate cubic = solve(new SolveSettings(true, 3, null, null, null), null, csv(List.of("x", "y"),
                -1, 0, 0, 1, 1, 4, 2, 15, 3, 40));
        assertArrayEquals(new double[] {1, 1, 1, 1}, cubic.coefficients(), 1e-14);
        assertEquals(List.of("intercept", "x", "x^2", "x^3"), cubic.names());
    }

    @Test
    void aConstantTargetHasNoR2() {
        Path flat = csv(List.of("x", "y"), 1, 0.1, 2, 0.1, 4, 0.1);
        for (SolveSettings settings : List.of(PLAIN, new SolveSettings(true, 1, null, null, null), new SolveSettings(
                true, null, "path", null, null))) {
            assertTrue(Double.isNaN(solve(settings, null, flat).r2()));
        }
    }

    @Test
    void aColumnTooLongForARidgeIsNamed() {
        SolveSettings ridge = new SolveSettings(true, null, "1", null, null);
        Path inputs = csv(List.of("a", "b", "y"), 1, 1.7e308, 1, 2, -1.7e308, 2, 3, 0, 4);
        Path targets = csv(List.of("a", "y"), 1, 1.7e308, 2, -1.7e308, 3, 0);
        String sentence = "the numbers of %s are too large: the length of the column is beyond the largest double";
        assertEquals(sentence.formatted("b"), assertThrows(InputException.class, () -> solve(ridge, null, inputs))
                .getMessage());
        assertEquals(sentence.formatted("y"), assertThrows(InputException.class, () -> solve(ridge, null, targets))
                .getMessage());
    }

    @Test
    void coefficientsBeyondEveryDoubleAreRefused() {
        Path steep = csv(List.of("x", "y"), 1e-300, 1e300, 2e-300, 2, 3e-300, 1e308);
        for (SolveSettings settings : List.of(PLAIN, new SolveSettings(true, 2, null, null, null), new SolveSettings(
                true, null, "1", null, null))) {
            assertEquals("the numbers of y are too large beside the others: a coefficient is beyond the largest double",
                    assertThrows(
                            InputException.class, () -> solve(settings, null, steep)).getMessage());
        }
    }
}

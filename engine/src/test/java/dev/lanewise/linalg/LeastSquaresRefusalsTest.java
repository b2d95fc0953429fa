package dev.lanewise.linalg;

import java.util.List;

import org.junit.jupiter.api.Test;

import static dev.lanewise.internal.kernel.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What the solver refuses, in one sentence that names it.
class LeastSquaresRefusalsTest {
    @Test
    void whatIsNotFiniteIsNamed() {
        Matrix a = Matrix.of(4, 2, 1, 2, 3, 4, 5, 6, Double.NaN, Double.NEGATIVE_INFINITY);
        double[] b = {1, 2, 3, 4};
        refused("LeastSquares: A has NaN at row 3, column 0", () -> LeastSquares.solve(a, b));
        a.set(3, 0, 7);
        refused("LeastSquares: A has −∞ at row 3, column 1", () -> LeastSquares.solve(a, b));
        a.set(3, 1, 8);
        b[2] = Double.POSITIVE_INFINITY;
        refused("LeastSquares: b has ∞ at row 2, column 0", () -> LeastSquares.solve(a, b));
        Matrix sides = Matrix.zeros(4, 3);
        sides.set(1, 2, Double.NaN);
        refused("LeastSquares: B has NaN at row 1, column 2", () -> LeastSquares.solve(a, sides));
    }

    @Test
    void whatDoesNotFitIsNamed() {
        Matrix a = Matrix.of(5, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9);
        refused("LeastSquares: A is 5 × 2 but b has length 4", () -> LeastSquares.solve(a, new double[4]));
        refused("LeastSquares: A is 5 × 2 but B is 4 × 3", () -> LeastSquares.solve(a, Matrix.zeros(4, 3)));
        refused("LeastSquares: RankRule.fixed(3) but A has no more than 2 independent columns",
                () -> LeastSquares.of(a).rank(RankRule.fixed(3)).solve(new double[5]));
        refused("LeastSquares: RankRule.fixed(3) but A has no more than 2 independent rows",
                () -> LeastSquares.of(a.transpose()).rank(RankRule.fixed(3)).solve(new double[2]));
    }

    @Test
    void aZeroPivotIsNeverDividedBy() {
        Matrix a = Matrix.of(3, 2, 1, 0, 2, 0, 3, 0);
        String end = " would divide by its pivot, which is 0";
        for (Matrix matrix : List.of(a, a.transpose())) {
            for (RankRule rule : List.of(RankRule.none(), RankRule.fixed(2))) {
                String message = assertThrows(ArithmeticException.class, () -> LeastSquares.of(matrix).rank(rule).solve(
                        new double[matrix.rows()])).getMessage();
                assertTrue(message.endsWith(end), message);
            }
        }
        Fit smallest = LeastSquares.of(a).rank(RankRule.numpy(0.0)).solve(new double[] {1, 2, 3});
        assertArrayEquals(new double[] {1, 0}, smallest.x(), 8.0 * Ratios.U);
    }

    @Test
    void aCoefficientBeyondTheRangeIsSaid() {
        String message = assertThrows(ArithmeticException.class, () -> LeastSquares.solve(Matrix.of(2, 2, 1, 0, 0,
                1e-300), new double[] {1, 1e300})).getMessage();
        assertEquals("LeastSquares: coefficient 1 of right-hand side 0 is beyond the largest double", message);
    }
}

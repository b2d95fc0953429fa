package dev.lanewise.linalg;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.lanewise.internal.kernel.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Weights are rows scaled and sorted, a ridge is rows below.
class WeightsAndRidgeTest {
    private static final double U = Ratios.U;

    /// M. Powell and J. Reid's example: with the heavy rows last, plain Householder QR keeps no digit of x = (1, 1, 1).
    @ParameterizedTest
    @ValueSource(doubles = {1.0, 1e5, 1e8, 1e10, 1e15})
    void heavyRowsDoNotDrownTheLightOnes(double mu) {
        Matrix a = Matrix.of(4, 3, 0, 2, 1, 1, 1, 0, 1, 0, 1, 0, 1, 1);
        double[] b = {3, 2, 2, 2};
        for (Refinement refinement : new Refinement[] {Refinement.auto(), Refinement.off()}) {
            Fit fit = LeastSquares.of(a).weights(1, mu * mu, mu * mu, 1).refine(refinement).solve(b);
            assertArrayEquals(new double[] {1, 1, 1}, fit.x(), 16.0 * U);
        }
    }

    @Test
    void weightsAreRowsTimesTheirRootsInDescendingOrder() {
        Matrix a = new TestMatrices(3).uniform(9, 4);
        Matrix b = new TestMatrices(4).uniform(9, 2);
        double[] weights = {1, 4, 0x1p80, 0, 16, 0x1p-60, 64, 256, 1};
        double[] magnitudes = new double[9];
        for (int i = 0; i < 9; i++) {
            for (double element : a.row(i)) magnitudes[i] = Math.max(magnitudes[i], Math.abs(element));
            magnitudes[i] *= Math.sqrt(weights[i]);
        }
        Matrix sortedA = Matrix.zeros(8, 4), sortedB = Matrix.zeros(8, 2);
        for (int i = 0; i < 9; i++) {
            int rank = 0;
            for (int k = 0; k < 9; k++) rank += magnitudes[k] > magnitudes[i] ? 1 : 0;
            for (int j = 0; j < 4 && rank < 8; j++) sortedA.set(rank, j, Math.sqrt(weights[i]) * a.get(i, j));
            for (int j = 0; j < 2 && rank < 8; j++) sortedB.set(rank, j, Math.sqrt(weights[i]) * b.get(i, j));
        }
        // Roots that are powers of two, so that refinement sees the same rows as well.
        Fit weighted = LeastSquares.of(a).weights(weights).solve(b);
        Fit byHand = LeastSquares.solve(sortedA, sortedB);
        assertEquals(byHand.coefficients(), weighted.coefficients());
        assertArrayEquals(byHand.residualNorms(), weighted.residualNorms());
        assertEquals(byHand.standardErrors(), weighted.standardErrors());
        assertEquals(4, weighted.degreesOfFreedom());
    }

    /// √3 is rounded once, with its row: whole weights give the x of repeated rows.
    @Test
    void aWeightOfThreeIsTheRowThreeTimes() {
        Matrix a = new TestMatrices(5).withSingularValues(6, 3, TestMatrices.graded(3, 1e5));
        double[] b = new TestMatrices(6).uniform(6, 1).array();
        Matrix repeated = Matrix.zeros(8, 3);
        double[] repeatedB = new double[8];
        for (int i = 0; i < 8; i++) {
            int from = Math.max(0, i - 2);
            for (int j = 0; j < 3; j++) repeated.set(i, j, a.get(from, j));
            repeatedB[i] = b[from];
        }
        double[] expected = LeastSquares.solve(repeated, repeatedB).x();
        double[] x = LeastSquares.of(a).weights(3, 1, 1, 1, 1, 1).solve(b).x();
        for (int j = 0; j < 3; j++) assertEquals(expected[j], x[j], 1e-14 * Math.abs(expected[j]));
    }

    @Test
    void aRidgeIsRowsBelow() {
        for (double lambda : new double[] {1e-12, 0.25, 3.0, 1e10}) {
            for (int[] shape : new int[][] {{12, 5}, {5, 5}, {3, 7}, {0, 2}, {600, 3}}) {
                int m = shape[0], n = shape[1];
                Matrix a = new TestMatrices(m).uniform(m, n);
                Matrix b = new TestMatrices(n).uniform(m, 2);
                Matrix stacked = TestMatrices.padded(a, m + n), stackedB = TestMatrices.padded(b, m + n);
                for (int j = 0; j < n; j++) stacked.set(m + j, j, Math.sqrt(lambda));
                Fit expected = LeastSquares.solve(stacked, stackedB);
                Fit fit = LeastSquares.of(a).ridge(lambda).solve(b);
                double size = 64.0 * U * Math.max(1.0, Blas.nrm2(expected.coefficients().array()))
                        * expected.condition();
                assertArrayEquals(expected.coefficients().array(), fit.coefficients().array(), size);
                assertTrue(fit.isUnique());
                Matrix residual = b.copy();
                Blas.gemm(-1.0, a, fit.coefficients(), 1.0, residual);
                for (int j = 0; j < 2; j++) {
                    double bound = 100.0 * U * (Blas.nrm2(b.column(j)) + n * Blas.nrm2(fit.coefficients().column(j)));
                    assertEquals(Blas.nrm2(residual.column(j)), fit.residualNorms()[j], bound);
                }
            }
        }
    }

    @Test
    void aRidgeOfZeroChangesNoBit() {
        TestMatrices.deficient().forEach(deficient -> {
            Matrix b = new TestMatrices(1).uniform(deficient.a().rows(), 2);
            Fit plain = LeastSquares.solve(deficient.a(), b);
            Fit ridge = LeastSquares.of(deficient.a()).ridge(0.0).solve(b);
            assertEquals(plain.coefficients(), ridge.coefficients());
            assertArrayEquals(plain.residualNorms(), ridge.residualNorms());
        });
    }

    @Test
    void whatIsNotAWeightOrARidgeIsNamed() {
        Matrix a = Matrix.of(2, 1, 1, 2);
        LeastSquares problem = LeastSquares.of(a);
        refused("LeastSquares: A is 2 × 1 but there are 3 weights", () -> problem.weights(1, 2, 3));
        refused("LeastSquares: weight 1 is -1.0 but must be finite and not negative", () -> problem.weights(1, -1));
        refused("LeastSquares: weight 0 is NaN but must be finite and not negative", () -> problem.weights(Double.NaN,
                1));
        refused("LeastSquares: a ridge of -0.5 is not finite and ≥ 0", () -> problem.ridge(-0.5));
        refused("LeastSquares: a ridge of Infinity is not finite and ≥ 0",
                () -> problem.ridge(Double.POSITIVE_INFINITY));
        a.set(1, 0, Double.NaN);
        refused("LeastSquares: A has NaN at row 1, column 0", () -> problem.weights(1, 5).solve(new double[2]));
        a.set(1, 0, 1);
        refused("LeastSquares: b has ∞ at row 1, column 0", () -> problem.weights(1, 5).solve(new double[] {1,
                Double.POSITIVE_INFINITY}));
    }

    @Test
    void noWeightAtAllLeavesNoRow() {
        Fit fit = LeastSquares.of(Matrix.of(2, 1, 1, 2)).weights(0, 0).solve(new double[] {1, 2});
        assertEquals(0, fit.rank());
        assertArrayEquals(new double[1], fit.x());
    }
}

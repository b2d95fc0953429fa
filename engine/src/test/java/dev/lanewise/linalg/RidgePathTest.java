package dev.lanewise.linalg;

import org.junit.jupiter.api.Test;

import static dev.lanewise.internal.kernel.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Each λ of a path beside the same ridge alone, and the errors of leaving a row out beside doing so.
class RidgePathTest {
    private static final double[] LAMBDAS = {1e-3, 0.1, 2.0, 100.0};
    private static final int[][] SHAPES = {{12, 4}, {5, 5}, {4, 9}, {600, 3}};

    @Test
    void eachLambdaIsTheRidgeAlone() {
        for (int[] shape : SHAPES) {
            Matrix a = new TestMatrices(shape[0]).uniform(shape[0], shape[1]);
            double[] b = new TestMatrices(shape[1]).uniform(shape[0], 1).array();
            RidgePath path = LeastSquares.of(a).ridgePath(b, LAMBDAS);
            for (int i = 0; i < path.size(); i++) {
                Fit alone = LeastSquares.of(a).ridge(path.lambda(i)).solve(b);
                assertArrayEquals(alone.x(), path.x(i), 1e-12);
                assertEquals(alone.residualNorm(), path.residualNorm(i), 1e-12);
                double sum = 0.0;
                for (double h : alone.leverages(a)) sum += h;
                assertEquals(sum, path.effectiveCoefficients(i), 1e-11);
                double gcv = shape[0] * Math.pow(path.residualNorm(i) / (shape[0] - sum), 2.0);
                assertEquals(gcv, path.gcv(i), 1e-9 * gcv);
            }
        }
    }

    @Test
    void leavingARowOutIsWhatItSays() {
        for (int[] shape : SHAPES) {
            int m = shape[0];
            if (m > 100) continue;
            Matrix a = new TestMatrices(m).uniform(m, shape[1]);
            double[] b = new TestMatrices(shape[1]).uniform(m, 1).array();
            RidgePath path = LeastSquares.of(a).ridgePath(b, LAMBDAS);
            for (int l = 0; l < path.size(); l++) {
                double sum = 0.0;
                for (int i = 0; i < m; i++) {
                    double[] weights = new double[m];
                    java.util.Arrays.fill(weights, 1.0);
                    weights[i] = 0.0;
                    double[] x = LeastSquares.of(a).weights(weights).ridge(path.lambda(l)).solve(b).x();
                    double error = b[i] - Blas.dot(a.row(i), x);
                    sum += error * error;
                }
                double expected = Math.sqrt(sum / m);
                assertEquals(expected, path.leaveOneOutError(l), 1e-9 * expected);
            }
        }
    }

    /// λ = 0 is plain least squares, the shortest one where A is deficient.
    @Test
    void noRidgeIsAnEndOfThePath() {
        TestMatrices.deficient().forEach(deficient -> {
            double[] b = new TestMatrices(7).uniform(deficient.a().rows(), 1).array();
            RidgePath path = LeastSquares.of(deficient.a()).ridgePath(b, 0.0, 1e300);
            double[] shortest = LeastSquares.solve(deficient.a(), b).x();
            assertArrayEquals(shortest, path.x(0), 1e-9 * (1.0 + Blas.nrm2(shortest)), deficient.name());
            assertEquals(deficient.rank(), path.effectiveCoefficients(0), 1e-12);
            assertEquals(0.0, Blas.nrm2(path.x(1)), 1e-290);
        });
    }

    @Test
    void theBestPredictsBest() {
        Matrix a = new TestMatrices(1).withSingularValues(40, 10, TestMatrices.graded(10, 1e3));
        double[] truth = a.times(new TestMatrices(2).uniform(10, 1)).array();
        Blas.axpy(0.05, new TestMatrices(3).uniform(40, 1).array(), truth);
        RidgePath path = LeastSquares.of(a).ridgePath(truth, 1e-12, 1e-8, 1e-5, 1e-3, 0.1, 10.0, 1e4);
        for (int i = 0; i < path.size(); i++) {
            assertTrue(path.gcv(path.bestByGcv()) <= path.gcv(i));
            assertTrue(path.leaveOneOutError(path.bestByLeaveOneOut()) <= path.leaveOneOutError(i));
        }
        assertTrue(path.bestByGcv() > 0 && path.bestByGcv() < path.size() - 1);
        assertThrows(IllegalStateException.class, LeastSquares.of(a).ridgePath(truth)::bestByGcv);
        refused("LeastSquares: a ridge of -1.0 is not finite and ≥ 0",
                () -> LeastSquares.of(a).ridgePath(truth, 1, -1));
        refused("LeastSquares: A is 40 × 10 but b has length 3", () -> LeastSquares.of(a).ridgePath(new double[3], 1));
    }

    @Test
    void aPathIsATable() {
        Matrix a = Matrix.of(4, 2, 1, 0, 1, 1, 1, 2, 1, 3);
        String[] lines = LeastSquares.of(a).ridgePath(new double[] {1, 3, 5, 8}, 0, 1).toString().lines().toArray(
                String[]::new);
        assertEquals(3, lines.length);
        assertTrue(lines[1].endsWith("0.669213  ← best by GCV  ← best by leave-one-out"), lines[1]);
        assertTrue(lines[2].startsWith("      1.00000       0.791556"), lines[2]);
    }

    @Test
    void weightsAndUnitsCarryOver() {
        Matrix a = new TestMatrices(1).uniform(9, 3);
        double[] b = new TestMatrices(2).uniform(9, 1).array();
        double[] weights = {1, 4, 16, 1, 4, 16, 0, 1, 0.25};
        RidgePath path = LeastSquares.of(a).weights(weights).ridgePath(b, 0.3);
        Fit alone = LeastSquares.of(a).weights(weights).ridge(0.3).solve(b);
        assertArrayEquals(alone.x(), path.x(0), 1e-13);
        RidgePath scaled = LeastSquares.of(TestMatrices.scaled(a, 450)).weights(weights).ridgePath(
                TestMatrices.scaled(Matrix.wrap(9, 1, b), -300).array(), Math.scalb(0.3, 900));
        assertArrayEquals(path.x(0), TestMatrices.scaled(Matrix.wrap(3, 1, scaled.x(0)), 750).array(), 1e-14);
    }

    /// Where rows are gone the path has the same bits, but for what needs the rows.
    @Test
    void rowsThatCameOneByOne() {
        for (int[] shape : SHAPES) {
            Matrix a = new TestMatrices(shape[0]).uniform(shape[0], shape[1]);
            double[] b = new TestMatrices(shape[1]).uniform(shape[0], 1).array();
            QrAccumulator rows = new QrAccumulator(shape[1], 1);
            for (int i = 0; i < a.rows(); i++) rows.add(a.row(i), b[i]);
            RidgePath streamed = rows.ridgePath(LAMBDAS);
            RidgePath direct = LeastSquares.of(a).ridgePath(b, LAMBDAS);
            for (int i = 0; i < direct.size(); i++) {
                assertArrayEquals(direct.x(i), streamed.x(i));
                assertEquals(direct.residualNorm(i), streamed.residualNorm(i));
                assertEquals(direct.gcv(i), streamed.gcv(i));
                assertTrue(Double.isNaN(streamed.leaveOneOutError(i)));
            }
            assertEquals("RidgePath: leave-one-out errors are not known, because they need the rows", assertThrows(
                    IllegalStateException.class, streamed::bestByLeaveOneOut).getMessage());
            assertFalse(streamed.toString().contains("best by leave-one-out"));
        }
        refused("QrAccumulator: a ridge of -1.0 is not finite and ≥ 0", () -> new QrAccumulator(1, 1).ridgePath(-1));
        assertThrows(IllegalStateException.class, () -> new QrAccumulator(1, 0).ridgePath(1));
    }
}

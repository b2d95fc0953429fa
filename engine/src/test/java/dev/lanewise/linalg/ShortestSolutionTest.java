package dev.lanewise.linalg;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Shortest solutions beside those of exact arithmetic: not refined, of deficient matrices too, and refined.
class ShortestSolutionTest {
    private static final double U = Ratios.U;
    private static final List<RankRule> DECIDING = List.of(RankRule.scaled(), RankRule.numpy());
    private static final Set<FitFlag> MANY = Set.of(FitFlag.RANK_DEFICIENT);

    /// Two columns 2ᵏ times as long as the others, nearly parallel: x makes do with their difference, while a solution with
    /// one of them and a short column is 2ᵏ times as long as x.
    private static Matrix nearlyParallel(int k) {
        double size = Math.scalb(1.0, k / 2), length = 1.1 * size;
        return Matrix.of(2, 5, length, length, 0, 0.1 / size, 0.2 / size, 0.3, 1.3, 0.7 / size, 0.3 / size,
                -0.4 / size);
    }

    @Test
    void noLongerSolutionIsRoundedOnTheWay() {
        for (int k = 2; k <= 90; k += 2) {
            Matrix a = nearlyParallel(k);
            double[] b = {0.3, 0.9};
            double[] exact = ExactSolutions.shortest(a, b);
            for (RankRule rule : DECIDING) {
                Fit plain = LeastSquares.of(a).rank(rule).refine(Refinement.off()).solve(b);
                double condition = plain.singularValues()[0] / plain.singularValues()[1];
                assertClose(exact, plain.x(), 10.0 * condition);
                assertResidual(a, b, plain);
                assertClose(exact, LeastSquares.of(a).rank(rule).solve(b).x(), 1.0);
                assertClose(exact, new QrAccumulator(5, 1).add(a, b).solve(rule).x(), 10.0 * condition);
            }
        }
    }

    /// Every row twice: the rank is 2 of 4 rows and 5 columns.
    @Test
    void nothingLongerIsRoundedWhereRowsDependOnEachOther() {
        for (int k = 2; k <= 90; k += 2) {
            Matrix rows = nearlyParallel(k), a = Matrix.zeros(4, 5);
            double[] b = {0.3, 0.9, 0.3, 0.9};
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 5; j++) a.set(i, j, rows.get(i % 2, j));
            }
            double[] exact = ExactSolutions.shortest(rows, new double[] {0.3, 0.9});
            for (RankRule rule : DECIDING) {
                Fit fit = LeastSquares.of(a).rank(rule).solve(b);
                assertEquals(2, fit.rank());
                double condition = fit.singularValues()[0] / fit.singularValues()[1];
                assertClose(exact, fit.x(), 10.0 * condition);
                assertResidual(a, b, fit);
            }
        }
    }

    /// Rows of very different lengths: QR of the columns loses short rows beside long ones, refinement does not.
    @Test
    void refinementFindsTheExactSolution() {
        double worst = 0.0;
        for (int seed = 0; seed < 200; seed++) {
            int m = 1 + seed % 7, n = m + 1 + seed % 5;
            TestMatrices random = new TestMatrices(seed);
            Matrix a = random.withSingularValues(m, n, TestMatrices.graded(m, 1e4));
            double[] b = random.uniform(m, 1).array();
            for (int i = 0; i < m; i++) {
                double factor = StrictMath.pow(10.0, 3.0 * random.next());
                for (int j = 0; j < n; j++) a.set(i, j, factor * a.get(i, j));
            }
            double[] exact = ExactSolutions.shortest(a, b);
            Fit fit = LeastSquares.solve(a, b);
            assertEquals(MANY, fit.flags());
            assertEquals(0.0, fit.residualNorm());
            assertClose(exact, fit.x(), 1.3);
            assertClose(exact, LeastSquares.of(a).weights(TestMatrices.graded(m, 1e4)).solve(b).x(), 1.3);
            assertClose(exact, LeastSquares.of(a).rank(RankRule.fixed(m)).refine(Refinement.steps(3)).solve(b).x(),
                    1.3);
            double[] plain = LeastSquares.of(a).refine(Refinement.off()).solve(b).x();
            worst = Math.max(worst, Blas.nrm2(difference(exact, plain)) / Blas.nrm2(exact));
        }
        assertTrue(worst > 1e-9);
    }

    @Test
    void whatIsSingularInTheCallersUnitsIsLeftAsItWas() {
        // Of full rank with columns of one length, but the first row is the second in every digit that counts.
        Matrix a = Matrix.of(2, 3, 1, 2, 1e-20, 1, 2, 3e-20);
        assertSame(a, Set.of(FitFlag.RANK_DEFICIENT, FitFlag.REFINEMENT_STALLED));
        // The last column says nothing that a double could show beside the first.
        assertSame(Matrix.of(2, 3, 0x1p400, 1, 0x1p-400, 1, 0x1p-300, 0x1p-301), MANY);
    }

    @Test
    void whatIsNearlySingularSaysWhereCorrectionsDoNotShrink() {
        int stalled = 0;
        for (int seed = 0; seed < 1000; seed++) {
            TestMatrices random = new TestMatrices(seed);
            Matrix a = random.withSingularValues(4, 6, TestMatrices.graded(4, 3e14));
            double[] b = random.uniform(4, 1).array();
            Fit fit = LeastSquares.solve(a, b);
            if (fit.flags().contains(FitFlag.REFINEMENT_STALLED)) {
                stalled++;
            } else if (!Arrays.equals(fit.x(), LeastSquares.of(a).refine(Refinement.off()).solve(b).x())) {
                assertClose(ExactSolutions.shortest(a, b), fit.x(), 4.0);
            }
        }
        assertTrue(stalled > 0 && stalled < 500, "stalled " + stalled);
    }

    private static void assertSame(Matrix a, Set<FitFlag> flags) {
        double[] b = {1, 2};
        Fit fit = LeastSquares.solve(a, b);
        assertEquals(2, fit.rank());
        assertEquals(flags, fit.flags());
        assertArrayEquals(LeastSquares.of(a).refine(Refinement.off()).solve(b).x(), fit.x());
    }

    @Test
    void oneStepIsBetterThanNone() {
        TestMatrices random = new TestMatrices(3);
        Matrix a = random.withSingularValues(6, 9, TestMatrices.graded(6, 1e13));
        double[] b = random.uniform(6, 1).array(), exact = ExactSolutions.shortest(a, b);
        double before = Double.POSITIVE_INFINITY;
        for (Refinement each : List.of(Refinement.off(), Refinement.steps(1), Refinement.steps(10))) {
            Fit fit = LeastSquares.of(a).refine(each).solve(b);
            double error = Blas.nrm2(difference(exact, fit.x()));
            assertTrue(error < 0.1 * before, each::toString);
            assertEquals(each.equals(Refinement.steps(1)), fit.flags().contains(FitFlag.REFINEMENT_STALLED));
            before = error;
        }
    }

    private static double[] difference(double[] x, double[] y) {
        double[] difference = x.clone();
        Blas.axpy(-1.0, y, difference);
        return difference;
    }

    private static void assertClose(double[] exact, double[] x, double multiple) {
        double error = Blas.nrm2(difference(exact, x)) / Blas.nrm2(exact);
        assertTrue(error <= multiple * U, () -> error / U + " u");
    }

    private static void assertResidual(Matrix a, double[] b, Fit fit) {
        double[] residual = b.clone();
        Blas.gemv(-1.0, a, fit.x(), 1.0, residual);
        double bound = 10.0 * U * (Blas.nrm2(b) + Blas.nrm2(a.array()) * Blas.nrm2(fit.x()));
        assertEquals(0.0, Blas.nrm2(residual), bound);
        assertEquals(0.0, fit.residualNorm(), bound);
    }
}

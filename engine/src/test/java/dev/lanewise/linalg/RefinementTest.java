package dev.lanewise.linalg;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static dev.lanewise.internal.kernel.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// When refinement is done, what it reaches, and what it says when it cannot.
class RefinementTest {
    private static final double U = Ratios.U;

    @Test
    void autoRefinesWhatIsSmallOrWide() {
        assertTrue(Refinement.auto().most(128, 128) > 0);
        assertTrue(Refinement.auto().most(16_384, 1) > 0);
        assertEquals(0, Refinement.auto().most(16_385, 1));
        assertTrue(Refinement.auto().most(100_000, 256) > 0);
        assertEquals(0, Refinement.off().most(1, 1));
        assertEquals(3, Refinement.steps(3).most(1_000_000, 64));
        refused("Refinement: 0 steps; use off() for none", () -> Refinement.steps(0));
    }

    /// Hilbert's columns have a condition of 1.6·10¹⁰ here; x of integers is known, and Ax is exact in integers.
    @Test
    void theExactSolutionIsFoundWhereQrHasLostMostDigits() {
        int n = 8;
        double multiple = 360360.0;
        Matrix hilbert = Matrix.zeros(n, n - 1);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n - 1; j++) hilbert.set(i, j, multiple / (i + j + 1));
        }
        double[] x = {1, -2, 3, -4, 5, -6, 7};
        double[] b = hilbert.times(x);
        Fit plain = LeastSquares.of(hilbert).refine(Refinement.off()).solve(b);
        Fit refined = LeastSquares.solve(hilbert, b);
        assertArrayEquals(x, refined.x());
        assertTrue(largestError(plain.x(), x) > 1e-12);
        assertTrue(plain.forwardErrorBounds()[0] > largestError(plain.x(), x));
        assertTrue(refined.forwardErrorBounds()[0] < 8.0 * U);
    }

    private static double largestError(double[] x, double[] exact) {
        double largest = 0.0;
        for (int j = 0; j < x.length; j++) largest = Math.max(largest, Math.abs(x[j] - exact[j]));
        return largest;
    }

    /// Both ways lead to the same x: Q and R of one block, and R alone of several.
    @Test
    void tallProblemsAreRefinedByASecondPass() {
        Matrix a = new TestMatrices(5).withSingularValues(2000, 6, TestMatrices.graded(6, 1e4));
        double[] b = new TestMatrices(6).uniform(2000, 1).array();
        Fit refined = LeastSquares.of(a).refine(Refinement.steps(5)).solve(b);
        Matrix first = QrAccumulatorTest.part(a, 0, 500);
        Matrix firstB = QrAccumulatorTest.part(Matrix.wrap(2000, 1, b), 0, 500);
        assertFalse(refined.flags().contains(FitFlag.REFINEMENT_STALLED));
        assertExact(a, b, refined.x());
        assertExact(first, firstB.array(), LeastSquares.of(first).refine(Refinement.steps(5)).solve(firstB).x());
    }

    /// Without Q, what QR leaves is squared: 10¹⁰·2⁻⁵³ of x becomes 10⁻¹² and not 0; nothing stalls.
    @Test
    void tallProblemsOfAHighConditionAreRefinedAsFarAsThatGoes() {
        for (double scale : new double[] {0.0, 1.0, 1e4}) {
            Matrix a = new TestMatrices(7).withSingularValues(1500, 6, TestMatrices.graded(6, 1e10));
            double[] b = a.times(new double[] {1, 2, 3, 4, 5, 6});
            Blas.axpy(scale, new TestMatrices(9).uniform(1500, 1).array(), b);
            Fit plain = LeastSquares.of(a).refine(Refinement.off()).solve(b);
            Fit fit = LeastSquares.of(a).refine(Refinement.steps(5)).solve(b);
            double[] exact = new QrAccumulator(6, 1).add(a, b).secondPass().add(a, b).next().add(a, b).next().add(a, b)
                    .refined().x();
            assertFalse(fit.flags().contains(FitFlag.REFINEMENT_STALLED));
            assertTrue(difference(fit.x(), exact) <= 1e-11);
            assertTrue(difference(plain.x(), exact) > 1e-10);
            assertTrue(fit.forwardErrorBounds()[0] <= 1e-8);
        }
    }

    private static double difference(double[] x, double[] exact) {
        return largestError(x, exact) / Arrays.stream(exact).map(Math::abs).max().orElseThrow();
    }

    /// Aᵀ(b − Ax) in twice the precision says how far x is from where it vanishes.
    private static void assertExact(Matrix a, double[] b, double[] x) {
        PreciseRows rows = new PreciseRows(a.rows(), a.cols(), a.array(), null, null);
        Reduction reduction = HouseholderQr.of("test", a, "b", Matrix.wrap(b.length, 1, b)).reduction();
        Gradient gradient = new Gradient(x, new double[x.length]);
        gradient.add(rows, b);
        double[] dx = gradient.value();
        Substitution.forwardTransposed(reduction.r(), x.length, x.length, dx);
        Substitution.back(reduction.r(), x.length, x.length, dx, 1);
        for (int j = 0; j < x.length; j++) assertEquals(0.0, dx[j], 1.01 * U * Math.abs(x[j]));
    }

    @Test
    void whatIsSingularToWorkingPrecisionStallsAndKeepsItsX() {
        TestMatrices random = new TestMatrices(8);
        Matrix a = random.uniform(20, 3);
        for (int i = 0; i < 20; i++) a.set(i, 2, 0.1 * a.get(i, 0) + 0.7 * a.get(i, 1));
        double[] b = random.uniform(20, 1).array();
        Fit fit = LeastSquares.of(a).rank(RankRule.none()).solve(b);
        assertTrue(fit.flags().contains(FitFlag.ILL_CONDITIONED));
        assertTrue(fit.flags().contains(FitFlag.REFINEMENT_STALLED));
        assertTrue(fit.forwardErrorBounds()[0] > 0.1);
        Fit shortest = LeastSquares.solve(a, b);
        assertEquals(java.util.Set.of(FitFlag.RANK_DEFICIENT), shortest.flags());
        assertTrue(Double.isNaN(shortest.forwardErrorBounds()[0]));
    }

    @Test
    void aSolutionOfZerosIsReached() {
        Fit fit = LeastSquares.solve(Matrix.of(3, 2, 1, 0, 1, 1, 1, 2), new double[] {1, -2, 1});
        assertArrayEquals(new double[2], fit.x(), 0x1p-60);
        assertTrue(fit.flags().isEmpty());
    }
}

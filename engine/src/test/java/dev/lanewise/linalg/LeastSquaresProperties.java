package dev.lanewise.linalg;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Laws of least squares. A matrix is drawn by its shape, its rank and a seed; its entries are 0 or have magnitudes in
/// [2⁻²⁰, 2²⁰].
class LeastSquaresProperties {
    private static final double U = Ratios.U;

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    @Label("solve(2ᵏA, 2ᵏb) has the bits of solve(A, b), and the residual norm is scaled exactly")
    void powersOfTwo(@ForAll("problems") Problem problem, @ForAll("rules") RankRule rule) {
        Fit fit = problem.solve(rule);
        for (int k : new int[] {500, -500, 900, -900, -1000}) {
            Fit scaled = LeastSquares.of(TestMatrices.scaled(problem.a, k)).rank(rule).solve(TestMatrices.scaled(
                    problem.b, k));
            assertEquals(fit.rank(), scaled.rank());
            assertEquals(fit.coefficients(), scaled.coefficients());
            assertEquals(fit.condition(), scaled.condition());
            for (int j = 0; j < problem.b.cols(); j++) {
                assertEquals(Math.scalb(fit.residualNorms()[j], k), scaled.residualNorms()[j]);
            }
        }
        Statistics.label("rank").collect(fit.isUnique() ? "unique" : "minimum norm");
        Statistics.label("rank").coverage(coverage -> {
            coverage.check("unique").percentage(p -> p > 5.0);
            coverage.check("minimum norm").percentage(p -> p > 10.0);
        });
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Label("column j of many right-hand sides has the bits of that column alone")
    void columnsAlone(@ForAll("problems") Problem problem, @ForAll("rules") RankRule rule) {
        Fit together = problem.solve(rule);
        for (int j = 0; j < problem.b.cols(); j++) {
            Fit alone = LeastSquares.of(problem.a).rank(rule).solve(problem.b.column(j));
            assertArrayEquals(together.coefficients().column(j), alone.x());
            assertEquals(together.residualNorms()[j], alone.residualNorm());
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Label("columns in other units, by powers of two, give the same unique solution in those units")
    void columnUnits(@ForAll @LongRange(min = 0, max = 1 << 20) long seed, @ForAll @IntRange(min = 1, max = 12) int n,
            @ForAll @IntRange(min = 0, max = 12) int more) {
        Matrix a = new TestMatrices(seed).uniform(n + more, n);
        Matrix b = new TestMatrices(~seed).uniform(n + more, 1);
        Matrix other = a.copy();
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n + more; i++) other.set(i, j, Math.scalb(a.get(i, j), 61 * j - 300));
        }
        Fit fit = LeastSquares.solve(a, b);
        Fit scaled = LeastSquares.solve(other, b);
        assertTrue(fit.isUnique());
        assertEquals(fit.condition(), scaled.condition());
        assertEquals(fit.residualNorm(), scaled.residualNorm());
        for (int j = 0; j < n; j++) assertEquals(Math.scalb(fit.x()[j], 300 - 61 * j), scaled.x()[j]);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Label("both deciding rules find the same shortest solution of an exactly deficient matrix of integers")
    void rulesAgree(@ForAll @LongRange(min = 0, max = 1 << 20) long seed, @ForAll @IntRange(min = 1, max = 12) int m,
            @ForAll @IntRange(min = 1, max = 12) int n, @ForAll @IntRange(min = 1, max = 4) int inner) {
        TestMatrices random = new TestMatrices(seed);
        Matrix a = random.integers(m, inner).times(random.integers(inner, n));
        Matrix b = random.uniform(m, 2);
        Fit scaled = LeastSquares.solve(a, b);
        Fit numpy = LeastSquares.of(a).rank(RankRule.numpy()).solve(b);
        assertEquals(numpy.rank(), scaled.rank());
        assertTrue(scaled.rank() <= inner);
        double[] values = scaled.singularValues();
        double condition = scaled.rank() == 0 ? 1.0 : values[0] / values[scaled.rank() - 1];
        double size = Blas.nrm2(b.array()) / (scaled.rank() == 0 ? 1.0 : values[scaled.rank() - 1]);
        double difference = Blas.nrm2(TestMatrices.minus(scaled.coefficients(), numpy.coefficients()).array());
        assertTrue(difference <= 100.0 * U * condition * size);
        assertArrayEquals(numpy.residualNorms(), scaled.residualNorms(), 100.0 * U * condition * Blas.nrm2(b.array()));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Label("the residual norm is the length of b − Ax")
    void residualNorm(@ForAll("problems") Problem problem, @ForAll("rules") RankRule rule,
            @ForAll("refinements") Refinement refinement) {
        Fit fit = LeastSquares.of(problem.a).rank(rule).refine(refinement).solve(problem.b);
        Matrix residual = problem.b.copy();
        Blas.gemm(-1.0, problem.a, fit.coefficients(), 1.0, residual);
        for (int j = 0; j < residual.cols(); j++) {
            double size = Blas.nrm2(problem.b.column(j)) + Blas.nrm2(problem.a.array()) * Blas.nrm2(fit.coefficients()
                    .column(j));
            double bound = 10.0 * U * Math.max(problem.a.rows(), problem.a.cols()) * size;
            assertEquals(Blas.nrm2(residual.column(j)), fit.residualNorms()[j], bound);
        }
    }

    record Problem(Matrix a, Matrix b) {
        Fit solve(RankRule rule) {
            return LeastSquares.of(a).rank(rule).solve(b);
        }
    }

    @Provide
    Arbitrary<RankRule> rules() {
        return Arbitraries.of(List.of(RankRule.scaled(), RankRule.numpy(), RankRule.numpy(1e-3)));
    }

    @Provide
    Arbitrary<Refinement> refinements() {
        return Arbitraries.of(List.of(Refinement.auto(), Refinement.off()));
    }

    @Provide
    Arbitrary<Problem> problems() {
        Arbitrary<Integer> sides = Arbitraries.integers().between(1, 20);
        return Combinators.combine(sides, sides, Arbitraries.integers().between(0, 3), Arbitraries.longs())
                .as((m, n, copies, seed) -> {
                    TestMatrices random = new TestMatrices(seed);
                    Matrix a = entries(random, m, n);
                    // A few columns are copies of the first, so that every rank is met.
                    for (int j = 1; j <= Math.min(copies, n - 1); j++) {
                        for (int i = 0; i < m; i++) a.set(i, j, a.get(i, 0));
                    }
                    return new Problem(a, entries(random, m, 3));
                });
    }

    private static Matrix entries(TestMatrices random, int m, int n) {
        Matrix a = random.uniform(m, n);
        for (int i = 0; i < m * n; i++) {
            double exponent = Math.floor(random.next() * 20.0);
            double significand = 1.0 + Math.abs(a.array()[i]);
            a.array()[i] = random.next() < -0.6
                    ? 0.0
                    : Math.scalb(Math.copySign(significand, a.array()[i]), (int) exponent);
        }
        return a;
    }
}

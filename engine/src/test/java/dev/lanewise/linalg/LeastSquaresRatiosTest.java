package dev.lanewise.linalg;

import java.util.List;
import java.util.stream.Stream;

import dev.lanewise.linalg.TestMatrices.Kind;
import dev.lanewise.linalg.TestMatrices.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static dev.lanewise.linalg.Ratios.norm1;
import static dev.lanewise.linalg.TestMatrices.scaled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// LAPACK's ratios DQRT14, 16 and 17 for the solver, under both rules that decide rank. What accumulators leave is held to
/// them in [TallSkinnyRatiosTest].
///
/// DQRT14 and 17 are relative to x and to the residual. LAPACK asks for them (DDRVLS) of singular values between 0.1 and 1
/// only. With a condition of κ the residual may be shorter than the rounding of Ax, and x than its multipliers, by κ: not
/// even the exact solution keeps these ratios once it is rounded, as a test below shows. Kinds that are so are held to
/// what a solver can do, an error relative to ‖A‖‖x‖, or ‖A‖‖z‖. Random triangles are among them, of 50 columns singular
/// to working precision; but wide ones of up to 50 have row spaces that rounding does not turn.
class LeastSquaresRatiosTest {
    private static final List<RankRule> RULES = List.of(RankRule.scaled(), RankRule.numpy());
    static final List<Kind> WELL_CONDITIONED = List.of(Kind.DIAGONAL, Kind.RANDOM, Kind.COND_2, Kind.NEAR_UNDERFLOW,
            Kind.NEAR_OVERFLOW);
    static final List<Kind> TRIANGLES = List.of(Kind.UPPER, Kind.LOWER);
    static final List<Kind> ILL_CONDITIONED = List.of(Kind.COND_SQRT, Kind.COND_LARGE);

    @Test
    void consistentSystemsAreSolved() {
        forEach(Stream.concat(TestMatrices.all(), deficient()), (named, problem, sides) -> {
            Matrix a = normed(named), b = a.times(Ratios.rightHandSides(a.cols(), sides));
            Ratios.assertConsistent(named + ", " + sides, a, b, solve(named, problem, b));
        });
    }

    @Test
    void residualsAreOrthogonalToTheColumns() {
        forEach(Stream.concat(TestMatrices.of(WELL_CONDITIONED), deficient()), (named, problem, sides) -> {
            Matrix a = normed(named), b = Ratios.rightHandSides(a.rows(), sides);
            Ratios.assertOrthogonal(named + ", " + sides, a, b, solve(named, problem, b));
        });
        forEach(Stream.concat(TestMatrices.of(TRIANGLES), TestMatrices.of(ILL_CONDITIONED)),
                (named, problem, sides) -> {
                    Matrix a = normed(named), b = Ratios.rightHandSides(a.rows(), sides);
                    Ratios.assertNearlyOrthogonal(named + ", " + sides, a, b, solve(named, problem, b));
                });
    }

    @Test
    void shortestSolutionsOfWideSystemsLieInTheRowSpace() {
        Stream<Named> strict = Stream.concat(TestMatrices.of(WELL_CONDITIONED), TestMatrices.of(TRIANGLES));
        forEach(strict.filter(LeastSquaresRatiosTest::isWide), (named, problem, sides) -> {
            Matrix x = solve(named, problem, Ratios.rightHandSides(named.a().rows(), sides));
            Ratios.assertInRowSpace(named + ", " + sides, normed(named), x);
        });
        forEach(TestMatrices.of(ILL_CONDITIONED).filter(LeastSquaresRatiosTest::isWide), (named, problem, sides) -> {
            Matrix x = solve(named, problem, Ratios.rightHandSides(named.a().rows(), sides));
            Ratios.assertNearlyInRowSpace(named + ", " + sides, normed(named), x);
        });
    }

    /// Larger than a cache, where panels go by eight; all kinds, refined and not.
    @Test
    void largeSystemsKeepTheRatios() {
        for (Kind kind : Kind.values()) {
            TestMatrices.large(kind).forEach(named -> {
                for (Refinement refinement : List.of(Refinement.auto(), Refinement.off())) {
                    assertLarge(named, kind, LeastSquares.of(named.a()).refine(refinement));
                }
            });
        }
    }

    /// The singular values of so many columns take longer than all else here.
    @Test
    @Tag("once")
    void largeSystemsKeepTheRatiosByNumpysRule() {
        for (Kind kind : List.of(Kind.UPPER, Kind.COND_2, Kind.COND_LARGE)) {
            TestMatrices.large(kind).filter(LeastSquaresRatiosTest::isWide).forEach(named -> assertLarge(named, kind,
                    LeastSquares.of(named.a()).rank(RankRule.numpy())));
        }
    }

    private static void assertLarge(Named named, Kind kind, LeastSquares problem) {
        String what = named.toString();
        Matrix a = normed(named), b = Ratios.rightHandSides(a.rows(), 2);
        Matrix consistent = a.times(Ratios.rightHandSides(a.cols(), 2));
        Matrix x = solve(named, problem, b);
        Ratios.assertConsistent(what, a, consistent, solve(named, problem, consistent));
        Ratios.assertNearlyOrthogonal(what, a, b, x);
        if (WELL_CONDITIONED.contains(kind)) Ratios.assertOrthogonal(what, a, b, x);
        if (!isWide(named)) return;
        Ratios.assertNearlyInRowSpace(what, a, x);
        // A lower triangle's rows span its first columns; an upper one with three columns more is ill-conditioned.
        boolean isStrict = WELL_CONDITIONED.contains(kind) || kind == Kind.LOWER;
        if (isStrict) Ratios.assertInRowSpace(what, a, x);
    }

    /// What no solver can be asked for.
    @Test
    @Tag("once")
    void exactSolutionsBreakTheRatiosThatAreLeftOut() {
        for (Kind kind : List.of(Kind.UPPER, Kind.COND_SQRT)) {
            Matrix tall = new TestMatrices(33).make(kind, 50, 33), b = Ratios.rightHandSides(50, 1);
            Matrix x = Matrix.wrap(33, 1, ExactSolutions.leastSquares(tall, b.array()));
            assertTrue(Ratios.orthogonality(tall, b, x) > 100.0 * Ratios.LIMIT, kind::toString);
            Ratios.assertNearlyOrthogonal(kind.toString(), tall, b, x);
        }
        for (Kind kind : ILL_CONDITIONED) {
            Matrix wide = new TestMatrices(33).make(kind, 33, 50), b = Ratios.rightHandSides(33, 1);
            Matrix x = Matrix.wrap(50, 1, ExactSolutions.shortest(wide, b.array()));
            assertTrue(Ratios.outsideRowSpace(wide, x) > 1000.0 * Ratios.LIMIT, kind::toString);
            Ratios.assertNearlyInRowSpace(kind.toString(), wide, x);
        }
    }

    @Test
    void shortestSolutionsOfDeficientSystemsAvoidTheNullSpace() {
        TestMatrices.deficient().forEach(deficient -> {
            for (RankRule rule : RULES) {
                Matrix b = Ratios.rightHandSides(deficient.a().rows(), 2);
                Fit fit = LeastSquares.of(deficient.a()).rank(rule).solve(b);
                assertEquals(deficient.rank(), fit.rank(), deficient + " " + rule);
                double[] values = fit.singularValues();
                Matrix x = fit.coefficients();
                // The null space of the matrix as rounded differs from the exact one by the condition of the rest.
                double size = Ratios.longSide(deficient.a()) * norm1(deficient.nullVectors()) * norm1(x) * values[0]
                        / values[deficient.rank() - 1];
                double error = norm1(deficient.nullVectors().transpose().times(x));
                Ratios.assertSmall(deficient + " " + rule + " DQnull Nᵀx", error, size);
            }
        });
    }

    /// A with elements near 1, for norms that neither over- nor underflow.
    private static Matrix normed(Named named) {
        return scaled(named.a(), -TestMatrices.exponent(named.a()));
    }

    /// x for that A, from the system as it is given.
    private static Matrix solve(Named named, LeastSquares problem, Matrix b) {
        return problem.solve(scaled(b, TestMatrices.exponent(named.a()))).coefficients();
    }

    private interface Check {
        void accept(Named named, LeastSquares problem, int sides);
    }

    /// Both rules with all numbers of right-hand sides, and without refinement with one of them.
    private static void forEach(Stream<Named> matrices, Check check) {
        matrices.forEach(named -> {
            for (RankRule rule : RULES) {
                LeastSquares problem = LeastSquares.of(named.a()).rank(rule);
                for (int sides : Ratios.RIGHT_HAND_SIDES) check.accept(named, problem, sides);
                check.accept(named, problem.refine(Refinement.off()), 2);
            }
        });
    }

    static boolean isWide(Named named) {
        return named.a().rows() < named.a().cols();
    }

    private static Stream<Named> deficient() {
        return TestMatrices.deficient().map(deficient -> new Named(deficient.name(), deficient.a()));
    }
}

package dev.lanewise.linalg;

import java.util.List;
import java.util.stream.Stream;

import dev.lanewise.linalg.TestMatrices.Kind;
import dev.lanewise.linalg.TestMatrices.Named;
import org.junit.jupiter.api.Test;

import static dev.lanewise.linalg.Ratios.norm1;
import static dev.lanewise.linalg.TestMatrices.scaled;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// LAPACK's ratios DQRT14, 16 and 17 for the solver, under both rules that decide rank. What accumulators leave is held to
/// them in [TallSkinnyRatiosTest].
class LeastSquaresRatiosTest {
    private static final List<RankRule> RULES = List.of(RankRule.scaled(), RankRule.numpy());
    /// What is as accurate as its residual is long; the others have solutions too long to see a residual beside.
    private static final Kind[] WELL_CONDITIONED = {Kind.DIAGONAL, Kind.RANDOM, Kind.COND_2, Kind.NEAR_UNDERFLOW,
            Kind.NEAR_OVERFLOW};

    @Test
    void consistentSystemsAreSolved() {
        forEach(Stream.concat(TestMatrices.all(), deficient()), (named, rule, sides) -> {
            int k = -TestMatrices.exponent(named.a());
            Matrix a = scaled(named.a(), k);
            Matrix b = a.times(Ratios.rightHandSides(a.cols(), sides));
            Ratios.assertConsistent(named + " " + rule, a, b, solve(named, rule, b, k));
        });
    }

    @Test
    void residualsAreOrthogonalToTheColumns() {
        forEach(Stream.concat(TestMatrices.of(WELL_CONDITIONED), deficient()), (named, rule, sides) -> {
            int k = -TestMatrices.exponent(named.a());
            Matrix a = scaled(named.a(), k);
            Matrix b = Ratios.rightHandSides(a.rows(), sides);
            Ratios.assertOrthogonal(named + " " + rule, a, b, solve(named, rule, b, k));
        });
    }

    @Test
    void shortestSolutionsOfWideSystemsLieInTheRowSpace() {
        Stream<Named> wide = Stream.concat(TestMatrices.of(WELL_CONDITIONED), blocked()).filter(named -> named.a()
                .rows() < named.a().cols());
        forEach(wide, (named, rule, sides) -> {
            int k = -TestMatrices.exponent(named.a());
            Matrix x = solve(named, rule, Ratios.rightHandSides(named.a().rows(), sides), k);
            Ratios.assertInRowSpace(named + " " + rule, scaled(named.a(), k), x);
        });
    }

    /// Larger than a cache, where panels go by eight; refined and not.
    @Test
    void largeSystemsKeepTheRatios() {
        blocked().forEach(named -> {
            for (Refinement refinement : List.of(Refinement.auto(), Refinement.off())) {
                Matrix a = named.a();
                Matrix b = Ratios.rightHandSides(a.rows(), 2), consistent = a.times(Ratios.rightHandSides(a.cols(), 2));
                LeastSquares problem = LeastSquares.of(a).refine(refinement);
                Ratios.assertOrthogonal(named.toString(), a, b, problem.solve(b).coefficients());
                Ratios.assertConsistent(named.toString(), a, consistent, problem.solve(consistent).coefficients());
            }
        });
    }

    private static Stream<Named> blocked() {
        return Stream.concat(TestMatrices.large(Kind.RANDOM), TestMatrices.large(Kind.COND_2));
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

    /// x for A, from the system as it is given: 2⁻ᵏA.
    private static Matrix solve(Named named, RankRule rule, Matrix b, int k) {
        return LeastSquares.of(named.a()).rank(rule).solve(scaled(b, -k)).coefficients();
    }

    private interface Check {
        void accept(Named named, RankRule rule, int sides);
    }

    private static void forEach(Stream<Named> matrices, Check check) {
        matrices.forEach(named -> {
            for (RankRule rule : RULES) {
                for (int sides : Ratios.RIGHT_HAND_SIDES) check.accept(named, rule, sides);
            }
        });
    }

    private static Stream<Named> deficient() {
        return TestMatrices.deficient().map(deficient -> new Named(deficient.name(), deficient.a()));
    }
}

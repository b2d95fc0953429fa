package dev.lanewise.linalg;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.lanewise.linalg.TestMatrices.Kind;
import dev.lanewise.linalg.TestMatrices.Named;
import org.junit.jupiter.api.Test;

import static dev.lanewise.linalg.Ratios.assertSmall;
import static dev.lanewise.linalg.Ratios.norm1;
import static dev.lanewise.linalg.TestMatrices.scaled;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// LAPACK's ratios DQRT14, 16 and 17 for the solver, under both rules that decide rank.
class LeastSquaresRatiosTest {
    private static final int[] RIGHT_HAND_SIDES = {1, 2, 15};
    private static final List<RankRule> RULES = List.of(RankRule.scaled(), RankRule.numpy());
    private static final Kind[] WELL_CONDITIONED = {Kind.DIAGONAL, Kind.RANDOM, Kind.COND_2, Kind.NEAR_UNDERFLOW,
            Kind.NEAR_OVERFLOW};

    @Test
    void consistentSystemsAreSolved() {
        forEachRule(Stream.concat(TestMatrices.all(), deficient()), (named, rule) -> {
            int k = -TestMatrices.exponent(named.a());
            Matrix a = scaled(named.a(), k);
            Matrix b = a.times(rightHandSides(a.cols()));
            Matrix x = solve(named, rule, b, k);
            double size = longSide(a) * norm1(a) * norm1(x);
            assertSmall(named + " " + rule + " DQRT16 b − Ax", norm1(minusProduct(b, a, x)), size);
        });
    }

    @Test
    void residualsAreOrthogonalToTheColumns() {
        forEachRule(Stream.concat(TestMatrices.of(WELL_CONDITIONED), deficient()), (named, rule) -> {
            int k = -TestMatrices.exponent(named.a());
            Matrix a = scaled(named.a(), k);
            Matrix b = rightHandSides(a.rows());
            Matrix x = solve(named, rule, b, k);
            Matrix residual = minusProduct(b, a, x);
            double largest = Arrays.stream(residual.array()).map(Math::abs).max().orElse(0.0);
            // A residual that is rounding error has no direction to be right or wrong about.
            boolean isRounding = largest <= Ratios.LIMIT * longSide(a) * norm1(a) * norm1(x) * Ratios.U;
            double error = isRounding ? 0.0 : norm1(residual.transpose().times(a));
            double size = norm1(a) * largest * Math.max(longSide(a), b.cols());
            assertSmall(named + " " + rule + " DQRT17 rᵀA", error, size);
        });
    }

    @Test
    void theLeafKeepsTheRatiosRowByRowAndAcrossItsBlocks() {
        Stream<Named> tall = TestMatrices.of(WELL_CONDITIONED).filter(named -> named.a().cols() > 0);
        Stream<Named> blocks = IntStream.of(1000, 1024, 1025, 2049).mapToObj(m -> new Named(m + " × 13",
                new TestMatrices(m).uniform(m, 13)));
        Stream.concat(tall, blocks).forEach(named -> {
            int k = -TestMatrices.exponent(named.a());
            Matrix a = scaled(named.a(), k);
            Matrix b = rightHandSides(a.rows());
            for (int step : new int[] {1, 8, 600}) {
                QrAccumulator merged = new QrAccumulator(a.cols(), b.cols());
                for (int i = 0; i < a.rows(); i += step) {
                    merged.merge(new QrAccumulator(a.cols(), b.cols()).add(QrAccumulatorTest.part(named.a(), i, step),
                            QrAccumulatorTest.part(scaled(b, -k), i, step)));
                }
                String what = named + " by " + step;
                Matrix x = merged.solve().coefficients();
                Matrix residual = minusProduct(b, a, x);
                double largest = Arrays.stream(residual.array()).map(Math::abs).max().orElse(0.0);
                boolean isRounding = largest <= Ratios.LIMIT * longSide(a) * norm1(a) * norm1(x) * Ratios.U;
                double error = isRounding ? 0.0 : norm1(residual.transpose().times(a));
                assertSmall(what + " DQRT17 rᵀA", error, norm1(a) * largest * Math.max(longSide(a), b.cols()));
                Matrix r = scaled(merged.r(), k);
                Matrix difference = TestMatrices.minus(r.transpose().times(r), a.transpose().times(a));
                assertSmall(what + " RᵀR − AᵀA", norm1(difference), longSide(a) * norm1(a) * norm1(a.transpose()));
            }
        });
    }

    @Test
    void shortestSolutionsOfWideSystemsLieInTheRowSpace() {
        Stream<Named> wide = TestMatrices.of(WELL_CONDITIONED).filter(named -> named.a().rows() < named.a().cols());
        forEachRule(wide, (named, rule) -> {
            int k = -TestMatrices.exponent(named.a());
            Matrix a = scaled(named.a(), k);
            Matrix x = solve(named, rule, rightHandSides(a.rows()), k);
            double outside = outsideRowSpace(a, scaled(x, -TestMatrices.exponent(x)));
            assertSmall(named + " " + rule + " DQRT14 row space", outside, Math.max(a.cols(), x.cols()));
        });
    }

    /// The largest element of the part of X that the QR factorisation of [Aᵀ X] leaves below the rows of A.
    private static double outsideRowSpace(Matrix a, Matrix x) {
        Matrix stacked = Matrix.zeros(a.cols(), a.rows() + x.cols());
        for (int i = 0; i < a.cols(); i++) {
            for (int j = 0; j < a.rows(); j++) stacked.set(i, j, a.get(j, i));
            for (int j = 0; j < x.cols(); j++) stacked.set(i, a.rows() + j, x.get(i, j));
        }
        Matrix r = HouseholderQr.of(stacked).r();
        double outside = 0.0;
        for (int i = a.rows(); i < r.rows(); i++) {
            for (int j = a.rows(); j < r.cols(); j++) outside = Math.max(outside, Math.abs(r.get(i, j)));
        }
        return outside;
    }

    @Test
    void shortestSolutionsOfDeficientSystemsAvoidTheNullSpace() {
        TestMatrices.deficient().forEach(deficient -> {
            for (RankRule rule : RULES) {
                Matrix b = rightHandSides(deficient.a().rows());
                Fit fit = LeastSquares.of(deficient.a()).rank(rule).solve(b);
                assertEquals(deficient.rank(), fit.rank(), deficient + " " + rule);
                double[] values = fit.singularValues();
                Matrix x = fit.coefficients();
                // The null space of the matrix as rounded differs from the exact one by the condition of the rest.
                double size = longSide(deficient.a()) * norm1(deficient.nullVectors()) * norm1(x) * values[0]
                        / values[deficient.rank() - 1];
                double error = norm1(deficient.nullVectors().transpose().times(x));
                assertSmall(deficient + " " + rule + " DQnull Nᵀx", error, size);
            }
        });
    }

    /// x for A, from the system as it is given: 2⁻ᵏA.
    private static Matrix solve(Named named, RankRule rule, Matrix b, int k) {
        return LeastSquares.of(named.a()).rank(rule).solve(scaled(b, -k)).coefficients();
    }

    private static void forEachRule(Stream<Named> matrices, BiConsumer<Named, RankRule> check) {
        matrices.forEach(named -> RULES.forEach(rule -> check.accept(named, rule)));
    }

    private static Stream<Named> deficient() {
        return TestMatrices.deficient().map(deficient -> new Named(deficient.name(), deficient.a()));
    }

    private static Matrix rightHandSides(int rows) {
        return new TestMatrices(rows).uniform(rows, RIGHT_HAND_SIDES[rows % RIGHT_HAND_SIDES.length]);
    }

    private static Matrix minusProduct(Matrix b, Matrix a, Matrix x) {
        Matrix residual = b.copy();
        Blas.gemm(-1.0, a, x, 1.0, residual);
        return residual;
    }

    private static double longSide(Matrix a) {
        return Math.max(1, Math.max(a.rows(), a.cols()));
    }
}

package dev.lanewise.linalg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.lanewise.linalg.TestMatrices.Kind;
import dev.lanewise.linalg.TestMatrices.Named;
import org.junit.jupiter.api.Test;

import static dev.lanewise.linalg.Ratios.assertSmall;
import static dev.lanewise.linalg.Ratios.longSide;
import static dev.lanewise.linalg.Ratios.norm1;
import static dev.lanewise.linalg.TestMatrices.identity;
import static dev.lanewise.linalg.TestMatrices.minus;
import static dev.lanewise.linalg.TestMatrices.scaled;

/// LAPACK's ratios for what an accumulator leaves, whose Q nobody keeps: with the unit matrix for right-hand sides, the head
/// of QᵀB is Q₁ᵀ. Rows are merged by 1, 3 and 8, in halves, and come as a stream.
class TallSkinnyRatiosTest {
    /// Around the blocks of a leaf.
    private static final int[] ROWS = {1000, 1023, 1024, 1025, 2049};

    private static Stream<Named> grid() {
        return Stream.concat(TestMatrices.all(), blocks());
    }

    private static Stream<Named> blocks() {
        return IntStream.of(ROWS).mapToObj(m -> new Named(m + " × 13", new TestMatrices(m).uniform(m, 13)));
    }

    /// Why only these keep DQRT14 and 17, [LeastSquaresRatiosTest] says.
    private static Stream<Named> wellConditioned() {
        Stream<Named> deficient = TestMatrices.deficient().map(each -> new Named(each.name(), each.a()));
        return Stream.of(TestMatrices.of(LeastSquaresRatiosTest.WELL_CONDITIONED), deficient, blocks()).flatMap(
                each -> each);
    }

    /// The same rows in every way that an accumulator can take them; the steps of few rows only where those are few.
    private static List<QrAccumulator> accumulated(Matrix a, Matrix b) {
        List<QrAccumulator> ways = new ArrayList<>();
        int[] steps = a.rows() < 100 ? new int[] {1, 3, 8, (a.rows() + 1) / 2} : new int[] {(a.rows() + 1) / 2};
        for (int step : steps) {
            QrAccumulator merged = new QrAccumulator(a.cols(), b.cols());
            for (int i = 0; i < a.rows(); i += step) {
                merged.merge(new QrAccumulator(a.cols(), b.cols()).add(QrAccumulatorTest.part(a, i, step),
                        QrAccumulatorTest.part(b, i, step)));
            }
            ways.add(merged);
        }
        ways.add(QrAccumulatorTest.streamed(a, b, 7));
        return ways;
    }

    @Test
    void qAndROfAnAccumulatorReproduceTheMatrix() {
        grid().forEach(named -> {
            int k = -TestMatrices.exponent(named.a()), m = named.a().rows();
            Matrix a = scaled(named.a(), k);
            Matrix sides = new TestMatrices(m).uniform(m, 15);
            List<QrAccumulator> ways = accumulated(named.a(), identity(m)), others = accumulated(named.a(), sides);
            for (int way = 0; way < ways.size(); way++) {
                String what = named + ", way " + way;
                Matrix r = scaled(ways.get(way).r(), k), q = head(ways.get(way));
                double size = Math.max(m, 1) * norm1(a);
                assertSmall(what + " DQRT01 R − QᵀA", norm1(minus(r, q.times(a))), size);
                assertSmall(what + " DQRT02 I − QᵀQ", norm1(minus(identity(q.rows()), q.times(q.transpose()))), m);
                assertSmall(what + " DQRT04 A − QR", norm1(minus(a, q.transpose().times(r))), size);
                Matrix applied = head(others.get(way));
                assertSmall(what + " DQRT05 QᵀC", norm1(minus(applied, q.times(sides))), Math.max(m, 1) * norm1(sides));
                Matrix gram = minus(r.transpose().times(r), a.transpose().times(a));
                assertSmall(what + " RᵀR − AᵀA", norm1(gram), longSide(a) * norm1(a) * norm1(a.transpose()));
            }
        });
    }

    /// The first min(m, n) rows of QᵀB.
    private static Matrix head(QrAccumulator accumulator) {
        Reduction reduction = accumulator.reduction();
        return Matrix.wrap(reduction.order(), reduction.sides(), reduction.c());
    }

    @Test
    void singularValuesOfRAreThoseOfA() {
        double[] conditions = {2.0, TestMatrices.SQRT_COND, TestMatrices.COND};
        Kind[] kinds = {Kind.COND_2, Kind.COND_SQRT, Kind.COND_LARGE};
        for (int k = 0; k < kinds.length; k++) {
            double condition = conditions[k];
            TestMatrices.of(kinds[k]).forEach(named -> {
                double[] expected = TestMatrices.graded(Math.min(named.a().rows(), named.a().cols()), condition);
                for (QrAccumulator each : accumulated(named.a(), Matrix.zeros(named.a().rows(), 1))) {
                    double[] values = each.solve().singularValues();
                    double sum = 0.0;
                    for (int i = 0; i < values.length; i++) sum += Math.abs(values[i] - expected[i]);
                    assertSmall(named + " DQRT12", sum, Blas.nrm2(expected) * longSide(named.a()));
                }
            });
        }
    }

    @Test
    void consistentSystemsAreSolved() {
        Stream.concat(grid(), wellConditioned()).forEach(named -> {
            int k = -TestMatrices.exponent(named.a());
            Matrix a = scaled(named.a(), k);
            Matrix b = a.times(Ratios.rightHandSides(a.cols(), 2));
            for (QrAccumulator each : accumulated(named.a(), scaled(b, -k))) {
                Matrix x = each.solve().coefficients();
                Ratios.assertConsistent(named.toString(), a, b, x);
            }
        });
    }

    @Test
    void residualsAreOrthogonalToTheColumns() {
        Matrix superblocks = new TestMatrices(5).uniform(Leaf.ROWS + 500, 3);
        Stream.concat(wellConditioned(), Stream.of(new Named("two superblocks", superblocks))).forEach(named -> {
            for (int sides : Ratios.RIGHT_HAND_SIDES) {
                Matrix a = normed(named), b = Ratios.rightHandSides(a.rows(), sides);
                for (Matrix x : solved(named, b)) Ratios.assertOrthogonal(named + ", " + sides, a, b, x);
            }
        });
        Stream.concat(TestMatrices.of(LeastSquaresRatiosTest.TRIANGLES), TestMatrices.of(
                LeastSquaresRatiosTest.ILL_CONDITIONED)).forEach(named -> {
                    Matrix a = normed(named), b = Ratios.rightHandSides(a.rows(), 2);
                    for (Matrix x : solved(named, b)) Ratios.assertNearlyOrthogonal(named.toString(), a, b, x);
                });
    }

    @Test
    void shortestSolutionsOfWideSystemsLieInTheRowSpace() {
        Stream.concat(wellConditioned(), TestMatrices.of(LeastSquaresRatiosTest.TRIANGLES)).filter(
                LeastSquaresRatiosTest::isWide).forEach(named -> {
                    Matrix a = normed(named), b = Ratios.rightHandSides(a.rows(), 2);
                    for (Matrix x : solved(named, b)) Ratios.assertInRowSpace(named.toString(), a, x);
                });
        TestMatrices.of(LeastSquaresRatiosTest.ILL_CONDITIONED).filter(LeastSquaresRatiosTest::isWide).forEach(
                named -> {
                    Matrix a = normed(named), b = Ratios.rightHandSides(a.rows(), 2);
                    for (Matrix x : solved(named, b)) Ratios.assertNearlyInRowSpace(named.toString(), a, x);
                });
    }

    private static Matrix normed(Named named) {
        return scaled(named.a(), -TestMatrices.exponent(named.a()));
    }

    /// X for that A in every way, from the system as it is given.
    private static List<Matrix> solved(Named named, Matrix b) {
        Matrix given = scaled(b, TestMatrices.exponent(named.a()));
        return accumulated(named.a(), given).stream().map(each -> each.solve().coefficients()).toList();
    }

    /// ε of Läuchli's matrix, row by row: 16u from R, and after a second pass 2u but for (uκ)², κ = √3/ε.
    @Test
    void laeuchlisMatrixKeepsItsDigits() {
        for (double epsilon = 1e-7; epsilon > 5e-13; epsilon /= 10.0) {
            Matrix a = Matrix.of(4, 3, 1, 1, 1, epsilon, 0, 0, 0, epsilon, 0, 0, 0, epsilon);
            Matrix b = Matrix.of(4, 1, 1, 0, 0, 0);
            double expected = 1.0 / (3.0 + epsilon * epsilon);
            for (QrAccumulator each : accumulated(a, b)) {
                double error = Arrays.stream(each.solve().x()).map(x -> Math.abs(x - expected)).max().orElseThrow();
                assertSmall("Läuchli " + epsilon, error, 16.0 / Ratios.LIMIT * expected);
                double[] refined = each.secondPass().add(a, b).refined().x();
                double left = Arrays.stream(refined).map(x -> Math.abs(x - expected)).max().orElseThrow();
                double square = 3.0 * Ratios.U / (epsilon * epsilon);
                assertSmall("Läuchli refined " + epsilon, left, (2.0 + square) / Ratios.LIMIT * expected);
            }
        }
    }
}

package dev.lanewise.linalg;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static dev.lanewise.internal.kernel.Refusals.refused;
import static dev.lanewise.linalg.Ratios.assertSmall;
import static dev.lanewise.linalg.Ratios.norm1;
import static dev.lanewise.linalg.TestMatrices.minus;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// Streams, merges and their bits.
class QrAccumulatorTest {
    private static final int[][] SHAPES = {{0, 3}, {1, 1}, {2, 5}, {7, 7}, {40, 9}, {511, 3}, {512, 3}, {513, 3},
            {1200, 17},
            {1025, 8}, {1100, 129}, {700, 0}};

    @Test
    void aStreamHasTheBitsOfTheWholeHoweverItIsCut() {
        for (int[] shape : SHAPES) {
            Matrix a = new TestMatrices(1).uniform(shape[0], shape[1]), b = new TestMatrices(2).uniform(shape[0], 3);
            Fit whole = whole(a, b);
            for (int step : new int[] {1, 3, 8, 100, 1024, 2000}) {
                QrAccumulator stream = streamed(a, b, step);
                assertEquals(shape[0], stream.rows());
                assertSameFit(whole, stream.solve());
            }
        }
    }

    @Test
    void superblocksMergeFromLeftToRight() {
        int rows = 2 * Leaf.ROWS + 1000;
        Matrix a = new TestMatrices(3).uniform(rows, 3), b = new TestMatrices(4).uniform(rows, 2);
        Fit whole = whole(a, b);
        assertSameFit(whole, streamed(a, b, 50_000).solve());
        QrAccumulator merged = new QrAccumulator(3, 2);
        for (int from = 0; from < rows; from += Leaf.ROWS) {
            merged.merge(new QrAccumulator(3, 2).add(part(a, from, Leaf.ROWS), part(b, from, Leaf.ROWS)));
        }
        assertEquals(rows, merged.rows());
        assertSameFit(whole, merged.solve());
    }

    @Test
    void solvingChangesNothing() {
        Matrix a = new TestMatrices(5).uniform(2600, 4), b = new TestMatrices(6).uniform(2600, 1);
        QrAccumulator asked = new QrAccumulator(4, 1);
        for (int i = 0; i < 2600; i += 26) {
            asked.add(part(a, i, 26), part(b, i, 26));
            asked.solve();
        }
        assertSameFit(whole(a, b), asked.solve());
    }

    @Test
    void mergedTrianglesAreTrianglesOfAllRows() {
        for (int[] shape : SHAPES) {
            for (int cut : new int[] {0, 1, shape[0] / 2, shape[0]}) {
                if (cut > shape[0]) continue;
                Matrix a = new TestMatrices(7).uniform(shape[0], shape[1]),
                        b = new TestMatrices(8).uniform(shape[0], 1);
                QrAccumulator head = streamed(part(a, 0, cut), part(b, 0, cut), 100);
                QrAccumulator tail = streamed(part(a, cut, shape[0]), part(b, cut, shape[0]), 100);
                Matrix merged = head.copy().merge(tail).r(), whole = streamed(a, b, 100).r();
                double size = norm1(a) * norm1(a.transpose());
                String what = "%d × %d cut at %d".formatted(shape[0], shape[1], cut);
                assertSmall(what, norm1(minus(merged.transpose().times(merged), whole.transpose().times(whole))), size);
                assertEquals(merged, head.copy().merge(tail).r(), "the same tree has the same bits");
            }
        }
    }

    /// Rows with zeros where the triangle would put them next: none of them may get lost on the way to n rows.
    @Test
    void unitVectorsMergedInAnyOrderAreIndependent() {
        for (int seed = 0; seed < 100; seed++) {
            int n = 2 + seed % 11;
            double[] b = new double[n];
            for (int i = 0; i < n; i++) b[i] = i + 1;
            Matrix a = TestMatrices.identity(n);
            NistTest.shuffle(new TestMatrices(seed), a, b);
            QrAccumulator merged = new QrAccumulator(n, 1);
            for (int i = 0; i < n; i++) merged.merge(new QrAccumulator(n, 1).add(a.row(i), b[i]));
            double[] expected = new double[n];
            for (int i = 0; i < n; i++) expected[i] = i + 1;
            assertArrayEquals(expected, merged.solve().x());
            assertEquals(n, merged.solve().rank());
            assertEquals(0.0, merged.solve().residualNorm());
        }
    }

    @Test
    void columnsMayOutgrowTheirRange() {
        Matrix a = new TestMatrices(9).uniform(2600, 5), b = new TestMatrices(10).uniform(2600, 2);
        for (int i = 0; i < 1100; i++) b.set(i, 1, 0.0);
        Fit plain = whole(a, b);
        Matrix scaledA = a.copy(), scaledB = b.copy();
        int[] exponents = {900, -450, 500, -420, 0};
        for (int i = 0; i < 2600; i++) {
            for (int j = 0; j < 5; j++) scaledA.set(i, j, Math.scalb(a.get(i, j), exponents[j]));
            for (int j = 0; j < 2; j++) scaledB.set(i, j, Math.scalb(b.get(i, j), -500 + 1000 * j));
        }
        Fit fit = streamed(scaledA, scaledB, 77).solve();
        for (int j = 0; j < 2; j++) {
            int side = -500 + 1000 * j;
            for (int i = 0; i < 5; i++) {
                double expected = Math.scalb(plain.coefficients().get(i, j), side - exponents[i]);
                assertEquals(expected, fit.coefficients().get(i, j));
            }
            assertEquals(Math.scalb(plain.residualNorms()[j], side), fit.residualNorms()[j]);
        }
    }

    @Test
    void rowsOfVeryDifferentSizeFollowEachOther() {
        // 1,200 rows of 2⁻⁶⁰⁰, then 1,200 of 2⁶⁰⁰: the first ones count for nothing, and nothing over- or underflows.
        Matrix large = new TestMatrices(11).uniform(1200, 3), b = new TestMatrices(12).uniform(1200, 1);
        Matrix huge = TestMatrices.scaled(large, 600), hugeB = TestMatrices.scaled(b, 600);
        Matrix tiny = TestMatrices.scaled(large, -600), tinyB = TestMatrices.scaled(b, -600);
        double[] x = whole(large, b).x();
        for (QrAccumulator order : new QrAccumulator[] {new QrAccumulator(3, 1).add(tiny, tinyB).add(huge, hugeB),
                new QrAccumulator(3, 1).add(huge, hugeB).add(tiny, tinyB),
                new QrAccumulator(3, 1).add(tiny, tinyB).merge(new QrAccumulator(3, 1).add(huge, hugeB)),
                new QrAccumulator(3, 1).add(huge, hugeB).merge(new QrAccumulator(3, 1).add(tiny, tinyB))}) {
            Fit fit = order.solve();
            assertArrayEquals(x, fit.x(), 1e-13);
            assertEquals(3, fit.rank());
        }
    }

    /// Rows in descending order of what they weigh, as [LeastSquares#weights] sorts them: all bits are the same.
    @Test
    void rowsOfWeightZeroAreNoRows() {
        Matrix a = new TestMatrices(13).uniform(30, 4), b = new TestMatrices(14).uniform(30, 2);
        double[] weights = new double[30];
        for (int i = 0; i < 30; i++) weights[i] = i % 5 == 0 ? 0.0 : StrictMath.scalb(1.0 + i, -20 * i);
        QrAccumulator weighted = new QrAccumulator(4, 2).add(a, b, weights);
        Fit expected = LeastSquares.of(a).weights(weights).refine(Refinement.off()).solve(b);
        assertEquals(24, weighted.rows());
        assertSameFit(expected, weighted.solve());
        assertEquals(20, weighted.solve().degreesOfFreedom());
        LeastSquares problem = LeastSquares.of(a).weights(weights);
        assertEquals(problem.ridgePath(b.column(0), 0.5).gcv(0), weighted.ridgePath(0.5).gcv(0));
        assertSameFit(problem.ridge(2.5).refine(Refinement.off()).solve(b), weighted.ridge(2.5).solve());
        assertEquals(0, new QrAccumulator(4, 2).add(a, b, new double[30]).rows());
        assertThrows(IllegalStateException.class, () -> weighted.secondPass().add(a, b).refined());
        assertEquals(24, weighted.secondPass().add(a, b, weights).rows());
    }

    @Test
    void aRidgeIsThatOfAllRowsAtOnce() {
        for (int[] shape : SHAPES) {
            Matrix a = new TestMatrices(15).uniform(shape[0], shape[1]), b = new TestMatrices(16).uniform(shape[0], 2);
            QrAccumulator rows = streamed(a, b, 100);
            for (double lambda : new double[] {0.0, 1e-12, 2.5, 1e10}) {
                Fit expected = LeastSquares.of(a).refine(Refinement.off()).ridge(lambda).solve(b);
                QrAccumulator held = rows.ridge(7.0).ridge(lambda);
                assertSameFit(expected, held.solve());
                int half = shape[0] / 2;
                QrAccumulator first = streamed(part(a, 0, half), part(b, 0, half), 100).ridge(lambda);
                assertSameFit(expected, first.add(part(a, half, shape[0]), part(b, half, shape[0])).copy().solve());
                assertEquals(shape[0], held.rows());
                assertEquals(rows.r(), held.r());
            }
        }
    }

    @Test
    void aRidgeIsNotRows() {
        QrAccumulator rows = new QrAccumulator(2, 1).add(new double[] {1, 2}, 3), held = rows.ridge(2.5);
        refused("QrAccumulator: the other one has a ridge of 2.5, which is not rows: merge first",
                () -> rows.merge(held));
        assertEquals("QrAccumulator: a ridge of 2.5 cannot be written: write the rows without it", assertThrows(
                IllegalStateException.class, held::toBytes).getMessage());
        assertSameFit(rows.copy().merge(rows).ridge(2.5).solve(), held.merge(rows).solve());
    }

    @Test
    void refusesWhatDoesNotFitAndStaysAsItWas() {
        QrAccumulator acc = new QrAccumulator(2, 1).add(new double[] {1, 2}, 3).add(new double[] {1, 3}, 5);
        refused("QrAccumulator of 2 columns and 1 right-hand sides: A is 1 × 3 and B is 1 × 1",
                () -> acc.add(new double[] {1, 2, 3}, 1));
        refused("QrAccumulator of 2 columns and 1 right-hand sides: A is 1 × 2 and B is 1 × 0",
                () -> acc.add(new double[] {1, 2}));
        refused("QrAccumulator: A has NaN at row 1, column 0",
                () -> acc.add(Matrix.of(2, 2, 1, 2, Double.NaN, 4), new double[] {1, 2}));
        refused("QrAccumulator: B has −∞ at row 0, column 0",
                () -> acc.add(new double[] {1, 2}, Double.NEGATIVE_INFINITY));
        refused("QrAccumulator: A is 1 × 2 but there are 2 weights",
                () -> acc.add(Matrix.of(1, 2, 1, 2), Matrix.of(1, 1, 1), new double[2]));
        refused("QrAccumulator: weight 0 is -1.0 but must be finite and not negative",
                () -> acc.add(Matrix.of(1, 2, 1, 2), Matrix.of(1, 1, 1), new double[] {-1}));
        refused("QrAccumulator: a ridge of -1.0 is not finite and ≥ 0", () -> acc.ridge(-1));
        refused("QrAccumulator of 2 columns and 1 right-hand sides: the other has 2 and 2",
                () -> acc.merge(new QrAccumulator(2, 2)));
        refused("QrAccumulator: -1 columns are not between 0 and 16384", () -> new QrAccumulator(-1, 0));
        refused("QrAccumulator: 16385 right-hand sides are not between 0 and 16384", () -> new QrAccumulator(1, 16385));
        assertEquals(2, acc.rows());
        assertEquals("2 rows of 2 columns and 1 right-hand sides", acc.toString());
        assertArrayEquals(new double[] {-1, 2}, acc.solve().x(), 1e-14);
    }

    static QrAccumulator streamed(Matrix a, Matrix b, int step) {
        QrAccumulator stream = new QrAccumulator(a.cols(), b.cols());
        for (int i = 0; i < a.rows(); i += step) stream.add(part(a, i, step), part(b, i, step));
        return stream;
    }

    /// At most `count` rows from `from` on.
    static Matrix part(Matrix a, int from, int count) {
        int to = Math.min(a.rows(), from + count);
        return Matrix.of(to - from, a.cols(), Arrays.copyOfRange(a.array(), from * a.cols(), to * a.cols()));
    }

    /// All rows at once, without refinement, for which an accumulator has no rows.
    static Fit whole(Matrix a, Matrix b) {
        return LeastSquares.of(a).refine(Refinement.off()).solve(b);
    }

    static void assertSameFit(Fit expected, Fit actual) {
        assertArrayEquals(expected.coefficients().array(), actual.coefficients().array());
        assertArrayEquals(expected.residualNorms(), actual.residualNorms());
        assertEquals(expected.rank(), actual.rank());
        assertEquals(expected.condition(), actual.condition());
        assertEquals(expected.degreesOfFreedom(), actual.degreesOfFreedom());
        assertArrayEquals(expected.residualDeviations(), actual.residualDeviations());
        assertArrayEquals(expected.uncentredRSquared(), actual.uncentredRSquared());
        assertArrayEquals(expected.forwardErrorBounds(), actual.forwardErrorBounds());
        assertEquals(expected.flags(), actual.flags());
        if (expected.coefficients().rows() < 20) {
            assertArrayEquals(expected.standardErrors().array(), actual.standardErrors().array());
        }
    }
}

package dev.lanewise.linalg;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Answers that are known, and matrices at the edge.
class LeastSquaresTest {
    private static final double U = Ratios.U;
    private static final List<RankRule> DECIDING = List.of(RankRule.scaled(), RankRule.numpy());

    @Test
    void aLineThroughThreePoints() {
        Fit fit = LeastSquares.solve(Matrix.of(3, 2, 1, 0, 1, 1, 1, 2), new double[] {1, 2, 4});
        assertArrayEquals(new double[] {5.0 / 6.0, 1.5}, fit.x(), 4.0 * U);
        assertEquals(1.0 / Math.sqrt(6.0), fit.residualNorm(), 4.0 * U);
        assertEquals(1.0 / 6.0, fit.sumsOfSquares()[0], 4.0 * U);
        assertEquals(2, fit.rank());
        assertTrue(fit.isUnique());
        assertEquals(3 * 0x1p-52, fit.tolerance());
    }

    /// The normal equations of this matrix are singular in double from ε = 10⁻⁸ on; x is 1/(3 + ε²), which is ⅓.
    @ParameterizedTest
    @ValueSource(doubles = {1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12})
    void laeuchlisMatrixKeepsItsDigits(double epsilon) {
        Matrix a = Matrix.of(4, 3, 1, 1, 1, epsilon, 0, 0, 0, epsilon, 0, 0, 0, epsilon);
        double expected = 1.0 / (3.0 + epsilon * epsilon);
        for (RankRule rule : DECIDING) {
            Fit fit = LeastSquares.of(a).rank(rule).solve(new double[] {1, 0, 0, 0});
            assertEquals(3, fit.rank());
            for (double x : fit.x()) assertEquals(expected, x, 2.0 * U * expected);
            double[] plain = LeastSquares.of(a).rank(rule).refine(Refinement.off()).solve(new double[] {1, 0, 0, 0})
                    .x();
            for (double x : plain) assertEquals(expected, x, 16.0 * U * expected);
        }
    }

    @Test
    void emptyShapes() {
        for (RankRule rule : List.of(RankRule.scaled(), RankRule.numpy(), RankRule.none(), RankRule.fixed(0))) {
            Fit noUnknowns = LeastSquares.of(Matrix.zeros(2, 0)).rank(rule).solve(new double[] {3, 4});
            assertEquals(0, noUnknowns.x().length);
            assertEquals(5.0, noUnknowns.residualNorm());
            assertTrue(noUnknowns.isUnique());
            assertEquals(1.0, noUnknowns.condition());
            assertEquals(0, noUnknowns.singularValues().length);

            Fit noRows = LeastSquares.of(Matrix.zeros(0, 3)).rank(rule).solve(new double[0]);
            assertArrayEquals(new double[3], noRows.x());
            assertEquals(0.0, noRows.residualNorm());
            assertEquals(0, noRows.rank());
            assertFalse(noRows.isUnique());

            Fit nothing = LeastSquares.of(Matrix.zeros(0, 0)).rank(rule).solve(new double[0]);
            assertEquals(0, nothing.rank());
            assertTrue(nothing.isUnique());
        }
        Fit noSides = LeastSquares.solve(Matrix.of(2, 1, 3, 4), Matrix.zeros(2, 0));
        assertEquals(1, noSides.rank());
        assertEquals(Matrix.zeros(1, 0), noSides.coefficients());
        assertEquals(0, noSides.residualNorms().length);
        assertEquals("Fit: there was no right-hand side", assertThrows(IllegalStateException.class, noSides::x)
                .getMessage());
        assertThrows(IllegalStateException.class, noSides::residualNorm);
    }

    @Test
    void zeroMatrixRowsAndColumns() {
        for (RankRule rule : DECIDING) {
            Fit zero = LeastSquares.of(Matrix.zeros(3, 2)).rank(rule).solve(new double[] {2, 3, 6});
            assertArrayEquals(new double[2], zero.x());
            assertEquals(7.0, zero.residualNorm());
            assertEquals(0, zero.rank());
            assertEquals(Double.POSITIVE_INFINITY, zero.condition());
            assertArrayEquals(new double[2], zero.singularValues());

            Fit column = LeastSquares.of(Matrix.of(3, 3, 1, 0, 1, 1, 0, 2, 1, 0, 3)).rank(rule)
                    .solve(new double[] {3, 5, 7});
            assertEquals(2, column.rank());
            assertEquals(Double.POSITIVE_INFINITY, column.condition());
            assertArrayEquals(new double[] {1, 0, 2}, column.x(), 32.0 * U);

            Fit rows = LeastSquares.of(Matrix.of(5, 2, 0, 0, 1, 0, 0, 0, 0, 2, 0, 0)).rank(rule)
                    .solve(new double[] {3, 5, 0, 8, 4});
            assertArrayEquals(new double[] {5, 4}, rows.x());
            assertEquals(5.0, rows.residualNorm());
        }
    }

    @Test
    void duplicateColumnsShareTheWeight() {
        Matrix a = new TestMatrices(1).uniform(30, 6);
        for (int i = 0; i < 30; i++) a.set(i, 4, a.get(i, 1));
        double[] b = new TestMatrices(2).uniform(30, 1).array();
        for (RankRule rule : DECIDING) {
            Fit fit = LeastSquares.of(a).rank(rule).solve(b);
            assertEquals(5, fit.rank());
            assertFalse(fit.isUnique());
            assertEquals(fit.x()[1], fit.x()[4], 64.0 * U);
            assertTrue(fit.condition() > 1e14);
        }
    }

    /// The third column is the sum of the others but for rounding; plain substitution would answer with 10¹⁵.
    @Test
    void columnsDependentUpToRoundingNeverGiveHugeCoefficients() {
        for (int seed = 0; seed < 50; seed++) {
            TestMatrices random = new TestMatrices(seed);
            Matrix a = random.uniform(20, 4);
            for (int i = 0; i < 20; i++) a.set(i, 2, 0.1 * a.get(i, 0) + 0.7 * a.get(i, 1) + 0.3 * a.get(i, 3));
            double[] b = random.uniform(20, 1).array();
            for (RankRule rule : DECIDING) {
                Fit fit = LeastSquares.of(a).rank(rule).solve(b);
                assertEquals(3, fit.rank());
                assertTrue(Blas.nrm2(fit.x()) < 10.0);
                double[] residual = b.clone();
                Blas.gemv(-1.0, a, fit.x(), 1.0, residual);
                assertEquals(Blas.nrm2(residual), fit.residualNorm(), 100.0 * U);
            }
        }
    }

    @Test
    void unitsOfColumnsDoNotChangeTheRank() {
        TestMatrices random = new TestMatrices(4);
        Matrix a = random.uniform(12, 3);
        for (int i = 0; i < 12; i++) {
            a.set(i, 1, 1e-20 * a.get(i, 1));
            a.set(i, 2, 1e20 * a.get(i, 2));
        }
        assertEquals(3, LeastSquares.solve(a, new double[12]).rank());
        assertEquals(1, LeastSquares.of(a).rank(RankRule.numpy()).solve(new double[12]).rank());
        assertTrue(LeastSquares.solve(a, new double[12]).condition() < 10.0);
    }

    /// x₁ + x₂ = 1 is shortest at ½, ½; in units where the second column is 10¹⁰ times as long it is shortest there.
    @Test
    void shortestMeansShortestInTheCallersUnits() {
        assertArrayEquals(new double[] {0.5, 0.5}, LeastSquares.solve(Matrix.of(1, 2, 1, 1), new double[] {1}).x(), U);
        double[] x = LeastSquares.solve(Matrix.of(1, 2, 1, 1e10), new double[] {1}).x();
        assertArrayEquals(new double[] {1e-20, 1e-10}, x, 1e-25);
        x = LeastSquares.solve(Matrix.of(3, 2, 1, 1e10, 1, 1e10, 1, 1e10), new double[] {1, 1, 1}).x();
        assertArrayEquals(new double[] {1e-20, 1e-10}, x, 1e-25);
    }

    @Test
    void columnsBeyondTheRangeOfSquares() {
        Matrix a = Matrix.of(3, 3, 1e300, 1e-300, 1e300, 0, 1e-300, 0, 1e300, 2e-300, 1e300);
        Fit fit = LeastSquares.solve(a, new double[] {1, 2, 3});
        assertEquals(2, fit.rank());
        // 10³⁰⁰(x₀ + x₂) = −1 and 10⁻³⁰⁰x₁ = 2 solve it exactly.
        assertEquals(2e300, fit.x()[1], 1e286);
        assertEquals(-0.5e-300, fit.x()[0], 1e-314);
        assertEquals(-0.5e-300, fit.x()[2], 1e-314);
        assertEquals(0.0, fit.residualNorm(), 16.0 * U);
        double[] huge = LeastSquares.solve(Matrix.zeros(2, 1), new double[] {3e300, 4e300}).residualNorms();
        assertArrayEquals(new double[] {5e300}, huge, 1e285);
    }

    /// Keeping fewer columns than there are leaves a residual that the triangle still holds part of.
    @Test
    void aGivenRankKeepsTheLeadingPivots() {
        Matrix a = new TestMatrices(9).uniform(10, 4);
        double[] b = new TestMatrices(10).uniform(10, 1).array();
        double before = Double.POSITIVE_INFINITY;
        for (int rank = 0; rank <= 4; rank++) {
            Fit fit = LeastSquares.of(a).rank(RankRule.fixed(rank)).solve(b);
            double[] residual = b.clone();
            Blas.gemv(-1.0, a, fit.x(), 1.0, residual);
            assertEquals(rank, fit.rank());
            assertEquals(0.0, fit.tolerance());
            assertEquals(Blas.nrm2(residual), fit.residualNorm(), 30.0 * U);
            assertTrue(fit.residualNorm() < before);
            before = fit.residualNorm();
        }
        assertArrayEquals(LeastSquares.solve(a, b).x(), LeastSquares.of(a).rank(RankRule.fixed(4)).solve(b).x());
        assertArrayEquals(LeastSquares.solve(a, b).x(), LeastSquares.of(a).rank(RankRule.none()).solve(b).x());
    }

    @Test
    void neitherArgumentIsChangedAndAProblemCanBeSolvedAgain() {
        Matrix a = Matrix.of(3, 2, 1, 2, 3, 4, 5, 6);
        Matrix copy = a.copy();
        double[] b = {1, 0, 2};
        LeastSquares problem = LeastSquares.of(a);
        double[] first = problem.solve(b).x();
        problem.rank(RankRule.fixed(1)).solve(b);
        assertArrayEquals(first, problem.solve(b).x());
        assertEquals(copy, a);
        assertArrayEquals(new double[] {1, 0, 2}, b);
    }

    /// One number over the bits of many answers. Each backend runs this test, so all of them give these bits.
    @Test
    void everyBackendGivesTheseBits() {
        CRC32 checksum = new CRC32();
        Stream<Matrix> matrices = Stream.concat(TestMatrices.all().map(TestMatrices.Named::a), TestMatrices.deficient()
                .map(TestMatrices.Deficient::a));
        matrices.forEach(a -> {
            for (RankRule rule : DECIDING) {
                Fit fit = LeastSquares.of(a).rank(rule).solve(new TestMatrices(a.rows()).uniform(a.rows(), 2));
                update(checksum, fit.coefficients().array());
                update(checksum, fit.residualNorms());
                update(checksum, fit.condition(), fit.rank());
                update(checksum, fit.singularValues());
            }
        });
        assertEquals("1163ce86", Long.toHexString(checksum.getValue()));
    }

    /// The same over what stands beside the coefficients.
    @Test
    void everyBackendGivesTheseBitsOfStatistics() {
        CRC32 checksum = new CRC32();
        for (int m = 4; m < 40; m += 5) {
            Matrix a = new TestMatrices(m).uniform(m, 4);
            double[] b = new TestMatrices(m + 1).uniform(m, 1).array();
            double[] weights = TestMatrices.graded(m, 1e6);
            Fit fit = LeastSquares.of(a).weights(weights).solve(b);
            update(checksum, fit.x());
            update(checksum, fit.standardErrors().array());
            update(checksum, fit.covariance(0).array());
            update(checksum, fit.leverages(a));
            update(checksum, fit.rSquared(1)[0], fit.uncentredRSquared()[0], fit.forwardErrorBounds()[0]);
            RidgePath path = LeastSquares.of(a).ridgePath(b, 0.0, 0.1, 10.0);
            for (int i = 0; i < 3; i++) {
                update(checksum, path.x(i));
                update(checksum, path.gcv(i), path.leaveOneOutError(i), path.residualNorm(i));
            }
            update(checksum, LeastSquares.of(a).ridge(0.1).solve(b).x());
            PolynomialFit polynomial = PolynomialFit.degree(3).fit(a.column(0), b);
            update(checksum, polynomial.coefficients());
            update(checksum, polynomial.standardErrors());
            update(checksum, polynomial.value(0.3), polynomial.derivative(0.3, 2));
        }
        Matrix tall = new TestMatrices(1).uniform(1500, 5);
        double[] b = new TestMatrices(2).uniform(1500, 1).array();
        update(checksum, LeastSquares.of(tall).refine(Refinement.steps(3)).solve(b).x());
        assertEquals("64b288c4", Long.toHexString(checksum.getValue()));
    }

    private static void update(CRC32 checksum, double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length);
        bytes.asDoubleBuffer().put(values);
        checksum.update(bytes);
    }
}

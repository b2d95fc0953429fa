package dev.lanewise.linalg;

import java.util.Arrays;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.lanewise.linalg.QrAccumulatorTest.part;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SecondPassTest {
    /// The refined floors of [NistTest], after a single pass, however the accumulator came about.
    @ParameterizedTest
    @CsvSource({"Norris, 14.0, 12", "Pontius, 13.4, 12", "Filip, 7.5, 8", "Longley, 14.5, 12", "Wampler1, 15, 0",
            "Wampler2, 13.1, 0", "Wampler3, 15, 12", "Wampler4, 15, 12", "Wampler5, 15, 12", "NoInt1, 14.3, 12",
            "NoInt2, 14.3, 12"})
    void certifiedDigitsHoldInEveryOrderAndCut(String name, double digits, double residualDigits) {
        JsonObject problem = TestResources.json("/dev/lanewise/nist/" + name + ".json");
        JsonObject certified = problem.getAsJsonObject("certified");
        double[] beta = TestResources.doubles(certified.get("beta"));
        double[] deviation = {certified.get("residual_stddev").getAsDouble()};
        Matrix a = NistTest.design(problem);
        double[] y = TestResources.doubles(problem.get("y"));
        TestMatrices random = new TestMatrices(beta.length);
        for (int order = 0; order <= NistTest.ROW_ORDERS; order++) {
            for (QrAccumulator once : NistTest.accumulated(a, y)) {
                Fit fit = once.secondPass().add(a, y).refined();
                double held = NistTest.digits(fit.x(), beta);
                assertTrue(held >= digits, () -> name + " holds " + held + " digits");
                assertFalse(fit.flags().contains(FitFlag.REFINEMENT_STALLED));
                if (residualDigits > 0.0) {
                    double seen = NistTest.digits(fit.residualDeviations(), deviation);
                    assertTrue(seen >= residualDigits, () -> name + ": deviation to " + seen + " digits");
                } else {
                    assertEquals(0.0, fit.residualNorm(), 0x1p-48 * Blas.nrm2(y));
                }
            }
            NistTest.shuffle(random, a, y);
        }
    }

    @Test
    void rowsMayComeInAnyCut() {
        Matrix a = new TestMatrices(1).withSingularValues(300, 5, TestMatrices.graded(5, 1e9));
        Matrix b = new TestMatrices(2).uniform(300, 2);
        QrAccumulator once = new QrAccumulator(5, 2).add(a, b);
        SecondPass whole = once.secondPass().add(a, b);
        for (int step : new int[] {1, 3, 8, 100}) {
            SecondPass pass = streamed(once.secondPass(), a, b, step);
            assertEquals(whole.refined().coefficients(), pass.refined().coefficients());
            assertArrayEquals(whole.refined().residualNorms(), pass.refined().residualNorms());
            assertEquals(streamed(whole.next(), a, b, step).refined().coefficients(), pass.next().add(a, b).refined()
                    .coefficients());
        }
    }

    private static SecondPass streamed(SecondPass pass, Matrix a, Matrix b, int step) {
        for (int i = 0; i < a.rows(); i += step) pass.add(part(a, i, step), part(b, i, step));
        return pass;
    }

    /// x of integers is known, and so is a b whose residual no x can change: multiples of a vector orthogonal to A.
    @ParameterizedTest
    @ValueSource(ints = {3, 5, 7, 8})
    void whatIsLeftIsTheSquareOfWhatQrLeaves(int n) {
        Matrix a = hilbert(n);
        double[] x = alternating(n), b = withResidual(1e6, a, x);
        QrAccumulator once = new QrAccumulator(n, 1).add(a, b);
        SecondPass first = once.secondPass().add(a, b);
        double uKappa = Ratios.U * once.solve().condition();
        assertError(x, first.refined(), Ratios.U + uKappa * uKappa);
        assertError(x, first.next().add(a, b).refined(), Ratios.U + 0.25 * uKappa * uKappa);
    }

    /// A residual that is far shorter than the correction, whose length is not known to so many digits: 0 would be a claim,
    /// and so would be anything that is less than it is.
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 8, 9})
    void aShortResidualIsBoundedAndNeverZero(int n) {
        Matrix a = hilbert(n);
        for (int exponent = -20; exponent > -120; exponent--) {
            double exact = Math.scalb(1.0, exponent);
            double[] b = withResidual(exact, a, alternating(n));
            QrAccumulator once = new QrAccumulator(n, 1).add(a, b);
            SecondPass pass = once.secondPass().add(a, b);
            double found = pass.refined().residualNorm();
            double again = pass.next().add(a, b).refined().residualNorm();
            assertTrue(found >= 0.999 * exact && again >= 0.999 * exact, () -> "%s and %s, where it is %s".formatted(
                    found, again, exact));
            assertTrue(found <= 1.001 * exact + Ratios.U * Blas.nrm2(b) && again <= 1.001 * found);
            assertTrue(pass.refined().standardErrors().get(0, 0) > 0.0);
        }
    }

    /// The same of rows in memory that are refined without Q, as far as a single step goes.
    @Test
    void oneStepWithoutQIsNoClaimEither() {
        Matrix a = TestMatrices.padded(hilbert(7), 2000);
        double[] b = Arrays.copyOf(withResidual(0x1p-50, hilbert(7), alternating(7)), a.rows());
        double found = LeastSquares.of(a).refine(Refinement.steps(1)).solve(b).residualNorm();
        assertTrue(found >= 0x1p-50, () -> "it is at least 2⁻⁵⁰, not " + found);
    }

    @Test
    void noResidualIsZero() {
        double[] row = {1}, zeros = {0};
        SecondPass pass = new QrAccumulator(1, 1).add(row, 3).add(zeros, 0).secondPass().add(row, 3).add(zeros, 0);
        assertEquals(0.0, pass.refined().residualNorm());
    }

    /// Hilbert's matrix in integers, and a row of zeros.
    private static Matrix hilbert(int n) {
        Matrix a = Matrix.zeros(n + 2, n);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i <= n; i++) a.set(i, j, 360360.0 / (i + j + 1));
        }
        return a;
    }

    private static double[] alternating(int n) {
        double[] x = new double[n];
        for (int j = 0; j < n; j++) x[j] = j % 2 == 0 ? j + 1 : -j - 1;
        return x;
    }

    /// Ax, and a residual where A has zeros.
    private static double[] withResidual(double residual, Matrix a, double[] x) {
        double[] b = a.times(x);
        b[b.length - 1] = residual;
        return b;
    }

    private static void assertError(double[] exact, Fit fit, double most) {
        double error = 0.0, size = 0.0;
        for (int j = 0; j < exact.length; j++) {
            // Hilbert's columns are of about one length.
            error = Math.max(error, Math.abs(fit.x()[j] - exact[j]));
            size = Math.max(size, Math.abs(exact[j]));
        }
        double relative = error / size;
        assertTrue(relative <= most, () -> "%s, where %s was promised".formatted(relative, most));
        assertTrue(relative <= 2.0 * fit.forwardErrorBounds()[0]);
        assertTrue(fit.forwardErrorBounds()[0] <= 1e4 * most);
    }

    @Test
    void whatIsTooIllConditionedStaysAndSaysSo() {
        Matrix a = new TestMatrices(3).withSingularValues(10, 4, TestMatrices.graded(4, 3e14));
        Matrix b = new TestMatrices(4).uniform(10, 1);
        QrAccumulator once = new QrAccumulator(4, 1).add(a, b);
        Fit fit = once.secondPass().add(a, b).refined();
        assertEquals(4, fit.rank());
        assertTrue(fit.flags().contains(FitFlag.REFINEMENT_STALLED));
        assertArrayEquals(once.solve().x(), fit.x());
        assertTrue(fit.forwardErrorBounds()[0] > 0.1);
    }

    @Test
    void itAgreesWithRefinementInMemory() {
        TestMatrices random = new TestMatrices(7);
        Matrix a = random.uniform(300, 6);
        Matrix b = random.uniform(300, 3);
        double[] weights = new double[300];
        for (int i = 0; i < 300; i++) weights[i] = i % 5;
        Fit plain = new QrAccumulator(6, 3).add(a, b).secondPass().add(a, b).refined();
        assertClose(LeastSquares.of(a).refine(Refinement.steps(5)).solve(b), plain);
        Fit weighted = new QrAccumulator(6, 3).add(a, b, weights).secondPass().add(a, b, weights).refined();
        assertClose(LeastSquares.of(a).weights(weights).refine(Refinement.steps(5)).solve(b), weighted);
        SecondPass ridge = new QrAccumulator(6, 3).add(a, b).ridge(2.5).secondPass().add(a, b);
        Fit expected = LeastSquares.of(a).ridge(2.5).refine(Refinement.steps(5)).solve(b);
        for (Fit held : new Fit[] {ridge.refined(), ridge.next().add(a, b).refined()}) {
            assertClose(expected, held);
            assertEquals(294, held.degreesOfFreedom());
            assertTrue(Double.isNaN(held.standardErrors().get(0, 0)));
        }
    }

    /// A ridge so large that it sets the units of columns.
    @Test
    void aLargeRidgeOverSmallRows() {
        Matrix a = TestMatrices.scaled(new TestMatrices(9).uniform(40, 3), -300);
        Matrix b = new TestMatrices(10).uniform(40, 1);
        Fit fit = new QrAccumulator(3, 1).add(a, b).ridge(0x1p40).secondPass().add(a, b).refined();
        for (int j = 0; j < 3; j++) {
            double expected = Blas.dot(a.column(j), b.array()) * 0x1p-40;
            assertEquals(expected, fit.x()[j], 0x1p-48 * Math.abs(expected));
        }
        assertEquals(Blas.nrm2(b.array()), fit.residualNorm(), 0x1p-50 * fit.residualNorm());
    }

    private static void assertClose(Fit expected, Fit actual) {
        assertArrayEquals(expected.coefficients().array(), actual.coefficients().array(), 0x1p-52);
        for (int h = 0; h < 3; h++) {
            assertEquals(expected.residualNorms()[h], actual.residualNorms()[h], 0x1p-50 * expected
                    .residualNorms()[h]);
            assertTrue(actual.forwardErrorBounds()[h] <= 0x1p-51);
        }
    }

    @Test
    void extremeUnitsChangeNoBit() {
        TestMatrices random = new TestMatrices(8);
        Matrix a = random.uniform(40, 3), b = random.uniform(40, 1);
        Fit expected = new QrAccumulator(3, 1).add(a, b).secondPass().add(a, b).refined();
        Matrix huge = a.copy(), small = b.copy();
        for (int i = 0; i < 120; i++) huge.array()[i] *= 0x1p900;
        for (int i = 0; i < 40; i++) small.array()[i] *= 0x1p-100;
        Fit actual = new QrAccumulator(3, 1).add(huge, small).secondPass().add(huge, small).refined();
        for (int j = 0; j < 3; j++) assertEquals(expected.x()[j] * 0x1p-1000, actual.x()[j]);
        assertEquals(expected.residualNorm() * 0x1p-100, actual.residualNorm());
    }

    @Test
    void aSolutionOfManyIsLeftAlone() {
        Matrix a = Matrix.wrap(3, 2, new double[] {1, 1, 2, 2, 3, 3});
        double[] b = {1, 2, 4};
        QrAccumulator once = new QrAccumulator(2, 1).add(a, b);
        Fit fit = once.secondPass().add(a, b).refined();
        assertArrayEquals(once.solve().x(), fit.x());
        assertEquals(1, fit.rank());
        assertEquals(0, new QrAccumulator(0, 1).add(new double[0], 3).secondPass().add(new double[0], 3).refined()
                .rank());
    }

    /// Columns of very different units, of which NumPy's rule takes away one.
    @Test
    void theRuleOfTheAccumulatorIsThatOfThePass() {
        Matrix a = new TestMatrices(11).uniform(30, 2);
        for (int i = 0; i < 30; i++) a.set(i, 1, 1e-20 * a.get(i, 1));
        Matrix b = new TestMatrices(12).uniform(30, 1);
        QrAccumulator once = new QrAccumulator(2, 1).add(a, b);
        assertEquals(2, once.secondPass().add(a, b).refined().rank());
        Fit numpy = once.secondPass(RankRule.numpy()).add(a, b).refined();
        assertEquals(1, numpy.rank());
        assertArrayEquals(once.solve(RankRule.numpy()).x(), numpy.x());
        Fit none = once.secondPass(RankRule.none()).add(a, b).refined();
        assertArrayEquals(LeastSquares.solve(a, b).x(), none.x());
        assertEquals(0.0, none.tolerance());
        assertThrows(ArithmeticException.class, () -> new QrAccumulator(1, 1).add(new double[1], 1).secondPass(RankRule
                .none()));
    }

    /// Light rows that come before heavy ones drown in them, in a stream that cannot sort; the rows once more bring them up.
    @ParameterizedTest
    @CsvSource({"1e4, 1e-13, 4e-16", "1e6, 1e-11, 4e-16", "1e8, 1e-9, 1e-15", "1e10, 1e-7, 1e-11"})
    void drownedRowsAreBroughtUp(double mu, double atLeast, double atMost) {
        Matrix a = Matrix.of(4, 3, 0, 2, 1, 1, 1, 0, 1, 0, 1, 0, 1, 1);
        Matrix b = Matrix.of(4, 1, 3, 2, 2, 2);
        double[] weights = {1, mu * mu, mu * mu, 1};
        QrAccumulator once = new QrAccumulator(3, 1).add(a, b, weights);
        double drowned = error(once.solve()), up = error(once.secondPass().add(a, b, weights).refined());
        assertTrue(drowned >= atLeast, () -> "no light row drowned: " + drowned);
        assertTrue(up <= atMost, () -> "left of it: " + up);
    }

    private static double error(Fit fit) {
        double error = 0.0;
        for (double x : fit.x()) error = Math.max(error, Math.abs(x - 1.0));
        return error;
    }

    @Test
    void otherRowsAreRefused() {
        QrAccumulator once = new QrAccumulator(1, 1).add(new double[] {1}, 2).add(new double[] {2}, 5);
        SecondPass pass = once.secondPass().add(new double[] {1}, 2);
        assertEquals("SecondPass: the number of rows is 1, but was 2 the first time", assertThrows(
                IllegalStateException.class, pass::refined).getMessage());
        assertEquals("SecondPass of 1 columns and 1 right-hand sides: A is 1 × 2 and B is 1 × 1", assertThrows(
                IllegalArgumentException.class, () -> pass.add(new double[2], 1)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> pass.add(new double[] {Double.NaN}, 1));
        assertEquals(1, pass.rows());
        SecondPass others = once.secondPass().add(new double[] {1}, 2).add(new double[] {2}, 6);
        String message = assertThrows(IllegalStateException.class, others::refined).getMessage();
        assertTrue(message.startsWith("SecondPass: these are not the rows of the first time: ‖b − Ax‖ is "), message);
        assertThrows(IllegalStateException.class, others::next);
        SecondPass forgotten = new QrAccumulator(1, 1).add(Matrix.of(2, 1, 1, 2), Matrix.of(2, 1, 2, 5), new double[] {
                4, 1}).secondPass().add(new double[] {1}, 2).add(new double[] {2}, 5);
        assertThrows(IllegalStateException.class, forgotten::refined);
    }
}

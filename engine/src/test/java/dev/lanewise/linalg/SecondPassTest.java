package dev.lanewise.linalg;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.lanewise.linalg.QrAccumulatorTest.part;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SecondPassTest {
    /// The refined floors of [NistTest]; Filip is too ill-conditioned for anything that has no Q, as its test below says.
    @ParameterizedTest
    @CsvSource({"Norris, 14.0, 12", "Pontius, 13.4, 12", "Longley, 14.5, 12", "Wampler1, 15, 0", "Wampler2, 13.1, 0",
            "Wampler3, 15, 12", "Wampler4, 15, 12", "Wampler5, 15, 12", "NoInt1, 14.3, 12", "NoInt2, 14.3, 12"})
    void certifiedDigitsHoldInEveryCut(String name, double digits, double residualDigits) {
        JsonObject problem = TestResources.json("/dev/lanewise/nist/" + name + ".json");
        JsonObject certified = problem.getAsJsonObject("certified");
        double[] beta = TestResources.doubles(certified.get("beta"));
        Matrix a = NistTest.design(problem);
        Matrix b = Matrix.wrap(a.rows(), 1, TestResources.doubles(problem.get("y")));
        for (int step : new int[] {1, 3, 8}) {
            for (QrAccumulator once : new QrAccumulator[] {QrAccumulatorTest.streamed(a, b, step), halves(a, b)}) {
                SecondPass first = streamed(once.secondPass(), a, b, step);
                Fit fit = streamed(first.next(), a, b, step).refined();
                double held = NistTest.digits(fit.x(), beta);
                assertTrue(held >= digits, () -> name + " holds " + held + " digits");
                assertFalse(fit.flags().contains(FitFlag.REFINEMENT_STALLED));
                double deviation = certified.get("residual_stddev").getAsDouble();
                if (residualDigits > 0.0) {
                    double seen = NistTest.digits(fit.residualDeviations(), new double[] {deviation});
                    assertTrue(seen >= residualDigits, () -> name + ": deviation to " + seen + " digits");
                } else {
                    assertEquals(0.0, fit.residualNorm(), 0x1p-48 * Blas.nrm2(b.array()));
                }
            }
        }
    }

    private static QrAccumulator halves(Matrix a, Matrix b) {
        int half = a.rows() / 2;
        return new QrAccumulator(a.cols(), b.cols()).add(part(a, 0, half), part(b, 0, half)).merge(new QrAccumulator(a
                .cols(), b.cols()).add(part(a, half, a.rows()), part(b, half, a.rows())));
    }

    private static SecondPass streamed(SecondPass pass, Matrix a, Matrix b, int step) {
        for (int i = 0; i < a.rows(); i += step) pass.add(part(a, i, step), part(b, i, step));
        return pass;
    }

    @Test
    void whatIsTooIllConditionedStaysAndSaysSo() {
        JsonObject problem = TestResources.json("/dev/lanewise/nist/Filip.json");
        Matrix a = NistTest.design(problem);
        Matrix b = Matrix.wrap(a.rows(), 1, TestResources.doubles(problem.get("y")));
        QrAccumulator once = new QrAccumulator(a.cols(), 1).add(a, b);
        Fit fit = once.secondPass().add(a, b).refined();
        assertTrue(fit.flags().contains(FitFlag.REFINEMENT_STALLED));
        assertArrayEquals(once.solve().x(), fit.x());
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
        Fit ridge = new QrAccumulator(6, 3).add(a, b).ridge(2.5).secondPass().add(a, b).ridge(2.5).refined();
        assertArrayEquals(LeastSquares.of(a).ridge(2.5).refine(Refinement.steps(5)).solve(b).coefficients().array(),
                ridge.coefficients().array(), 0x1p-50);
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

    @Test
    void otherRowsAreRefused() {
        QrAccumulator once = new QrAccumulator(1, 1).add(new double[] {1}, 2).add(new double[] {2}, 5);
        SecondPass pass = once.secondPass().add(new double[] {1}, 2);
        assertEquals("SecondPass: 1 rows came, but the first time there were 2", assertThrows(
                IllegalStateException.class, pass::refined).getMessage());
        assertEquals("SecondPass of 1 columns and 1 right-hand sides: A is 1 × 2 and B is 1 × 1", assertThrows(
                IllegalArgumentException.class, () -> pass.add(new double[2], 1)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> pass.add(new double[] {Double.NaN}, 1));
        assertEquals(1, pass.rows());
    }
}

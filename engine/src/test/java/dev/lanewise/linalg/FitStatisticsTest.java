package dev.lanewise.linalg;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.lanewise.internal.kernel.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What a fit says beside its coefficients: identities that hold for every fit, and NIST's numbers.
class FitStatisticsTest {
    private static final double U = Ratios.U;

    @Test
    void leveragesSumToTheRankAndAreTheDiagonalOfTheHat() {
        for (int[] shape : new int[][] {{30, 4}, {4, 4}, {5, 9}, {600, 3}, {3, 0}}) {
            Matrix a = new TestMatrices(shape[0]).uniform(shape[0], shape[1]);
            Fit fit = LeastSquares.of(a).solve(identity(shape[0]));
            Matrix hat = a.times(fit.coefficients());
            double[] leverages = fit.leverages(a);
            double sum = 0.0;
            for (int i = 0; i < shape[0]; i++) {
                assertEquals(hat.get(i, i), leverages[i], 1e-12);
                sum += leverages[i];
            }
            assertEquals(fit.rank(), sum, 1e-12);
        }
        TestMatrices.deficient().forEach(deficient -> {
            Fit fit = LeastSquares.solve(deficient.a(), new double[deficient.a().rows()]);
            double sum = 0.0;
            for (double h : fit.leverages(deficient.a())) sum += h;
            assertEquals(fit.rank(), sum, 1e-9, deficient.name());
        });
        Fit fit = LeastSquares.solve(Matrix.of(2, 1, 1, 1), new double[2]);
        refused("leverages: rows have 2 elements but there are 1 coefficients",
                () -> fit.leverages(Matrix.zeros(1, 2)));
    }

    /// The rounding error of a long column that depends on another is longer than a short one that does not.
    @Test
    void leveragesOfDependentColumnsDoNotDependOnUnits() {
        Matrix two = new TestMatrices(3).uniform(20, 2), three = Matrix.zeros(20, 3);
        for (int i = 0; i < 20; i++) {
            three.set(i, 0, 1e18 * two.get(i, 0));
            three.set(i, 1, 3e17 * two.get(i, 0));
            three.set(i, 2, 1e-3 * two.get(i, 1));
        }
        double[] expected = LeastSquares.solve(two, new double[20]).leverages(two);
        for (Fit fit : new Fit[] {LeastSquares.solve(three, new double[20]), new QrAccumulator(3, 1).add(three,
                new double[20]).solve()}) {
            assertEquals(2, fit.rank());
            assertArrayEquals(expected, fit.leverages(three), 1e-12);
        }
    }

    /// Of columns that are the same only the sum of their elements matters.
    @Test
    void leveragesOfNewRowsAreThoseOfTheirPartInTheRowSpace() {
        Matrix one = new TestMatrices(4).uniform(9, 1), twice = Matrix.zeros(9, 2);
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 2; j++) twice.set(i, j, one.get(i, 0));
        }
        double h = LeastSquares.solve(one, new double[9]).leverages(Matrix.of(1, 1, 3))[0];
        for (RankRule rule : new RankRule[] {RankRule.scaled(), RankRule.numpy(), RankRule.fixed(1)}) {
            Fit fit = LeastSquares.of(twice).rank(rule).solve(new double[9]);
            assertArrayEquals(new double[] {0, h, h}, fit.leverages(Matrix.of(3, 2, 1, -1, 3, 3, 2, 4)), 1e-14);
        }
        assertArrayEquals(new double[2], LeastSquares.solve(Matrix.zeros(3, 2), new double[3]).leverages(Matrix.of(2, 2,
                1, 2, 3, 4)));
    }

    private static Matrix identity(int n) {
        Matrix identity = Matrix.zeros(n, n);
        for (int i = 0; i < n; i++) identity.set(i, i, 1.0);
        return identity;
    }

    /// s²(AᵀA)⁻¹ of integers, by hand: AᵀA = [4 6; 6 14], s² = 2.7/2, which is s² for b = (1, 3, 2, 5).
    @Test
    void covarianceByHand() {
        Matrix a = Matrix.of(4, 2, 1, 0, 1, 1, 1, 2, 1, 3);
        Fit fit = LeastSquares.solve(a, new double[] {1, 3, 2, 5});
        double s2 = 1.35;
        assertEquals(Math.sqrt(s2), fit.residualDeviations()[0], 4.0 * U);
        assertArrayEquals(new double[] {s2 * 0.7, s2 * -0.3, s2 * -0.3, s2 * 0.2}, fit.covariance(0).array(), 8.0 * U);
        assertArrayEquals(new double[] {Math.sqrt(s2 * 0.7), Math.sqrt(s2 * 0.2)}, fit.standardErrors().array(),
                8.0 * U);
        Fit unrefined = LeastSquares.of(a).refine(Refinement.off()).solve(new double[] {1, 3, 2, 5});
        assertArrayEquals(fit.covariance(0).array(), unrefined.covariance(0).array(), 32.0 * U);
        assertEquals(1.0 - 2.7 / 8.75, fit.rSquared(0)[0], 8.0 * U);
        assertEquals(1.0 - 2.7 / 39.0, fit.uncentredRSquared()[0], 8.0 * U);
    }

    @Test
    void whatHasNoStandardErrorIsNotANumber() {
        double[] b = {1, 2};
        assertTrue(Double.isNaN(LeastSquares.solve(Matrix.of(2, 2, 1, 2, 3, 4), b).standardErrors().get(0, 0)));
        assertTrue(Double.isNaN(LeastSquares.solve(Matrix.of(2, 2, 1, 1, 1, 1), b).covariance(0).get(1, 1)));
        assertTrue(Double.isNaN(LeastSquares.of(Matrix.of(2, 1, 1, 2)).ridge(1).solve(b).standardErrors().get(0, 0)));
    }

    /// The lengths of columns and right-hand sides may lie far apart; their standard errors follow.
    @Test
    void unitsCarryOverToStandardErrors() {
        Matrix a = new TestMatrices(11).uniform(9, 2);
        double[] b = new TestMatrices(12).uniform(9, 1).array();
        Matrix scaled = a.copy();
        double[] scaledB = b.clone();
        for (int i = 0; i < 9; i++) {
            scaled.set(i, 0, 0x1p600 * a.get(i, 0));
            scaledB[i] *= 0x1p-300;
        }
        Fit fit = LeastSquares.solve(a, b);
        Fit other = LeastSquares.solve(scaled, scaledB);
        assertEquals(fit.standardErrors().get(0, 0), other.standardErrors().get(0, 0) * 0x1p900);
        assertEquals(fit.standardErrors().get(1, 0), other.standardErrors().get(1, 0) * 0x1p300);
    }

    @ParameterizedTest
    @CsvSource({"Norris, 13", "Pontius, 13", "Longley, 13", "Wampler1, 15", "Wampler3, 13", "Wampler4, 13",
            "Wampler5, 12", "NoInt1, 13", "NoInt2, 13"})
    void certifiedSharesOfVariation(String name, double digits) {
        JsonObject problem = TestResources.json("/dev/lanewise/nist/" + name + ".json");
        double certified = problem.getAsJsonObject("certified").get("r_squared").getAsDouble();
        Fit fit = LeastSquares.solve(NistTest.design(problem), TestResources.doubles(problem.get("y")));
        double found = problem.getAsJsonObject("model").get("intercept").getAsBoolean()
                ? fit.rSquared(0)[0]
                : fit.uncentredRSquared()[0];
        assertEquals(certified, found, StrictMath.pow(10.0, -digits) * certified);
    }

    @Test
    void eachFlagSaysWhatToDo() {
        for (FitFlag flag : FitFlag.values()) assertTrue(flag.meaning().endsWith("."), flag.name());
        Matrix near = Matrix.of(3, 2, 1, 1, 1, 1 + 0x1p-30, 1, 1);
        assertEquals(java.util.Set.of(FitFlag.ILL_CONDITIONED), LeastSquares.solve(near, new double[3]).flags());
    }
}

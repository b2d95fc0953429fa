package dev.lanewise.demo.solve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.lanewise.demo.fit.RankChoice;
import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.Blas;
import dev.lanewise.linalg.Fit;
import dev.lanewise.linalg.LeastSquares;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.PolynomialFit;
import dev.lanewise.linalg.Refinement;
import org.junit.jupiter.api.Test;

import static dev.lanewise.demo.solve.DataSample.csv;
import static dev.lanewise.demo.solve.DataSample.data;
import static dev.lanewise.demo.solve.DataSample.solve;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Files of too many rows to be held, beside the engine with all rows at once.
class StreamedRegressionTest {
    private static final int ROWS = 90_000;
    private static final List<String> HEADER = List.of("a", "b", "w", "y");
    private static final Matrix VALUES = values();
    private static final Path FILE = csv(HEADER, VALUES);

    private static Matrix values() {
        SplittableRandom random = new SplittableRandom(4);
        Matrix values = Matrix.zeros(ROWS, 4);
        for (int i = 0; i < ROWS; i++) {
            double a = random.nextDouble(-1, 1), b = 1000 + random.nextDouble();
            values.set(i, 0, a);
            values.set(i, 1, b);
            values.set(i, 2, random.nextInt(3));
            values.set(i, 3, 3 - a + 0.5 * b + random.nextDouble(-0.1, 0.1));
        }
        return values;
    }

    private static SolveSettings settings(String ridge, String refinement) {
        return new SolveSettings(true, null, ridge, null, refinement);
    }

    private static Matrix design(int... columns) {
        Matrix design = Matrix.zeros(ROWS, columns.length + 1);
        for (int i = 0; i < ROWS; i++) {
            design.set(i, 0, 1.0);
            for (int j = 0; j < columns.length; j++) design.set(i, j + 1, VALUES.get(i, columns[j]));
        }
        return design;
    }

    @Test
    void itIsLong() {
        try (RegressionData data = data(FILE, null)) {
            Regression.of(data, settings(null, null));
            assertTrue(data.held().isEmpty());
            assertEquals(ROWS, data.rows());
        }
    }

    @Test
    void streamedAndDirectHaveTheSameBits() {
        Estimate streamed = solve(settings(null, null), null, FILE);
        Fit direct = LeastSquares.of(design(0, 1, 2)).solve(VALUES.column(3));
        assertArrayEquals(direct.x(), streamed.coefficients());
        assertArrayEquals(direct.standardErrors().column(0), streamed.standardErrors());
        assertEquals(direct.residualNorm(), streamed.residualNorm());
        assertEquals(direct.rSquared(0)[0], streamed.r2());
        assertEquals(ROWS - 4, streamed.degrees());
    }

    @Test
    void rowsComeAgainToRefine() {
        Estimate streamed = solve(settings(null, "3"), null, FILE);
        double[] exact = LeastSquares.of(design(0, 1, 2)).refine(Refinement.steps(5)).solve(VALUES.column(3)).x();
        double[] once = solve(settings(null, "off"), null, FILE).coefficients();
        for (int j = 0; j < exact.length; j++) {
            assertEquals(exact[j], streamed.coefficients()[j], 2 * Math.ulp(exact[j]));
        }
        assertFalse(Arrays.equals(once, streamed.coefficients()));
    }

    @Test
    void weightsOfZeroLeaveRowsOut() {
        double[] weights = VALUES.column(2);
        Fit direct = LeastSquares.of(design(0, 1)).weights(weights).refine(Refinement.steps(5)).solve(VALUES.column(3));
        for (String refinement : new String[] {"off", "3"}) {
            Estimate streamed = solve(settings(null, refinement), "w", FILE);
            for (int j = 0; j < 3; j++) {
                assertEquals(1.0, streamed.coefficients()[j] / direct.x()[j], refinement.equals("off") ? 1e-7 : 1e-15);
            }
            assertEquals(direct.degreesOfFreedom(), streamed.degrees());
        }
    }

    /// λ = 0 is the regression, and a ridge of m on a single input of mean 0 shrinks its slope by half.
    @Test
    void aRidgeIsStreamed() {
        assertArrayEquals(solve(settings(null, "5"), null, FILE).coefficients(), solve(settings("0", "5"), null, FILE)
                .coefficients(), 1e-10);
        double[] line = new double[2 * 140_000];
        for (int i = 0; i < line.length; i += 2) {
            line[i] = i % 4 - 1.0;
            line[i + 1] = 5 + 4 * line[i];
        }
        Path file = csv(List.of("x", "y"), line);
        assertArrayEquals(new double[] {5, 2}, solve(settings("140000", null), null, file).coefficients(), 1e-11);
        ChosenRidge best = solve(settings("path", null), null, file).ridge().orElseThrow();
        assertEquals(0, best.index());
    }

    @Test
    void aPolynomialIsStreamed() {
        double[] points = new double[2 * 140_000];
        double[] x = new double[140_000], y = new double[140_000];
        for (int i = 0; i < x.length; i++) {
            points[2 * i] = x[i] = i / 14_000.0;
            points[2 * i + 1] = y[i] = StrictMath.sin(x[i]);
        }
        SolveSettings cubic = new SolveSettings(true, 3, null, null, null);
        Estimate streamed = solve(cubic, null, csv(List.of("x", "y"), points));
        PolynomialFit direct = PolynomialFit.degree(3).fit(x, y);
        for (int k = 0; k <= 3; k++) {
            assertEquals(1.0, streamed.coefficients()[k] / direct.coefficients()[k], 1e-10);
            assertEquals(1.0, streamed.standardErrors()[k] / direct.standardErrors()[k], 1e-9);
        }
    }

    @Test
    void residualsAreThoseOfEveryRowAndSomeAreDrawn() {
        try (RegressionData data = data(FILE, null)) {
            Regression regression = Regression.of(data, settings(null, null));
            Residuals residuals = Residuals.of(regression);
            Matrix b = Matrix.wrap(4, 1, regression.estimate.coefficients());
            double[] fitted = design(0, 1, 2).times(b).array();
            double[] expected = new double[ROWS];
            Arrays.setAll(expected, i -> VALUES.get(i, 3) - fitted[i]);
            assertEquals(Quartiles.of(expected), residuals.distribution().quartiles());
            assertEquals(4000, residuals.drawn());
            assertTrue(residuals.isThinned());
            for (int k = 0; k < 4000; k++) {
                int i = (int) ((long) k * ROWS / 4000);
                assertEquals(expected[i], residuals.residuals()[k]);
                assertEquals(fitted[i], residuals.fitted()[k]);
                assertEquals(VALUES.get(i, 3), residuals.y()[k]);
            }
        }
    }

    /// A row's leverage is that of the matrix, and leaving one out is fitting without it.
    @Test
    void leveragesAreThoseOfTheMatrix() {
        Matrix design = design(0, 1, 2);
        double[] expected = LeastSquares.of(design).solve(VALUES.column(3)).leverages(design);
        try (RegressionData data = data(FILE, null)) {
            Influence influence = Residuals.of(Regression.of(data, settings(null, null))).influence();
            assertEquals(4.0, influence.sum(), 1e-10);
            int largest = IntStream.range(0, ROWS).reduce(0, (i, j) -> expected[j] > expected[i] ? j : i);
            Influence.Row row = influence.largest().getFirst();
            assertEquals(largest + 2, row.number());
            assertEquals(expected[largest], row.leverage(), 1e-15);
            Matrix fewer = Matrix.zeros(ROWS - 1, 4);
            double[] y = new double[ROWS - 1];
            for (int i = 0; i < ROWS - 1; i++) {
                int from = i < largest ? i : i + 1;
                System.arraycopy(design.array(), 4 * from, fewer.array(), 4 * i, 4);
                y[i] = VALUES.get(from, 3);
            }
            double predicted = Blas.dot(design.row(largest), LeastSquares.solve(fewer, y).x());
            assertEquals(VALUES.get(largest, 3) - predicted, row.leftOut(), 1e-9);
        }
    }

    /// A ridge takes up less than its columns; what they take up are the leverages.
    @Test
    void leveragesSumToWhatTheCoefficientsTakeUp() {
        for (String ridge : new String[] {null, "0", "9000", "path"}) {
            try (RegressionData data = data(FILE, "w")) {
                Regression regression = Regression.of(data, settings(ridge, null));
                assertEquals(data.counted() - regression.estimate.degrees(), Residuals.of(regression).influence().sum(),
                        1e-9);
            }
        }
        Path twins = DataSample.file("a,b,y\n" + "1,2,3\n4,8,3\n".repeat(60_000));
        try (RegressionData data = data(twins, null)) {
            Regression regression = Regression.of(data, settings(null, null));
            assertFalse(regression.estimate.unique());
            assertEquals(2.0, Residuals.of(regression).influence().sum(), 1e-9);
        }
    }

    /// NumPy's rule takes a column away that is 10²⁰ times as small as the others, and a pass by that rule leaves x alone.
    @Test
    void passesFollowTheRuleOfRank() {
        double[] rows = new double[3 * 100_000];
        for (int i = 0; i < rows.length; i += 3) {
            rows[i] = i % 7;
            rows[i + 1] = 1e-20 * (i % 11);
            rows[i + 2] = i % 7 + i % 11;
        }
        Path file = csv(List.of("a", "b", "y"), rows);
        SolveSettings numpy = new SolveSettings(false, null, null, RankChoice.NUMPY, "2");
        assertEquals(1, solve(numpy, null, file).rank());
        Estimate scaled = solve(new SolveSettings(false, null, null, null, "2"), null, file);
        assertArrayEquals(new double[] {1, 1e20}, scaled.coefficients(), 1e5);
        assertArrayEquals(scaled.coefficients(), solve(new SolveSettings(false, null, null, RankChoice.NONE, "2"), null,
                file).coefficients());
    }

    @Test
    void aFileThatChangesBetweenReadingsIsNoticed() throws IOException {
        String text = Files.readString(FILE);
        List<String> changes = List.of(text + "1,2,3,4\n", text.substring(0, text.lastIndexOf('\n', text.length() - 2)
                + 1), text.replaceFirst("a,b", "a,c"), text.replaceFirst("\n[^,]+,", "\n7,"));
        for (String change : changes) {
            Path file = DataSample.file(text);
            try (RegressionData data = data(file, null)) {
                Regression regression = Regression.of(data, settings(null, null));
                Files.writeString(file, change, StandardOpenOption.TRUNCATE_EXISTING);
                assertEquals(file + " was changed while it was read: its numbers are no longer those of the first time",
                        assertThrows(InputException.class, () -> Residuals.of(regression)).getMessage());
            }
        }
    }

    @Test
    void whatIsWrongIsSaidWithItsLineHoweverFarBehind() {
        Path file = DataSample.file("x,y\n" + "1,2\n".repeat(140_000) + "3,four\n");
        assertEquals(file + ", line 140002, column 2 (y): 'four' is not a number", assertThrows(InputException.class,
                () -> solve(settings(null, null), null, file)).getMessage());
    }
}

package dev.lanewise.demo.solve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.lanewise.demo.fit.RankChoice;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.PolynomialDegree;
import dev.lanewise.linalg.PolynomialFit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.lanewise.demo.solve.DataSample.csv;
import static dev.lanewise.demo.solve.DataSample.data;
import static dev.lanewise.demo.solve.DataSample.solve;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Polynomials through more points than are held.
class StreamedPolynomialTest {
    private static final int POINTS = 140_000;
    private static final double[] FILIP = {-1467.48961422980, -2772.17959193342, -2316.37108160893, -1127.97394098372,
            -354.478233703349, -75.1242017393757, -10.8753180355343, -1.06221498588947, -0.670191154593408E-01,
            -0.246781078275479E-02, -0.402962525080404E-04};

    private static Path file(double[] x, double[] y, double[] weights) {
        Matrix points = Matrix.zeros(x.length, 3);
        for (int i = 0; i < x.length; i++) {
            points.set(i, 0, x[i]);
            points.set(i, 1, weights[i]);
            points.set(i, 2, y[i]);
        }
        return csv(List.of("x", "w", "y"), points);
    }

    /// NIST's 82 points three hundred times are fitted by the same polynomial.
    @ParameterizedTest
    @CsvSource({", 13.9", "1, 13.9", "3, 13.9", "off, 7.5"})
    void filipKeepsItsDigits(String refinement, double digits) throws IOException {
        String text;
        try (var nist = StreamedPolynomialTest.class.getResourceAsStream("filip.csv")) {
            text = new String(nist.readAllBytes(), StandardCharsets.UTF_8);
        }
        String points = text.substring(text.indexOf('\n') + 1);
        Path file = DataSample.file("x,y\n" + points.repeat(300));
        Estimate curve = solve(new SolveSettings(true, 10, null, null, refinement), null, file);
        double error = 0.0;
        for (int k = 0; k <= 10; k++) error = Math.max(error, Math.abs(curve.coefficients()[k] / FILIP[k] - 1.0));
        double held = -Math.log10(error);
        assertTrue(held >= digits, () -> held + " digits");
        assertEquals(82 * 300 - 11, curve.degrees());
    }

    @Test
    void weightsAndAMissingConstantAreThoseOfAllPointsAtOnce() {
        SplittableRandom random = new SplittableRandom(3);
        double[] x = new double[POINTS], y = new double[POINTS], weights = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            x[i] = random.nextDouble(2, 5);
            y[i] = StrictMath.sin(x[i]) + random.nextDouble();
            weights[i] = random.nextInt(4);
        }
        Path file = file(x, y, weights);
        for (boolean constant : new boolean[] {true, false}) {
            PolynomialDegree cubic = PolynomialFit.degree(3);
            PolynomialFit direct = (constant ? cubic : cubic.throughOrigin()).fit(x, y, weights);
            SolveSettings settings = new SolveSettings(constant, 3, null, RankChoice.NONE, null);
            try (RegressionData data = data(file, "w")) {
                Regression streamed = Regression.of(data, settings);
                assertTrue(data.held().isEmpty());
                double[] found = streamed.estimate.coefficients(), errors = streamed.estimate.standardErrors();
                int from = constant ? 0 : 1;
                assertEquals(constant ? List.of("intercept", "x", "x^2", "x^3") : List.of("x", "x^2", "x^3"),
                        streamed.estimate.names());
                for (int k = 0; k < found.length; k++) {
                    double expected = direct.coefficients()[k + from];
                    assertEquals(expected, found[k], 2.0 * Math.ulp(expected));
                    assertEquals(1.0, direct.standardErrors()[k + from] / errors[k], 1e-9);
                }
                Matrix some = Matrix.of(2, 1, 2.5, 4.75);
                assertArrayEquals(direct.leverages(some.array()), streamed.model.leverages(some), 1e-12);
                Residuals residuals = Residuals.of(streamed);
                assertEquals(found.length, residuals.influence().sum(), 1e-8);
            }
        }
    }

    /// A ridge of m on t alone, whose mean is 0, shrinks the slope by half; the middle and the unit of x do not matter.
    @Test
    void aRidgeHoldsThePowersAboutTheMiddle() {
        double[] x = IntStream.range(0, POINTS).mapToDouble(i -> 1000 + i % 5).toArray();
        double[] y = Arrays.stream(x).map(v -> 7 + 4 * (v - 1002)).toArray();
        Path file = csv(List.of("x", "y"),
                Matrix.wrap(2, POINTS,
                        IntStream.range(0, 2 * POINTS).mapToDouble(i -> i < POINTS ? x[i] : y[i - POINTS]).toArray())
                        .transpose());
        double[] half = solve(new SolveSettings(true, 1, "140000", null, null), null, file).coefficients();
        assertArrayEquals(new double[] {7 - 2 * 1002, 2}, half, 1e-9);
        Estimate none = solve(new SolveSettings(true, 2, "0", null, "2"), null, file);
        assertArrayEquals(new double[] {7 - 4 * 1002, 4, 0}, none.coefficients(), 1e-5);
        assertEquals(3, none.rank());
        assertEquals(List.of("intercept", "x", "x^2"), none.names());
    }
}

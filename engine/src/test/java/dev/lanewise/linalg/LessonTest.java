package dev.lanewise.linalg;

import java.util.List;

import com.google.gson.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The lesson's two fits, from the neurons that NumPy computed. No bound is guessed: each is what the perturbation
/// theory of least squares allows an error of 4u in A and b to do, from σ₁, κ, x and r of the reference fit.
class LessonTest {
    private static final double U = Ratios.U;

    @ParameterizedTest
    @CsvSource({"single, neurons, 0.281231054, 1.25510825, 1.567e8",
            "deep, neurons_2, 0.356269204, 1.50657727, 1.212e7"})
    void fitsAsNumPyDoes(String which, String neurons, double rmse, double maxError, double condition) {
        JsonObject lesson = TestResources.json("/dev/lanewise/lesson/lesson.json").getAsJsonObject(which);
        Matrix a = TestResources.matrix(lesson.get(neurons));
        double[] y = TestResources.doubles(lesson.get("y"));
        double[] numpyX = TestResources.doubles(lesson.get("coef"));
        double[] numpyFit = TestResources.doubles(lesson.get("y_approx"));
        double[] sigma = TestResources.doubles(lesson.get("singular_values"));
        double residual = lesson.get("residual_norm").getAsDouble();
        double kappa = sigma[0] / sigma[9];
        double length = Blas.nrm2(numpyX);
        JsonObject exact = lesson.getAsJsonObject("exact_least_squares_of_these_neurons");
        double[] exactX = TestResources.doubles(exact.get("coef"));

        for (RankRule rule : List.of(RankRule.scaled(), RankRule.numpy(), RankRule.none(), RankRule.fixed(10))) {
            Fit fit = LeastSquares.of(a).rank(rule).solve(y);
            assertEquals(10, fit.rank());
            assertTrue(fit.isUnique());
            double coefficientBound = 4.0 * U * kappa * (1.0 + kappa * residual / (sigma[0] * length));
            assertTrue(distance(fit.x(), numpyX) <= coefficientBound * length);
            assertTrue(distance(fit.x(), exactX) <= coefficientBound * length);
            for (int j = 0; j < 10; j++) assertEquals(exactX[j], fit.x()[j], 2.0 * Math.ulp(exactX[j]));
            double[] approximation = a.times(fit.x());
            assertArrayEquals(numpyFit, approximation, 4.0 * U * (sigma[0] * length + kappa * residual));
            double rmseBound = 4.0 * U * sigma[0] * length / residual;
            assertEquals(residual, fit.residualNorm(), rmseBound * residual);
            assertEquals(exact.get("residual_norm").getAsDouble(), fit.residualNorm(), rmseBound * residual);
            assertEquals(rmse, fit.residualNorm() / 10.0, 0.5e-9 + rmseBound * rmse);
            assertEquals(maxError, largestDifference(y, approximation), 0.5e-8 + 4.0 * U * (sigma[0] * length + kappa
                    * residual));
            // An error of 10u‖A‖ in each singular value, ours and NumPy's: the smallest keeps seven digits.
            assertArrayEquals(sigma, fit.singularValues(), 10.0 * U * sigma[0]);
            double[] values = fit.singularValues();
            assertEquals(condition, values[0] / values[9], condition * 1e-3);
            assertEquals(lesson.get("cond_numpy").getAsDouble(), values[0] / values[9], 20.0 * U * kappa * kappa);
            // Columns of equal length are never much worse than as given, and here not much better.
            assertTrue(fit.condition() > kappa / 100.0 && fit.condition() < kappa * 2.0 * Math.sqrt(10.0));
        }
    }

    private static double distance(double[] x, double[] y) {
        double[] difference = x.clone();
        Blas.axpy(-1.0, y, difference);
        return Blas.nrm2(difference);
    }

    private static double largestDifference(double[] x, double[] y) {
        double largest = 0.0;
        for (int i = 0; i < x.length; i++) largest = Math.max(largest, Math.abs(x[i] - y[i]));
        return largest;
    }
}

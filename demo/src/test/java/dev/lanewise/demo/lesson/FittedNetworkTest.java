package dev.lanewise.demo.lesson;

import com.google.gson.JsonObject;
import dev.lanewise.demo.report.Digits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The lesson's two fits against NumPy's, within what theory allows and not more.
class FittedNetworkTest {
    private static final double U = 0x1p-53;

    @Test
    void samplesAreNumpysToTheBit() {
        Samples samples = Samples.ofTheLesson();
        assertArrayEquals(LessonReference.numbers(LessonReference.fit(1), "x"), samples.x());
        double[] y = LessonReference.numbers(LessonReference.fit(1), "y");
        for (int i = 0; i < y.length; i++) assertEquals(y[i], samples.y()[i], 2 * Math.ulp(y[i]));
    }

    @Test
    void hiddenWeightsAreNumpysToTheBit() {
        FittedNetwork shallow = FittedNetwork.asInTheLesson(10, 1, 42);
        JsonObject single = LessonReference.fit(1);
        assertArrayEquals(LessonReference.numbers(single, "weights"), shallow.layer(0).weights().array());
        assertArrayEquals(LessonReference.numbers(single, "biases"), shallow.layer(0).bias());
        FittedNetwork deep = FittedNetwork.asInTheLesson(10, 2, 42);
        JsonObject reference = LessonReference.fit(2);
        for (int l = 0; l < 2; l++) {
            double[] weights = LessonReference.numbers(reference, "weights_" + (l + 1));
            for (int j = 0; j < 10; j++) {
                assertEquals(weights[j], deep.layer(l).weights().get(j, l == 0 ? 0 : j));
            }
            assertArrayEquals(LessonReference.numbers(reference, "biases_" + (l + 1)), deep.layer(l).bias());
        }
    }

    @Test
    void secondLayerIsTenParallelChains() {
        FittedNetwork deep = FittedNetwork.asInTheLesson(10, 2, 42);
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < 10; j++) {
                assertEquals(i == j, deep.layer(1).weights().get(i, j) != 0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void agreesWithNumpyWithinTheBounds(int layers) {
        FittedNetwork fitted = FittedNetwork.asInTheLesson(10, layers, 42);
        JsonObject numpy = LessonReference.fit(layers);
        double[] coefficients = LessonReference.numbers(numpy, "coef");
        double sigma = LessonReference.numbers(numpy, "singular_values")[0];
        double kappa = numpy.get("cond_numpy").getAsDouble();
        double residual = numpy.get("residual_norm").getAsDouble();
        double length = norm(coefficients);

        double[] y = LessonReference.numbers(numpy, "y_approx");
        double fitBound = 4 * U * (sigma * length + kappa * residual);
        for (int i = 0; i < y.length; i++) assertEquals(y[i], fitted.values()[i], fitBound);

        double[] difference = coefficients.clone();
        for (int j = 0; j < 10; j++) difference[j] -= fitted.coefficients()[j];
        double coefficientBound = 4 * U * kappa * (1 + kappa * residual / (sigma * length));
        assertTrue(norm(difference) <= coefficientBound * length);

        double rmse = numpy.get("rmse").getAsDouble();
        assertEquals(rmse, fitted.rmse(), rmse * 4 * U * sigma * length / residual);
        assertEquals(residual, fitted.residualNorm(), residual * 4 * U * sigma * length / residual);
        assertEquals(numpy.get("max_err").getAsDouble(), fitted.maxError(), fitBound);
        assertEquals(10, fitted.fit().rank());
        // σₙ is known to a few u·σ₁, so κ to a few uκ².
        assertEquals(kappa, fitted.condition(), 40 * U * kappa * kappa);

        assertEquals(fitBound, LessonReference.numpy(layers).fitBound(), 1e-12 * fitBound);
        assertEquals(coefficientBound, LessonReference.numpy(layers).coefficientBound(), 1e-12 * coefficientBound);
    }

    @Test
    void printsTheLessonsNumbers() {
        assertEquals("0.281231054", Digits.of(FittedNetwork.asInTheLesson(10, 1, 42).rmse(), 9));
        assertEquals("1.567·10⁸", Digits.of(FittedNetwork.asInTheLesson(10, 1, 42).condition(), 4));
        assertEquals("0.356269204", Digits.of(FittedNetwork.asInTheLesson(10, 2, 42).rmse(), 9));
        assertEquals("1.212·10⁷", Digits.of(FittedNetwork.asInTheLesson(10, 2, 42).condition(), 4));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theProgramsOwnReferenceIsNumpys(int layers) {
        JsonObject reference = LessonReference.fit(layers);
        NumpyFit numpy = LessonReference.numpy(layers);
        assertEquals(reference.get("rmse").getAsDouble(), numpy.rmse());
        assertEquals(reference.get("residual_norm").getAsDouble(), numpy.residualNorm());
        assertEquals(reference.get("max_err").getAsDouble(), numpy.maxError());
        assertEquals(reference.get("rank").getAsInt(), numpy.rank());
        assertEquals(reference.get("cond_numpy").getAsDouble(), numpy.condition());
        assertEquals(LessonReference.numbers(reference, "singular_values")[0], numpy.largestSingularValue());
        assertArrayEquals(LessonReference.numbers(reference, "coef"), numpy.coefficients());
        assertArrayEquals(LessonReference.numbers(reference, "y_approx"), numpy.fit());
    }

    private static double norm(double[] v) {
        double sum = 0;
        for (double e : v) sum += e * e;
        return Math.sqrt(sum);
    }
}

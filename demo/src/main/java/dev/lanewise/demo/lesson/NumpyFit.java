package dev.lanewise.demo.lesson;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.stream.JsonReader;
import dev.lanewise.linalg.Blas;

/// What NumPy found for one of the lesson's fits: the reference that ours is held against.
///
/// It comes from `numpy.json`, which was written by NumPy 2.4.6 with `np.random.seed(42)`, `rand`, `tanh` and
/// `linalg.lstsq(rcond=None)`.
///
/// @param rmse ‖y − f(x)‖ / √m
/// @param residualNorm ‖y − f(x)‖
/// @param maxError max |yᵢ − f(xᵢ)|
/// @param rank what `lstsq` decided
/// @param condition κ = σ₁/σₙ of the neurons
/// @param largestSingularValue σ₁ of the neurons
/// @param coefficients the output weights
/// @param fit f(xᵢ)
record NumpyFit(double rmse, double residualNorm, double maxError, int rank, double condition,
        double largestSingularValue, double[] coefficients, double[] fit) {
    private static final double U = 0x1p-53;

    static NumpyFit shallow() {
        return read("shallow");
    }

    static NumpyFit deep() {
        return read("deep");
    }

    /// 4u(σ₁‖x‖ + κ‖r‖): how far two backward stable solvers may be apart in any fitted value.
    double fitBound() {
        return 4 * U * (largestSingularValue * Blas.nrm2(coefficients) + condition * residualNorm);
    }

    /// 4uκ(1 + κ‖r‖/(σ₁‖x‖)): the same for the coefficients, ‖Δx‖/‖x‖.
    double coefficientBound() {
        double tangent = residualNorm / (largestSingularValue * Blas.nrm2(coefficients));
        return 4 * U * condition * (1 + condition * tangent);
    }

    /// 4uσ₁‖x‖/‖r‖: the same for the RMSE, relatively.
    double rmseBound() {
        return 4 * U * largestSingularValue * Blas.nrm2(coefficients) / residualNorm;
    }

    private static NumpyFit read(String name) {
        try (Reader text = new InputStreamReader(NumpyFit.class.getResourceAsStream("numpy.json"),
                StandardCharsets.UTF_8); JsonReader json = new JsonReader(text)) {
            json.beginObject();
            while (!json.nextName().equals(name)) json.skipValue();
            return fit(json);
        } catch (IOException e) {
            throw new UncheckedIOException("numpy.json cannot be read", e);
        }
    }

    private static NumpyFit fit(JsonReader json) throws IOException {
        double rmse = 0, residualNorm = 0, maxError = 0, condition = 0, sigma = 0;
        int rank = 0;
        double[] coefficients = {}, fit = {};
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "rmse" -> rmse = json.nextDouble();
                case "residualNorm" -> residualNorm = json.nextDouble();
                case "maxError" -> maxError = json.nextDouble();
                case "rank" -> rank = json.nextInt();
                case "condition" -> condition = json.nextDouble();
                case "largestSingularValue" -> sigma = json.nextDouble();
                case "coefficients" -> coefficients = numbers(json);
                case "fit" -> fit = numbers(json);
                default -> json.skipValue();
            }
        }
        return new NumpyFit(rmse, residualNorm, maxError, rank, condition, sigma, coefficients, fit);
    }

    private static double[] numbers(JsonReader json) throws IOException {
        List<Double> numbers = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) numbers.add(json.nextDouble());
        json.endArray();
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}

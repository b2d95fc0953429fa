package dev.lanewise.bench;

import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.function.DoubleUnaryOperator;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayDerivatives;
import dev.lanewise.math.ArrayMath;
import org.hipparchus.special.Erf;
import org.openjdk.jmh.annotations.Param;

/// How fast is yᵢ = f′(xᵢ) beside the formula of the textbook, for the activations whose derivative has no class of its own?
/// No library here has them.
///
/// Each function and contender has a JVM of its own, so that who stands behind an interface is inlined.
public class Derivatives extends ElementwiseQuestion {
    private static final double ROOT_2_PI = Math.sqrt(2 / Math.PI);

    /// f.
    @Param({"log1p", "erf", "relu", "leakyRelu", "elu", "silu", "gelu", "geluTanh", "softsign", "hardSigmoid"})
    public String function;

    @Override
    double[] arguments(double[] drawn) {
        if (function.equals("log1p")) Arrays.setAll(drawn, i -> Math.abs(drawn[i]));
        return drawn;
    }

    /// Within the rounding of a formula whose parts are at most 4.
    @Override
    void compareMath(double[] expected) {
        Arrays.fill(y, Double.NaN);
        Agreement.within("math", 0x1p-47, expected, math());
    }

    @Override
    void choose() {
        switch (function) {
            case "log1p" -> state(ArrayDerivatives::log1pDerivative, Elementwise.LOG1P_DERIVATIVE, v -> 1 / (1 + v));
            case "erf" -> state(ArrayDerivatives::erfDerivative, Elementwise.ERF_DERIVATIVE,
                    v -> 2 / Math.sqrt(Math.PI) * Math.exp(-v * v));
            case "relu" -> state(ArrayMath::reluDerivative, Elementwise.RELU_DERIVATIVE, v -> v > 0 ? 1.0 : 0.0);
            case "leakyRelu" -> state((from, to) -> ArrayDerivatives.leakyReluDerivative(0.01, from, to),
                    twin(Elementwise.LEAKY_RELU_DERIVATIVE, 0.01), v -> v > 0 ? 1.0 : 0.01);
            case "elu" -> state((from, to) -> ArrayDerivatives.eluDerivative(1.0, from, to),
                    twin(Elementwise.ELU_DERIVATIVE, 1.0), v -> v > 0 ? 1.0 : Math.exp(v));
            case "silu" -> state(ArrayDerivatives::siluDerivative, Elementwise.SILU_DERIVATIVE, Derivatives::silu);
            case "gelu" -> state(ArrayDerivatives::geluDerivative, Elementwise.GELU_DERIVATIVE, Derivatives::gelu);
            case "geluTanh" -> state(ArrayDerivatives::geluTanhDerivative, Elementwise.GELU_TANH_DERIVATIVE,
                    Derivatives::geluTanh);
            case "softsign" -> state(ArrayDerivatives::softsignDerivative, Elementwise.SOFTSIGN_DERIVATIVE,
                    v -> 1 / ((1 + Math.abs(v)) * (1 + Math.abs(v))));
            case "hardSigmoid" -> state(ArrayDerivatives::hardSigmoidDerivative, Elementwise.HARD_SIGMOID_DERIVATIVE,
                    v -> Math.abs(v) < 3 ? 1.0 / 6 : 0.0);
            default -> throw new NoSuchElementException(function);
        }
    }

    private void state(Mapping ours, Elementwise twin, DoubleUnaryOperator formula) {
        state(ours, twin(twin, Double.NaN), formula);
    }

    private void state(Mapping ours, Mapping twin, DoubleUnaryOperator formula) {
        state(ours, twin, each(formula));
    }

    private static double silu(double v) {
        double s = 1 / (1 + Math.exp(-v));
        return s * (1 + v * (1 - s));
    }

    private static double gelu(double v) {
        return 0.5 * (1 + Erf.erf(v * Math.sqrt(0.5))) + v * Math.exp(-0.5 * v * v) / Math.sqrt(2 * Math.PI);
    }

    private static double geluTanh(double v) {
        double square = 0.044715 * v * v, t = Math.tanh(ROOT_2_PI * (v + square * v));
        return 0.5 * (1 + t) + 0.5 * v * (1 - t * t) * ROOT_2_PI * (1 + 3 * square);
    }
}

package dev.lanewise.bench;

import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.function.DoubleUnaryOperator;

import dev.lanewise.bench.ElementwiseQuestion.Mapping;
import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayDerivatives;
import dev.lanewise.math.ArrayMath;
import org.hipparchus.special.Erf;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// How fast is yᵢ = f′(xᵢ) beside the formula of the textbook, for the activations whose derivative has no class of its own?
/// No library here has them.
///
/// Each function and contender has a JVM of its own, so that who stands behind an interface is inlined.
public class Derivatives extends Question {
    private static final double ROOT_2_PI = Math.sqrt(2 / Math.PI);

    /// f.
    @Param({"log1p", "erf", "relu", "leakyRelu", "elu", "silu", "gelu", "geluTanh", "softsign", "hardSigmoid"})
    public String function;

    /// Elements.
    @Param({"1024", "65536", "1048576"})
    public int n;

    private double[] x, y;
    private Mapping lanewise, scalarTwin, math;

    /// Draws x and compares all results: within the rounding of a formula whose parts are at most 4.
    @Setup
    public void setUp() {
        x = new Samples().vector(n, 4.0);
        if (function.equals("log1p")) Arrays.setAll(x, i -> Math.abs(x[i]));
        y = new double[n];
        choose();
        double[] expected = lanewise().clone();
        Arrays.fill(y, Double.NaN);
        Agreement.withinUlps("scalarTwin", 0, expected, scalarTwin());
        Arrays.fill(y, Double.NaN);
        Agreement.within("math", 0x1p-47, expected, math());
    }

    private void choose() {
        switch (function) {
            case "log1p" -> state(ArrayDerivatives::log1pDerivative, Elementwise.LOG1P_DERIVATIVE, v -> 1 / (1 + v));
            case "erf" -> state(ArrayDerivatives::erfDerivative, Elementwise.ERF_DERIVATIVE,
                    v -> 2 / Math.sqrt(Math.PI) * Math.exp(-v * v));
            case "relu" -> state(ArrayMath::reluDerivative, Elementwise.RELU_DERIVATIVE, v -> v > 0 ? 1.0 : 0.0);
            case "leakyRelu" -> state((from, to) -> ArrayDerivatives.leakyReluDerivative(0.01, from, to),
                    ElementwiseQuestion.twin(Elementwise.LEAKY_RELU_DERIVATIVE, 0.01), v -> v > 0 ? 1.0 : 0.01);
            case "elu" -> state((from, to) -> ArrayDerivatives.eluDerivative(1.0, from, to),
                    ElementwiseQuestion.twin(Elementwise.ELU_DERIVATIVE, 1.0), v -> v > 0 ? 1.0 : Math.exp(v));
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
        state(ours, ElementwiseQuestion.twin(twin, Double.NaN), formula);
    }

    private void state(Mapping ours, Mapping twin, DoubleUnaryOperator formula) {
        lanewise = ours;
        scalarTwin = twin;
        math = ElementwiseQuestion.each(formula);
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

    @Benchmark
    public double[] lanewise() {
        lanewise.apply(x, y);
        return y;
    }

    @Benchmark
    public double[] scalarTwin() {
        scalarTwin.apply(x, y);
        return y;
    }

    @Benchmark
    public double[] math() {
        math.apply(x, y);
        return y;
    }
}

package dev.lanewise.math;

import java.util.Arrays;

/// The functions of [ArrayMath], [ArrayActivations] and [ArrayDerivatives], each with its form over whole arrays and its
/// form over ranges; α = 0.7 where there is one.
enum ElementaryFunction {
    EXP("exp", ArrayMath::exp, ArrayMath::exp),
    EXPM1("expm1", ArrayMath::expm1, ArrayMath::expm1),
    LOG1P("log1p", ArrayMath::log1p, ArrayMath::log1p),
    ERF("erf", ArrayMath::erf, ArrayMath::erf),
    TANH("tanh", ArrayMath::tanh, ArrayMath::tanh),
    TANH_DERIVATIVE("tanhDerivative", ArrayMath::tanhDerivative, ArrayMath::tanhDerivative),
    SIGMOID("sigmoid", ArrayMath::sigmoid, ArrayMath::sigmoid),
    SIGMOID_DERIVATIVE("sigmoidDerivative", ArrayMath::sigmoidDerivative, ArrayMath::sigmoidDerivative),
    RELU("relu", ArrayMath::relu, ArrayMath::relu),
    RELU_DERIVATIVE("reluDerivative", ArrayMath::reluDerivative, ArrayMath::reluDerivative),
    SOFTPLUS("softplus", ArrayActivations::softplus, ArrayActivations::softplus),
    SILU("silu", ArrayActivations::silu, ArrayActivations::silu),
    GELU("gelu", ArrayActivations::gelu, ArrayActivations::gelu),
    GELU_TANH("geluTanh", ArrayActivations::geluTanh, ArrayActivations::geluTanh),
    SOFTSIGN("softsign", ArrayActivations::softsign, ArrayActivations::softsign),
    HARD_SIGMOID("hardSigmoid", ArrayActivations::hardSigmoid, ArrayActivations::hardSigmoid),
    LOG1P_DERIVATIVE("log1pDerivative", ArrayDerivatives::log1pDerivative, ArrayDerivatives::log1pDerivative),
    ERF_DERIVATIVE("erfDerivative", ArrayDerivatives::erfDerivative, ArrayDerivatives::erfDerivative),
    SILU_DERIVATIVE("siluDerivative", ArrayDerivatives::siluDerivative, ArrayDerivatives::siluDerivative),
    GELU_DERIVATIVE("geluDerivative", ArrayDerivatives::geluDerivative, ArrayDerivatives::geluDerivative),
    GELU_TANH_DERIVATIVE("geluTanhDerivative", ArrayDerivatives::geluTanhDerivative,
            ArrayDerivatives::geluTanhDerivative),
    SOFTSIGN_DERIVATIVE("softsignDerivative", ArrayDerivatives::softsignDerivative,
            ArrayDerivatives::softsignDerivative),
    HARD_SIGMOID_DERIVATIVE("hardSigmoidDerivative", ArrayDerivatives::hardSigmoidDerivative,
            ArrayDerivatives::hardSigmoidDerivative),
    ELU("elu", (x, y) -> ArrayActivations.elu(0.7, x, y),
            (n, x, xOff, y, yOff) -> ArrayActivations.elu(0.7, n, x, xOff, y, yOff)),
    LEAKY_RELU("leakyRelu", (x, y) -> ArrayActivations.leakyRelu(0.7, x, y),
            (n, x, xOff, y, yOff) -> ArrayActivations.leakyRelu(0.7, n, x, xOff, y, yOff)),
    ELU_DERIVATIVE("eluDerivative", (x, y) -> ArrayDerivatives.eluDerivative(0.7, x, y),
            (n, x, xOff, y, yOff) -> ArrayDerivatives.eluDerivative(0.7, n, x, xOff, y, yOff)),
    LEAKY_RELU_DERIVATIVE("leakyReluDerivative", (x, y) -> ArrayDerivatives.leakyReluDerivative(0.7, x, y),
            (n, x, xOff, y, yOff) -> ArrayDerivatives.leakyReluDerivative(0.7, n, x, xOff, y, yOff));

    /// y ← f(x).
    @FunctionalInterface
    interface Whole {
        void apply(double[] x, double[] y);
    }

    /// n elements of y ← f(x).
    @FunctionalInterface
    interface Range {
        void apply(int n, double[] x, int xOff, double[] y, int yOff);
    }

    /// The name in messages.
    final String title;
    final Whole whole;
    final Range range;

    ElementaryFunction(String title, Whole whole, Range range) {
        this.title = title;
        this.whole = whole;
        this.range = range;
    }

    /// f(x) of one number, in an array of its own.
    double at(double x) {
        return of(x)[0];
    }

    /// Whether f(x) is a number for this number.
    boolean isDefinedAt(double x) {
        return x >= -1.0 || this != LOG1P && this != LOG1P_DERIVATIVE;
    }

    /// f of each.
    double[] of(double... x) {
        double[] y = new double[x.length];
        whole.apply(x, y);
        return y;
    }

    /// f of each, with another α where there is one.
    double[] of(double alpha, double[] x) {
        double[] y = new double[x.length];
        switch (this) {
            case ELU -> ArrayActivations.elu(alpha, x, y);
            case ELU_DERIVATIVE -> ArrayDerivatives.eluDerivative(alpha, x, y);
            case LEAKY_RELU -> ArrayActivations.leakyRelu(alpha, x, y);
            case LEAKY_RELU_DERIVATIVE -> ArrayDerivatives.leakyReluDerivative(alpha, x, y);
            default -> whole.apply(x, y);
        }
        return y;
    }

    /// The function of this name.
    static ElementaryFunction titled(String title) {
        return Arrays.stream(values()).filter(f -> f.title.equals(title)).findFirst().orElseThrow();
    }

    @Override
    public String toString() {
        return title;
    }
}

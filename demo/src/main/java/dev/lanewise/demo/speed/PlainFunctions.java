package dev.lanewise.demo.speed;

/// What one writes for a function of many numbers: its formula with `Math`, in a loop of its own, since one that all
/// shared would be slower.
final class PlainFunctions {
    /// √½.
    static final double ROOT_HALF = Math.sqrt(0.5);
    /// √(2/π).
    static final double ROOT_2_PI = Math.sqrt(2 / Math.PI);

    private PlainFunctions() {}

    /// yᵢ = tanh xᵢ.
    static void tanh(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) y[i] = Math.tanh(x[i]);
    }

    /// yᵢ = 1/(1 + e^(−xᵢ)).
    static void sigmoid(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) y[i] = 1 / (1 + Math.exp(-x[i]));
    }

    /// yᵢ = max(xᵢ, 0).
    static void relu(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) y[i] = Math.max(x[i], 0.0);
    }

    /// yᵢ = e^xᵢ.
    static void exp(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) y[i] = Math.exp(x[i]);
    }

    /// yᵢ = e^xᵢ − 1.
    static void expm1(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) y[i] = Math.expm1(x[i]);
    }

    /// yᵢ = ln(1 + xᵢ).
    static void log1p(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) y[i] = Math.log1p(x[i]);
    }

    /// yᵢ = erf xᵢ.
    static void erf(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) y[i] = PlainErf.of(x[i]);
    }

    /// yᵢ = ln(1 + e^xᵢ).
    static void softplus(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) y[i] = Math.max(x[i], 0.0) + Math.log1p(Math.exp(-Math.abs(x[i])));
    }

    /// yᵢ = xᵢ/(1 + e^(−xᵢ)).
    static void silu(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) y[i] = x[i] / (1 + Math.exp(-x[i]));
    }

    /// yᵢ = xᵢ/2·(1 + erf(xᵢ/√2)).
    static void gelu(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) y[i] = 0.5 * x[i] * (1 + PlainErf.of(x[i] * ROOT_HALF));
    }

    /// yᵢ = xᵢ/2·(1 + tanh(√(2/π)·(xᵢ + 0.044715·xᵢ³))).
    static void geluTanh(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = 0.5 * x[i] * (1 + Math.tanh(ROOT_2_PI * (x[i] + 0.044715 * x[i] * x[i] * x[i])));
        }
    }

    /// yᵢ = xᵢ where xᵢ > 0, else e^xᵢ − 1.
    static void elu(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) y[i] = x[i] > 0 ? x[i] : Math.expm1(x[i]);
    }

    /// yᵢ = xᵢ where xᵢ > 0, else xᵢ/100.
    static void leakyRelu(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) y[i] = x[i] > 0 ? x[i] : 0.01 * x[i];
    }

    /// yᵢ = xᵢ/(1 + |xᵢ|).
    static void softsign(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) y[i] = x[i] / (1 + Math.abs(x[i]));
    }

    /// yᵢ = min(max(xᵢ + 3, 0), 6)/6.
    static void hardSigmoid(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) y[i] = Math.min(Math.max(x[i] + 3, 0.0), 6.0) / 6;
    }

    /// yᵢ = e^xᵢ/Σe^xⱼ.
    static void softmax(double[] x, double[] y) {
        double largest = largest(x), sum = 0.0;
        for (int i = 0; i < x.length; i++) sum += y[i] = Math.exp(x[i] - largest);
        for (int i = 0; i < x.length; i++) y[i] /= sum;
    }

    /// yᵢ = xᵢ − ln Σe^xⱼ.
    static void logSoftmax(double[] x, double[] y) {
        double largest = largest(x), sum = 0.0;
        for (double v : x) sum += Math.exp(v - largest);
        double log = largest + Math.log(sum);
        for (int i = 0; i < x.length; i++) y[i] = x[i] - log;
    }

    private static double largest(double[] x) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double v : x) largest = Math.max(largest, v);
        return largest;
    }
}

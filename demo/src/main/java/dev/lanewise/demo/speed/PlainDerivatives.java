package dev.lanewise.demo.speed;

import static dev.lanewise.demo.speed.PlainFunctions.ROOT_2_PI;
import static dev.lanewise.demo.speed.PlainFunctions.ROOT_HALF;

/// What one writes for the derivative of a function of [PlainFunctions]: the formula of the textbook with `Math`, in a
/// loop of its own.
final class PlainDerivatives {
    /// The height of the normal distribution's density, 1/√(2π).
    private static final double DENSITY = 1 / Math.sqrt(2 * Math.PI);
    /// The height of erf′, 2/√π.
    private static final double ERF_SLOPE = 2 / Math.sqrt(Math.PI);

    private PlainDerivatives() {}

    /// yᵢ = 1/(1 + xᵢ).
    static void log1p(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) y[i] = 1 / (1 + x[i]);
    }

    /// yᵢ = 2/√π·e^(−xᵢ²).
    static void erf(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) y[i] = ERF_SLOPE * Math.exp(-x[i] * x[i]);
    }

    /// yᵢ = 1 − tanh² xᵢ.
    static void tanh(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            double t = Math.tanh(x[i]);
            y[i] = 1 - t * t;
        }
    }

    /// yᵢ = σ(xᵢ)·(1 − σ(xᵢ)).
    static void sigmoid(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            double s = 1 / (1 + Math.exp(-x[i]));
            y[i] = s * (1 - s);
        }
    }

    /// yᵢ = 1 where xᵢ > 0, else 0.
    static void relu(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) y[i] = x[i] > 0 ? 1.0 : 0.0;
    }

    /// yᵢ = 1 where xᵢ > 0, else 1/100.
    static void leakyRelu(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) y[i] = x[i] > 0 ? 1.0 : 0.01;
    }

    /// yᵢ = 1 where xᵢ > 0, else e^xᵢ.
    static void elu(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) y[i] = x[i] > 0 ? 1.0 : Math.exp(x[i]);
    }

    /// yᵢ = σ(xᵢ)·(1 + xᵢ·(1 − σ(xᵢ))).
    static void silu(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            double s = 1 / (1 + Math.exp(-x[i]));
            y[i] = s * (1 + x[i] * (1 - s));
        }
    }

    /// yᵢ = Φ(xᵢ) + xᵢ·φ(xᵢ).
    static void gelu(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            double v = x[i];
            y[i] = 0.5 * (1 + PlainErf.of(v * ROOT_HALF)) + v * DENSITY * Math.exp(-0.5 * v * v);
        }
    }

    /// yᵢ = (1 + t)/2 + xᵢ/2·(1 − t²)·u′ with u = √(2/π)·(xᵢ + 0.044715·xᵢ³), t = tanh u.
    static void geluTanh(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            double v = x[i], square = 0.044715 * v * v;
            double t = Math.tanh(ROOT_2_PI * (v + square * v));
            y[i] = 0.5 * (1 + t) + 0.5 * v * (1 - t * t) * ROOT_2_PI * (1 + 3 * square);
        }
    }

    /// yᵢ = 1/(1 + |xᵢ|)².
    static void softsign(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            double d = 1 + Math.abs(x[i]);
            y[i] = 1 / (d * d);
        }
    }

    /// yᵢ = 1/6 where |xᵢ| < 3, else 0.
    static void hardSigmoid(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) y[i] = Math.abs(x[i]) < 3 ? 1.0 / 6 : 0.0;
    }
}

package dev.lanewise.bench;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Activations with the JDK's vectors, and the exponential and tanh that it has for them, each by the formula that its
/// scalar rival has.
final class VectorActivations {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final double ROOT_2_PI = Math.sqrt(2 / Math.PI);

    private VectorActivations() {}

    /// yᵢ = xᵢ/(1 + e^(−xᵢ)).
    static void silu(double[] x, double[] y) {
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += SPECIES.length()) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
            v.div(v.neg().lanewise(VectorOperators.EXP).add(1.0)).intoArray(y, i);
        }
        for (; i < x.length; i++) y[i] = x[i] / (1 + Math.exp(-x[i]));
    }

    /// yᵢ = xᵢ where xᵢ > 0, else e^xᵢ − 1.
    static void elu(double[] x, double[] y) {
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += SPECIES.length()) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
            VectorMask<Double> positive = v.compare(VectorOperators.GT, 0.0);
            v.lanewise(VectorOperators.EXPM1).blend(v, positive).intoArray(y, i);
        }
        for (; i < x.length; i++) y[i] = x[i] > 0.0 ? x[i] : Math.expm1(x[i]);
    }

    /// yᵢ = ln(1 + e^xᵢ).
    static void softplus(double[] x, double[] y) {
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += SPECIES.length()) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
            DoubleVector power = v.abs().neg().lanewise(VectorOperators.EXP);
            power.lanewise(VectorOperators.LOG1P).add(v.max(0.0)).intoArray(y, i);
        }
        for (; i < x.length; i++) y[i] = Math.max(x[i], 0.0) + Math.log1p(Math.exp(-Math.abs(x[i])));
    }

    /// yᵢ = ½xᵢ(1 + tanh(√(2/π)(xᵢ + 0.044715xᵢ³))).
    static void geluTanh(double[] x, double[] y) {
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += SPECIES.length()) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
            DoubleVector argument = v.mul(0.044715).mul(v).mul(v).add(v).mul(ROOT_2_PI);
            v.mul(0.5).mul(argument.lanewise(VectorOperators.TANH).add(1.0)).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            double v = x[i];
            y[i] = 0.5 * v * (1 + Math.tanh(ROOT_2_PI * (v + 0.044715 * v * v * v)));
        }
    }

    /// yᵢ = xᵢ where xᵢ > 0, else xᵢ/100.
    static void leakyRelu(double[] x, double[] y) {
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += SPECIES.length()) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
            v.mul(0.01).blend(v, v.compare(VectorOperators.GT, 0.0)).intoArray(y, i);
        }
        for (; i < x.length; i++) y[i] = x[i] > 0.0 ? x[i] : 0.01 * x[i];
    }

    /// yᵢ = xᵢ/(1 + |xᵢ|).
    static void softsign(double[] x, double[] y) {
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += SPECIES.length()) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
            v.div(v.abs().add(1.0)).intoArray(y, i);
        }
        for (; i < x.length; i++) y[i] = x[i] / (1 + Math.abs(x[i]));
    }

    /// yᵢ = min(max(xᵢ + 3, 0), 6)/6.
    static void hardSigmoid(double[] x, double[] y) {
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += SPECIES.length()) {
            DoubleVector.fromArray(SPECIES, x, i).add(3.0).max(0.0).min(6.0).div(6.0).intoArray(y, i);
        }
        for (; i < x.length; i++) y[i] = Math.min(Math.max(x[i] + 3, 0.0), 6.0) / 6;
    }

    /// yᵢ = e^xᵢ/Σe^xⱼ.
    static void softmax(double[] x, double[] y) {
        double largest = largest(x);
        DoubleVector sums = DoubleVector.zero(SPECIES);
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += SPECIES.length()) {
            DoubleVector power = DoubleVector.fromArray(SPECIES, x, i).sub(largest).lanewise(VectorOperators.EXP);
            sums = sums.add(power);
            power.intoArray(y, i);
        }
        double sum = sums.reduceLanes(VectorOperators.ADD);
        for (; i < x.length; i++) sum += y[i] = Math.exp(x[i] - largest);
        for (i = 0; i < SPECIES.loopBound(x.length); i += SPECIES.length()) {
            DoubleVector.fromArray(SPECIES, y, i).div(sum).intoArray(y, i);
        }
        for (; i < x.length; i++) y[i] /= sum;
    }

    /// yᵢ = xᵢ − ln Σe^xⱼ.
    static void logSoftmax(double[] x, double[] y) {
        double largest = largest(x);
        DoubleVector sums = DoubleVector.zero(SPECIES);
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += SPECIES.length()) {
            sums = sums.add(DoubleVector.fromArray(SPECIES, x, i).sub(largest).lanewise(VectorOperators.EXP));
        }
        double sum = sums.reduceLanes(VectorOperators.ADD);
        for (; i < x.length; i++) sum += Math.exp(x[i] - largest);
        double log = largest + Math.log(sum);
        for (i = 0; i < SPECIES.loopBound(x.length); i += SPECIES.length()) {
            DoubleVector.fromArray(SPECIES, x, i).sub(log).intoArray(y, i);
        }
        for (; i < x.length; i++) y[i] = x[i] - log;
    }

    private static double largest(double[] x) {
        DoubleVector largest = DoubleVector.broadcast(SPECIES, Double.NEGATIVE_INFINITY);
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += SPECIES.length()) {
            largest = largest.max(DoubleVector.fromArray(SPECIES, x, i));
        }
        double max = largest.reduceLanes(VectorOperators.MAX);
        for (; i < x.length; i++) max = Math.max(max, x[i]);
        return max;
    }
}

package dev.lanewise.bench;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Activations by the JDK's own vector functions, as its documentation suggests to write them.
final class VectorMath {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private VectorMath() {}

    /// yᵢ = tanh xᵢ.
    static void tanh(double[] x, double[] y) {
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += SPECIES.length()) {
            DoubleVector.fromArray(SPECIES, x, i).lanewise(VectorOperators.TANH).intoArray(y, i);
        }
        for (; i < x.length; i++) y[i] = Math.tanh(x[i]);
    }

    /// yᵢ = e^xᵢ.
    static void exp(double[] x, double[] y) {
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += SPECIES.length()) {
            DoubleVector.fromArray(SPECIES, x, i).lanewise(VectorOperators.EXP).intoArray(y, i);
        }
        for (; i < x.length; i++) y[i] = Math.exp(x[i]);
    }

    /// yᵢ = e^xᵢ − 1.
    static void expm1(double[] x, double[] y) {
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += SPECIES.length()) {
            DoubleVector.fromArray(SPECIES, x, i).lanewise(VectorOperators.EXPM1).intoArray(y, i);
        }
        for (; i < x.length; i++) y[i] = Math.expm1(x[i]);
    }

    /// yᵢ = ln(1 + xᵢ).
    static void log1p(double[] x, double[] y) {
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += SPECIES.length()) {
            DoubleVector.fromArray(SPECIES, x, i).lanewise(VectorOperators.LOG1P).intoArray(y, i);
        }
        for (; i < x.length; i++) y[i] = Math.log1p(x[i]);
    }

    /// yᵢ = 1/(1 + e^(−xᵢ)).
    static void sigmoid(double[] x, double[] y) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += SPECIES.length()) {
            DoubleVector power = DoubleVector.fromArray(SPECIES, x, i).neg().lanewise(VectorOperators.EXP);
            one.div(one.add(power)).intoArray(y, i);
        }
        for (; i < x.length; i++) y[i] = 1 / (1 + Math.exp(-x[i]));
    }

    /// yᵢ = max(xᵢ, 0).
    static void relu(double[] x, double[] y) {
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += SPECIES.length()) {
            DoubleVector.fromArray(SPECIES, x, i).max(0.0).intoArray(y, i);
        }
        for (; i < x.length; i++) y[i] = Math.max(x[i], 0.0);
    }
}

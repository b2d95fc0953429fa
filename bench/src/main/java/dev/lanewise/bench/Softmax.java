package dev.lanewise.bench;

import java.util.Arrays;

import dev.lanewise.internal.kernel.scalar.ScalarKernels;

/// How fast is yᵢ = e^xᵢ/Σe^xⱼ, of one row?
public class Softmax extends VectorFunctionQuestion {
    /// How much 2²⁰ exponentials may lose when they are added up one by one.
    private static final double ULPS = 1 << 20;

    /// States the question.
    public Softmax() {
        super(dev.lanewise.math.Softmax::softmax, (x, y) -> ScalarKernels.INSTANCE.softmax(x.length, x, 0, y, 0), ULPS,
                Softmax::formula, VectorActivations::softmax);
    }

    private static void formula(double[] x, double[] y) {
        double max = Arrays.stream(x).max().orElseThrow(), sum = 0.0;
        for (int i = 0; i < x.length; i++) sum += y[i] = Math.exp(x[i] - max);
        for (int i = 0; i < x.length; i++) y[i] /= sum;
    }
}

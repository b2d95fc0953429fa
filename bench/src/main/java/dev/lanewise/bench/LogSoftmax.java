package dev.lanewise.bench;

import java.util.Arrays;

import dev.lanewise.internal.kernel.scalar.ScalarKernels;

/// How fast is yᵢ = xᵢ − ln Σe^xⱼ, of one row?
public class LogSoftmax extends VectorFunctionQuestion {
    /// How much 2²⁰ exponentials may lose when they are added up one by one.
    private static final double ULPS = 1 << 20;

    /// States the question.
    public LogSoftmax() {
        super(dev.lanewise.math.Softmax::logSoftmax, (x, y) -> ScalarKernels.INSTANCE.logSoftmax(x.length, x, 0, y, 0),
                ULPS,
                LogSoftmax::formula, VectorActivations::logSoftmax);
    }

    private static void formula(double[] x, double[] y) {
        double max = Arrays.stream(x).max().orElseThrow(), sum = 0.0;
        for (int i = 0; i < x.length; i++) sum += Math.exp(x[i] - max);
        double log = max + Math.log(sum);
        for (int i = 0; i < x.length; i++) y[i] = x[i] - log;
    }
}

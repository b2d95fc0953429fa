package dev.lanewise.math;

import java.math.BigDecimal;
import java.util.function.DoubleFunction;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// The derivatives keep the 2 ulp that they promise, also where they are tiny, where 1 − tanh² and σ(1 − σ) would not.
class DerivativeAccuracyTest {
    private static final double BOUND = 2.0;
    /// Every so many of the stratified arguments, of which the second half mirrors the first: 160, in every regime.
    private static final int STRIDE = 17;

    @Test
    void tanhDerivative() {
        withinBound(ElementaryFunction.TANH_DERIVATIVE, Reference::tanhDerivative);
    }

    @Test
    void sigmoidDerivative() {
        withinBound(ElementaryFunction.SIGMOID_DERIVATIVE, Reference::sigmoidDerivative);
    }

    private static void withinBound(ElementaryFunction f, DoubleFunction<BigDecimal> reference) {
        double[] x = Stratified.arguments(1), y = f.of(x);
        for (int i = 0; i < x.length / 2; i += STRIDE) {
            double ulps = Reference.ulps(y[i], reference.apply(x[i]));
            assertTrue(ulps <= BOUND, "%s(%s) is %s ulp off".formatted(f, Double.toHexString(x[i]), ulps));
        }
    }
}

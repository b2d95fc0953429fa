package dev.lanewise.demo.lesson;

import dev.lanewise.nn.Activation;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Where activations are steep, flat and dead.
class ActivationProfileTest {
    private static final ActivationProfile TANH = ActivationProfile.of(Activation.TANH);
    private static final ActivationProfile SIGMOID = ActivationProfile.of(Activation.SIGMOID);
    private static final ActivationProfile RELU = ActivationProfile.of(Activation.RELU);

    @Test
    void steepestSlopes() {
        assertEquals(1.0, TANH.steepest());
        assertEquals(0.25, SIGMOID.steepest());
        assertEquals(1.0, RELU.steepest());
    }

    /// 1 − tanh² x = 10⁻³ at artanh √0.999; σ(1 − σ) = 10⁻³ where e⁻ˣ + eˣ = 998.
    @Test
    void flatBeyond() {
        double root = Math.sqrt(0.999);
        assertEquals(0.5 * StrictMath.log((1 + root) / (1 - root)), TANH.flatBeyond(), 1e-9);
        assertEquals(StrictMath.log(499 + Math.sqrt(499.0 * 499 - 1)), SIGMOID.flatBeyond(), 1e-9);
        assertEquals(Double.POSITIVE_INFINITY, RELU.flatBeyond());
    }

    /// 1 − tanh x and 1 − σ(x) fall below 2⁻⁵⁴ there: half the distance from 1 to the double before it.
    @Test
    void constantBeyond() {
        assertEquals(StrictMath.log(0x1p55) / 2, TANH.constantBeyond(), 0.05);
        assertEquals(StrictMath.log(0x1p54), SIGMOID.constantBeyond(), 0.05);
        assertEquals(1.0, Activation.TANH.apply(TANH.constantBeyond()));
        assertTrue(Activation.TANH.apply(Math.nextDown(TANH.constantBeyond())) < 1);
        assertEquals(Double.POSITIVE_INFINITY, RELU.constantBeyond());
    }

    @Test
    void chainsOfSigmoidsPassOnNoMoreThanAQuarterALayer() {
        for (int depth = 1; depth <= 20; depth++) {
            double slope = SIGMOID.chainSlope(depth, 1);
            assertTrue(slope > 0 && slope <= Math.scalb(1.0, -2 * depth));
        }
    }

    @Test
    void chainsOfReluPassOnAllOrNothing() {
        assertEquals(1.0, RELU.chainSlope(20, 1));
        assertEquals(0.0, RELU.chainSlope(20, 0));
        assertEquals(0.0, RELU.chainSlope(20, -1));
    }
}

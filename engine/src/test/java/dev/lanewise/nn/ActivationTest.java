package dev.lanewise.nn;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

import dev.lanewise.internal.kernel.Bits;
import dev.lanewise.math.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ActivationTest {
    private static final double NAN = Double.NaN;

    @Test
    void identityIsTheArgumentToTheBit() {
        for (double x : new double[] {-0.0, 0.0, Double.MIN_VALUE, -1.5, Double.NEGATIVE_INFINITY, NAN}) {
            Bits.assertSame(x, Activation.IDENTITY.apply(x), "x");
            Bits.assertSame(1.0, Activation.IDENTITY.derivative(x), "x′");
        }
    }

    @Test
    void reluAndItsKink() {
        assertArrayEquals(new double[] {0, 0, 0, 2}, all(Activation.RELU::apply, -2, -0.0, 0, 2));
        assertArrayEquals(new double[] {0, 0, 0, 1}, all(Activation.RELU::derivative, -2, -0.0, 0, 2));
    }

    @Test
    void rangesEndWhereTheySay() {
        double inf = Double.POSITIVE_INFINITY;
        assertArrayEquals(new double[] {-1, 0, 1}, all(Activation.TANH::apply, -inf, 0, inf));
        assertArrayEquals(new double[] {0, 1, 0}, all(Activation.TANH::derivative, -inf, 0, inf));
        assertArrayEquals(new double[] {0, 0.5, 1}, all(Activation.SIGMOID::apply, -inf, 0, inf));
        assertArrayEquals(new double[] {0, 0.25, 0}, all(Activation.SIGMOID::derivative, -inf, 0, inf));
    }

    @Test
    void theDerivativeIsThatOfTheFunction() {
        for (int i = -40; i <= 40; i++) {
            double x = i * 0.37;
            slope(Activation.TANH.derivative(x), Reference::tanh, x);
            slope(Activation.SIGMOID.derivative(x), Reference::sigmoid, x);
        }
    }

    /// (f(x + h) − f(x − h))/2h in many digits is f′(x) + h²f‴/6, |f‴| ≤ 2.
    private static void slope(double actual, DoubleFunction<BigDecimal> f, double x) {
        double right = x + 0x1p-20, left = x - 0x1p-20;
        BigDecimal rise = f.apply(right).subtract(f.apply(left));
        double expected = rise.divide(new BigDecimal(right - left), MathContext.DECIMAL128).doubleValue();
        assertEquals(expected, actual, 0x1p-40 / 3 + 2 * Math.ulp(expected));
    }

    @ParameterizedTest
    @EnumSource
    void rangesMustLieInTheirArrays(Activation activation) {
        double[] x = {1, 2, 3}, y = {4, 5};
        outside(() -> activation.apply(2, x, 2, y, 0));
        outside(() -> activation.apply(2, x, 0, y, 1));
        outside(() -> activation.apply(-1, x, 0, y, 0));
        outside(() -> activation.apply(1, x, -1, y, 0));
        outside(() -> activation.derivative(2, x, 2, y, 0));
        outside(() -> activation.derivative(2, x, 0, y, 1));
        outside(() -> activation.derivative(-1, x, 0, y, 0));
        outside(() -> activation.derivative(1, x, 0, y, -1));
        assertArrayEquals(new double[] {4, 5}, y);
    }

    @ParameterizedTest
    @EnumSource
    void rangesMayNotOverlapUnlessTheyAreTheSame(Activation activation) {
        double[] x = {1, 2, 3, 4};
        assertThrows(IllegalArgumentException.class, () -> activation.apply(3, x, 0, x, 1));
        assertThrows(IllegalArgumentException.class, () -> activation.derivative(3, x, 1, x, 0));
        assertArrayEquals(new double[] {1, 2, 3, 4}, x);
    }

    private static void outside(Executable action) {
        String message = assertThrows(IndexOutOfBoundsException.class, action).getMessage();
        assertTrue(message.contains("length"), message);
    }

    private static double[] all(DoubleUnaryOperator f, double... x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) y[i] = f.applyAsDouble(x[i]);
        return y;
    }
}

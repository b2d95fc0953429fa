package dev.lanewise.nn;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

import dev.lanewise.internal.kernel.Bits;
import dev.lanewise.math.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.lanewise.internal.kernel.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
    @MethodSource("elementwise")
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
    @MethodSource("elementwise")
    void rangesMayNotOverlapUnlessTheyAreTheSame(Activation activation) {
        double[] x = {1, 2, 3, 4};
        assertThrows(IllegalArgumentException.class, () -> activation.apply(3, x, 0, x, 1));
        assertThrows(IllegalArgumentException.class, () -> activation.derivative(3, x, 1, x, 0));
        assertArrayEquals(new double[] {1, 2, 3, 4}, x);
    }

    @Test
    void theNameFindsTheActivation() {
        for (Activation activation : Activation.values()) {
            assertEquals(activation, Activation.valueOf(activation.toString()));
        }
        for (Activation activation : List.of(Activation.elu(0.1), Activation.leakyRelu(-2.5e-300))) {
            assertEquals(activation, Activation.valueOf(activation.name()));
            assertEquals(activation.hashCode(), Activation.valueOf(activation.name()).hashCode());
        }
        assertEquals("ELU(0.1)", Activation.elu(0.1).toString());
        assertEquals(Activation.ELU, Activation.elu(1));
        assertNotEquals(Activation.elu(0.1), Activation.elu(0.2));
        refused("Activation: there is none named TANH(1)", () -> Activation.valueOf("TANH(1)"));
        refused("Activation: there is none named ELU(1.2.3)", () -> Activation.valueOf("ELU(1.2.3)"));
        refused("Activation: there is none named ELU(0.1", () -> Activation.valueOf("ELU(0.1"));
        refused("Activation: the parameter of ELU is NaN, which is not finite", () -> Activation.elu(NAN));
        refused("Activation: the parameter of LEAKY_RELU is Infinity, which is not finite",
                () -> Activation.leakyRelu(1 / 0.0));
    }

    @Test
    void aParameterIsThatOfTheFunction() {
        assertArrayEquals(new double[] {-0.5, 2}, all(Activation.leakyRelu(0.25)::apply, -2, 2));
        assertArrayEquals(new double[] {0.25, 1}, all(Activation.leakyRelu(0.25)::derivative, -2, 2));
        assertArrayEquals(new double[] {-0.25, 2}, all(Activation.elu(0.25)::apply, -100, 2));
        assertArrayEquals(new double[] {0.25, 1}, all(Activation.elu(0.25)::derivative, 0, 2));
        assertArrayEquals(new double[] {-0.02, 2}, all(Activation.LEAKY_RELU::apply, -2, 2));
    }

    @Test
    void softmaxTakesARow() {
        double[] x = {7, 1, 1, 7}, y = new double[4];
        Activation.SOFTMAX.apply(2, x, 1, y, 1);
        assertArrayEquals(new double[] {0, 0.5, 0.5, 0}, y);
        Activation.LOG_SOFTMAX.apply(2, x, 1, x, 1);
        assertArrayEquals(new double[] {7, -0x1.62e42fefa39efp-1, -0x1.62e42fefa39efp-1, 7}, x);
        assertEquals(1.0, Activation.SOFTMAX.apply(3.0));
        assertEquals("Activation: SOFTMAX has no derivative of each element; Softmax has its product with a vector",
                assertThrows(UnsupportedOperationException.class, () -> Activation.SOFTMAX.derivative(1.0))
                        .getMessage());
    }

    static Stream<Activation> elementwise() {
        return Stream.of(Activation.values()).filter(Activation::isElementwise);
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

    @Test
    void onlySoftmaxIsOfAWholeRow() {
        assertEquals(List.of(Activation.SOFTMAX, Activation.LOG_SOFTMAX), Stream.of(Activation.values()).filter(
                activation -> !activation.isElementwise()).toList());
        assertEquals("SOFTMAX", Activation.SOFTMAX.name());
        assertEquals("LOG_SOFTMAX", Activation.LOG_SOFTMAX.name());
    }

    @Test
    void hashesTellThemApart() {
        Activation[] all = Activation.values();
        assertEquals(all.length, Stream.of(all).mapToInt(Activation::hashCode).distinct().count());
    }
}

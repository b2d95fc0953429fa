package dev.lanewise.math;

import java.util.Arrays;

import dev.lanewise.internal.kernel.Bits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// What every function refuses, and that it has changed nothing by then; its values where they are plain.
class ElementwiseFormsTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    @ParameterizedTest
    @EnumSource
    void lengthsMustBeEqual(ElementaryFunction f) {
        double[] x = {1, 2, 3}, y = {4, 5};
        assertEquals(f + ": x has length 3 but y has length 2", assertThrows(IllegalArgumentException.class,
                () -> f.whole.apply(x, y)).getMessage());
        assertArrayEquals(new double[] {4, 5}, y);
    }

    @ParameterizedTest
    @EnumSource
    void rangesMustLieInTheirArrays(ElementaryFunction f) {
        double[] x = {1, 2, 3}, y = {4, 5};
        outside(f + ": 2 elements from 2 do not lie in x, which has length 3", () -> f.range.apply(2, x, 2, y, 0));
        outside(f + ": 2 elements from -1 do not lie in x, which has length 3", () -> f.range.apply(2, x, -1, y, 0));
        outside(f + ": 2 elements from 1 do not lie in y, which has length 2", () -> f.range.apply(2, x, 1, y, 1));
        outside(f + ": 3 elements from 0 do not lie in y, which has length 2", () -> f.range.apply(3, x, 0, y, 0));
        outside(f + ": 1 elements from -1 do not lie in y, which has length 2", () -> f.range.apply(1, x, 0, y, -1));
        outside(f + ": -1 elements from 0 do not lie in x, which has length 3", () -> f.range.apply(-1, x, 0, y, 0));
        outside(f + ": 0 elements from 4 do not lie in x, which has length 3", () -> f.range.apply(0, x, 4, y, 0));
        outside(f + ": 2147483647 elements from 2 do not lie in x, which has length 3",
                () -> f.range.apply(Integer.MAX_VALUE, x, 2, y, 0));
        outside(f + ": 2 elements from 2147483647 do not lie in x, which has length 3",
                () -> f.range.apply(2, x, Integer.MAX_VALUE, y, 0));
        assertArrayEquals(new double[] {4, 5}, y);
    }

    @ParameterizedTest
    @EnumSource
    void rangesMayNotOverlapUnlessTheyAreTheSame(ElementaryFunction f) {
        double[] x = {1, 2, 3, 4, 5}, before = x.clone();
        assertEquals(f + ": the ranges of 3 elements from 0 and from 2 overlap", assertThrows(
                IllegalArgumentException.class, () -> f.range.apply(3, x, 0, x, 2)).getMessage());
        assertEquals(f + ": the ranges of 3 elements from 2 and from 1 overlap", assertThrows(
                IllegalArgumentException.class, () -> f.range.apply(3, x, 2, x, 1)).getMessage());
        Bits.assertSame(before, x, "x");
        f.range.apply(2, x, 0, x, 2);
        double[] expected = {1, 2, f.at(1), f.at(2), 5};
        Bits.assertSame(expected, x, "neighbouring ranges of one array");
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyRangeChangesNothing(ElementaryFunction f) {
        double[] x = {1, 2}, y = {3, 4};
        f.range.apply(0, x, 2, y, 2);
        f.range.apply(0, x, 1, x, 0);
        f.whole.apply(new double[0], new double[0]);
        assertArrayEquals(new double[] {1, 2}, x);
        assertArrayEquals(new double[] {3, 4}, y);
    }

    @ParameterizedTest
    @EnumSource
    void nanStaysNaNWhateverItsBits(ElementaryFunction f) {
        double[] x = new double[19];
        for (int i = 0; i < x.length; i++) x[i] = Double.longBitsToDouble((i % 2 == 0 ? 0x7ffL : 0xfffL) << 52 | i + 1);
        double[] nans = new double[x.length];
        Arrays.fill(nans, NAN);
        Bits.assertSame(nans, f.of(x), f.title);
    }

    @Test
    void valuesAtZeroAndAtTheInfinities() {
        double[] x = {-INF, -Double.MAX_VALUE, -0.0, 0.0, Double.MAX_VALUE, INF};
        Bits.assertSame(new double[] {-1, -1, -0.0, 0.0, 1, 1}, ElementaryFunction.TANH.of(x), "tanh");
        Bits.assertSame(new double[] {0, 0, 0.5, 0.5, 1, 1}, ElementaryFunction.SIGMOID.of(x), "σ");
        Bits.assertSame(new double[] {0, 0, 1, 1, 0, 0}, ElementaryFunction.TANH_DERIVATIVE.of(x), "tanh′");
        Bits.assertSame(new double[] {0, 0, 0.25, 0.25, 0, 0}, ElementaryFunction.SIGMOID_DERIVATIVE.of(x), "σ′");
        Bits.assertSame(new double[] {0, 0, 0, 0, Double.MAX_VALUE, INF}, ElementaryFunction.RELU.of(x), "relu");
        Bits.assertSame(new double[] {0, 0, 0, 0, 1, 1}, ElementaryFunction.RELU_DERIVATIVE.of(x), "relu′");
    }

    @Test
    void valuesOfTheOthersAtZeroAndAtTheInfinities() {
        double[] x = {-INF, -Double.MAX_VALUE, -0.0, 0.0, Double.MAX_VALUE, INF};
        double big = Double.MAX_VALUE, ln2 = 0x1.62e42fefa39efp-1, sixth = 0x1.5555555555555p-3;
        check(x, ElementaryFunction.EXP, 0, 0, 1, 1, INF, INF);
        check(x, ElementaryFunction.EXPM1, -1, -1, -0.0, 0, INF, INF);
        check(x, ElementaryFunction.LOG1P, NAN, NAN, -0.0, 0, 0x1.62e42fefa39efp+9, INF);
        check(x, ElementaryFunction.LOG1P_DERIVATIVE, NAN, NAN, 1, 1, 0x0.4p-1022, 0);
        check(x, ElementaryFunction.ERF, -1, -1, -0.0, 0, 1, 1);
        check(x, ElementaryFunction.ERF_DERIVATIVE, 0, 0, 0x1.20dd750429b6dp0, 0x1.20dd750429b6dp0, 0, 0);
        check(x, ElementaryFunction.SOFTPLUS, 0, 0, ln2, ln2, big, INF);
        check(x, ElementaryFunction.SILU, -0.0, -0.0, -0.0, 0, big, INF);
        check(x, ElementaryFunction.SILU_DERIVATIVE, -0.0, -0.0, 0.5, 0.5, 1, 1);
        check(x, ElementaryFunction.GELU, -0.0, -0.0, -0.0, 0, big, INF);
        check(x, ElementaryFunction.GELU_DERIVATIVE, -0.0, -0.0, 0.5, 0.5, 1, 1);
        check(x, ElementaryFunction.GELU_TANH, -0.0, -0.0, -0.0, 0, big, INF);
        check(x, ElementaryFunction.GELU_TANH_DERIVATIVE, -0.0, -0.0, 0.5, 0.5, 1, 1);
        check(x, ElementaryFunction.ELU, -0.7, -0.7, -0.0, 0, big, INF);
        check(x, ElementaryFunction.ELU_DERIVATIVE, 0, 0, 0.7, 0.7, 1, 1);
        check(x, ElementaryFunction.LEAKY_RELU, -INF, 0.7 * -big, -0.0, 0, big, INF);
        check(x, ElementaryFunction.LEAKY_RELU_DERIVATIVE, 0.7, 0.7, 0.7, 0.7, 1, 1);
        check(x, ElementaryFunction.SOFTSIGN, -1, -1, -0.0, 0, 1, 1);
        check(x, ElementaryFunction.SOFTSIGN_DERIVATIVE, 0, 0, 1, 1, 0, 0);
        check(x, ElementaryFunction.HARD_SIGMOID, 0, 0, 0.5, 0.5, 1, 1);
        check(x, ElementaryFunction.HARD_SIGMOID_DERIVATIVE, 0, 0, sixth, sixth, 0, 0);
    }

    @Test
    void valuesAtPolesAndKinks() {
        check(new double[] {Math.nextDown(-1.0), -1.0}, ElementaryFunction.LOG1P, NAN, -INF);
        check(new double[] {Math.nextDown(-1.0), -1.0}, ElementaryFunction.LOG1P_DERIVATIVE, NAN, INF);
        check(new double[] {-Double.MIN_VALUE, Double.MIN_VALUE}, ElementaryFunction.ELU_DERIVATIVE, 0.7, 1);
        check(new double[] {-3, 3, 1.5}, ElementaryFunction.HARD_SIGMOID, 0, 1, 0.75);
        check(new double[] {-3, 3, Math.nextUp(-3.0)}, ElementaryFunction.HARD_SIGMOID_DERIVATIVE, 0, 0,
                0x1.5555555555555p-3);
    }

    @Test
    void aParameterMustBeFinite() {
        double[] x = {1, 2};
        assertEquals("elu: its parameter is NaN, which is not finite", assertThrows(IllegalArgumentException.class,
                () -> ArrayActivations.elu(NAN, x, x)).getMessage());
        assertEquals("leakyReluDerivative: its parameter is Infinity, which is not finite", assertThrows(
                IllegalArgumentException.class, () -> ArrayDerivatives.leakyReluDerivative(INF, 1, x, 0, x, 0))
                .getMessage());
        assertArrayEquals(new double[] {1, 2}, x);
    }

    private static void check(double[] x, ElementaryFunction f, double... expected) {
        Bits.assertSame(expected, f.of(x), f.title);
    }

    private static void outside(String message, Executable action) {
        assertEquals(message, assertThrows(IndexOutOfBoundsException.class, action).getMessage());
    }
}

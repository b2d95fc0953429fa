package dev.lanewise.demo.fit;

import java.util.Arrays;
import java.util.List;

import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Scaling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StandardiserTest {
    /// 2, 4, 4, 4, 5, 5, 7, 9 have mean 5 and standard deviation 2.
    private static final double[] VALUES = {2, 4, 4, 4, 5, 5, 7, 9};

    private static Scaling learn(double... column) {
        return Standardiser.of(new Dataset(List.of("x"), "y", Matrix.of(column.length, 1, column),
                new double[column.length]));
    }

    /// What the scaling makes of a number: the output of a network that does nothing else.
    private static double standardised(Scaling scaling, double x) {
        return Network.input(1).scaleInputs(scaling).dense(Matrix.of(1, 1, 1), new double[1], Activation.IDENTITY)
                .build().predict(new double[] {x})[0];
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, -7, 1019, -1070})
    void numbersInAnyUnit(int exponent) {
        double[] values = Arrays.stream(VALUES).map(value -> Math.scalb(value, exponent)).toArray();
        Scaling scaling = learn(values);
        assertArrayEquals(new double[] {Math.scalb(5.0, exponent)}, scaling.mean());
        assertEquals(-1.5, standardised(scaling, values[0]));
        assertEquals(2.0, standardised(scaling, values[7]));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.0, -0.0, 1e300, Double.MIN_VALUE, -Double.MAX_VALUE})
    void equalNumbersBecomeZero(double value) {
        double[] values = new double[10];
        Arrays.fill(values, value);
        assertEquals(0.0, standardised(learn(values), value));
    }

    @Test
    void anotherNumberThanTheConstantIsKeptInItsOrderOfMagnitude() {
        assertEquals(7.0, standardised(learn(0, 0, 0), 7));
        assertEquals(0.5, standardised(learn(12, 12), 16));
    }

    @Test
    void aDeviationBelowTheSmallestDoubleIsTheSmallest() {
        double[] scale = learn(0, 0, 0, 0, 0, 0, 0, Double.MIN_VALUE).scale();
        assertArrayEquals(new double[] {Double.MIN_VALUE}, scale);
    }

    @Test
    void aRangeBeyondTheLargestDoubleIsRefused() {
        String sentence = assertThrows(InputException.class, () -> learn(1e308, -1e308)).getMessage();
        assertEquals("the numbers of x are too far apart: their range is beyond the largest double", sentence);
        assertTrue(Double.isFinite(standardised(learn(1e308, -0.7e308), 1e308)));
    }
}

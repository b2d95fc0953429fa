package dev.lanewise.demo.fit;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MomentsTest {
    /// 2, 4, 4, 4, 5, 5, 7, 9 have mean 5 and standard deviation 2.
    private static final double[] VALUES = {2, 4, 4, 4, 5, 5, 7, 9};

    @ParameterizedTest
    @ValueSource(ints = {0, 3, -7, 1019, -1070})
    void ofSmallNumbersInAnyUnit(int exponent) {
        double[] values = Arrays.stream(VALUES).map(value -> Math.scalb(value, exponent)).toArray();
        Moments moments = Moments.of(values);
        assertEquals(5.0, Math.scalb(moments.mean(), moments.exponent() - exponent));
        assertEquals(2.0, Math.scalb(moments.deviation(), moments.exponent() - exponent));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.0, -0.0, 1e300, Double.MIN_VALUE, -Double.MAX_VALUE})
    void equalNumbersHaveNoDeviationAtAll(double value) {
        double[] values = new double[10];
        Arrays.fill(values, value);
        Moments moments = Moments.of(values);
        assertEquals(0.0, moments.deviation());
        assertEquals(value, Math.scalb(moments.mean(), moments.exponent()));
    }

    @Test
    void oppositeExtremesDoNotOverflow() {
        Moments moments = Moments.of(new double[] {Double.MAX_VALUE, -Double.MAX_VALUE});
        assertEquals(0.0, moments.mean());
        assertEquals(Double.MAX_VALUE, Math.scalb(moments.deviation(), moments.exponent()));
    }

    @Test
    void errorsOfAHandfulOfPredictions() {
        Errors errors = Errors.of(new double[] {1, 2, 3, 6}, new double[] {1, 2, 6, 2});
        assertEquals(5.0, errors.residualNorm());
        assertEquals(2.5, errors.rmse());
        assertEquals(4.0, errors.maxError());
        assertEquals(1.0 - 25.0 / 14.0, errors.r2(), 1e-15);
    }

    @Test
    void aConstantTargetHasNoR2() {
        assertEquals(Double.NEGATIVE_INFINITY, Errors.of(new double[] {0.1, 0.1, 0.1}, new double[] {0, 0, 1}).r2());
        assertEquals(Double.NaN, Errors.of(new double[] {0.1, 0.1, 0.1}, new double[] {0.1, 0.1, 0.1}).r2());
    }
}

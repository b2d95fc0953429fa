package dev.lanewise.math;

import dev.lanewise.internal.kernel.Bits;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

import static dev.lanewise.math.ElementaryFunction.SIGMOID;
import static dev.lanewise.math.ElementaryFunction.SIGMOID_DERIVATIVE;
import static dev.lanewise.math.ElementaryFunction.TANH;
import static dev.lanewise.math.ElementaryFunction.TANH_DERIVATIVE;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Symmetries, ranges and limits of tanh, the logistic function σ and their derivatives.
class SigmoidalProperties {
    @Property
    @StatisticsReport(onFailureOnly = true)
    void tanhIsOddToTheBit(@ForAll(supplier = AnyDouble.class) double x) {
        Bits.assertSame(-TANH.at(x), TANH.at(-x), "tanh −x");
        double a = Math.abs(x);
        Statistics.label("regime").collect(a < 0x1p-28 ? "x" : a < 19.1 ? "curved" : "±1").coverage(coverage -> {
            coverage.check("x").percentage(p -> p > 5);
            coverage.check("curved").percentage(p -> p > 20);
            coverage.check("±1").percentage(p -> p > 5);
        });
    }

    @Property
    void theDerivativesAreEvenToTheBit(@ForAll(supplier = AnyDouble.class) double x) {
        Bits.assertSame(TANH_DERIVATIVE.at(x), TANH_DERIVATIVE.at(-x), "tanh′ −x");
        Bits.assertSame(SIGMOID_DERIVATIVE.at(x), SIGMOID_DERIVATIVE.at(-x), "σ′(−x)");
    }

    @Property
    void rangesAreKept(@ForAll(supplier = AnyDouble.class) double x) {
        if (Double.isNaN(x)) return;
        assertTrue(Math.abs(TANH.at(x)) <= 1, "|tanh x| ≤ 1");
        assertTrue(Math.abs(TANH.at(x)) <= Math.abs(x), "|tanh x| ≤ |x|");
        assertTrue(SIGMOID.at(x) >= 0 && SIGMOID.at(x) <= 1, "σ(x) in [0, 1]");
        assertTrue(TANH_DERIVATIVE.at(x) >= 0 && TANH_DERIVATIVE.at(x) <= 1, "tanh′ x in [0, 1]");
        assertTrue(SIGMOID_DERIVATIVE.at(x) >= 0 && SIGMOID_DERIVATIVE.at(x) <= 0.25, "σ′(x) in [0, ¼]");
    }

    /// The next term, x³/3, is below a third of 2⁻⁵⁶ of x.
    @Property
    void tanhOfTheSmallIsTheArgument(@ForAll @LongRange(min = 0, max = 0x3e2_fffffffffffffL) long bits) {
        double x = Double.longBitsToDouble(bits);
        assertTrue(x < 0x1p-28);
        Bits.assertSame(x, TANH.at(x), "tanh x");
        Bits.assertSame(-x, TANH.at(-x), "tanh −x");
    }

    /// σ(x) and σ(−x) err by at most 0.52·2⁻⁵³ each where they are below 1: their sum is within an ulp of 1, 2⁻⁵².
    @Property
    void sigmoidsOfOppositeNumbersAddToOne(@ForAll(supplier = AnyDouble.class) double x) {
        if (Double.isNaN(x)) return;
        assertTrue(Math.abs(SIGMOID.at(x) + SIGMOID.at(-x) - 1) <= 0x1p-52, "σ(x) + σ(−x)");
    }

    @Property
    void tanhAndSigmoidIncrease(@ForAll(supplier = AnyDouble.class) double x,
            @ForAll(supplier = AnyDouble.class) double y) {
        if (Double.isNaN(x) || Double.isNaN(y)) return;
        double low = Math.min(x, y), high = Math.max(x, y);
        assertTrue(TANH.at(low) <= TANH.at(high), "tanh");
        assertTrue(SIGMOID.at(low) <= SIGMOID.at(high), "σ");
    }

    /// The same bell at two scales, which are powers of two: equal to the bit unless the last step rounds to a
    /// subnormal.
    @Property
    void tanhDerivativeIsFourTimesTheSigmoidDerivativeOfTwice(@ForAll(supplier = AnyDouble.class) double x) {
        double narrow = TANH_DERIVATIVE.at(x), wide = SIGMOID_DERIVATIVE.at(2 * x);
        if (wide >= Double.MIN_NORMAL || Double.isNaN(x)) {
            Bits.assertSame(4 * wide, narrow, "tanh′ x and 4σ′(2x)");
        } else {
            assertTrue(Math.abs(narrow - 4 * wide) <= 4 * Double.MIN_VALUE, "tanh′ x and 4σ′(2x)");
        }
    }

    /// tanh x = 1 − 2e^(−2x) + … rounds to 1 from 55/2·ln2 on, σ(x) = 1 − e^(−x) + … from 54·ln2 on, and e^x to 0 below
    /// −1075·ln2.
    @Property(tries = 300)
    void saturationIsExact(@ForAll @LongRange(min = 0, max = 1L << 58) long steps) {
        double beyondTanh = Double.longBitsToDouble(Double.doubleToLongBits(0x1.30fc1931f09cap+4) + steps);
        double beyondSigmoid = Double.longBitsToDouble(Double.doubleToLongBits(0x1.2b708872320e2p+5) + steps);
        double belowSigmoid = -Double.longBitsToDouble(Double.doubleToLongBits(0x1.74910d52d3052p+9) + steps);
        Bits.assertSame(1.0, TANH.at(beyondTanh), "tanh " + beyondTanh);
        Bits.assertSame(1.0, SIGMOID.at(beyondSigmoid), "σ(" + beyondSigmoid + ")");
        Bits.assertSame(0.0, SIGMOID.at(belowSigmoid), "σ(" + belowSigmoid + ")");
    }

    @Example
    void littleBeforeSaturationTheResultIsTheNeighbourOfTheLimit() {
        Bits.assertSame(Math.nextDown(1.0), TANH.at(19.03), "tanh");
        Bits.assertSame(Math.nextDown(1.0), SIGMOID.at(37.37), "σ to 1");
        Bits.assertSame(Double.MIN_VALUE, SIGMOID.at(-744.5), "σ to 0");
    }
}

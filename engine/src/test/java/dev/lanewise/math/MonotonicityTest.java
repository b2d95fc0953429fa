package dev.lanewise.math;

import dev.lanewise.internal.kernel.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// tanh and σ never fall from one double to the next, looked at where rounding or the algorithm could make them.
class MonotonicityTest {
    /// ln2/4: reduction goes from one n to the next at odd multiples of it, for tanh; at twice those for σ.
    private static final double QUARTER_LN2 = 0x1.62e42fefa39efp-3;

    /// Where the result goes from one double to the next, the exact value is half-way between two: there an error of
    /// a hundredth of an ulp decides.
    @ParameterizedTest
    @EnumSource(names = {"TANH", "SIGMOID"})
    void aroundTheStepsOfTheResult(ElementaryFunction f) {
        Samples samples = new Samples(1);
        for (int i = 0; i < 300; i++) risesAround(f, stepAfter(f, samples.uniform() * 18), 100);
    }

    @ParameterizedTest
    @EnumSource(names = {"TANH", "SIGMOID"})
    void aroundTheSeamsOfTheReduction(ElementaryFunction f) {
        double unit = f == ElementaryFunction.TANH ? QUARTER_LN2 : 2 * QUARTER_LN2;
        for (int k = 1; k < 2200; k += k < 120 ? 1 : 2) {
            risesAround(f, k * unit, 30);
            risesAround(f, -k * unit, 30);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TANH", "SIGMOID"})
    void atEveryExponent(ElementaryFunction f) {
        Samples samples = new Samples(2);
        for (int exponent = 0; exponent < 2047; exponent++) {
            double x = Double.longBitsToDouble((long) exponent << 52 | samples.bits() >>> 12);
            risesAround(f, x, 5);
            risesAround(f, -x, 5);
        }
    }

    /// The last x from `from` on whose result is still f(from), by bisection.
    private static double stepAfter(ElementaryFunction f, double from) {
        double level = f.at(from), low = from, high = from, step = Math.ulp(from);
        while (f.at(high) <= level) {
            high = from + step;
            step *= 2;
        }
        while (Math.nextUp(low) < high) {
            double middle = low + (high - low) / 2;
            if (f.at(middle) <= level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void risesAround(ElementaryFunction f, double centre, int steps) {
        double[] x = new double[2 * steps + 1];
        x[steps] = centre;
        for (int i = 1; i <= steps; i++) {
            x[steps + i] = Math.nextUp(x[steps + i - 1]);
            x[steps - i] = Math.nextDown(x[steps - i + 1]);
        }
        double[] y = f.of(x);
        for (int i = 1; i < x.length; i++) {
            int at = i;
            assertTrue(y[i - 1] <= y[i], () -> f + " falls at " + Double.toHexString(x[at]));
        }
    }
}

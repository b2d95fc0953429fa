package dev.lanewise.math;

import java.math.BigDecimal;
import java.math.MathContext;

import dev.lanewise.internal.kernel.Bits;
import dev.lanewise.internal.kernel.Samples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static dev.lanewise.internal.kernel.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// softmax and log-softmax: their accuracy, their values at the edges, their derivatives, what they refuse.
class SoftmaxTest {
    private static final MathContext DIGITS = new MathContext(70);
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    @Test
    void everyComponentIsWithinItsBound() {
        for (int n : new int[] {1, 2, 3, 8, 9, 17, 60}) {
            for (double scale : new double[] {1e-9, 1, 30, 700, 1e5}) {
                accurate(scaled(n, n, scale));
            }
        }
        accurate(0.1, 700.3, -0.2);
        accurate(1e300, 1e300, -1e300);
        accurate(0, -36.9, -37, -700.7);
        accurate(0x1.000001p10, 0x1.1p-40, 323.456789);
    }

    /// Every 97th component; all of them are in the sum.
    @Test
    @Tag("once")
    void longRowsToo() {
        within(4, 3, errors(97, scaled(10_000, 10_000, 30)));
        within(4, 3, errors(97, scaled(10_000, 10_000, 700)));
        within(4, 3, errors(97, scaled(100_000, 100_000, 5)));
    }

    /// Those of docs/accuracy.md.
    @Test
    @Tag("once")
    void theLargestErrorsSeen() {
        assertEquals(1.9499, errors(1, scaled(10_000_000, 10_000, 1))[0], 0.00006);
        assertEquals(1.3038, errors(1, scaled(9061, 9, 5))[1], 0.00006);
    }

    private static double[] scaled(long seed, int n, double scale) {
        double[] x = new Samples(seed).uniform(n);
        for (int i = 0; i < n; i++) x[i] *= scale;
        return x;
    }

    private static void accurate(double... x) {
        within(4, 3, errors(1, x));
    }

    private static void within(double softmax, double logSoftmax, double[] errors) {
        assertTrue(errors[0] <= softmax, "softmax: " + errors[0] + " ulp");
        assertTrue(errors[1] <= logSoftmax, "log-softmax: " + errors[1] + " ulp");
    }

    /// The largest error of softmax and that of log-softmax, in ulps, of every `step`-th component.
    private static double[] errors(int step, double... x) {
        int n = x.length;
        double largest = Double.NEGATIVE_INFINITY;
        for (double v : x) largest = Math.max(largest, v);
        BigDecimal[] difference = new BigDecimal[n], power = new BigDecimal[n];
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < n; i++) {
            difference[i] = new BigDecimal(x[i]).subtract(new BigDecimal(largest));
            power[i] = Reference.exp(difference[i].max(BigDecimal.valueOf(-2000)));
            sum = sum.add(power[i]); // exactly: the sum less 1 may be tiny
        }
        BigDecimal log = Reference.log1p(sum.subtract(BigDecimal.ONE));
        double[] p = new double[n], l = new double[n];
        Softmax.softmax(x, p);
        Softmax.logSoftmax(x, l);
        double[] errors = new double[2];
        for (int i = 0; i < n; i += step) {
            errors[0] = Math.max(errors[0], Reference.ulps(p[i], power[i].divide(sum, DIGITS)));
            errors[1] = Math.max(errors[1], Reference.ulps(l[i], difference[i].subtract(log, DIGITS)));
        }
        return errors;
    }

    @Test
    void aLongRowAddsUpToOne() {
        double[] p = new Samples(1).uniform(100_000);
        Softmax.softmax(p, p);
        BigDecimal sum = BigDecimal.ZERO;
        for (double v : p) sum = sum.add(new BigDecimal(v));
        assertEquals(1.0, sum.doubleValue(), 4 * 0x1p-52);
    }

    @Test
    void edges() {
        check(new double[] {5}, new double[] {1}, new double[] {0});
        check(new double[] {-INF, 3}, new double[] {0, 1}, new double[] {-INF, 0});
        check(new double[] {1000, 0}, new double[] {1, 0}, new double[] {0, -1000});
        check(new double[] {Double.MAX_VALUE, -Double.MAX_VALUE}, new double[] {1, 0}, new double[] {0, -INF});
        check(new double[] {1, NAN, 2}, new double[] {NAN, NAN, NAN}, new double[] {NAN, NAN, NAN});
        check(new double[] {1, INF}, new double[] {NAN, NAN}, new double[] {NAN, NAN});
        check(new double[] {-INF, -INF}, new double[] {NAN, NAN}, new double[] {NAN, NAN});
        check(new double[0], new double[0], new double[0]);
    }

    private static void check(double[] x, double[] softmax, double[] logSoftmax) {
        double[] y = new double[x.length];
        Softmax.softmax(x, y);
        Bits.assertSame(softmax, y, "softmax");
        Softmax.logSoftmax(x, y);
        Bits.assertSame(logSoftmax, y, "log-softmax");
    }

    /// (f(x + hv) − f(x − hv))/2h is Jv up to h² and 2⁻⁵³/h.
    @Test
    void theDerivativesAreThoseOfTheFunctions() {
        double h = 0x1p-17;
        for (int n : new int[] {1, 2, 7, 40}) {
            double[] x = new Samples(n).uniform(n), v = new Samples(n + 1).uniform(n);
            double[] right = new double[n], left = new double[n], p = new double[n], jv = new double[n];
            for (int i = 0; i < n; i++) {
                right[i] = Math.fma(h, v[i], x[i]);
                left[i] = Math.fma(-h, v[i], x[i]);
            }
            double[] logRight = right.clone(), logLeft = left.clone();
            Softmax.softmax(x, p);
            Softmax.softmax(right, right);
            Softmax.softmax(left, left);
            Softmax.softmaxDerivative(p, v, jv);
            for (int i = 0; i < n; i++) assertEquals((right[i] - left[i]) / (2 * h), jv[i], 1e-9);
            Softmax.logSoftmax(logRight, logRight);
            Softmax.logSoftmax(logLeft, logLeft);
            Softmax.logSoftmaxDerivative(p, v, v);
            for (int i = 0; i < n; i++) assertEquals((logRight[i] - logLeft[i]) / (2 * h), v[i], 1e-9);
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        double[] x = {1, 2, 3}, y = {4, 5};
        refused("softmax: x has length 3 but y has length 2", () -> Softmax.softmax(x, y));
        refused("logSoftmax: x has length 3 but y has length 2", () -> Softmax.logSoftmax(x, y));
        refused("softmax: the ranges of 2 elements from 0 and from 1 overlap", () -> Softmax.softmax(2, x, 0, x, 1));
        assertEquals("logSoftmax: 3 elements from 0 do not lie in y, which has length 2", assertThrows(
                IndexOutOfBoundsException.class, () -> Softmax.logSoftmax(3, x, 0, y, 0)).getMessage());
        refused("softmaxDerivative: p has length 3, v has length 2 and y has length 3",
                () -> Softmax.softmaxDerivative(x, y, x));
        refused("logSoftmaxDerivative: p has length 3, v has length 3 and y has length 2",
                () -> Softmax.logSoftmaxDerivative(x, x, y));
        Bits.assertSame(new double[] {4, 5}, y, "y");
    }
}

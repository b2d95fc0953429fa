package dev.lanewise.math;

import java.util.Arrays;

import dev.lanewise.internal.kernel.Bits;
import dev.lanewise.internal.kernel.Samples;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// A result depends on its argument alone: not on where it stands, what stands beside it, or where the result goes.
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE) // no seed is special, and small shapes come by themselves
class ElementwiseProperties {
    @Provide
    Arbitrary<double[]> arrays() {
        return new AnyDouble().get().array(double[].class).ofMaxSize(70);
    }

    @Property(tries = 300)
    @StatisticsReport(onFailureOnly = true)
    void oneNumberAtATimeGivesTheSameBits(@ForAll ElementaryFunction f, @ForAll("arrays") double[] x) {
        double[] singles = Arrays.stream(x).map(f::at).toArray();
        Bits.assertSame(singles, f.of(x), f.title);
        Statistics.label("length").collect(x.length % 8 == 0 ? "whole vectors" : "a tail").coverage(coverage -> {
            coverage.check("whole vectors").percentage(p -> p > 2);
            coverage.check("a tail").percentage(p -> p > 50);
        });
    }

    @Property(tries = 300)
    void thePlaceInTheArrayDoesNotMatter(@ForAll ElementaryFunction f,
            @ForAll(supplier = AnyDouble.class) double value, @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll long seed) {
        double expected = f.at(value);
        double[] others = new Samples(seed).awkward(n);
        for (int i = 0; i < n; i++) {
            double[] x = others.clone();
            x[i] = value;
            Bits.assertSame(expected, f.of(x)[i], "%s(%s) at %d of %d".formatted(f, value, i, n));
        }
    }

    @Property(tries = 300)
    void inPlaceIsTheSameAsElsewhere(@ForAll ElementaryFunction f, @ForAll("arrays") double[] x) {
        double[] argument = x.clone(), expected = f.of(x), inRange = x.clone();
        Bits.assertSame(argument, x, "the argument");
        f.whole.apply(x, x);
        Bits.assertSame(expected, x, f + " in place");
        f.range.apply(inRange.length, inRange, 0, inRange, 0);
        Bits.assertSame(expected, inRange, f + " in place, as a range");
    }

    @Property(tries = 300)
    void aRangeChangesNothingButItself(@ForAll ElementaryFunction f, @ForAll("arrays") double[] values,
            @ForAll @IntRange(max = 9) int xOff, @ForAll @IntRange(max = 9) int yOff, @ForAll boolean oneArray) {
        int n = values.length;
        double[] x = new double[2 * (n + 9)], y = oneArray ? x : new double[n + 20];
        Arrays.fill(x, 3.0);
        Arrays.fill(y, 3.0);
        int to = oneArray ? xOff + n + yOff : yOff;
        System.arraycopy(values, 0, x, xOff, n);
        double[] expected = y.clone();
        System.arraycopy(f.of(values), 0, expected, to, n);
        f.range.apply(n, x, xOff, y, to);
        Bits.assertSame(expected, y, f + " from " + xOff + " to " + to);
    }

    @Property
    void noNumberGivesNaN(@ForAll ElementaryFunction f, @ForAll(supplier = AnyDouble.class) double x) {
        assertEquals(Double.isNaN(x) || !f.isDefinedAt(x), Double.isNaN(f.at(x)), () -> f + "(" + x + ")");
    }

    @Property
    void reluIsTheLargerOfTheNumberAndZero(@ForAll(supplier = AnyDouble.class) double x) {
        Bits.assertSame(Math.max(x, 0.0), ElementaryFunction.RELU.at(x), "relu");
        double slope = Double.isNaN(x) ? x : x > 0 ? 1.0 : 0.0;
        Bits.assertSame(slope, ElementaryFunction.RELU_DERIVATIVE.at(x), "relu′");
    }
}

package dev.lanewise.math;

import java.util.concurrent.atomic.AtomicInteger;

import dev.lanewise.concurrent.FourThreads;
import dev.lanewise.concurrent.Workers;
import dev.lanewise.internal.kernel.Bits;
import dev.lanewise.internal.kernel.Samples;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// A function that several threads apply has the bits that one gives.
@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE) // no seed is special, and small shapes come by themselves
class SharedOutProperties {
    @Provide
    Arbitrary<Workers> workers() {
        return Arbitraries.of(1, 2, 3, 8, 1000).map(FourThreads::inParts);
    }

    @Property
    void wholeArrays(@ForAll ElementaryFunction f, @ForAll @IntRange(max = 3000) int n, @ForAll long seed,
            @ForAll("workers") Workers workers) {
        double[] x = new Samples(seed).awkward(n), y = new double[n], argument = x.clone();
        ArrayMath.apply(f.range::apply, x, y, workers);
        Bits.assertSame(argument, x, "the argument");
        Bits.assertSame(f.of(x), y, f.title);
        ArrayMath.apply(f.range::apply, x, x, workers);
        Bits.assertSame(y, x, f + " in place");
    }

    @Property
    void rangesAndNothingButThem(@ForAll ElementaryFunction f, @ForAll @IntRange(max = 1000) int n,
            @ForAll @IntRange(max = 9) int xOff, @ForAll @IntRange(max = 9) int yOff, @ForAll long seed,
            @ForAll("workers") Workers workers) {
        Samples samples = new Samples(seed);
        double[] x = samples.awkward(n + 9), y = samples.awkward(n + 20), expected = y.clone();
        f.range.apply(n, x, xOff, expected, yOff);
        ArrayMath.apply(f.range::apply, n, x, xOff, y, yOff, workers);
        Bits.assertSame(expected, y, f + " from " + xOff + " to " + yOff);
    }

    /// At 1.5 ns an element, 20,000 are worth no second thread, and 100,000 are worth 150/40 = 3.
    @Example
    void threadsAreWokenForWorkThatIsWorthIt() {
        AtomicInteger woken = new AtomicInteger();
        Workers eight = Workers.of(task -> woken.incrementAndGet(), 8);
        ArrayMath.apply(ArrayMath::relu, new double[20_000], new double[20_000], eight);
        assertEquals(0, woken.get());
        ArrayMath.apply(ArrayMath::relu, new double[100_000], new double[100_000], eight);
        assertEquals(2, woken.get(), "beside the caller");
    }

    @Example
    void overlapIsRefusedEvenWhereItSpansParts() {
        double[] x = new double[2000];
        assertMessage("apply: the ranges of 1500 elements from 0 and from 400 overlap",
                () -> ArrayMath.apply(ArrayMath::tanh, 1500, x, 0, x, 400, FourThreads.inParts(8)));
        assertMessage("apply: 1500 elements from 501 do not lie in y, which has length 2000",
                () -> ArrayMath.apply(ArrayMath::tanh, 1500, x, 0, x, 501, FourThreads.inParts(8)));
        assertMessage("apply: x has length 2000 but y has length 3",
                () -> ArrayMath.apply(ArrayMath::tanh, x, new double[3], FourThreads.inParts(8)));
    }

    private static void assertMessage(String message, Runnable mistake) {
        assertEquals(message, assertThrows(RuntimeException.class, mistake::run).getMessage());
    }
}

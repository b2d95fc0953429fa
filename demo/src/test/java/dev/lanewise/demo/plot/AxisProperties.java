package dev.lanewise.demo.plot;

import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AxisProperties {
    private static final double[] CORNERS = {0, -0.0, 1, -1, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL,
            Double.MAX_VALUE, -Double.MAX_VALUE, Math.nextUp(1), 1e300, 1e-300, 1e-12, 0.1, 10};

    /// Every magnitude, and pairs that are close together.
    @Provide
    Arbitrary<double[]> pairs() {
        Arbitrary<Double> any = Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
        Arbitrary<Double> finite = Arbitraries.oneOf(any,
                Arbitraries.integers().between(0, CORNERS.length - 1).map(i -> CORNERS[i]));
        Arbitrary<Double> nearness = Arbitraries.integers().between(0, 18).map(e -> StrictMath.pow(10, -e));
        Arbitrary<double[]> close = Combinators.combine(finite, nearness)
                .as((a, e) -> new double[] {a, Math.clamp(a * (1 + e), -Double.MAX_VALUE, Double.MAX_VALUE)});
        return Arbitraries.oneOf(Combinators.combine(finite, finite).as((a, b) -> new double[] {a, b}), close);
    }

    @Property
    void linearTicksAreFewEvenAndDistinct(@ForAll("pairs") double[] ends,
            @ForAll @IntRange(min = 8, max = 12) int most) {
        Axis axis = Axis.linear(ends[0], ends[1]);
        List<Ticks.Tick> ticks = axis.ticks(most).major();
        assertTrue(ticks.size() >= 3 && ticks.size() <= most, () -> axis + ": " + ticks);
        assertWithin(axis, ticks);
        for (int i = 2; i < ticks.size(); i++) {
            double before = axis.at(ticks.get(i - 1).value()) - axis.at(ticks.get(i - 2).value());
            double step = axis.at(ticks.get(i).value()) - axis.at(ticks.get(i - 1).value());
            assertEquals(before, step, 1e-6, () -> axis + ": " + ticks);
        }
    }

    @Property
    void logarithmicTicksAreFewAndDistinct(@ForAll("pairs") double[] ends,
            @ForAll @IntRange(min = 8, max = 12) int most) {
        Axis axis = Axis.logarithmic(positive(ends[0]), positive(ends[1]));
        Ticks ticks = axis.ticks(most);
        assertTrue(ticks.major().size() >= 2 && ticks.major().size() <= most, () -> axis + ": " + ticks);
        assertWithin(axis, ticks.major());
        for (double minor : ticks.minor()) assertTrue(axis.low() <= minor && minor <= axis.high());
    }

    @Property
    void theEndsOfAnAxisAreAtZeroAndOne(@ForAll("pairs") double[] ends) {
        Axis linear = Axis.linear(ends[0], ends[1]).padded(0.05);
        assertEquals(0, linear.at(linear.low()));
        assertEquals(1, linear.at(linear.high()));
        Axis logarithmic = Axis.logarithmic(positive(ends[0]), positive(ends[1])).padded(0.05);
        assertEquals(0, logarithmic.at(logarithmic.low()));
        assertEquals(1, logarithmic.at(logarithmic.high()));
    }

    @Property
    void whatWasGivenIsOnTheAxis(@ForAll("pairs") double[] ends) {
        Axis axis = Axis.linear(ends[0], ends[1]);
        for (double end : ends) assertTrue(axis.low() <= end && end <= axis.high() && axis.low() < axis.high());
    }

    private static double positive(double value) {
        return Math.max(Math.abs(value), Double.MIN_VALUE);
    }

    private static void assertWithin(Axis axis, List<Ticks.Tick> ticks) {
        for (int i = 0; i < ticks.size(); i++) {
            double value = ticks.get(i).value();
            assertTrue(axis.low() <= value && value <= axis.high(), () -> axis + ": " + ticks);
            assertTrue(i == 0 || ticks.get(i - 1).value() < value, () -> axis + ": " + ticks);
        }
        assertEquals(ticks.size(), ticks.stream().map(Ticks.Tick::label).distinct().count(), () -> axis + ": " + ticks);
    }
}

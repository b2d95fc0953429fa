package dev.lanewise.demo.solve;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DistributionTest {
    private static Distribution of(double[] values) {
        Distribution distribution = new Distribution();
        for (double value : values) distribution.add(value);
        return distribution;
    }

    private static double[] many(IntToDoubleFunction value) {
        double[] values = new double[Distribution.MOST_KEPT + 7];
        Arrays.setAll(values, value);
        return values;
    }

    private static void assertNear(Quartiles exact, Quartiles counted) {
        assertEquals(exact.min(), counted.min());
        assertEquals(exact.max(), counted.max());
        assertEquals(exact.lower(), counted.lower(), Math.abs(exact.lower()) / 8192);
        assertEquals(exact.median(), counted.median(), Math.abs(exact.median()) / 8192);
        assertEquals(exact.upper(), counted.upper(), Math.abs(exact.upper()) / 8192);
    }

    @Test
    void fewAreExact() {
        double[] values = Arrays.copyOf(many(i -> StrictMath.sin(i)), Distribution.MOST_KEPT);
        Distribution distribution = of(values);
        assertTrue(distribution.isExact());
        assertEquals(Quartiles.of(values), distribution.quartiles());
        assertEquals(new Quartiles(7, 7, 7, 7, 7), of(new double[] {7}).quartiles());
    }

    @Test
    void manyAreCounted() {
        SplittableRandom random = new SplittableRandom(1);
        for (double[] values : new double[][] {many(i -> random.nextDouble(-1, 3)), many(i -> StrictMath.exp(random
                .nextDouble(-700, 700))), many(i -> -StrictMath.exp(random.nextDouble(-300, 700))),
                many(i -> i % 7 - 3e6),
                many(i -> i % 3 == 0 ? Double.POSITIVE_INFINITY : -i), many(i -> -0.25)}) {
            Distribution distribution = of(values);
            assertFalse(distribution.isExact());
            assertNear(Quartiles.of(values), distribution.quartiles());
        }
    }

    @Test
    void zerosAreZeros() {
        assertEquals(new Quartiles(-1, 0, 0, 0, 2), of(many(i -> i == 0 ? -1 : i == 9 ? 2 : 0)).quartiles());
        assertEquals(new Quartiles(0, 0, 0, 0, 0), of(many(i -> i % 2 == 0 ? 0.0 : -0.0)).quartiles());
    }
}

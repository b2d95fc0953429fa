package dev.lanewise.random;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// The short way and the long one, bit for bit.
class NearestLogarithmTest {
    @Test
    void arguments() {
        MersenneTwister twister = new MersenneTwister(7);
        check(IntStream.range(0, 2_000_000).mapToDouble(i -> 0x1p-32 * (Integer.toUnsignedLong(twister.next()) + 0.5)));
        check(IntStream.range(0, 200_000).mapToDouble(i -> Math.scalb(1 + (twister.next() >>> 1) * 0x1p-31,
                i % 2046 - 1022)));
    }

    @Test
    void aroundOneAndTheEndsOfTheRangeOfM() {
        for (double centre : new double[] {1, 2, 0.5, Logarithm.SQRT_HALF, 2 * Logarithm.SQRT_HALF, 0x1p-104}) {
            check(IntStream.rangeClosed(-3000, 3000).mapToDouble(i -> centre + i * Math.ulp(centre)));
        }
        check(IntStream.rangeClosed(1, 52).mapToDouble(e -> Math.scalb(1.0, -e)).flatMap(d -> DoubleStream.of(1 - d,
                1 + d)));
        check(DoubleStream.of(Double.MIN_NORMAL, Double.MAX_VALUE));
    }

    /// The hardest double to round for ln, [LogarithmTest].
    @Test
    void theHardest() {
        check(DoubleStream.of(0x1.62a88613629b6p678));
    }

    private static void check(DoubleStream points) {
        points.forEach(x -> assertEquals(Logarithm.of(x).hi(), NearestLogarithm.of(x), () -> "at " + Double.toHexString(
                x)));
    }
}

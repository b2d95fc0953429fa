package dev.lanewise.random;

import java.math.BigDecimal;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LogarithmTest {
    /// The hardest double to round for ln: 65 zero bits follow the 53 bits of its logarithm (V. Lefèvre and J.-M.
    /// Muller, Worst cases for correct rounding of the elementary functions in double precision, ARITH-15, 2001).
    private static final double WORST_CASE = 0x1.62a88613629b6p678;
    private static final BigDecimal BOUND = new BigDecimal(0x1p-90);

    /// Every exponent that r² can have in the polar method, every 31st of all normal doubles, both sides of 1 and of
    /// the ends of the range of m.
    private static DoubleStream points() {
        MersenneTwister twister = new MersenneTwister(1);
        DoubleStream everyScale = IntStream.concat(IntStream.rangeClosed(-104, 1),
                IntStream.iterate(-1022, e -> e <= 1023, e -> e + 31))
                .mapToDouble(e -> Math.scalb(1 + (twister.next() >>> 1) * 0x1p-31, e));
        DoubleStream nearOne = IntStream.rangeClosed(1, 52).mapToDouble(e -> Math.scalb(1.0, -e))
                .flatMap(d -> DoubleStream.of(1 - d, 1 + d));
        DoubleStream nearTheEnds = IntStream.rangeClosed(-10, 10).mapToDouble(i -> i * 0x1p-53)
                .flatMap(d -> DoubleStream.of(0x1.6a09e667f3bcdp-1 + d, 0x1.6a09e667f3bcdp-9 + d * 0x1p-8));
        DoubleStream uniform = DoubleStream.of(new NumpyRandom(3).rand(300));
        DoubleStream extremes = DoubleStream.of(1 - 0x1p-53, Double.MIN_NORMAL, Double.MAX_VALUE, 0x1p-104, WORST_CASE);
        return Stream.of(everyScale, nearOne, nearTheEnds, uniform, extremes).flatMapToDouble(part -> part);
    }

    @Test
    void relativeErrorIsBelowTwoToTheMinus90() {
        points().forEach(x -> {
            DoubleDouble ln = Logarithm.of(x);
            BigDecimal exact = BigLogarithm.of(x);
            BigDecimal error = new BigDecimal(ln.hi()).add(new BigDecimal(ln.lo())).subtract(exact).abs();
            assertTrue(error.compareTo(BOUND.multiply(exact.abs())) <= 0, () -> "at " + Double.toHexString(x));
        });
    }

    @Test
    void highPartIsCorrectlyRounded() {
        points().forEach(
                x -> assertEquals(BigLogarithm.of(x).doubleValue(), Logarithm.of(x).hi(),
                        () -> "at " + Double.toHexString(x)));
    }

    @Test
    void highPartIsWithinHalfAnUlp() {
        points().forEach(x -> {
            double ln = Logarithm.of(x).hi();
            BigDecimal error = new BigDecimal(ln).subtract(BigLogarithm.of(x)).abs();
            assertTrue(error.compareTo(new BigDecimal(Math.ulp(ln) / 2)) <= 0, () -> "at " + Double.toHexString(x));
        });
    }

    @Test
    void logarithmOfOneIsPlusZero() {
        assertEquals(new DoubleDouble(0.0, 0.0), Logarithm.of(1));
    }
}

package dev.lanewise.random;

import java.util.HexFormat;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// Against what NumPy drew, on the bits.
class NumpyRandomTest {
    static List<List<String>> rand() {
        return Golden.lines("rand.txt");
    }

    static List<List<String>> randn() {
        return Golden.lines("randn.txt");
    }

    static List<List<String>> randChecksums() {
        return Golden.lines("rand-checksum.txt");
    }

    static List<List<String>> randnChecksums() {
        return Golden.lines("randn-checksum.txt");
    }

    @ParameterizedTest
    @MethodSource("rand")
    void randIsNumpys(List<String> seedAndValues) {
        double[] expected = Golden.doubles(seedAndValues.subList(1, seedAndValues.size()));
        assertEquals(16, expected.length);
        assertSameBits(expected, seeded(seedAndValues.get(0)).rand(expected.length));
    }

    @ParameterizedTest
    @MethodSource("randn")
    void randnIsNumpys(List<String> seedAndValues) {
        double[] expected = Golden.doubles(seedAndValues.subList(1, seedAndValues.size()));
        assertEquals(16, expected.length);
        assertSameBits(expected, seeded(seedAndValues.get(0)).randn(expected.length));
    }

    @ParameterizedTest
    @MethodSource("randChecksums")
    void aMillionRandAreNumpys(List<String> seedAndChecksum) {
        NumpyRandom random = seeded(seedAndChecksum.get(0));
        assertEquals(seedAndChecksum.get(1), checksum(1_000_000, random::rand));
    }

    /// What NumPy's randn would be if the C library's logarithm were correctly rounded: the same on every machine.
    @ParameterizedTest
    @MethodSource("randnChecksums")
    void twoHundredThousandRandnHaveTheCorrectlyRoundedLogarithm(List<String> seedAndChecksum) {
        NumpyRandom random = seeded(seedAndChecksum.get(0));
        assertEquals(seedAndChecksum.get(1), checksum(200_000, random::randn));
    }

    /// Golden and ours are both fixed, so the count is exact. In each of the three places glibc's logarithm is the
    /// farther one of the two doubles beside the true value.
    @Test
    void randnDiffersFromNumpysInThreeOfTwentyThousandAndByOneUlp() {
        double[] numpys = Golden.binary("randn-20000.bin");
        double[] ours = new NumpyRandom(42).randn(20_000);
        assertEquals(ours.length, numpys.length);
        int differing = 0;
        long largest = 0;
        for (int i = 0; i < ours.length; i++) {
            long ulps = Math.abs(Double.doubleToRawLongBits(ours[i]) - Double.doubleToRawLongBits(numpys[i]));
            if (ulps > 0) differing++;
            largest = Math.max(largest, ulps);
        }
        assertEquals(3, differing, "values that differ from NumPy's");
        assertEquals(1, largest, "largest difference in ulps");
    }

    @Test
    void aWaitingGaussSurvivesRandAsInNumpy() {
        NumpyRandom random = new NumpyRandom(42);
        for (List<String> line : Golden.lines("interleaved.txt")) {
            int n = Integer.parseInt(line.get(1));
            double[] expected = Golden.doubles(line.subList(2, line.size()));
            assertEquals(n, expected.length);
            assertSameBits(expected, line.get(0).equals("rand") ? random.rand(n) : random.randn(n));
        }
    }

    /// 2⁵³·rand() is an integer made of 27 and 26 bits of the first two words.
    @Test
    void randIsTwentySevenBitsOfOneWordAndTwentySixOfTheNext() {
        MersenneTwister twister = new MersenneTwister(42);
        long high = Integer.toUnsignedLong(twister.next()) / 32;
        long low = Integer.toUnsignedLong(twister.next()) / 64;
        assertEquals((double) (high * 67108864 + low), new NumpyRandom(42).rand() * 9007199254740992.0);
    }

    @Test
    void nothingIsDrawnForZero() {
        NumpyRandom random = new NumpyRandom(42);
        assertEquals(0, random.rand(0).length);
        assertEquals(0, random.randn(0).length);
        assertEquals(new NumpyRandom(42).rand(), random.rand());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 4294967296L, Long.MIN_VALUE, Long.MAX_VALUE})
    void seedsOutOfRangeAreRefused(long seed) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new NumpyRandom(seed));
        assertEquals("NumpyRandom: the seed must lie between 0 and 4294967295, but is " + seed, refusal.getMessage());
    }

    @Test
    void negativeCountsAreRefused() {
        NumpyRandom random = new NumpyRandom(42);
        assertEquals("rand: n must not be negative, but is -1",
                assertThrows(IllegalArgumentException.class, () -> random.rand(-1)).getMessage());
        assertEquals("randn: n must not be negative, but is -3",
                assertThrows(IllegalArgumentException.class, () -> random.randn(-3)).getMessage());
    }

    private static NumpyRandom seeded(String seed) {
        return new NumpyRandom(Long.parseLong(seed));
    }

    /// h = 31 h + bits, modulo 2⁶⁴, in hexadecimal.
    private static String checksum(int n, DoubleSupplier values) {
        long h = 0;
        for (int i = 0; i < n; i++) h = 31 * h + Double.doubleToRawLongBits(values.getAsDouble());
        return HexFormat.of().toHexDigits(h);
    }

    private static void assertSameBits(double[] expected, double[] actual) {
        assertArrayEquals(bits(expected), bits(actual));
    }

    private static long[] bits(double[] values) {
        return LongStream.range(0, values.length).map(i -> Double.doubleToRawLongBits(values[(int) i])).toArray();
    }
}

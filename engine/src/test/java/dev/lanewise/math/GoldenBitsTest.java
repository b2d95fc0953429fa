package dev.lanewise.math;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.lanewise.internal.kernel.Bits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Functions at 1,326 points each against bits that were computed with the same algorithm elsewhere and checked against
/// 60-digit arithmetic: the same bits mean the same algorithm.
class GoldenBitsTest {
    @ParameterizedTest
    @EnumSource(names = {"EXP", "EXPM1", "LOG1P", "ERF", "TANH", "SIGMOID", "GELU"})
    void theBitsAreThose(ElementaryFunction f) {
        List<String> lines = lines(f + ".csv");
        assertEquals(1327, lines.size(), "a header and 1,326 points");
        double[] x = column(lines, 0), expected = column(lines, 1), actual = new double[x.length];
        f.whole.apply(x, actual);
        Bits.assertSame(expected, actual, f.title);
    }

    private static List<String> lines(String resource) {
        try (var in = GoldenBitsTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] column(List<String> lines, int index) {
        return lines.stream().skip(1).map(line -> line.split(",")[index]).mapToDouble(GoldenBitsTest::parse).toArray();
    }

    private static double parse(String bits) {
        return bits.equals("NaN") ? Double.NaN : Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    }
}

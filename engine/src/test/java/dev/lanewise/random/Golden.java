package dev.lanewise.random;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Values that NumPy drew; the first line of each file says which NumPy and by which call.
final class Golden {
    private Golden() {}

    /// The lines after the first, split at spaces.
    static List<List<String>> lines(String name) {
        return new String(bytes(name), StandardCharsets.US_ASCII).lines().skip(1).map(line -> List.of(line.split(" ")))
                .toList();
    }

    /// The doubles whose bits the words are, in hexadecimal.
    static double[] doubles(List<String> words) {
        return words.stream().mapToDouble(word -> Double.longBitsToDouble(Long.parseUnsignedLong(word, 16))).toArray();
    }

    /// The little-endian doubles after the first line.
    static double[] binary(String name) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes(name)).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.get() != '\n') {
            // the line that names the source
        }
        double[] values = new double[buffer.remaining() / Double.BYTES];
        buffer.asDoubleBuffer().get(values);
        return values;
    }

    private static byte[] bytes(String name) {
        try (InputStream stream = Golden.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

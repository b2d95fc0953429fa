package dev.lanewise.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Elements of a tensor from and to bytes, a buffer at a time.
final class Elements {
    private static final int BUFFER = 1 << 14;

    private Elements() {}

    /// The next n elements.
    static double[] read(InputStream in, DType dtype, ByteOrder order, int n, String where) throws IOException {
        double[] values = new double[n];
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, (long) n * dtype.bytes)).order(order);
        for (int done = 0; done < n;) {
            int count = Math.min(n - done, buffer.capacity() / dtype.bytes);
            if (in.readNBytes(buffer.array(), 0, count * dtype.bytes) < count * dtype.bytes) {
                throw FormatException.at(where, "it ends within its elements; there should be %d", n);
            }
            buffer.clear();
            if (dtype == DType.FLOAT64) {
                buffer.asDoubleBuffer().get(values, done, count);
            } else {
                for (int i = done; i < done + count; i++) values[i] = dtype.get(buffer);
                if (!dtype.isFloat()) check(values, done, done + count, dtype, where);
            }
            done += count;
        }
        return values;
    }

    private static void check(double[] values, int from, int to, DType dtype, String where) throws FormatException {
        for (int i = from; i < to; i++) {
            if (values[i] != values[i]) throw fault(dtype, "%s: element %d".formatted(where, i));
        }
    }

    /// What is wrong with bytes that are no element of an integer type.
    static FormatException fault(DType dtype, String where) {
        String is = dtype == DType.BOOL
                ? " is neither 0 nor 1, as a bool is"
                : dtype == DType.TEXT ? " is no Unicode character" : " is beyond 2⁵³ and no double";
        return new FormatException(where + is);
    }

    /// Writes all elements.
    static void write(OutputStream out, DType dtype, ByteOrder order, double[] values) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(order);
        for (double value : values) {
            dtype.put(buffer, value);
            if (buffer.hasRemaining()) continue;
            out.write(buffer.array());
            buffer.clear();
        }
        out.write(buffer.array(), 0, buffer.position());
    }
}

package dev.lanewise.linalg;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.util.zip.CRC32;

/// A [QrAccumulator] as bytes, big-endian:
///
///     int     'L' 'W' 'Q' 'R'                      what it is
///     int     1                                    the version of this form
///     int     n, k                                 columns, right-hand sides
///     long    rows of the merged superblocks       0 for none
///     long    rows of the triangle in progress     0 for none
///     int     rows that wait
///     …       the two triangles, those that there are: min(rows, n)·n elements of R, n exponents, min(rows, n)·k elements
///             of C, k residuals, k exponents; exponents are ints, all else doubles
///     …       the waiting rows: n elements of each, then k of each
///     long    CRC-32 of all bytes before
///
/// The lengths follow from the first eleven words and are compared with what is there before anything is allocated.
final class QrBytes {
    private static final int MAGIC = 0x4C575152;
    private static final int VERSION = 1;
    private static final int HEADER = 4 * Integer.BYTES + 2 * Long.BYTES + Integer.BYTES;
    private static final int MOST_EXPONENT = 1100;
    /// Columns are kept below 2⁴⁰⁰ an element, and 2⁶³ rows are 2³² times as long.
    private static final double LARGEST = 0x1p500;

    private QrBytes() {}

    static byte[] write(int cols, int sides, Reduction done, Leaf leaf) {
        Reduction triangle = leaf.triangle();
        long doneRows = done == null ? 0 : done.rows();
        long length = length(cols, sides, doneRows, triangle.rows(), leaf.pending());
        if (length > Integer.MAX_VALUE - 8) {
            throw new IllegalStateException(
                    "QrAccumulator: %d bytes are more than an array can hold".formatted(length));
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) length);
        bytes.putInt(MAGIC).putInt(VERSION).putInt(cols).putInt(sides).putLong(doneRows).putLong(triangle.rows())
                .putInt(leaf.pending());
        if (done != null) put(bytes, done);
        if (triangle.rows() > 0) put(bytes, triangle);
        put(bytes, leaf.waiting().array());
        put(bytes, leaf.waitingSides().array());
        return bytes.putLong(checksum(bytes.array())).array();
    }

    static QrAccumulator read(byte[] data) {
        if (data.length < HEADER + Long.BYTES) throw refused("%d bytes are too few to be one", data.length);
        ByteBuffer bytes = ByteBuffer.wrap(data);
        if (bytes.getInt() != MAGIC) throw refused("these bytes are something else");
        int version = bytes.getInt();
        if (version != VERSION) throw refused("version %d is unknown, this is version %d", version, VERSION);
        int cols = bytes.getInt(), sides = bytes.getInt();
        long doneRows = bytes.getLong(), rows = bytes.getLong();
        int pending = bytes.getInt();
        boolean isSane = 0 <= cols && cols <= QrAccumulator.MOST_COLUMNS && 0 <= sides
                && sides <= QrAccumulator.MOST_COLUMNS && doneRows >= 0 && doneRows <= 1L << 62 && rows >= 0
                && rows < Leaf.ROWS
                && rows % Leaf.block(cols) == 0 && pending >= 0 && pending < Leaf.block(cols);
        if (!isSane) {
            throw refused("a header of %d columns, %d right-hand sides and %d, %d and %d rows makes no sense", cols,
                    sides,
                    doneRows, rows, pending);
        }
        long length = length(cols, sides, doneRows, rows, pending);
        if (length != data.length) {
            throw refused(
                    data.length < length ? "it has been cut off: %d bytes of %d" : "%d bytes are more than its %d",
                    data.length, length);
        }
        if (bytes.getLong(data.length - Long.BYTES) != checksum(data))
            throw refused("its checksum does not fit its bytes");
        Reduction done = doneRows == 0 ? null : reduction(bytes, doneRows, cols, sides);
        Leaf leaf = rows == 0
                ? new Leaf("QrAccumulator", "B", cols, sides, 0)
                : Leaf.restored(reduction(bytes, rows, cols, sides));
        leaf.pack(Matrix.wrap(pending, cols, doubles(bytes, pending * cols)), Matrix.wrap(pending, sides, doubles(bytes,
                pending * sides)), 0, pending);
        return new QrAccumulator(cols, sides, done, leaf, 0.0);
    }

    private static long length(int cols, int sides, long doneRows, long rows, int pending) {
        return HEADER + length(cols, sides, doneRows) + length(cols, sides, rows)
                + (long) Double.BYTES * pending * (cols + sides) + Long.BYTES;
    }

    private static long length(int cols, int sides, long rows) {
        if (rows == 0) return 0;
        return Double.BYTES * (Math.min(rows, cols) * (cols + sides) + sides) + (long) Integer.BYTES * (cols + sides);
    }

    private static void put(ByteBuffer bytes, Reduction reduction) {
        put(bytes, reduction.r());
        for (int exponent : reduction.exponents()) bytes.putInt(exponent);
        put(bytes, reduction.c());
        put(bytes, reduction.residuals());
        for (int exponent : reduction.sideExponents()) bytes.putInt(exponent);
    }

    private static void put(ByteBuffer bytes, double[] x) {
        bytes.asDoubleBuffer().put(x);
        bytes.position(bytes.position() + x.length * Double.BYTES);
    }

    private static Reduction reduction(ByteBuffer bytes, long rows, int cols, int sides) {
        int order = (int) Math.min(rows, cols);
        double[] r = scaled(doubles(bytes, order * cols));
        for (int i = 1; i < order; i++) {
            for (int j = 0; j < i; j++) {
                if (r[i * cols + j] != 0.0) throw refused("an element below the diagonal is %s", r[i * cols + j]);
            }
        }
        int[] exponents = exponents(bytes, cols);
        double[] c = scaled(doubles(bytes, order * sides));
        double[] residuals = scaled(doubles(bytes, sides));
        for (double residual : residuals) {
            if (residual < 0.0) throw refused("the length of a residual is %s", residual);
        }
        return new Reduction(rows, cols, r, exponents, c, residuals, exponents(bytes, sides));
    }

    private static double[] doubles(ByteBuffer bytes, int count) {
        double[] x = new double[count];
        DoubleBuffer from = bytes.asDoubleBuffer();
        from.get(x);
        bytes.position(bytes.position() + count * Double.BYTES);
        for (double value : x) {
            if (!Double.isFinite(value)) throw refused("an element is %s", value);
        }
        return x;
    }

    private static double[] scaled(double[] x) {
        for (double value : x) {
            if (Math.abs(value) > LARGEST) throw refused("an element is %s", value);
        }
        return x;
    }

    private static int[] exponents(ByteBuffer bytes, int count) {
        int[] exponents = new int[count];
        for (int j = 0; j < count; j++) {
            exponents[j] = bytes.getInt();
            if (Math.abs((long) exponents[j]) > MOST_EXPONENT) throw refused("an exponent is %d", exponents[j]);
        }
        return exponents;
    }

    /// Of all bytes but the last eight.
    private static long checksum(byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(data, 0, data.length - Long.BYTES);
        return crc.getValue();
    }

    private static IllegalArgumentException refused(String why, Object... arguments) {
        return new IllegalArgumentException(
                "QrAccumulator: not the bytes of an accumulator: " + why.formatted(arguments));
    }
}

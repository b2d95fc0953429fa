package dev.lanewise.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;

/// The rows of a two-dimensional array in a `.npy` file, some at a time, so that the array may be larger than the memory.
///
///     try (NpyRows rows = NpyRows.open(file)) {
///         double[] block = new double[1000 * rows.cols()];
///         for (int n = rows.read(block, 0, 1000); n > 0; n = rows.read(block, 0, 1000)) {
///             …                                               // n rows, one after the other
///         }
///     }
///
/// Read are all types of [DType] but texts, in both byte orders. In C order rows are one piece of the file; in Fortran order
/// they are a piece of each column, which is slower where there are many.
///
/// For one thread at a time, but for [#bytes], which any may ask.
public final class NpyRows implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final ByteSource source;
    private final NpyHeader header;
    private final int rows;
    private final int cols;
    private final ByteBuffer buffer;
    /// Volatile for [#bytes].
    private volatile int done;

    NpyRows(ByteSource source) throws IOException {
        this.source = source;
        header = NpyHeader.read(source.stream(0, source.size), source.name);
        int[] shape = header.shape();
        if (header.dtype() == DType.TEXT) throw FormatException.at(source.name, "it holds texts and no numbers");
        if (shape.length != 2) {
            throw FormatException.at(source.name, "the array has %s, and rows and columns are two",
                    shape.length == 1 ? "one axis" : shape.length + " axes");
        }
        Shape.elements(header.dtype(), shape, source.size - header.length(), source.name);
        rows = shape[0];
        cols = shape[1];
        buffer = ByteBuffer.allocate(BUFFER).order(header.order());
    }

    /// Opens a file and reads its header.
    ///
    /// @param file a `.npy` file
    /// @return its rows, to be closed
    /// @throws FormatException if it is none that can be read, or its array does not have two axes
    /// @throws IOException if the file cannot be read
    public static NpyRows open(Path file) throws IOException {
        ByteSource source = ByteSource.of(file);
        try {
            return new NpyRows(source);
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /// The number of rows.
    ///
    /// @return the length of the first axis
    public int rows() {
        return rows;
    }

    /// The number of columns.
    ///
    /// @return the length of the second axis
    public int cols() {
        return cols;
    }

    /// How much of the file has been read; another thread may ask while this one reads.
    ///
    /// @return bytes, those of the header included
    public long bytes() {
        return header.length() + (long) done * cols * header.dtype().bytes;
    }

    /// What the elements are in the file.
    ///
    /// @return the type
    public DType dtype() {
        return header.dtype();
    }

    /// Reads the next rows.
    ///
    /// @param block takes their elements, row by row
    /// @param from where in it the first goes
    /// @param most how many rows are wanted, ≥ 0
    /// @return how many there were, fewer than wanted only at the end
    /// @throws IllegalArgumentException if fewer than 0 rows are wanted
    /// @throws IndexOutOfBoundsException if they would not fit the block; then none has been read
    /// @throws FormatException if an element is no double, or the file has become shorter
    /// @throws IOException if the file cannot be read
    public int read(double[] block, int from, int most) throws IOException {
        Objects.requireNonNull(block, "read: the block is null");
        if (most < 0) throw new IllegalArgumentException("read: %d rows are wanted".formatted(most));
        int count = Math.min(most, rows - done);
        if (from < 0 || (long) count * cols > block.length - from) {
            throw new IndexOutOfBoundsException(
                    "read: %d × %d numbers do not fit from %d in the block, which has length %d"
                            .formatted(count, cols, from, block.length));
        }
        if (header.fortran()) {
            for (int j = 0; j < cols; j++) read((long) j * rows + done, count, block, from + j, cols);
        } else {
            read((long) done * cols, count * cols, block, from, 1);
        }
        done += count;
        return count;
    }

    /// Elements that lie next to each other in the file, to places that are `step` apart.
    private void read(long first, int count, double[] block, int from, int step) throws IOException {
        DType dtype = header.dtype();
        for (int at = 0; at < count;) {
            int next = Math.min(count - at, buffer.capacity() / dtype.bytes);
            source.fill(header.length() + (first + at) * dtype.bytes, buffer.clear().array(), next * dtype.bytes);
            if (dtype == DType.FLOAT64 && step == 1) {
                buffer.asDoubleBuffer().get(block, from + at, next);
            } else {
                for (int i = at; i < at + next; i++) block[from + i * step] = element(dtype, first + i);
            }
            at += next;
        }
    }

    private double element(DType dtype, long index) throws FormatException {
        double value = dtype.get(buffer);
        if (value == value || dtype.isFloat()) return value;
        throw Elements.fault(dtype, "%s: element %d".formatted(source.name, index));
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}

package dev.lanewise.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.file.Path;

/// One array in a file of NumPy's own format, `.npy`, versions 1 to 3.
///
/// Read are all types of [DType], in C and in Fortran order, texts in C order only, in both byte orders. Python
/// objects and structured types are refused.
///
/// **Method**: NEP 1 and `numpy.lib.format`.
public final class Npy {
    /// The elements that are read unless the caller sets a limit: 2²⁷, which are 1 GiB of doubles.
    public static final long DEFAULT_LIMIT = 1L << 27;

    private Npy() {}

    /// How an array is laid out in a file.
    ///
    /// @param order the byte order
    /// @param fortran whether the first index runs fastest; texts have C order only
    /// @param version of the format: 1, 2 or 3, which differ in how long a header may be
    public record Layout(ByteOrder order, boolean fortran, int version) {
        /// Little endian, C order, version 1: as NumPy writes nearly everything.
        public static final Layout USUAL = new Layout(ByteOrder.LITTLE_ENDIAN, false, 1);

        /// Checks the version.
        public Layout {
            if (version < 1 || version > 3) {
                throw new IllegalArgumentException("Npy: there is no version %d".formatted(version));
            }
        }

        boolean fortran(Tensor tensor) {
            return fortran && tensor.dtype() != DType.TEXT;
        }
    }

    /// The array of a file.
    ///
    /// @param file a `.npy` file
    /// @return its array
    /// @throws FormatException if it is none that can be read, or has more than [#DEFAULT_LIMIT] elements
    /// @throws IOException if the file cannot be read
    public static Tensor read(Path file) throws IOException {
        return read(file, DEFAULT_LIMIT);
    }

    /// The array of a file of a limited number of elements.
    ///
    /// @param file a `.npy` file
    /// @param limit the most elements; each needs 8 bytes
    /// @return its array
    /// @throws FormatException if it is none that can be read, or has more elements
    /// @throws IOException if the file cannot be read
    public static Tensor read(Path file, long limit) throws IOException {
        try (ByteSource source = ByteSource.of(file)) {
            return read(source, limit);
        }
    }

    /// The array of a file that is in memory.
    ///
    /// @param bytes the content of a `.npy` file
    /// @param limit the most elements; each needs 8 bytes
    /// @return its array
    /// @throws FormatException if it is none that can be read, or has more elements
    public static Tensor read(byte[] bytes, long limit) throws FormatException {
        try (ByteSource source = ByteSource.of(bytes)) {
            return read(source, limit);
        } catch (IOException e) {
            throw ByteSource.ofFormat(e);
        }
    }

    private static Tensor read(ByteSource source, long limit) throws IOException {
        return read(source.stream(0, source.size), source.size, source.name, limit);
    }

    /// The array that `size` bytes of a stream are, all of them.
    static Tensor read(InputStream in, long size, String where, long limit) throws IOException {
        NpyHeader header = NpyHeader.read(in, where);
        int n = Shape.elements(header.dtype(), header.shape(), size - header.length(), where, limit);
        int[] shape = header.shape();
        double[] values = Elements.read(in, header.dtype(), header.order(), n, where);
        if (header.fortran()) values = Shape.transposed(shape, values);
        return Tensor.sharing(header.dtype(), shape, values);
    }

    /// Writes an array to a file, in the usual layout. The file appears when it is complete; one of that name is
    /// replaced.
    ///
    /// @param file where to
    /// @param tensor the array
    /// @throws IOException if the file cannot be written; an older one is then as it was
    public static void write(Path file, Tensor tensor) throws IOException {
        write(file, tensor, Layout.USUAL);
    }

    /// Writes an array to a file, in any layout. The file appears when it is complete; one of that name is replaced.
    ///
    /// @param file where to
    /// @param tensor the array
    /// @param layout how
    /// @throws IOException if the file cannot be written; an older one is then as it was
    public static void write(Path file, Tensor tensor, Layout layout) throws IOException {
        WholeFile.write(file, out -> write(out, tensor, layout));
    }

    /// Writes an array to a stream, which is left open.
    ///
    /// @param out where to
    /// @param tensor the array
    /// @param layout how
    /// @throws IOException if the stream throws it
    public static void write(OutputStream out, Tensor tensor, Layout layout) throws IOException {
        out.write(NpyHeader.bytes(tensor, layout));
        double[] values = tensor.shared();
        if (layout.fortran(tensor)) {
            values = Shape.transposed(Shape.reversed(tensor.shape()), values);
        }
        Elements.write(out, tensor.dtype(), layout.order(), values);
    }
}

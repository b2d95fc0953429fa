package dev.lanewise.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Named arrays in one file, as `np.savez` and `np.savez_compressed` write them: a zip archive of `.npy` files.
///
/// The archive is read through its directory, and strictly: see the refusals of [FormatException]'s sentences in
/// docs/model-files.md. Of compressed entries no more is unpacked than their headers declare and the limit allows.
public final class Npz {
    private static final String SUFFIX = ".npy";
    /// Always the same, so that the same arrays have the same bytes. A month after zip's calendar begins: its first moment
    /// makes ZipEntry add the real time, which depends on the time zone.
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private Npz() {}

    /// The arrays of a file.
    ///
    /// @param file a `.npz` file
    /// @return the arrays by their names, in the order of the file; unmodifiable
    /// @throws FormatException if it is none that can be read, or has more than [Npy#DEFAULT_LIMIT] elements
    /// @throws IOException if the file cannot be read
    public static Map<String, Tensor> read(Path file) throws IOException {
        return read(file, Npy.DEFAULT_LIMIT);
    }

    /// The arrays of a file of a limited number of elements.
    ///
    /// @param file a `.npz` file
    /// @param limit the most elements, of all arrays together; each needs 8 bytes
    /// @return the arrays by their names, in the order of the file; unmodifiable
    /// @throws FormatException if it is none that can be read, or has more elements
    /// @throws IOException if the file cannot be read
    public static Map<String, Tensor> read(Path file, long limit) throws IOException {
        try (ByteSource source = ByteSource.of(file)) {
            return read(source, limit);
        }
    }

    /// The arrays of a file that is in memory.
    ///
    /// @param bytes the content of a `.npz` file
    /// @param limit the most elements, of all arrays together; each needs 8 bytes
    /// @return the arrays by their names, in the order of the file; unmodifiable
    /// @throws FormatException if it is none that can be read, or has more elements
    public static Map<String, Tensor> read(byte[] bytes, long limit) throws FormatException {
        try (ByteSource source = ByteSource.of(bytes)) {
            return read(source, limit);
        } catch (IOException e) {
            throw ByteSource.ofFormat(e);
        }
    }

    private static Map<String, Tensor> read(ByteSource source, long limit) throws IOException {
        ZipDirectory directory = ZipDirectory.read(source);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        long left = limit;
        for (ZipMember member : directory.members()) {
            String where = source.at(member.name());
            if (!member.name().endsWith(SUFFIX)) {
                throw FormatException.at(where, "it is no .npy file%s", kind(member.name()));
            }
            Tensor tensor;
            try (ZipContent content = member.open(source, directory.starts().get(member.name()), where)) {
                tensor = Npy.read(content, member.size(), where, left);
                content.end();
            }
            tensors.put(member.name().substring(0, member.name().length() - SUFFIX.length()), tensor);
            left -= tensor.size();
        }
        return Collections.unmodifiableMap(tensors);
    }

    /// What torch.save and Keras put first into zip archives of their own.
    private static String kind(String name) {
        if (name.endsWith(".pkl")) return " but a pickle, which may run any program";
        return name.equals("metadata.json") ? "; a .keras file begins so" : "";
    }

    /// Writes arrays to a file, not compressed. The file appears when it is complete; one of that name is replaced.
    ///
    /// @param file where to
    /// @param tensors the arrays by their names
    /// @throws IOException if the file cannot be written; an older one is then as it was
    /// @throws IllegalArgumentException if a name would not be read again
    public static void write(Path file, Map<String, Tensor> tensors) throws IOException {
        WholeFile.write(file, out -> write(out, tensors, false));
    }

    /// Writes arrays to a file, compressed. The file appears when it is complete; one of that name is replaced.
    ///
    /// @param file where to
    /// @param tensors the arrays by their names
    /// @throws IOException if the file cannot be written; an older one is then as it was
    /// @throws IllegalArgumentException if a name would not be read again
    public static void writeCompressed(Path file, Map<String, Tensor> tensors) throws IOException {
        WholeFile.write(file, out -> write(out, tensors, true));
    }

    /// Writes arrays to a stream, which is left open. The same arrays give the same bytes.
    ///
    /// @param out where to
    /// @param tensors the arrays by their names, in the order in which they are written
    /// @param compressed whether deflated
    /// @throws IOException if the stream throws it
    /// @throws IllegalArgumentException if a name would not be read again
    public static void write(OutputStream out, Map<String, Tensor> tensors, boolean compressed) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (var named : tensors.entrySet()) {
            String name = named.getKey() + SUFFIX;
            if (!ZipDirectory.isPlain(name) || name.length() > 1000 || JsonString.hasHalfPair(name)) {
                throw new IllegalArgumentException("Npz: %s is no plain name".formatted(FormatException.quoted(named
                        .getKey())));
            }
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(TIME);
            if (!compressed) store(entry, named.getValue());
            zip.putNextEntry(entry);
            Npy.write(zip, named.getValue(), Npy.Layout.USUAL);
        }
        zip.finish();
    }

    /// Stored entries say their checksum before their content, so the content is made twice.
    private static void store(ZipEntry entry, Tensor tensor) throws IOException {
        CRC32 sum = new CRC32();
        Npy.write(new CheckedOutputStream(OutputStream.nullOutputStream(), sum), tensor, Npy.Layout.USUAL);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(NpyHeader.bytes(tensor, Npy.Layout.USUAL).length + (long) tensor.size() * tensor.dtype().bytes);
        entry.setCrc(sum.getValue());
    }
}

package dev.lanewise.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Named tensors and free texts in a safetensors file:
///
///     length of the header, 8 bytes, little endian | header, JSON | the tensors' bytes, little endian, C order
///
/// The tensors fill the bytes behind the header without a hole and without overlapping. F64, F32, F16, BF16, integers of 8
/// to 64 bits and BOOL are read and written. Immutable; many threads may share it.
///
/// **Method**: the format's description at `github.com/huggingface/safetensors`, with its limit of 100 MB for the header.
///
/// @param tensors the tensors by their names, in the order of the file; unmodifiable
/// @param metadata free texts; unmodifiable
public record Safetensors(Map<String, Tensor> tensors, Map<String, String> metadata) {
    private static final long MAX_HEADER = 100_000_000;

    /// Tensors and texts.
    ///
    /// @throws IllegalArgumentException if a tensor is a text or has the name `__metadata__`, or a name, or a
    ///     key or a text of the metadata, has a surrogate that stands alone
    public Safetensors {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        for (var named : tensors.entrySet()) {
            if (named.getValue().dtype() == DType.TEXT || named.getKey().equals(SafetensorsHeader.METADATA)) {
                throw new IllegalArgumentException("Safetensors: %s, %s, cannot be in such a file".formatted(
                        FormatException.quoted(named.getKey()), named.getValue()));
            }
            checkPairs("the name", named.getKey());
        }
        for (var named : metadata.entrySet()) {
            checkPairs("the key", named.getKey());
            checkPairs("the text", named.getValue());
        }
    }

    private static void checkPairs(String what, String text) {
        if (JsonString.hasHalfPair(text)) {
            throw new IllegalArgumentException("Safetensors: %s %s has a surrogate that stands alone".formatted(what,
                    FormatException.quoted(text)));
        }
    }

    /// The tensors and texts of a file.
    ///
    /// @param file a safetensors file
    /// @return what is in it
    /// @throws FormatException if it is none that can be read, or has more than [Npy#DEFAULT_LIMIT] elements
    /// @throws IOException if the file cannot be read
    public static Safetensors read(Path file) throws IOException {
        return read(file, Npy.DEFAULT_LIMIT);
    }

    /// The tensors and texts of a file of a limited number of elements.
    ///
    /// @param file a safetensors file
    /// @param limit the most elements, of all tensors together; each needs 8 bytes
    /// @return what is in it
    /// @throws FormatException if it is none that can be read, or has more elements
    /// @throws IOException if the file cannot be read
    public static Safetensors read(Path file, long limit) throws IOException {
        try (ByteSource source = ByteSource.of(file)) {
            return read(source, limit);
        }
    }

    /// The tensors and texts of a file that is in memory.
    ///
    /// @param bytes the content of a safetensors file
    /// @param limit the most elements, of all tensors together; each needs 8 bytes
    /// @return what is in it
    /// @throws FormatException if it is none that can be read, or has more elements
    public static Safetensors read(byte[] bytes, long limit) throws FormatException {
        try (ByteSource source = ByteSource.of(bytes)) {
            return read(source, limit);
        } catch (IOException e) {
            throw ByteSource.ofFormat(e);
        }
    }

    private static Safetensors read(ByteSource source, long limit) throws IOException {
        String file = source.name;
        if (source.size < 8) throw FormatException.at(file, "it is too short for a safetensors file%s", source.hint());
        long length = ByteBuffer.wrap(source.bytes(0, 8)).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 0 || length > Math.min(MAX_HEADER, source.size - 8)) {
            throw FormatException.at(file, "its header claims the length %s, and there is room for %d%s",
                    Long.toUnsignedString(length), Math.min(MAX_HEADER, source.size - 8), source.hint());
        }
        SafetensorsHeader header = SafetensorsHeader.parse(source.bytes(8, (int) length), file);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        long data = 8 + length, at = 0, left = limit;
        for (SafetensorsHeader.Entry entry : header.tensors()) {
            String where = file.concat(": ").concat(FormatException.quoted(entry.name()));
            int n = elements(entry, at, source.size - data, where, left);
            tensors.put(entry.name(), Tensor.sharing(entry.dtype(), entry.shape(), Elements.read(source.stream(data
                    + at, data + entry.end()), entry.dtype(), ByteOrder.LITTLE_ENDIAN, n, where)));
            at = entry.end();
            left -= n;
        }
        if (at != source.size - data) {
            throw FormatException.at(file, "bytes behind the last tensor, %d of them, belong to none",
                    source.size - data
                            - at);
        }
        return new Safetensors(tensors, header.metadata());
    }

    /// The number of elements, once it is sure that they begin where the tensor before ends, are all in the file, and
    /// are wanted.
    private static int elements(SafetensorsHeader.Entry entry, long begin, long available, String where, long limit)
            throws FormatException {
        if (entry.begin() != begin || entry.end() < begin || entry.end() > available) {
            throw FormatException.at(where,
                    "its bytes are %d to %d, where the tensor before ends at %d and the file at %d", entry.begin(),
                    entry.end(), begin, available);
        }
        return Shape.elements(entry.dtype(), entry.shape(), entry.end() - begin, where, limit);
    }

    /// Writes the tensors and texts to a file. The file appears when it is complete; one of that name is replaced.
    ///
    /// @param file where to
    /// @throws IOException if the file cannot be written; an older one is then as it was
    public void write(Path file) throws IOException {
        WholeFile.write(file, this::write);
    }

    /// Writes the tensors and texts to a stream, which is left open. Wide elements come first, so that all are aligned.
    ///
    /// @param out where to
    /// @throws IOException if the stream throws it
    public void write(OutputStream out) throws IOException {
        List<SafetensorsHeader.Entry> entries = new ArrayList<>();
        long at = 0;
        for (int width = Double.BYTES; width > 0; width /= 2) {
            for (var named : tensors.entrySet()) {
                Tensor tensor = named.getValue();
                if (tensor.dtype().bytes != width) continue;
                long end = at + (long) tensor.size() * width;
                entries.add(new SafetensorsHeader.Entry(named.getKey(), tensor.dtype(), tensor.shape(), at, end));
                at = end;
            }
        }
        byte[] text = new SafetensorsHeader(metadata, entries).bytes();
        out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).array());
        out.write(text);
        for (SafetensorsHeader.Entry entry : entries) {
            Elements.write(out, entry.dtype(), ByteOrder.LITTLE_ENDIAN, tensors.get(entry.name()).shared());
        }
    }
}

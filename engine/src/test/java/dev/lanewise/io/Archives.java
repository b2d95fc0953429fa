package dev.lanewise.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Zip archives made to be changed, byte by byte.
final class Archives {
    static final int LOCAL = 0x04034b50;
    static final int MEMBER = 0x02014b50;
    static final int END = 0x06054b50;

    private Archives() {}

    /// Two arrays, `a` and `b`.
    static byte[] archive(boolean compressed) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("a", Tensor.vector(1, 2));
        tensors.put("b", Tensor.vector(3, 4));
        var out = new ByteArrayOutputStream();
        Npz.write(out, tensors, compressed);
        return out.toByteArray();
    }

    /// Where the n-th record with this signature begins.
    static int find(byte[] file, int signature, int n) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 4 <= file.length; at++) if (bytes.getInt(at) == signature && n-- == 0) return at;
        throw new AssertionError("no such record");
    }

    /// The archive with other bytes at an offset of its n-th record.
    static byte[] with(byte[] archive, int signature, int n, int offset, int... bytes) {
        byte[] changed = archive.clone();
        int at = find(changed, signature, n) + offset;
        for (int i = 0; i < bytes.length; i++) changed[at + i] = (byte) bytes[i];
        return changed;
    }

    static byte[] local(String name, byte[] content) {
        return ByteBuffer.allocate(30 + name.length() + content.length).order(ByteOrder.LITTLE_ENDIAN).putInt(LOCAL)
                .putShort((short) 20).putInt(0).putInt(0).putInt(crc(content)).putInt(content.length)
                .putInt(content.length)
                .putInt(name.length()).put(name.getBytes(StandardCharsets.UTF_8)).put(content).array();
    }

    private static int crc(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return (int) sum.getValue();
    }

    static byte[] withDirectory(byte[] entries, String[] names, byte[][] contents, int... offsets) {
        ByteBuffer file = ByteBuffer.allocate(entries.length + 200).order(ByteOrder.LITTLE_ENDIAN).put(entries);
        for (int i = 0; i < names.length; i++) {
            file.putInt(MEMBER).putShort((short) 20).putShort((short) 20).putInt(0).putInt(0).putInt(crc(contents[i]))
                    .putInt(
                            contents[i].length)
                    .putInt(contents[i].length).putInt(names[i].length()).putLong(0).putShort((short) 0)
                    .putInt(offsets[i]).put(names[i].getBytes(StandardCharsets.UTF_8));
        }
        int size = file.position() - entries.length;
        file.putInt(END).putInt(0).putShort((short) names.length).putShort((short) names.length).putInt(size).putInt(
                entries.length).putShort((short) 0);
        return Arrays.copyOf(file.array(), file.position());
    }

    static byte[] zip(String name, byte[] content, boolean compressed) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(compressed ? 9 : 0);
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }
}

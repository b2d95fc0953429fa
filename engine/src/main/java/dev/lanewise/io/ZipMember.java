package dev.lanewise.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/// One file within a zip archive, as the archive's directory describes it.
///
/// @param name its name
/// @param rawName the bytes of its name
/// @param flags bit 3: sizes and checksum stand behind the data, not before it
/// @param method 0 stored, 8 deflated
/// @param crc the checksum of its content
/// @param packed bytes in the archive
/// @param size bytes of its content
/// @param offset of its local header
record ZipMember(String name, byte[] rawName, int flags, int method, long crc, long packed, long size, long offset) {
    static final int STORED = 0;
    static final int DEFLATED = 8;
    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int SIZES_BEHIND = 1 << 3;
    /// No byte of deflated data becomes more than this many (zlib's documentation).
    private static final long MOST_FROM_A_BYTE = 1032;

    /// What reads the content.
    interface Reader<T> {
        T read(InputStream content) throws IOException;
    }

    /// Where the content begins, once the local header is known to say what the directory says.
    long start(ByteSource source, long directory, String where) throws IOException {
        if (offset > directory - LOCAL_BYTES) throw new FormatException(where + ": it would lie behind the directory");
        ByteBuffer local = ByteBuffer.wrap(source.bytes(offset, LOCAL_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        int nameBytes = local.getShort(26) & 0xffff, extraBytes = local.getShort(28) & 0xffff;
        long start = offset + LOCAL_BYTES + nameBytes + extraBytes;
        if (local.getInt(0) != LOCAL_HEADER || start > directory || packed > directory - start) {
            throw new FormatException(where + ": the directory points to where no such entry is");
        }
        byte[] name = source.bytes(offset + LOCAL_BYTES, nameBytes);
        if (!Arrays.equals(name, rawName) || local.getShort(6) != (short) flags || local.getShort(8) != method) {
            throw contradiction(where);
        }
        if ((flags & SIZES_BEHIND) == 0) {
            long[] sizes = {local.getInt(22) & 0xffff_ffffL, local.getInt(18) & 0xffff_ffffL};
            ZipDirectory.widen(sizes, ByteBuffer.wrap(source.bytes(start - extraBytes, extraBytes)), where);
            if ((local.getInt(14) & 0xffff_ffffL) != crc || sizes[0] != size || sizes[1] != packed) {
                throw contradiction(where);
            }
        }
        return start;
    }

    private static FormatException contradiction(String where) {
        return new FormatException(where + ": the entry and the directory contradict each other");
    }

    /// Reads the content, all of which the reader must take, and compares its checksum.
    <T> T read(ByteSource source, long start, String where, Reader<T> reader) throws IOException {
        if (method == DEFLATED && size / MOST_FROM_A_BYTE > packed) {
            throw new FormatException(
                    "%s: it claims %d bytes out of %d, more than deflate can pack".formatted(where, size,
                            packed));
        }
        CRC32 sum = new CRC32();
        InputStream raw = source.stream(start, start + packed);
        if (method == STORED) return checked(new CheckedInputStream(raw, sum), where, reader);
        Inflater inflater = new Inflater(true);
        try {
            InputStream inflated = new InflaterInputStream(raw, inflater, 1 << 13);
            T result = checked(new CheckedInputStream(inflated, sum), where, reader);
            if (inflater.getBytesRead() != packed) {
                throw new FormatException(where + ": bytes are left over behind its deflated data");
            }
            return result;
        } catch (ZipException | EOFException e) {
            throw new FormatException(where + ": its deflated data is broken");
        } finally {
            inflater.end();
        }
    }

    private <T> T checked(CheckedInputStream content, String where, Reader<T> reader) throws IOException {
        T result = reader.read(content);
        if (content.read() >= 0) throw new FormatException("%s: it is longer than %d bytes".formatted(where, size));
        if (content.getChecksum().getValue() != crc) throw new FormatException(where + ": its checksum is wrong");
        return result;
    }
}

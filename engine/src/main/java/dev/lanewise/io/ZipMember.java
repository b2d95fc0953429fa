package dev.lanewise.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

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

    /// Where the content begins, once the local header is known to say what the directory says.
    long start(ByteSource source, long directory, String where) throws IOException {
        if (offset > directory - LOCAL_BYTES) throw FormatException.at(where, "it would lie behind the directory");
        ByteBuffer local = ByteBuffer.wrap(source.bytes(offset, LOCAL_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        int nameBytes = local.getShort(26) & 0xffff, extraBytes = local.getShort(28) & 0xffff;
        long start = offset + LOCAL_BYTES + nameBytes + extraBytes;
        if (local.getInt(0) != LOCAL_HEADER || start > directory || packed > directory - start) {
            throw FormatException.at(where, "the directory points to where no such entry is");
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
        return FormatException.at(where, "the entry and the directory contradict each other");
    }

    /// Its content, from where [#start] says.
    ZipContent open(ByteSource source, long start, String where) throws FormatException {
        if (method == DEFLATED && size / MOST_FROM_A_BYTE > packed) {
            throw FormatException.at(where, "it claims %d bytes out of %d, more than deflate can pack", size, packed);
        }
        return new ZipContent(this, source.stream(start, start + packed), where);
    }
}

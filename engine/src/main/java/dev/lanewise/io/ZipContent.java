package dev.lanewise.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/// The content of a member of a zip archive, unpacked as it is read, and its checksum with it.
final class ZipContent extends InputStream {
    private final ZipMember member;
    private final String where;
    private final CRC32 sum = new CRC32();
    private final Inflater inflater;
    private final InputStream in;

    /// @param packed the bytes of the member in the archive
    ZipContent(ZipMember member, InputStream packed, String where) {
        this.member = member;
        this.where = where;
        this.inflater = member.method() == ZipMember.DEFLATED ? new Inflater(true) : null;
        this.in = inflater == null ? packed : new InflaterInputStream(packed, inflater, 1 << 13);
    }

    @Override
    public int read(byte[] into, int off, int n) throws IOException {
        try {
            int count = in.read(into, off, n);
            if (count > 0) sum.update(into, off, count);
            return count;
        } catch (ZipException | EOFException e) {
            throw FormatException.at(where, "its deflated data is broken");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /// Fails unless all has been read and was right.
    void end() throws IOException {
        if (read() >= 0) throw FormatException.at(where, "it is longer than %d bytes", member.size());
        if (inflater != null && inflater.getBytesRead() != member.packed()) {
            throw FormatException.at(where, "bytes are left over behind its deflated data");
        }
        if (sum.getValue() != member.crc()) throw FormatException.at(where, "its checksum is wrong");
    }

    @Override
    public void close() {
        if (inflater != null) inflater.end();
    }
}

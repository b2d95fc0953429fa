package dev.lanewise.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// The bytes of a file or of an array, read from any place; none is kept.
abstract class ByteSource implements Closeable {
    /// How messages name it.
    final String name;
    final long size;

    private ByteSource(String name, long size) {
        this.name = name;
        this.size = size;
    }

    /// A file, opened.
    static ByteSource of(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file))
            throw FormatException.at(file.toString(), Files.isDirectory(file)
                    ? "it is a folder"
                    : "it is no regular file");
        SeekableByteChannel channel = Files.newByteChannel(file);
        return new ByteSource(file.toString(), channel.size()) {
            @Override
            int read(long at, byte[] into, int off, int n) throws IOException {
                return channel.position(at).read(ByteBuffer.wrap(into, off, n));
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    /// Bytes in memory.
    static ByteSource of(byte[] bytes) {
        return new ByteSource(Integer.toString(bytes.length).concat(" bytes"), bytes.length) {
            @Override
            int read(long at, byte[] into, int off, int n) {
                System.arraycopy(bytes, (int) at, into, off, n);
                return n;
            }

            @Override
            public void close() {}
        };
    }

    /// What went wrong with bytes in memory, of which only the format can be.
    static FormatException ofFormat(IOException e) {
        if (e instanceof FormatException format) return format;
        throw new IllegalStateException(e);
    }

    /// How messages name a place in it.
    String at(String place) {
        return name.concat(": ").concat(FormatException.shortened(place));
    }

    /// Reads at least one of n ≥ 1 bytes from `at`, all within the size; −1 where the file has become shorter.
    abstract int read(long at, byte[] into, int off, int n) throws IOException;

    /// Exactly n bytes from `at`, which must lie within the size.
    byte[] bytes(long at, int n) throws IOException {
        byte[] bytes = stream(at, at + n).readNBytes(n);
        if (bytes.length < n) throw shorter();
        return bytes;
    }

    /// The same into the beginning of an array that is there.
    void fill(long at, byte[] into, int n) throws IOException {
        for (int done = 0; done < n;) {
            int count = read(at + done, into, done, n - done);
            if (count < 0) throw shorter();
            done += count;
        }
    }

    /// What it seems to be, behind the sentence that it is not of the kind it should be.
    String hint() throws IOException {
        return FormatException.hint(bytes(0, (int) Math.min(size, FormatException.BEGINNING)));
    }

    private FormatException shorter() {
        return FormatException.at(name, "it became shorter while it was read");
    }

    /// The bytes from `from` to `to`, exclusive; within the size.
    InputStream stream(long from, long to) {
        return new InputStream() {
            private long at = from;

            @Override
            public int read(byte[] into, int off, int n) throws IOException {
                if (n == 0) return 0;
                if (at >= to) return -1;
                int count = ByteSource.this.read(at, into, off, (int) Math.min(n, to - at));
                if (count > 0) at += count;
                return count;
            }

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }
        };
    }
}

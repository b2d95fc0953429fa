package dev.lanewise.demo.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that knows how much has been read of it; any thread may ask.
final class CountedStream extends FilterInputStream {
    private volatile long bytes;

    CountedStream(InputStream in) {
        super(in);
    }

    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        if (one >= 0) bytes++;
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = in.read(into, from, length);
        if (count > 0) bytes += count;
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}

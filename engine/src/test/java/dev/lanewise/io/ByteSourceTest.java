package dev.lanewise.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// Parts of a file are streams that end where they should, whether the file is on disk or in memory.
@Tag("once")
class ByteSourceTest {
    private static final byte[] BYTES = {1, 2, (byte) 0xff, 4, 5, 6};

    @TempDir
    Path folder;

    private void forBoth(Check check) throws IOException {
        Path file = Files.write(folder.resolve("bytes"), BYTES);
        try (ByteSource disk = ByteSource.of(file); ByteSource memory = ByteSource.of(BYTES)) {
            check.of(disk);
            check.of(memory);
        }
    }

    private interface Check {
        void of(ByteSource source) throws IOException;
    }

    @Test
    void partsEndWhereTheyShould() throws IOException {
        forBoth(source -> {
            assertEquals(6, source.size);
            assertArrayEquals(new byte[] {2, (byte) 0xff, 4}, source.stream(1, 4).readAllBytes());
            assertArrayEquals(new byte[] {5, 6}, source.bytes(4, 2));
            assertArrayEquals(new byte[0], source.stream(6, 6).readAllBytes());
        });
    }

    @Test
    void byteByByte() throws IOException {
        forBoth(source -> {
            InputStream in = source.stream(2, 4);
            assertEquals(0, in.read(new byte[0], 0, 0));
            assertEquals(255, in.read());
            assertEquals(4, in.read());
            assertEquals(-1, in.read());
            assertEquals(-1, in.read());
        });
    }

    @Test
    void aFileThatBecomesShorter() throws IOException {
        Path file = Files.write(folder.resolve("bytes"), BYTES);
        try (ByteSource source = ByteSource.of(file)) {
            Files.write(file, new byte[3]);
            assertEquals(file + ": it became shorter while it was read", assertThrows(FormatException.class,
                    () -> source.bytes(0, 6)).getMessage());
        }
    }
}

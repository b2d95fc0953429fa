package dev.lanewise.demo.machine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// How large the caches are, in bytes.
///
/// @param l1 the first, for data
/// @param l2 the second
/// @param l3 the third
/// @param told whether the system told all three; what it does not tell is taken to be common
public record CacheSizes(long l1, long l2, long l3, boolean told) {
    /// What is common, and rather small: a buffer that is too small for its level is still inside it or nearer.
    public static final CacheSizes COMMON = new CacheSizes(32 << 10, 512 << 10, 16 << 20, false);

    private static final Path LINUX = Path.of("/sys/devices/system/cpu/cpu0/cache");

    /// The caches of this machine, as Linux tells them.
    ///
    /// @return their sizes
    public static CacheSizes here() {
        return readFrom(LINUX);
    }

    /// The caches that a folder tells in the manner of Linux, one in each `index*` with `level`, `type` and `size`.
    static CacheSizes readFrom(Path folder) {
        long[] sizes = new long[4];
        try (DirectoryStream<Path> caches = Files.newDirectoryStream(folder, "index*")) {
            for (Path cache : caches) {
                int level = Integer.parseInt(word(cache, "level"));
                if (level > 3 || word(cache, "type").equals("Instruction")) continue;
                sizes[level] = bytes(word(cache, "size"));
            }
        } catch (IOException | NumberFormatException _) {
            return COMMON;
        }
        long l1 = sizes[1] > 0 ? sizes[1] : COMMON.l1;
        long l2 = sizes[2] > l1 ? sizes[2] : Math.max(COMMON.l2, 4 * l1);
        long l3 = sizes[3] > l2 ? sizes[3] : Math.max(COMMON.l3, 4 * l2);
        return new CacheSizes(l1, l2, l3, l1 == sizes[1] && l2 == sizes[2] && l3 == sizes[3]);
    }

    private static String word(Path cache, String file) throws IOException {
        return Files.readString(cache.resolve(file)).strip();
    }

    /// Bytes of such as `32K`.
    private static long bytes(String size) {
        int shift = size.endsWith("K") ? 10 : size.endsWith("M") ? 20 : 0;
        return Long.parseLong(shift == 0 ? size : size.substring(0, size.length() - 1)) << shift;
    }

    /// The nearest level that holds so many bytes.
    ///
    /// @param bytes how many
    /// @return the level
    public Level levelOf(long bytes) {
        return bytes <= l1 ? Level.L1 : bytes <= l2 ? Level.L2 : bytes <= l3 ? Level.L3 : Level.MEMORY;
    }

    /// How much to read where one wants to read from a level: well inside it, and well beyond the nearer one.
    ///
    /// @param level the level
    /// @param heap the bytes that the program can have for its arrays, a limit for what lies in memory
    /// @return bytes, a multiple of 4,096
    public long sample(Level level, long heap) {
        long bytes = switch (level) {
            case L1 -> l1 / 2;
            case L2 -> l2 / 2;
            // A quarter, because the third cache is shared, on a virtual machine even with strangers.
            case L3 -> Math.min(l3 / 2, Math.max(l3 / 4, 2 * l2));
            case MEMORY -> Math.min(Math.min(4 * l3, 512L << 20), heap / 8);
        };
        return Math.max(bytes >> 12, 1) << 12;
    }
}

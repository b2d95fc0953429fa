package dev.lanewise.demo.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CacheSizesTest {
    private static final long GIGABYTE = 1L << 30;

    @TempDir
    private Path folder;

    private void cache(int index, int level, String type, String size) throws IOException {
        Path cache = Files.createDirectory(folder.resolve("index" + index));
        Files.writeString(cache.resolve("level"), level + "\n");
        Files.writeString(cache.resolve("type"), type + "\n");
        Files.writeString(cache.resolve("size"), size + "\n");
    }

    @Test
    void whatLinuxTells() throws Exception {
        cache(0, 1, "Data", "48K");
        cache(1, 1, "Instruction", "32K");
        cache(2, 2, "Unified", "2M");
        cache(3, 3, "Unified", "36864K");
        assertEquals(new CacheSizes(48 << 10, 2 << 20, 36 << 20, true), CacheSizes.readFrom(folder));
    }

    @Test
    void whatItDoesNotTellIsCommonButLargerThanTheNearer() throws Exception {
        assertEquals(CacheSizes.COMMON, CacheSizes.readFrom(folder.resolve("none")));
        cache(0, 1, "Data", "128K");
        cache(1, 2, "Unified", "16384K");
        assertEquals(new CacheSizes(128 << 10, 16 << 20, 64 << 20, false), CacheSizes.readFrom(folder));
        cache(2, 3, "Unified", "large");
        assertEquals(CacheSizes.COMMON, CacheSizes.readFrom(folder));
    }

    @Test
    void samplesAreWellInsideTheirLevels() {
        for (CacheSizes sizes : new CacheSizes[] {CacheSizes.COMMON, new CacheSizes(32 << 10, 1 << 20, 32 << 20, true),
                new CacheSizes(48 << 10, 2 << 20, 6 << 20, true), CacheSizes.here()}) {
            long l1 = sizes.sample(Level.L1, GIGABYTE), l2 = sizes.sample(Level.L2, GIGABYTE);
            long l3 = sizes.sample(Level.L3, GIGABYTE), memory = sizes.sample(Level.MEMORY, 64 * GIGABYTE);
            assertTrue(2 * l1 <= sizes.l1() && sizes.l1() < l2 && 2 * l2 <= sizes.l2(), sizes::toString);
            assertTrue(sizes.l2() < l3 && 2 * l3 <= sizes.l3() && sizes.l3() < memory, sizes::toString);
            assertEquals(0, (l1 | l2 | l3 | memory) % 4096);
        }
    }

    @Test
    void memoryIsHalfAGigabyteAtMostAndAnEighthOfTheHeap() {
        CacheSizes large = new CacheSizes(32 << 10, 1 << 20, GIGABYTE, true);
        assertEquals(512 << 20, large.sample(Level.MEMORY, 64 * GIGABYTE));
        assertEquals(32 << 20, large.sample(Level.MEMORY, 256 << 20));
    }

    @Test
    void theNearestLevelThatHoldsIt() {
        CacheSizes sizes = new CacheSizes(100, 1000, 10_000, true);
        assertEquals(Level.L1, sizes.levelOf(100));
        assertEquals(Level.L2, sizes.levelOf(101));
        assertEquals(Level.L3, sizes.levelOf(10_000));
        assertEquals(Level.MEMORY, sizes.levelOf(10_001));
    }
}

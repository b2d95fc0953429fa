package dev.lanewise.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static dev.lanewise.io.Archives.END;
import static dev.lanewise.io.Archives.LOCAL;
import static dev.lanewise.io.Archives.MEMBER;
import static dev.lanewise.io.Archives.archive;
import static dev.lanewise.io.Archives.find;
import static dev.lanewise.io.Archives.local;
import static dev.lanewise.io.Archives.with;
import static dev.lanewise.io.Archives.withDirectory;
import static dev.lanewise.io.Archives.zip;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// The last byte that is right in a zip archive, and the first that is not.
@Tag("once")
class ArchiveBoundariesTest {
    private static final byte[] NUMBER = RefusalsTest.npy("{'descr': '<f8', 'fortran_order': False, 'shape': ()}", 8);

    private static void refused(String sentence, byte[] file) {
        assertEquals(file.length + " bytes: " + sentence, assertThrows(FormatException.class, () -> Npz.read(file, 9))
                .getMessage());
    }

    private static int[] littleEndian(int n) {
        return new int[] {n, n >>> 8, n >>> 16, n >>> 24};
    }

    @Test
    void whereAnEntryMayBegin() throws IOException {
        byte[] stored = archive(false);
        int directory = find(stored, MEMBER, 0);
        refused("b.npy: the directory points to where no such entry is", with(stored, MEMBER, 1, 42, littleEndian(
                directory - 30)));
        refused("b.npy: it would lie behind the directory", with(stored, MEMBER, 1, 42, littleEndian(directory - 29)));
    }

    @Test
    void howFarAnEntryMayReach() throws IOException {
        byte[] stored = archive(false);
        byte[] longer = with(with(stored, MEMBER, 1, 20, 145), MEMBER, 1, 24, 145);
        refused("b.npy: the directory points to where no such entry is", longer);
        refused("b.npy: the directory points to where no such entry is", with(stored, LOCAL, 1, 26, 150));
        byte[] nothing = new byte[0];
        refused("x.npy: it does not begin as a .npy file does; it is empty",
                withDirectory(local("x.npy", nothing), new String[] {
                        "x.npy"}, new byte[][] {nothing}, 0));
    }

    @Test
    void howLongTheFieldsOfTheDirectoryMayBe() throws IOException {
        byte[] stored = archive(false);
        for (int field : new int[] {28, 30, 32}) {
            refused("its zip directory is broken", with(stored, MEMBER, 1, field, 255));
        }
        byte[] empty = withDirectory(local("", NUMBER), new String[] {""}, new byte[][] {NUMBER}, 0);
        refused("the entry name '' is no plain name", empty);
    }

    @Test
    void commentsOfEntriesArePassed() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (String name : new String[] {"a", "b"}) {
                ZipEntry entry = new ZipEntry(name + ".npy");
                entry.setComment("a comment");
                zip.putNextEntry(entry);
                zip.write(NUMBER);
            }
        }
        Tensor zero = Tensor.of(DType.FLOAT64, new int[0], 0);
        assertEquals(Map.of("a", zero, "b", zero), Npz.read(out.toByteArray(), 9));
    }

    @Test
    void namesAreInTheCharsetThatTheyClaim() throws IOException {
        byte[] utf8 = zip("ö.npy", NUMBER, true);
        assertEquals(1, Npz.read(utf8, 9).size());
        refused("an entry's name is not in ASCII", with(utf8, MEMBER, 0, 9, 0));
        refused("an entry's name is not in UTF-8", with(utf8, MEMBER, 0, 46, 'o'));
    }

    /// Of an archive in parts each field alone tells it.
    @Test
    void partsOfAnArchive() throws IOException {
        for (int field : new int[] {4, 5, 6, 7, 8, 10}) {
            byte[] other = archive(true);
            other[find(other, END, 0) + field] ^= 1;
            refused("it is a part of a zip archive of several", other);
        }
        for (int field : new int[] {16, 20, 24, 32, 56 + 4, 56 + 16}) {
            byte[] wide = empty64();
            wide[field] ^= 1;
            refused("it is a part of a zip archive of several", wide);
        }
    }

    /// An archive without entries that has all the records of a large one.
    private static byte[] empty64() {
        ByteBuffer file = ByteBuffer.allocate(98).order(ByteOrder.LITTLE_ENDIAN).putInt(0x06064b50).putLong(44)
                .putInt(45 << 16 | 45).position(56);
        file.putInt(0x07064b50).putInt(0).putLong(0).putInt(1);
        return file.putInt(END).putInt(0).putInt(-1).putInt(-1).putInt(-1).putShort((short) 0).array();
    }

    @Test
    void theRecordsOfALargeArchive() throws IOException {
        assertEquals(Map.of(), Npz.read(empty64(), 9));
        for (int field : new int[] {0, 4}) {
            byte[] other = empty64();
            other[field] ^= 1;
            refused("its zip64 record is not where it should be", other);
        }
    }

    @Test
    void widerSizesOfAnEntry() throws FormatException {
        long full = 0xffff_ffffL;
        long[] fields = {full, 7, full};
        ZipDirectory.widen(fields, extra(1, 16, 1L << 40, 0), "x");
        assertArrayEquals(new long[] {1L << 40, 7, 0}, fields);
        wideRefused("x: a zip64 size is negative", extra(1, 8, -1));
        wideRefused("x: its zip64 sizes are missing", extra(1, 0));
        wideRefused("x: its zip64 sizes are missing", extra(2, 8, 1));
        wideRefused("x: its extra fields are broken", extra(1, 1));
        wideRefused("x: its extra fields are broken", extra(1, 9, 1));
    }

    private static void wideRefused(String sentence, ByteBuffer extra) {
        assertEquals(sentence, assertThrows(FormatException.class, () -> ZipDirectory.widen(new long[] {0xffff_ffffL},
                extra, "x")).getMessage());
    }

    private static ByteBuffer extra(int id, int length, long... sizes) {
        ByteBuffer extra = ByteBuffer.allocate(4 + 8 * sizes.length).order(ByteOrder.LITTLE_ENDIAN).putShort((short) id)
                .putShort((short) length);
        for (long size : sizes) extra.putLong(size);
        return extra.flip();
    }

    /// The directory's claim of a size, with data that unpack to another one.
    @Test
    void howMuchAnEntryUnpacksTo() throws IOException {
        byte[] file = zip("x.npy", NUMBER, true);
        int packed = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(find(file, MEMBER, 0) + 20);
        int most = packed * 1032 + 1031, size = NUMBER.length;
        refused("x.npy: float64 () takes more or fewer bytes than the %d it has".formatted(most - size + 8), with(file,
                MEMBER, 0, 24, littleEndian(most)));
        refused("x.npy: it claims %d bytes out of %d, more than deflate can pack".formatted(most + 1, packed),
                with(file,
                        MEMBER, 0, 24, littleEndian(most + 1)));
        for (int last : new int[] {0, 255}) {
            byte[] longer = Arrays.copyOf(NUMBER, size + 1);
            longer[size] = (byte) last;
            refused("x.npy: it is longer than %d bytes".formatted(size), with(zip("x.npy", longer, true), MEMBER, 0, 24,
                    littleEndian(size)));
        }
        byte[] shorter = zip("x.npy", Arrays.copyOf(NUMBER, size - 1), true);
        refused("x.npy: it ends within its elements; there should be 1",
                with(shorter, MEMBER, 0, 24, littleEndian(size)));
    }

    @Test
    void whatIsWritten() throws IOException {
        byte[] file = archive(false);
        int[] time = {file[10], file[11], file[12], file[13]};
        assertArrayEquals(new int[] {0, 0, 2 << 5 | 1, 0}, time, "1980-02-01, whatever the clock says");
        String longest = "x".repeat(996);
        var out = new ByteArrayOutputStream();
        Npz.write(out, Map.of(longest, Tensor.vector(1)), false);
        assertEquals(Map.of(longest, Tensor.vector(1)), Npz.read(out.toByteArray(), 9));
        assertThrows(IllegalArgumentException.class, () -> Npz.write(out, Map.of(longest + "x", Tensor.vector(1)),
                false));
    }
}

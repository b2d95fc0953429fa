package dev.lanewise.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;

import dev.lanewise.guest.AllocatedBytes;
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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Zip archives that lie, and the sentence for each lie.
@Tag("once")
class HostileArchivesTest {
    private static final long LIMIT = 1000;

    private static void refused(String sentence, byte[] file) {
        assertEquals(file.length + " bytes: " + sentence, assertThrows(FormatException.class, () -> Npz.read(file,
                LIMIT)).getMessage());
    }

    @Test
    void whatIsNoArchive() throws IOException {
        byte[] stored = archive(false);
        refused("it is too short for a zip archive", new byte[21]);
        String cut = "it does not end as a zip archive does; it begins like a zip archive";
        refused(cut, Arrays.copyOf(stored, stored.length - 1));
        refused(cut, Arrays.copyOf(stored, stored.length + 1));
        byte[] shifted = new byte[stored.length + 1];
        System.arraycopy(stored, 0, shifted, 1, stored.length);
        refused("its zip directory is not where it should be", shifted);
        refused("it is a part of a zip archive of several", with(stored, END, 0, 4, 1));
        refused("the number of entries in its directory is 2, not 3 as it claims", with(stored, END, 0, 8, 3, 0, 3, 0));
        refused("its zip directory is broken", with(stored, MEMBER, 1, 0, 'p'));
        refused("its zip directory is broken", with(stored, MEMBER, 1, 28, 255));
    }

    @Test
    void longNamesAreShortened() throws IOException {
        var out = new ByteArrayOutputStream();
        Npz.write(out, Map.of("x".repeat(900), Tensor.vector(1, 2)), false);
        String name = "x".repeat(60) + "…";
        assertEquals(
                "%d bytes: %s: float64 2 has more elements than the 1 that may be read".formatted(out.size(), name),
                assertThrows(FormatException.class, () -> Npz.read(out.toByteArray(), 1)).getMessage());
        refused(name + ": compression method 99 is neither stored nor deflated", with(out.toByteArray(), MEMBER, 0, 10,
                99));
    }

    @Test
    void entriesThatContradictTheDirectory() throws IOException {
        byte[] stored = archive(false);
        String lie = "a.npy: the entry and the directory contradict each other";
        refused(lie, with(stored, LOCAL, 0, 30, 'b'));
        refused(lie, with(stored, LOCAL, 0, 8, 8));
        refused(lie, with(stored, LOCAL, 0, 14, 1));
        refused(lie, with(stored, LOCAL, 0, 18, 1));
        refused(lie, with(stored, LOCAL, 0, 22, 1));
        refused("a.npy: the directory points to where no such entry is", with(stored, MEMBER, 0, 42, 1));
        refused("a.npy: it would lie behind the directory", with(stored, MEMBER, 0, 42, 0, 0, 1));
        refused("a.npy: it is stored, yet claims 999 bytes out of 144",
                with(stored, MEMBER, 0, 24, 999 & 255, 999 >> 8));
        refused("a.npy: its zip64 sizes are missing", with(stored, MEMBER, 0, 24, 255, 255, 255, 255));
        refused("a.npy: the entry and the directory contradict each other",
                with(with(stored, MEMBER, 0, 20, 145), MEMBER,
                        0, 24, 145));
        refused("a.npy: it is encrypted", with(stored, MEMBER, 0, 8, 1));
        refused("a.npy: compression method 12 is neither stored nor deflated", with(stored, MEMBER, 0, 10, 12));
        refused("a.npy: its checksum is wrong", with(stored, LOCAL, 0, 30 + 5 + 128, 1));
    }

    @Test
    void entriesTwiceOrOverlapping() throws IOException {
        byte[] twice = with(with(archive(false), LOCAL, 1, 30, 'a'), MEMBER, 1, 46, 'a');
        refused("'a.npy' is in it twice", twice);
        refused("b.npy: it overlaps another entry", with(archive(false), MEMBER, 1, 42, 0, 0));
        refused("x.npy: it overlaps another entry", overlapping());
    }

    /// A stored entry whose content ends with another entry: the trick of bombs that use the same bytes again and again.
    private static byte[] overlapping() {
        byte[] inner = RefusalsTest.npy("{'descr': '<f8', 'fortran_order': False, 'shape': ()}", 8);
        byte[] innerEntry = local("x.npy", inner);
        byte[] outer = local("w.npy", innerEntry);
        return withDirectory(outer, new String[] {"w.npy", "x.npy"}, new byte[][] {innerEntry, inner}, 0, 35);
    }

    @Test
    void namesThatAreTricks() throws IOException {
        for (String name : new String[] {"../a.npy", "/a.npy", "a\\b.npy", "C:a.npy", "a/../b.npy", "a//b.npy",
                "./a.npy"}) {
            refused("the entry name '" + name + "' is no plain name", zip(name, new byte[9], true));
        }
        refused("a.txt: it is no .npy file", zip("a.txt", new byte[9], true));
        refused("m/data.pkl: it is no .npy file but a pickle, which may run any program", zip("m/data.pkl", new byte[9],
                true));
        refused("the entry name 'folder/' is no plain name", zip("folder/", new byte[0], false));
    }

    /// 80 MB of zeros in 80 kB: refused by the limit, before anything is unpacked.
    @Test
    void bombs() throws IOException {
        byte[] npy = RefusalsTest.npy("{'descr': '<f8', 'fortran_order': False, 'shape': (10000000,)}", 80_000_000);
        byte[] bomb = zip("x.npy", npy, true);
        long before = AllocatedBytes.ofThisThread();
        refused("x.npy: float64 10000000 has more elements than the 1000 that may be read", bomb);
        assertTrue(AllocatedBytes.ofThisThread() - before < 1_000_000, "memory");
        byte[] claim = RefusalsTest.npy("{'descr': '<f8', 'fortran_order': False, 'shape': (2,)}", 10_000_000);
        refused("x.npy: float64 2 takes more or fewer bytes than the 10000000 it has", zip("x.npy", claim, true));
        assertEquals(10_000_000, Npz.read(bomb, 10_000_000).get("x").size(), "who wants it gets it");
    }

    /// The records that an archive has from 4 GiB or 65,536 entries on, around a small one.
    @Test
    void zip64() throws IOException {
        byte[] small = archive(true);
        int end = find(small, END, 0), directory = find(small, MEMBER, 0);
        ByteBuffer file = ByteBuffer.allocate(small.length + 76).order(ByteOrder.LITTLE_ENDIAN).put(small, 0, end);
        file.putInt(0x06064b50).putLong(44).putInt(45 << 16 | 45).putInt(0).putInt(0).putLong(2).putLong(2).putLong(end
                - directory).putLong(directory);
        file.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
        file.putInt(END).putInt(0).putInt(-1).putInt(-1).putInt(-1).putShort((short) 0);
        assertEquals(Npz.read(small, LIMIT), Npz.read(file.array(), LIMIT));
        byte[] moved = file.array().clone();
        moved[end + 48]++;
        refused("its zip directory is not where it should be", moved);
        byte[] elsewhere = file.array().clone();
        elsewhere[end + 56 + 8]++;
        refused("its zip64 record is not where it should be", elsewhere);
        byte[] parts = file.array().clone();
        parts[end + 16]++;
        refused("it is a part of a zip archive of several", parts);
    }

    /// The limit counts all arrays together.
    @Test
    void theLimitIsForAll() throws IOException {
        assertEquals(2, Npz.read(archive(true), 4).size());
        byte[] file = archive(true);
        assertEquals(file.length + " bytes: b.npy: float64 2 has more elements than the 1 that may be read",
                assertThrows(
                        FormatException.class, () -> Npz.read(file, 3)).getMessage());
    }

    @Test
    void deflatedDataThatIsBroken() throws IOException {
        byte[] file = archive(true);
        int data = find(file, LOCAL, 0) + 30 + 5;
        byte[] broken = file.clone();
        broken[data] = 7;
        refused("a.npy: its deflated data is broken", broken);
        refused("a.npy: it claims 16777360 bytes out of 78, more than deflate can pack".replace("78", String.valueOf(
                ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(find(file, MEMBER, 0) + 20))),
                with(file, MEMBER,
                        0, 27, 1));
    }
}

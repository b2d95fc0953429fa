package dev.lanewise.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import dev.lanewise.guest.AllocatedBytes;
import dev.lanewise.internal.kernel.Samples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// 20,000 broken files: each is read or refused with a sentence, at once, and within a memory that its size and the limit
/// bound.
@Tag("once")
class MutatedFilesTest {
    private static final int MUTANTS = 20_000;
    private static final int LIMIT = 2000;
    /// Eight bytes an element, twice for the transposition, and what reading needs besides.
    private static final long MOST_MEMORY = 16 * LIMIT + 400_000;
    private static final List<String> FORMATS = List.of("npy", "npz", "safetensors");
    /// A `.npy` file that is read by its rows.
    private static final String ROWS = "npy rows";

    private final Map<String, Integer> outcomes = new TreeMap<>();

    @Test
    void areReadOrRefused() throws IOException {
        Map<String, List<Golden>> all = new HashMap<>();
        for (String format : FORMATS) all.put(format, Golden.files(format));
        Samples samples = new Samples(1);
        long begin = System.nanoTime(), most = 0;
        for (int i = 0; i < MUTANTS; i++) {
            String format = FORMATS.get(Math.floorMod(samples.bits(), 3));
            List<Golden> files = all.get(format);
            Golden golden = files.get(Math.floorMod(samples.bits(), files.size()));
            byte[] mutant = mutate(golden.content(), samples);
            if (format.equals("npy") && Math.floorMod(samples.bits(), 4) == 0) {
                mutant = zipped(mutant, Math.floorMod(samples.bits(), 2) == 0);
                format = "npz";
            }
            long before = AllocatedBytes.ofThisThread();
            read(format, mutant, golden.what() + ", mutant " + i);
            long used = AllocatedBytes.ofThisThread() - before - 40L * mutant.length;
            if (i > 100) most = Math.max(most, used);
        }
        double seconds = (System.nanoTime() - begin) * 1e-9;
        assertTrue(most < MOST_MEMORY, most + " bytes");
        assertTrue(seconds < 60, seconds + " s");
        for (String format : FORMATS) {
            assertTrue(outcomes.get(format + " read") > 200 && outcomes.get(format + " refused") > 1000, outcomes
                    .toString());
        }
    }

    /// 5,000 more, of arrays that have rows.
    @Test
    void areReadOrRefusedByRows() throws IOException {
        Samples samples = new Samples(2);
        for (int i = 0; i < MUTANTS / 4; i++) {
            DType dtype = DType.values()[Math.floorMod(samples.bits(), DType.TEXT.ordinal())];
            Tensor tensor = Tensor.of(dtype, new int[] {4, 3}, 0, 1, 1, 0, 1, 0, 1, 1, 1, 0, 0, 1);
            var out = new ByteArrayOutputStream();
            Npy.write(out, tensor, new Npy.Layout(ByteOrder.LITTLE_ENDIAN, i % 2 == 0, 1));
            read(ROWS, mutate(out.toByteArray(), samples), dtype + ", mutant " + i);
        }
        assertTrue(outcomes.get(ROWS + " read") > 200 && outcomes.get(ROWS + " refused") > 1000, outcomes.toString());
    }

    private void read(String format, byte[] mutant, String what) {
        try {
            switch (format) {
                case "npy" -> Npy.read(mutant, LIMIT);
                case "npz" -> Npz.read(mutant, LIMIT);
                case ROWS -> rows(mutant);
                default -> Safetensors.read(mutant, LIMIT);
            }
            outcomes.merge(format + " read", 1, Integer::sum);
        } catch (FormatException e) {
            outcomes.merge(format + " refused", 1, Integer::sum);
            String sentence = e.getMessage();
            assertTrue(sentence.startsWith(mutant.length + " bytes: ") && sentence.chars().noneMatch(
                    Character::isISOControl) && sentence.length() < 400, what + ": " + sentence);
        } catch (IOException | RuntimeException | Error e) {
            throw new AssertionError(what, e);
        }
    }

    private static void rows(byte[] mutant) throws IOException {
        try (NpyRows rows = new NpyRows(ByteSource.of(mutant))) {
            double[] block = new double[Math.multiplyExact(rows.rows(), rows.cols())];
            int first = rows.read(block, 0, 1);
            rows.read(block, first * rows.cols(), rows.rows());
        }
    }

    private static byte[] zipped(byte[] npy, boolean compressed) throws IOException {
        var out = new ByteArrayOutputStream();
        var zip = new ZipOutputStream(out);
        zip.setLevel(compressed ? 6 : 0);
        zip.putNextEntry(new ZipEntry("x.npy"));
        zip.write(npy);
        zip.close();
        return out.toByteArray();
    }

    /// One to three changes: a bit, a byte, a number of 2, 4 or 8 bytes, a digit, a cut, an insertion, a part twice.
    private static byte[] mutate(byte[] content, Samples samples) {
        byte[] bytes = content.clone();
        for (int changes = 1 + Math.floorMod(samples.bits(), 3); changes > 0 && bytes.length > 8; changes--) {
            int at = Math.floorMod(samples.bits(), bytes.length), to = Math.floorMod(samples.bits(), bytes.length);
            switch (Math.floorMod(samples.bits(), 8)) {
                case 0 -> bytes[at] ^= (byte) (1 << Math.floorMod(samples.bits(), 8));
                case 1 -> bytes[at] = (byte) samples.bits();
                case 2 -> number(bytes, Math.min(at, bytes.length - 8), samples);
                case 3 -> digit(bytes, at, samples);
                case 4 -> bytes = Arrays.copyOf(bytes, at);
                case 5 -> bytes = join(bytes, at, Math.min(at, to));
                case 6 -> bytes = join(bytes, Math.min(at, to), Math.max(at, to));
                default -> bytes = join(bytes, Math.max(at, to), Math.min(at, to));
            }
        }
        return bytes;
    }

    private static void number(byte[] bytes, int at, Samples samples) {
        long[] awkward = {0, 1, -1, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, bytes.length, 0xffff,
                0xffffffffL,
                1L << 40};
        long number = awkward[Math.floorMod(samples.bits(), awkward.length)];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        switch (Math.floorMod(samples.bits(), 3)) {
            case 0 -> buffer.putLong(at, number);
            case 1 -> buffer.putInt(at, (int) number);
            default -> buffer.putShort(at, (short) number);
        }
    }

    /// Another digit, sign, bracket or letter for the first digit from here on.
    private static void digit(byte[] bytes, int at, Samples samples) {
        String other = "0123456789-+(){}[],'\"\\ LTfiuUVObcn";
        while (at < bytes.length - 1 && (bytes[at] < '0' || bytes[at] > '9')) at++;
        bytes[at] = (byte) other.charAt(Math.floorMod(samples.bits(), other.length()));
    }

    /// The first bytes up to `end`, then those from `from` on.
    private static byte[] join(byte[] bytes, int end, int from) {
        byte[] joined = Arrays.copyOf(bytes, end + bytes.length - from);
        System.arraycopy(bytes, from, joined, end, bytes.length - from);
        return joined;
    }
}

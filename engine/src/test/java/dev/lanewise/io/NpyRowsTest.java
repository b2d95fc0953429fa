package dev.lanewise.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// Rows that come some at a time beside the array that comes at once.
@Tag("once")
class NpyRowsTest {
    @TempDir
    private Path folder;

    private Path written(Tensor tensor, Npy.Layout layout) throws IOException {
        Path file = folder.resolve("a.npy");
        Npy.write(file, tensor, layout);
        return file;
    }

    private static double[] read(Path file, int atATime) throws IOException {
        try (NpyRows rows = NpyRows.open(file)) {
            double[] all = new double[rows.rows() * rows.cols()];
            int done = 0;
            for (int n = rows.read(all, 0, atATime); n > 0; n = rows.read(all, done * rows.cols(), atATime)) done += n;
            assertEquals(rows.rows(), done);
            assertEquals(Files.size(file), rows.bytes());
            return all;
        }
    }

    @Test
    void everyTypeInEveryLayout() throws IOException {
        double[] values = new double[35];
        for (DType dtype : DType.values()) {
            if (dtype == DType.TEXT) continue;
            Arrays.setAll(values, i -> dtype == DType.BOOL ? i * i % 3 : 3 * i);
            Tensor tensor = Tensor.of(dtype, new int[] {7, 5}, values);
            for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
                if (dtype == DType.BFLOAT16 && order == ByteOrder.BIG_ENDIAN) continue;
                for (boolean fortran : new boolean[] {false, true}) {
                    Path file = written(tensor, new Npy.Layout(order, fortran, 2));
                    for (int n : new int[] {1, 3, 7, 100}) {
                        assertArrayEquals(tensor.values(), read(file, n), dtype + " " + order + " " + fortran);
                    }
                }
            }
        }
    }

    /// More than the buffer holds, and rows that are longer than it.
    @Test
    void buffersAreNoLimit() throws IOException {
        for (int[] shape : new int[][] {{20_000, 3}, {3, 20_000}}) {
            double[] values = new double[60_000];
            Arrays.setAll(values, i -> Math.sqrt(i));
            Tensor tensor = Tensor.of(DType.FLOAT64, shape, values);
            for (boolean fortran : new boolean[] {false, true}) {
                Path file = written(tensor, new Npy.Layout(ByteOrder.LITTLE_ENDIAN, fortran, 1));
                assertArrayEquals(values, read(file, shape[0]));
                assertArrayEquals(values, read(file, 2));
            }
        }
    }

    @Test
    void whatItIs() throws IOException {
        try (NpyRows rows = NpyRows.open(written(Tensor.of(DType.INT16, new int[] {4, 2}, 1, 2, 3, 4, 5, 6, 7, 8),
                Npy.Layout.USUAL))) {
            assertEquals("4 2 int16 128",
                    "%d %d %s %d".formatted(rows.rows(), rows.cols(), rows.dtype(), rows.bytes()));
            double[] block = new double[5];
            assertEquals("read: 3 × 2 numbers do not fit from 0 in the block, which has length 5", assertThrows(
                    IndexOutOfBoundsException.class, () -> rows.read(block, 0, 3)).getMessage());
            assertThrows(IndexOutOfBoundsException.class, () -> rows.read(block, -1, 1));
            assertThrows(IndexOutOfBoundsException.class, () -> rows.read(block, 6, 0));
            assertEquals("read: the block is null", assertThrows(NullPointerException.class, () -> rows.read(null, 0,
                    1)).getMessage());
            assertEquals(2, rows.read(block, 1, 2));
            assertArrayEquals(new double[] {0, 1, 2, 3, 4}, block);
            assertEquals(136, rows.bytes());
        }
    }

    @Test
    void nothingToRead() throws IOException {
        for (int[] shape : new int[][] {{0, 3}, {3, 0}, {0, 0}}) {
            Path file = written(Tensor.of(DType.FLOAT64, shape), Npy.Layout.USUAL);
            try (NpyRows rows = NpyRows.open(file)) {
                assertEquals(shape[0], rows.read(new double[0], 0, 9));
                assertEquals(0, rows.read(new double[0], 0, 9));
            }
        }
    }

    @Test
    void rowsThatAreNotOfThisWorld() throws IOException {
        for (int[] shape : new int[][] {{1, 3}, {1, 0}}) {
            try (NpyRows rows = NpyRows.open(written(Tensor.of(DType.INT8, shape, new double[shape[1]]),
                    Npy.Layout.USUAL))) {
                assertEquals("read: -1 rows are wanted", assertThrows(IllegalArgumentException.class, () -> rows.read(
                        new double[9], 0, -1)).getMessage());
            }
        }
        // 2³¹ booleans, of which only the last is on the disk
        Path file = folder.resolve("large.npy");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(RefusalsTest.npy(
                    "{'descr': '|b1', 'fortran_order': False, 'shape': (65536, 32768), }", 0)));
            channel.write(ByteBuffer.allocate(1), channel.size() + (1L << 31) - 1);
        }
        try (NpyRows rows = NpyRows.open(file)) {
            assertEquals("read: 65536 × 32768 numbers do not fit from 0 in the block, which has length 1", assertThrows(
                    IndexOutOfBoundsException.class, () -> rows.read(new double[1], 0, 65536)).getMessage());
        }
    }

    @Test
    void whatIsRefused() throws IOException {
        refused("it holds texts and no numbers", written(Tensor.ofTexts("a"), Npy.Layout.USUAL));
        refused("the array has one axis, and rows and columns are two", written(Tensor.vector(1, 2), Npy.Layout.USUAL));
        refused("the array has 3 axes, and rows and columns are two",
                written(Tensor.of(DType.INT8, new int[] {1, 1, 1}, 1),
                        Npy.Layout.USUAL));
        refused("float64 3 × 4 takes more or fewer bytes than the 95 it has", Files.write(folder.resolve("b.npy"),
                RefusalsTest.npy("{'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }", 95)));
        refused("it does not begin as a .npy file does; it begins like text",
                Files.writeString(folder.resolve("c.npy"), "1,2\n"));
    }

    private static void refused(String sentence, Path file) {
        assertEquals(file + ": " + sentence, assertThrows(FormatException.class, () -> NpyRows.open(file))
                .getMessage());
    }

    @Test
    void anElementThatIsNone() throws IOException {
        byte[] bytes = RefusalsTest.npy("{'descr': '<i8', 'fortran_order': False, 'shape': (2, 1), }", 16);
        Arrays.fill(bytes, bytes.length - 8, bytes.length, (byte) 0x7f);
        try (NpyRows rows = NpyRows.open(Files.write(folder.resolve("d.npy"), bytes))) {
            assertEquals(folder.resolve("d.npy") + ": element 1 is beyond 2⁵³ and no double", assertThrows(
                    FormatException.class, () -> rows.read(new double[2], 0, 2)).getMessage());
        }
    }

    @Test
    void aFileThatBecomesShorter() throws IOException {
        Path file = written(Tensor.of(DType.FLOAT64, new int[] {3, 1}, 1, 2, 3), Npy.Layout.USUAL);
        try (NpyRows rows = NpyRows.open(file)) {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length - 8));
            assertEquals(1, rows.read(new double[1], 0, 1));
            assertEquals(file + ": it became shorter while it was read", assertThrows(FormatException.class, () -> rows
                    .read(new double[2], 0, 2)).getMessage());
        }
    }
}

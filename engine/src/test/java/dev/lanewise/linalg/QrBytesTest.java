package dev.lanewise.linalg;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;

import static dev.lanewise.internal.kernel.Refusals.refused;
import static dev.lanewise.linalg.QrAccumulatorTest.assertSameFit;
import static dev.lanewise.linalg.QrAccumulatorTest.part;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Accumulators as bytes, and bytes that are none.
class QrBytesTest {
    private static final String NOT = "QrAccumulator: not the bytes of an accumulator: ";

    @Test
    void goingOnFromBytesGivesTheBitsOfNeverHavingStopped() {
        Matrix a = new TestMatrices(1).uniform(Leaf.ROWS + 2000, 3), b = new TestMatrices(2).uniform(a.rows(), 2);
        a.set(1500, 1, 0x1p700);
        QrAccumulator whole = new QrAccumulator(3, 2), stopped = new QrAccumulator(3, 2);
        for (int[] cut : new int[][] {{0, 0}, {0, 1}, {1, 300}, {300, 1024}, {1024, 1025}, {1025, 5000},
                {5000, Leaf.ROWS - 1},
                {Leaf.ROWS - 1, Leaf.ROWS}, {Leaf.ROWS, Leaf.ROWS + 1}, {Leaf.ROWS + 1, a.rows()}}) {
            Matrix nextA = part(a, cut[0], cut[1] - cut[0]), nextB = part(b, cut[0], cut[1] - cut[0]);
            whole.add(nextA, nextB);
            stopped.add(nextA, nextB);
            byte[] bytes = stopped.toBytes();
            stopped = QrAccumulator.fromBytes(bytes);
            assertEquals(whole.rows(), stopped.rows());
            assertArrayEquals(bytes, stopped.toBytes());
            if (whole.rows() > 0) assertSameFit(whole.solve(), stopped.solve());
        }
        assertSameFit(QrAccumulatorTest.whole(a, b), stopped.solve());
    }

    @Test
    void allShapesTravel() {
        for (int[] shape : new int[][] {{0, 0, 0}, {5, 0, 0}, {3, 7, 0}, {3, 7, 2}, {600, 0, 1}, {600, 9, 0},
                {700, 17, 9}}) {
            Matrix a = new TestMatrices(1).uniform(shape[0], shape[1]),
                    b = new TestMatrices(2).uniform(shape[0], shape[2]);
            QrAccumulator acc = new QrAccumulator(shape[1], shape[2]).add(a, b);
            assertSameFit(acc.solve(), QrAccumulator.fromBytes(acc.toBytes()).solve());
            QrAccumulator merged = acc.copy().merge(acc);
            assertSameFit(merged.solve(), QrAccumulator.fromBytes(merged.toBytes()).solve());
        }
    }

    @Test
    void everyLengthButTheRightOneIsRefused() {
        byte[] bytes = small().toBytes();
        for (int length = 0; length < bytes.length + 20; length++) {
            byte[] other = Arrays.copyOf(bytes, length);
            if (length != bytes.length)
                assertThrows(IllegalArgumentException.class, () -> QrAccumulator.fromBytes(other));
        }
        refused(NOT + "7 bytes are too few to be one", () -> QrAccumulator.fromBytes(new byte[7]));
        refused(NOT + "it has been cut off: 100 bytes of " + bytes.length,
                () -> QrAccumulator.fromBytes(Arrays.copyOf(bytes, 100)));
        refused(NOT + (bytes.length + 1) + " bytes are more than its " + bytes.length,
                () -> QrAccumulator.fromBytes(Arrays.copyOf(bytes, bytes.length + 1)));
    }

    @Test
    void everyFlippedBitIsRefused() {
        byte[] bytes = small().toBytes();
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] other = bytes.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(IllegalArgumentException.class, () -> QrAccumulator.fromBytes(other), "bit " + bit);
        }
        refused(NOT + "these bytes are something else", () -> QrAccumulator.fromBytes(new byte[100]));
        refused(NOT + "version 2 is unknown, this is version 1", () -> QrAccumulator.fromBytes(with(bytes, 4, 2)));
        byte[] damaged = with(bytes, 60, 77);
        ByteBuffer.wrap(damaged).putLong(damaged.length - 8, 0);
        refused(NOT + "its checksum does not fit its bytes", () -> QrAccumulator.fromBytes(damaged));
    }

    @Test
    void lengthsThatNobodyHasAreNotAllocated() {
        byte[] bytes = small().toBytes();
        for (int[] field : new int[][] {{8, 16384}, {8, 16385}, {8, -1}, {12, 16384}, {12, -5}, {16, 1 << 30}, {24, 1},
                {32, 1023},
                {32, 1024}, {32, -1}}) {
            assertThrows(IllegalArgumentException.class,
                    () -> QrAccumulator.fromBytes(with(bytes, field[0], field[1])));
        }
        refused(NOT + "a header of 16385 columns, 1 right-hand sides and 0, 0 and 4 rows makes no sense",
                () -> QrAccumulator.fromBytes(with(bytes, 8, 16385)));
    }

    @Test
    void elementsThatCannotBeAreRefused() {
        byte[] bytes = small().toBytes();
        byte[] notANumber = bytes.clone();
        ByteBuffer.wrap(notANumber).putDouble(36, Double.NaN);
        refused(NOT + "an element is NaN", () -> QrAccumulator.fromBytes(sealed(notANumber)));
        byte[] merged = small().merge(small()).toBytes();
        ByteBuffer.wrap(merged).putInt(36 + 4 * 8, 5000);
        refused(NOT + "an exponent is 5000", () -> QrAccumulator.fromBytes(sealed(merged)));
    }

    @Test
    void trianglesThatCannotBeAreRefused() {
        byte[] bytes = small().merge(small()).toBytes();
        int r = 36, residual = r + 4 * 8 + 2 * 4 + 2 * 8;
        refused(NOT + "an element below the diagonal is 0.5", () -> QrAccumulator.fromBytes(with(bytes, r + 16, 0.5)));
        refused(NOT + "an element is 1.0E200", () -> QrAccumulator.fromBytes(with(bytes, r, 1e200)));
        refused(NOT + "the length of a residual is -1.0", () -> QrAccumulator.fromBytes(with(bytes, residual, -1.0)));
    }

    /// Bytes with a checksum that fits, but changed before that: refused, or an accumulator that can be solved.
    @Test
    void mutantsAreRefusedOrSolved() {
        TestMatrices random = new TestMatrices(8);
        byte[][] seeds = {small().toBytes(), small().merge(small()).toBytes(), new QrAccumulator(5, 2).add(random
                .uniform(1030, 5), random.uniform(1030, 2)).toBytes()};
        int solved = 0;
        for (int mutant = 0; mutant < 20_000; mutant++) {
            byte[] bytes = seeds[mutant % seeds.length].clone();
            // Mostly the header, which decides what is allocated.
            int range = mutant % 2 == 0 ? 36 : bytes.length - 8;
            for (int change = 0; change < 1 + mutant % 3; change++) {
                bytes[(int) ((random.next() + 1.0) / 2.0 * range)] = (byte) (random.next() * 128.0);
            }
            try {
                Fit fit = QrAccumulator.fromBytes(sealed(bytes)).solve();
                assertTrue(fit.residualNorms().length == 0 || fit.residualNorm() >= 0.0);
                solved++;
            } catch (IllegalArgumentException refused) {
                assertTrue(refused.getMessage().startsWith(NOT), refused::getMessage);
            } catch (ArithmeticException tooLarge) {
                assertTrue(tooLarge.getMessage().startsWith("LeastSquares: coefficient"), tooLarge::getMessage);
            }
        }
        assertTrue(solved > 1000 && solved < 15_000, "solved " + solved);
    }

    private static QrAccumulator small() {
        return new QrAccumulator(2, 1).add(new TestMatrices(3).uniform(4, 2), new double[] {1, 2, 3, 5});
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        ByteBuffer.wrap(changed).putInt(at, value);
        return sealed(changed);
    }

    private static byte[] with(byte[] bytes, int at, double value) {
        byte[] changed = bytes.clone();
        ByteBuffer.wrap(changed).putDouble(at, value);
        return sealed(changed);
    }

    /// With a checksum that fits.
    private static byte[] sealed(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length - 8);
        ByteBuffer.wrap(bytes).putLong(bytes.length - 8, crc.getValue());
        return bytes;
    }
}

package dev.lanewise.demo.data;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.io.DType;
import dev.lanewise.io.Npy;
import dev.lanewise.io.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Text and arrays, told apart by what is in them, row by row.
class DataFileTest {
    @TempDir
    private Path folder;

    private Path array(String name, Tensor tensor, boolean fortran) throws IOException {
        Path file = folder.resolve(name);
        Npy.write(file, tensor, new Npy.Layout(fortran ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, fortran, 1));
        return file;
    }

    private static void assertRows(Path file, List<String> header, double[]... expected) throws IOException {
        DataFile data = DataFile.at(file);
        assertTrue(data.canBeReadAgain());
        assertEquals(Files.size(file), data.size());
        for (int reading = 1; reading <= 2; reading++) {
            try (Rows rows = data.open()) {
                assertEquals(new Columns(file.toString(), 2, header), rows.columns());
                double[] row = new double[3];
                for (double[] each : expected) {
                    assertTrue(rows.next(row, 1));
                    assertArrayEquals(each, new double[] {row[1], row[2]});
                }
                assertFalse(rows.next(row, 1));
                assertFalse(rows.next(row, 1));
                assertEquals(data.size(), rows.bytes());
            }
        }
    }

    @Test
    void theSameRowsFromBoth() throws IOException {
        double[][] rows = {{1, 2}, {3, 4.5}, {-5, 0}};
        Tensor tensor = Tensor.of(DType.FLOAT32, new int[] {3, 2}, 1, 2, 3, 4.5, -5, 0);
        assertRows(Files.writeString(folder.resolve("a.npy"), "größe,y\r\n1,2\r\n3,4.5\r\n-5,0"), List.of("größe", "y"),
                rows);
        assertRows(array("c.csv", tensor, false), List.of(), rows);
        assertRows(array("f.npy", tensor, true), List.of(), rows);
    }

    @Test
    void manyRowsOfAnArray() throws IOException {
        double[] values = new double[2 * 100_000];
        for (int i = 0; i < values.length; i++) values[i] = Math.sqrt(i);
        try (Rows rows = DataFile.at(array("m.npy", Tensor.of(DType.FLOAT64, new int[] {100_000, 2}, values), false))
                .open()) {
            double[] row = new double[2];
            for (int i = 0; rows.next(row, 0); i += 2) {
                assertEquals(values[i], row[0]);
                assertEquals(values[i + 1], row[1]);
            }
            assertEquals(folder.resolve("m.npy") + ", row 100000, column 2", rows.place(1));
        }
    }

    @Test
    void placesAreNamed() throws IOException {
        try (Rows rows = DataFile.at(Files.writeString(folder.resolve("p.csv"), "x,\n\n1,2\n")).open()) {
            assertTrue(rows.next(new double[2], 0));
            assertEquals(folder.resolve("p.csv") + ", line 3, column 1 (x)", rows.place(0));
            assertEquals(folder.resolve("p.csv") + ", line 3, column 2", rows.place(1));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsNotFiniteIsRefused(double value) throws IOException {
        Path file = array("n.npy", Tensor.of(DType.FLOAT64, new int[] {2, 2}, 1, 2, 3, value), true);
        try (Rows rows = DataFile.at(file).open()) {
            assertTrue(rows.next(new double[2], 0));
            assertEquals("%s, row 2, column 2: %s is not a finite number".formatted(file, value), assertThrows(
                    InputException.class, () -> rows.next(new double[2], 0)).getMessage());
        }
    }

    @Test
    void whatIsNoFile() throws IOException {
        assertEquals("the name of the file is empty", complaint(Path.of("")));
        assertEquals("- is no file: the numbers may be needed twice, so they cannot come from standard input",
                complaint(
                        Path.of("-")));
        assertEquals(folder + " is a folder, not a file", complaint(folder));
        assertEquals("there is no file " + folder.resolve("x"), complaint(folder.resolve("x")));
        Path nothing = array("0.npy", Tensor.of(DType.INT8, new int[] {0, 3}), false);
        assertEquals(nothing + " is empty: its array is 0 × 3", complaint(nothing));
        Path vector = array("1.npy", Tensor.vector(1, 2), false);
        assertEquals(vector + ": the array has one axis, and rows and columns are two", complaint(vector));
    }

    private static String complaint(Path file) {
        return assertThrows(InputException.class, () -> DataFile.at(file).open()).getMessage();
    }
}

package dev.lanewise.linalg;

import dev.lanewise.internal.kernel.Bits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.lanewise.internal.kernel.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// What a matrix shares and what it copies, what it refuses, and when two are equal.
class MatrixTest {
    private final double[] elements = {1, 2, 3, 4, 5, 6};

    @Test
    void zerosAreAllPositiveZero() {
        Bits.assertSame(new double[6], Matrix.zeros(2, 3).array(), "zeros");
    }

    @Test
    void ofCopiesItsArray() {
        Matrix a = Matrix.of(2, 3, elements);
        elements[0] = 7;
        assertEquals(1, a.get(0, 0));
        a.set(0, 1, 8);
        assertEquals(2, elements[1]);
    }

    @Test
    void wrapSharesItsArray() {
        Matrix a = Matrix.wrap(2, 3, elements);
        assertSame(elements, a.array());
        elements[0] = 7;
        assertEquals(7, a.get(0, 0));
        a.set(1, 2, 8);
        assertEquals(8, elements[5]);
    }

    @Test
    void elementsStandRowByRow() {
        Matrix a = Matrix.of(2, 3, elements);
        assertEquals(2, a.rows());
        assertEquals(3, a.cols());
        assertEquals(4, a.get(1, 0));
        assertArrayEquals(new double[] {4, 5, 6}, a.row(1));
        assertArrayEquals(new double[] {2, 5}, a.column(1));
        assertEquals(Matrix.of(3, 2, 1, 4, 2, 5, 3, 6), a.transpose());
    }

    @Test
    void everythingTakenFromAMatrixButItsArrayIsACopy() {
        Matrix a = Matrix.of(2, 3, elements);
        a.row(0)[0] = 9;
        a.column(0)[0] = 9;
        a.toArray()[0] = 9;
        a.transpose().set(0, 0, 9);
        a.copy().set(0, 0, 9);
        assertEquals(Matrix.of(2, 3, elements), a);
        a.array()[0] = 9;
        assertEquals(9, a.get(0, 0));
    }

    @Test
    void theTransposeOfASymmetricMatrixIsStillACopy() {
        Matrix a = Matrix.of(1, 1, 3);
        assertEquals(a, a.transpose());
        assertNotSame(a.array(), a.transpose().array());
        assertNotSame(a.array(), a.copy().array());
    }

    @Test
    void emptyMatricesAreMatrices() {
        for (int n : new int[] {0, 1, 5}) {
            Matrix wide = Matrix.zeros(0, n), tall = Matrix.of(n, 0);
            assertEquals(tall, wide.transpose());
            assertEquals(wide, wide.copy());
            assertEquals(0, wide.toArray().length);
            assertEquals(Matrix.zeros(n, n), tall.times(wide));
            assertEquals(Matrix.zeros(0, 0), wide.times(tall));
            assertEquals(0, wide.times(new double[n]).length);
            Bits.assertSame(new double[n], tall.times(new double[0]), "n × 0 times nothing");
        }
        assertEquals(0, Matrix.zeros(3, 0).row(2).length);
        assertEquals(0, Matrix.zeros(0, 3).column(2).length);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "2, 0", "0, -1", "0, 3"})
    void anElementOutsideIsRefusedByName(int i, int j) {
        Matrix a = Matrix.of(2, 3, elements);
        String message = "Matrix: no element (%d, %d) in 2 × 3".formatted(i, j);
        assertEquals(message, assertThrows(IndexOutOfBoundsException.class, () -> a.get(i, j)).getMessage());
        assertEquals(message, assertThrows(IndexOutOfBoundsException.class, () -> a.set(i, j, 9)).getMessage());
        assertEquals(Matrix.of(2, 3, elements), a);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aRowOrColumnOutsideIsRefusedByName(int k) {
        Matrix a = Matrix.zeros(3, 3);
        assertEquals("Matrix: no row " + k + " in 3 × 3", assertThrows(IndexOutOfBoundsException.class, () -> a.row(k))
                .getMessage());
        assertEquals("Matrix: no column " + k + " in 3 × 3", assertThrows(IndexOutOfBoundsException.class, () -> a
                .column(k)).getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"-1 | 3 | Matrix: -1 × 3 has a negative side",
            "3 | -1 | Matrix: 3 × -1 has a negative side", "-2 | -3 | Matrix: -2 × -3 has a negative side",
            "0 | -1 | Matrix: 0 × -1 has a negative side",
            "65536 | 65536 | Matrix: 65536 × 65536 does not fit one array",
            "46341 | 46341 | Matrix: 46341 × 46341 does not fit one array",
            "2147483647 | 1 | Matrix: 2147483647 × 1 does not fit one array",
            "1 | 2147483640 | Matrix: 1 × 2147483640 does not fit one array"})
    void impossibleSizesAreRefused(int rows, int cols, String message) {
        refused(message, () -> Matrix.zeros(rows, cols));
        refused(message, () -> Matrix.of(rows, cols));
        refused(message, () -> Matrix.wrap(rows, cols, new double[0]));
    }

    @Test
    void theNumberOfElementsMustFit() {
        String message = "Matrix: 2 × 2 needs 4 elements but the array has 6";
        refused(message, () -> Matrix.of(2, 2, elements));
        refused(message, () -> Matrix.wrap(2, 2, elements));
        refused("Matrix: 0 × 2 needs 0 elements but the array has 6", () -> Matrix.of(0, 2, elements));
    }

    @Test
    void factorsMustFit() {
        Matrix a = Matrix.of(2, 3, elements);
        refused("times: A is 2 × 3 but x has length 2", () -> a.times(new double[2]));
        refused("times: A is 2 × 3 but B is 2 × 3", () -> a.times(a));
    }

    @Test
    void equalityIsOfShapeAndBits() {
        Matrix a = Matrix.of(2, 3, elements);
        assertEquals(a, a.copy());
        assertEquals(a.hashCode(), a.copy().hashCode());
        assertNotEquals(a, Matrix.of(3, 2, elements));
        assertNotEquals(Matrix.zeros(0, 3), Matrix.zeros(3, 0));
        assertNotEquals(Matrix.of(1, 1, 0.0), Matrix.of(1, 1, -0.0));
        assertNotEquals(a, null);
        assertNotEquals(a, elements);
    }

    @Test
    void allNaNsAreEqual() {
        Matrix one = Matrix.of(1, 1, Double.NaN);
        Matrix other = Matrix.of(1, 1, Double.longBitsToDouble(0xfff0000000000001L));
        assertEquals(one, other);
        assertEquals(one.hashCode(), other.hashCode());
    }

    @Test
    void toStringShowsTheElementsOfSmallMatricesOnly() {
        assertEquals("2 × 3 [1.0, 2.0, 3.0], [4.0, 5.0, 6.0]", Matrix.of(2, 3, elements).toString());
        assertEquals("1 × 1 [-0.0]", Matrix.of(1, 1, -0.0).toString());
        assertEquals("0 × 3", Matrix.zeros(0, 3).toString());
        assertEquals("9 × 1", Matrix.zeros(9, 1).toString());
        assertEquals("1 × 9", Matrix.zeros(1, 9).toString());
    }
}

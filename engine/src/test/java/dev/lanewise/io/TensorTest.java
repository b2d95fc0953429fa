package dev.lanewise.io;

import java.util.Arrays;
import java.util.List;

import dev.lanewise.linalg.Matrix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static dev.lanewise.internal.kernel.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/// What a tensor is, and that nothing can change it.
@Tag("once")
class TensorTest {
    private static final Tensor T = Tensor.of(DType.FLOAT16, new int[] {2, 3}, 1, 2, 3, 4, 5, 0.1);

    @Test
    void itsParts() {
        assertEquals(DType.FLOAT16, T.dtype());
        assertArrayEquals(new int[] {2, 3}, T.shape());
        assertEquals(6, T.size());
        assertEquals(0x1.998p-4, T.values()[5], "rounded to float16");
        assertEquals(Matrix.of(2, 3, 1, 2, 3, 4, 5, 0x1.998p-4), T.matrix());
        assertEquals("float16 2 × 3", T.toString());
        assertEquals("float64 ()", Tensor.of(DType.FLOAT64, new int[0], 1).toString());
        assertEquals(Tensor.of(DType.FLOAT64, new int[] {2, 3}, T.values()), Tensor.of(T.matrix()));
        assertEquals(T, Tensor.of(T.matrix()).as(DType.FLOAT16));
    }

    @Test
    void nothingGivenOrGotCanChangeIt() {
        double[] values = {1, 2};
        int[] shape = {2};
        Tensor t = Tensor.of(DType.FLOAT64, shape, values);
        shape[0] = 5;
        values[0] = 5;
        t.shape()[0] = 5;
        t.values()[0] = 5;
        assertEquals(Tensor.vector(1, 2), t);
    }

    @Test
    void equality() {
        assertEquals(Tensor.vector(Double.NaN, 1), Tensor.vector(Double.longBitsToDouble(0xfff0000000000001L), 1));
        assertNotEquals(Tensor.vector(0.0), Tensor.vector(-0.0));
        assertNotEquals(Tensor.vector(1, 2), Tensor.of(DType.FLOAT64, new int[] {2, 1}, 1, 2));
        assertNotEquals(Tensor.vector(1, 2), Tensor.vector(1, 2).as(DType.INT8));
        assertEquals(Tensor.vector(1, 2).hashCode(), Tensor.vector(1, 2).hashCode());
    }

    @Test
    void texts() {
        Tensor texts = Tensor.ofTexts("tanh", "", "𝛔(x)");
        assertEquals("text 3 × 4", texts.toString());
        assertArrayEquals(new String[] {"tanh", "", "𝛔(x)"}, texts.texts());
        assertArrayEquals(new String[0], Tensor.ofTexts().texts());
        assertArrayEquals(new String[] {""}, Tensor.ofTexts("").texts());
        refused("Tensor: float16 2 × 3 is no text", T::texts);
        refused("DType: text cannot hold 55349.0", () -> Tensor.ofTexts("\ud835"));
    }

    @Test
    void whatIsRefused() {
        refused("Tensor: the shape is 2 × 3 but the array has length 5", () -> Tensor.of(DType.INT8, new int[] {2, 3},
                new double[5]));
        refused("Tensor: -1 is no shape of 0 to 64 axes", () -> Tensor.of(DType.INT8, new int[] {-1}));
        refused("Tensor: text needs an axis for its code points", () -> Tensor.of(DType.TEXT, new int[0], 1));
        refused("DType: float16 cannot hold 65520.0", () -> Tensor.vector(65520).as(DType.FLOAT16));
        refused("Tensor: float64 2 is no matrix", () -> Tensor.vector(1, 2).matrix());
    }

    @Test
    void hashesTellApart() {
        List<Tensor> different = List.of(Tensor.vector(), Tensor.vector(1, 2), Tensor.vector(2, 1), Tensor.vector(1, 3),
                Tensor.of(DType.FLOAT64, new int[] {2, 1}, 1, 2), Tensor.of(DType.FLOAT64, new int[] {1, 2}, 1, 2));
        assertEquals(different.size(), different.stream().mapToInt(Tensor::hashCode).distinct().count());
    }

    @Test
    void axesAndElementsAreCounted() {
        int[] ones = new int[64];
        Arrays.fill(ones, 1);
        assertEquals(1, Tensor.of(DType.INT8, ones, 5).size());
        refused("Tensor: %s is no shape of 0 to 64 axes".formatted("0 × ".repeat(64) + "0"), () -> Tensor.of(DType.INT8,
                new int[65], 5));
        // 2⁶³ − 1 = 7² · 73 · 127 · 337 · 92737 · 649657
        assertEquals(Long.MAX_VALUE, Shape.elements(new int[] {153092023, 92737, 649657}));
        assertEquals(-1, Shape.elements(new int[] {153092023, 92737, 649658}));
        assertEquals(-1, Shape.elements(new int[] {1 << 30, 1 << 30, 8, 1}), "an overflow is not forgotten");
        assertEquals(0, Shape.elements(new int[] {1 << 30, 1 << 30, 8, 0}));
    }

    @Test
    void charactersAreThoseOfUnicode() {
        for (int c : new int[] {0, 0xd7ff, 0xe000, 0x10ffff}) assertEquals(c, DType.TEXT.round(c));
        for (int c : new int[] {-1, 0xd800, 0xdfff, 0x110000}) {
            refused("DType: text cannot hold %s".formatted((double) c), () -> DType.TEXT.round(c));
        }
    }
}

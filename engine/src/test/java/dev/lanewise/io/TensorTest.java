package dev.lanewise.io;

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
        refused("Tensor: the shape is 2 × 3 but there are 5 elements", () -> Tensor.of(DType.INT8, new int[] {2, 3},
                new double[5]));
        refused("Tensor: -1 is no shape of 0 to 64 axes", () -> Tensor.of(DType.INT8, new int[] {-1}));
        refused("Tensor: text needs an axis for its code points", () -> Tensor.of(DType.TEXT, new int[0], 1));
        refused("DType: float16 cannot hold 65520.0", () -> Tensor.vector(65520).as(DType.FLOAT16));
        refused("Tensor: float64 2 is no matrix", () -> Tensor.vector(1, 2).matrix());
    }
}

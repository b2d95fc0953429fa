package dev.lanewise.nn;

import dev.lanewise.linalg.Matrix;
import org.junit.jupiter.api.Test;

import static dev.lanewise.internal.kernel.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// A layer keeps copies of what it is given, gives copies of what it keeps, and refuses what does not fit.
class DenseTest {
    private final Matrix weights = Matrix.of(2, 3, 1, 2, 3, 4, 5, 6);
    private final double[] bias = {7, 8};
    private final Dense layer = new Dense(weights, bias, Activation.RELU);

    @Test
    void itKnowsItsParts() {
        assertEquals(3, layer.inputs());
        assertEquals(2, layer.outputs());
        assertEquals(weights, layer.weights());
        assertArrayEquals(bias, layer.bias());
        assertEquals(Activation.RELU, layer.activation());
        assertEquals("Dense 3 → 2 RELU", layer.toString());
    }

    @Test
    void nothingOutsideCanChangeIt() {
        weights.set(0, 0, 100);
        bias[0] = 100;
        layer.weights().set(0, 1, 100);
        layer.bias()[1] = 100;
        assertEquals(Matrix.of(2, 3, 1, 2, 3, 4, 5, 6), layer.weights());
        assertArrayEquals(new double[] {7, 8}, layer.bias());
        assertArrayEquals(new double[] {13, 23}, Network.input(3).dense(layer).build().predict(new double[] {1, 1, 1}));
    }

    @Test
    void shapesMustFit() {
        refused("Dense: W is 2 × 3 but b has length 3", () -> new Dense(weights, new double[3], Activation.TANH));
        refused("Dense: W is 0 × 3, and a layer needs at least one output and one input",
                () -> new Dense(Matrix.zeros(0, 3), new double[0], Activation.TANH));
        refused("Dense: W is 3 × 0, and a layer needs at least one output and one input",
                () -> new Dense(Matrix.zeros(3, 0), new double[3], Activation.TANH));
    }

    @Test
    void thereMustBeAnActivation() {
        assertEquals("Dense: the activation is null", assertThrows(NullPointerException.class, () -> new Dense(weights,
                bias, null)).getMessage());
    }

    /// Arrays have fewer than 2³¹ − 8 elements; 32 samples of the outputs must fit as well as the weights.
    @Test
    void weightsMustFitOneArray() {
        Dense.checkSize((1 << 26) - 8, 32);
        Dense.checkSize(8, (1 << 28) - 2);
        refused("Dense: W is 67108857 × 1, too large for one array of packed weights", () -> Dense.checkSize((1 << 26)
                - 7, 1));
        refused("Dense: W is 8 × 268435455, too large for one array of packed weights",
                () -> Dense.checkSize(8, (1 << 28) - 1));
    }
}

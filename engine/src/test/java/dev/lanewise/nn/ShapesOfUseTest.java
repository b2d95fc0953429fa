package dev.lanewise.nn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.lanewise.linalg.Matrix;
import org.junit.jupiter.api.Test;

import static dev.lanewise.internal.kernel.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// One sample, floats, a stream, and a network as text.
class ShapesOfUseTest {
    /// y = (3x₁ − x₂, x₁/3).
    private final Network network = Network.input(2).dense(Matrix.of(2, 2, 3, -1, 1.0 / 3, 0), new double[2],
            Activation.IDENTITY).build();

    @Test
    void floats() {
        assertArrayEquals(new float[] {1f, 1f / 3}, network.predict(new float[] {1, 2}));
        refused("predict: the network has 2 inputs but x has length 1", () -> network.predict(new float[1]));
    }

    @Test
    void aBatchOfFloats() {
        assertArrayEquals(new float[] {1f, 1f / 3, 5f, 1f}, network.predict(2, new float[] {1, 2, 3, 4}));
        assertArrayEquals(new float[0], network.predict(0, new float[0]));
        refused("predict: 2 samples of 2 inputs, but x has length 3", () -> network.predict(2, new float[3]));
        refused("predict: -1 samples of 2 inputs, but x has length 0", () -> network.predict(-1, new float[0]));
    }

    @Test
    void aSampleOfAStreamThatDoesNotFitIsRefusedWhenItComes() {
        Stream<double[]> results = network.predict(Stream.of(new double[2], new double[3]));
        refused("predict: the network has 2 inputs but x has length 3", results::toList);
    }

    @Test
    void aStream() {
        List<double[]> results = network.predict(Stream.of(new double[] {1, 2}, new double[] {3, 4})).toList();
        assertEquals(2, results.size());
        assertArrayEquals(network.predict(new double[] {3, 4}), results.getLast());
    }

    @Test
    void aStreamOfFloats() {
        List<float[]> results = network.predictFloats(Stream.of(new float[] {1, 2}, new float[] {3, 4})).toList();
        assertEquals(2, results.size());
        assertArrayEquals(new float[] {1f, 1f / 3}, results.getFirst());
        assertArrayEquals(network.predict(new float[] {3, 4}), results.getLast());
        Stream<float[]> later = network.predictFloats(Stream.of(new float[2], new float[3]));
        refused("predict: the network has 2 inputs but x has length 3", later::toList);
        float[] first = network.predictFloats(Stream.generate(() -> new float[] {1, 2})).findFirst().orElseThrow();
        assertArrayEquals(results.getFirst(), first, "one by one: a stream may be endless");
    }

    @Test
    void description() {
        Network wide = Network.input(64)
                .scaleInputs(new Scaling(new double[64], ones()))
                .dense(Matrix.zeros(128, 64), new double[128], Activation.TANH)
                .dense(Matrix.zeros(10, 128), new double[10], Activation.IDENTITY)
                .build();
        assertEquals("""
                layer  shape     activation    parameters
                1      64 → 128  TANH               8,320
                2      128 → 10  IDENTITY           1,290
                9,610 parameters; 160 kB, and 66 kB for each thread that uses it
                inputs are standardised
                """, wide.describe());
        Network scaled = Network.input(2).dense(Matrix.zeros(1, 2), new double[1], Activation.RELU).scaleOutputs(
                new Scaling(new double[1], new double[] {2})).build();
        assertEquals("outputs are restored from standardised ones", scaled.describe().lines().toList().getLast());
    }

    private static double[] ones() {
        double[] ones = new double[64];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void theColumnsOfADescriptionAreAsWideAsTheyMust() {
        Network named = Network.input(1).dense(Matrix.zeros(1, 1), new double[1], Activation.LEAKY_RELU)
                .dense(Matrix.zeros(1, 1), new double[1], Activation.elu(0.0625)).build();
        assertEquals("""
                layer  shape  activation     parameters
                1      1 → 1  LEAKY_RELU              2
                2      1 → 1  ELU(0.0625)             2
                """, named.describe().lines().limit(3).collect(Collectors.joining("\n", "", "\n")));
    }
}

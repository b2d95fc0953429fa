package dev.lanewise.nn;

import java.util.Arrays;

import dev.lanewise.internal.kernel.Bits;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.random.NumpyRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Random layers against the same draws from a generator of our own.
class RandomLayerTest {
    private static final long[] SEEDS = {0, 42, 4294967295L};

    /// `np.random.seed(42); weights = np.random.rand(10); biases = np.random.rand(10)`.
    @Test
    void uniformDrawsWeightsThenBiases() {
        for (long seed : SEEDS) {
            NumpyRandom numpy = new NumpyRandom(seed), random = new NumpyRandom(seed);
            double[] weights = numpy.rand(10), biases = numpy.rand(10);
            Dense layer = RandomLayer.uniform(random, 10, Activation.TANH);
            assertEquals(Matrix.of(10, 1, weights), layer.weights());
            Bits.assertSame(biases, layer.bias(), "biases");
            assertEquals("Dense 1 → 10 TANH", layer.toString());
            assertEquals(numpy.rand(), random.rand(), "the next number");
        }
    }

    @Test
    void theLessonsFirstWeight() {
        assertEquals(0.3745401188473625, RandomLayer.uniform(new NumpyRandom(42), 10, Activation.TANH).weights().get(0,
                0));
    }

    @Test
    void uniformElementwiseDrawsADiagonalThenBiases() {
        for (long seed : SEEDS) {
            NumpyRandom numpy = new NumpyRandom(seed), random = new NumpyRandom(seed);
            double[] diagonal = numpy.rand(7), biases = numpy.rand(7);
            Dense layer = RandomLayer.uniformElementwise(random, 7, Activation.SIGMOID);
            Matrix expected = Matrix.zeros(7, 7);
            for (int i = 0; i < 7; i++) expected.set(i, i, diagonal[i]);
            assertEquals(expected, layer.weights());
            Bits.assertSame(biases, layer.bias(), "biases");
            assertEquals("Dense 7 → 7 SIGMOID", layer.toString());
            assertEquals(numpy.rand(), random.rand(), "the next number");
        }
    }

    /// Each neuron's weights are `randn(inputs)`, then its centre is `rand(inputs)`; b = −w·c, so it turns at c.
    @Test
    void normalDrawsWeightsAndACentreForEachNeuron() {
        for (long seed : SEEDS) {
            NumpyRandom numpy = new NumpyRandom(seed), random = new NumpyRandom(seed);
            Dense layer = RandomLayer.normal(random, 3, 20, Activation.IDENTITY);
            assertEquals("Dense 3 → 20 IDENTITY", layer.toString());
            Network net = Network.input(3).dense(layer).build();
            for (int j = 0; j < 20; j++) {
                double[] w = numpy.randn(3), centre = numpy.rand(3);
                Bits.assertSame(w, layer.weights().row(j), "weights of neuron " + j);
                Arrays.setAll(centre, i -> Math.sqrt(3) * (2 * centre[i] - 1));
                double magnitude = 0;
                for (int i = 0; i < 3; i++) magnitude += Math.abs(w[i] * centre[i]);
                // 6 roundings of b and of wc + b, each at most u = 2⁻⁵³ of the sum of magnitudes
                assertEquals(0, net.predict(centre)[j], 6 * 0x1p-53 * magnitude, "neuron " + j + " at its centre");
            }
            assertEquals(numpy.rand(), random.rand(), "the next number");
        }
    }

    /// The plane wx + b = 0 meets the box [−√3, √3]ⁿ of standardised inputs iff |b| ≤ √3·‖w‖₁.
    @Test
    void everyNormalNeuronTurnsInsideTheBox() {
        for (int inputs : new int[] {1, 2, 10}) {
            Dense layer = RandomLayer.normal(new NumpyRandom(7), inputs, 500, Activation.TANH);
            double[] bias = layer.bias();
            int positive = 0;
            for (int j = 0; j < bias.length; j++) {
                double norm = Arrays.stream(layer.weights().row(j)).map(Math::abs).sum();
                assertTrue(Math.abs(bias[j]) <= Math.sqrt(3) * norm * (1 + 0x1p-48), "neuron " + j);
                positive += bias[j] > 0 ? 1 : 0;
            }
            // binomial(500, ½): 190 and 310 are more than five standard deviations from its mean
            assertTrue(positive > 190 && positive < 310, "the turning points spread to both sides");
        }
    }

    @Test
    void oneOfEachIsTheLeast() {
        NumpyRandom random = new NumpyRandom(1), untouched = new NumpyRandom(1);
        refused("RandomLayer: 1 input and 0 neurons", () -> RandomLayer.uniform(random, 0, Activation.TANH));
        refused("RandomLayer: -1 inputs and -1 neurons", () -> RandomLayer.uniformElementwise(random, -1,
                Activation.TANH));
        refused("RandomLayer: 0 inputs and 3 neurons", () -> RandomLayer.normal(random, 0, 3, Activation.TANH));
        refused("RandomLayer: 3 inputs and 0 neurons", () -> RandomLayer.normal(random, 3, 0, Activation.TANH));
        assertEquals(untouched.rand(), random.rand(), "nothing was drawn");
    }

    private static void refused(String start, Executable action) {
        assertEquals(start + "; it needs at least one of each", assertThrows(IllegalArgumentException.class, action)
                .getMessage());
    }

    @Test
    void oneOfEachIsEnough() {
        assertEquals("Dense 1 → 1 TANH", RandomLayer.uniform(new NumpyRandom(1), 1, Activation.TANH).toString());
        assertEquals("Dense 1 → 1 TANH", RandomLayer.normal(new NumpyRandom(1), 1, 1, Activation.TANH).toString());
    }
}

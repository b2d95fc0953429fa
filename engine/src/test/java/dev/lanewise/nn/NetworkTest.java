package dev.lanewise.nn;

import dev.lanewise.internal.kernel.Bits;
import dev.lanewise.internal.kernel.Samples;
import dev.lanewise.linalg.Matrix;
import org.junit.jupiter.api.Test;

import static dev.lanewise.internal.kernel.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// Networks by hand, what their builder refuses, and what is immutable.
class NetworkTest {
    private static final Matrix ONE_ONE = Matrix.of(1, 1, 1);

    /// |x| + 1 = relu(x) + relu(−x) + 1.
    private final Network magnitude = Network.input(1)
            .dense(Matrix.of(2, 1, 1, -1), new double[2], Activation.RELU)
            .dense(Matrix.of(1, 2, 1, 1), new double[] {1}, Activation.IDENTITY)
            .build();

    @Test
    void aNetworkByHand() {
        assertArrayEquals(new double[] {4.5}, magnitude.predict(new double[] {-3.5}));
        assertEquals(Matrix.of(4, 1, 4.5, 1, 1, 3), magnitude.predict(Matrix.of(4, 1, -3.5, 0, -0.0, 2)));
    }

    @Test
    void twoInputsTwoOutputs() {
        Network net = Network.input(2).dense(Matrix.of(2, 2, 1, 2, 3, 4), new double[] {10, -10}, Activation.RELU)
                .build();
        assertArrayEquals(new double[] {15, 1}, net.predict(new double[] {1, 2}));
        assertArrayEquals(new double[] {11, 0}, net.predict(new double[] {-1, 1}));
    }

    /// k ReLU pairs, each the tent 2·min(x, 1 − x) = 2relu(x) − 4relu(x − ½), composed.
    @Test
    void theSawtoothIsExact() {
        Matrix spread = Matrix.of(2, 1, 1, 1), fold = Matrix.of(2, 2, 2, -4, 2, -4);
        double[] knees = {0, -0.5};
        Network tent = Network.input(1)
                .dense(spread, knees, Activation.RELU)
                .dense(fold, knees, Activation.RELU)
                .dense(fold, knees, Activation.RELU)
                .dense(Matrix.of(1, 2, 2, -4), new double[1], Activation.IDENTITY)
                .build();
        for (int i = 0; i <= 1000; i++) {
            double x = i * 0x1p-10, y = x;
            for (int k = 0; k < 3; k++) y = 2 * Math.min(y, 1 - y);
            assertEquals(y, tent.predict(new double[] {x})[0]);
        }
    }

    /// The lesson's shape, and shapes past a panel of outputs and past a block of samples.
    @Test
    void theFormulaBitForBit() {
        Samples samples = new Samples(2);
        for (int[] widths : new int[][] {{1, 10, 1}, {1, 10, 10, 1}, {3, 33, 1}, {7, 40, 100, 2}, {64, 128, 128, 10}}) {
            TextbookNetwork textbook = TextbookNetwork.drawn(samples, widths, Activation.TANH, Activation.SIGMOID);
            Network net = textbook.network();
            Matrix x = Matrix.wrap(37, widths[0], samples.uniform(37 * widths[0])), y = net.predict(x);
            for (int i = 0; i < 37; i++) Bits.assertSame(textbook.of(x.row(i)), y.row(i), net + ", sample " + i);
        }
    }

    @Test
    void itKnowsItsShape() {
        assertEquals(1, magnitude.inputs());
        assertEquals(1, magnitude.outputs());
        assertEquals("1 → 2 RELU → 1 IDENTITY", magnitude.toString());
        assertEquals("[Dense 1 → 2 RELU, Dense 2 → 1 IDENTITY]", magnitude.layers().toString());
    }

    @Test
    void theBuilderRefusesWhatDoesNotFit() {
        refused("Network: 0 inputs; it needs at least one", () -> Network.input(0));
        refused("Network: -1 inputs; it needs at least one", () -> Network.input(-1));
        Network.Builder builder = Network.input(2);
        refused("Network: layer 1 takes 1 input but is given 2", () -> builder.dense(ONE_ONE, new double[1],
                Activation.TANH));
        builder.dense(Matrix.zeros(3, 2), new double[3], Activation.TANH);
        refused("Network: layer 2 takes 1 input but is given 3", () -> builder.dense(ONE_ONE, new double[1],
                Activation.TANH));
        refused("Dense: W is 1 × 1 but b has length 2", () -> builder.dense(ONE_ONE, new double[2], Activation.TANH));
        assertEquals("2 → 3 TANH", builder.build().toString());
        assertEquals("Network: it has no layer", assertThrows(IllegalStateException.class, Network.input(1)::build)
                .getMessage());
    }

    @Test
    void aBuiltNetworkDoesNotGrowWithItsBuilder() {
        Network.Builder builder = Network.input(1).dense(ONE_ONE, new double[1], Activation.IDENTITY);
        Network first = builder.build();
        Network second = builder.dense(ONE_ONE, new double[] {1}, Activation.IDENTITY).build();
        assertArrayEquals(new double[] {5}, first.predict(new double[] {5}));
        assertArrayEquals(new double[] {6}, second.predict(new double[] {5}));
        // What a list that cannot be changed throws.
        assertThrows(UnsupportedOperationException.class, () -> first.layers().removeFirst());
    }

    @Test
    void nothingGivenOrGotCanChangeIt() {
        Samples samples = new Samples(1);
        TextbookNetwork textbook = TextbookNetwork.drawn(samples, new int[] {3, 9, 2}, Activation.TANH);
        Network net = textbook.network();
        double[] x = samples.uniform(3), before = x.clone(), expected = net.predict(x);
        Bits.assertSame(before, x, "x");
        for (TextbookNetwork.Layer layer : textbook.layers()) {
            layer.weights().set(0, 0, 100);
            layer.bias()[0] = 100;
        }
        for (Dense layer : net.layers()) {
            layer.weights().set(0, 0, 100);
            layer.bias()[0] = 100;
        }
        net.predict(x)[0] = 100;
        Bits.assertSame(expected, net.predict(x), "f(x)");
    }

    @Test
    void noSamplesGiveNoResults() {
        assertEquals(Matrix.zeros(0, 1), magnitude.predict(Matrix.zeros(0, 1)));
    }
}

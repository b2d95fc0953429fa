package dev.lanewise.nn;

import dev.lanewise.internal.kernel.Samples;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.RankRule;
import org.junit.jupiter.api.Test;

import static dev.lanewise.internal.kernel.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// A network that scales computes what its caller would compute around it, bit for bit.
class ScalingTest {
    private final Samples samples = new Samples(7);
    private final Scaling in = new Scaling(samples.uniform(5), samples.uniform(5));
    private final Scaling out = new Scaling(samples.uniform(2), samples.uniform(2));

    private Network.Builder layers(int inputs, int hidden, int outputs) {
        Samples weights = new Samples(3);
        return Network.input(inputs)
                .dense(Matrix.wrap(hidden, inputs, weights.uniform(hidden * inputs)), weights.uniform(hidden),
                        Activation.TANH)
                .dense(Matrix.wrap(outputs, hidden, weights.uniform(outputs * hidden)), weights.uniform(outputs),
                        Activation.IDENTITY);
    }

    @Test
    void asItsCallerWould() {
        Network plain = layers(5, 9, 2).build(), scaled = layers(5, 9, 2).scaleInputs(in).scaleOutputs(out).build();
        Matrix x = Matrix.wrap(70, 5, samples.uniform(350)), y = scaled.predict(x);
        for (int i = 0; i < 70; i++) {
            double[] z = x.row(i);
            for (int j = 0; j < 5; j++) z[j] = (z[j] - in.mean()[j]) / in.scale()[j];
            double[] expected = plain.predict(z);
            for (int j = 0; j < 2; j++) expected[j] = expected[j] * out.scale()[j] + out.mean()[j];
            assertArrayEquals(expected, y.row(i));
            assertArrayEquals(expected, scaled.predict(x.row(i)));
        }
    }

    /// More inputs than any layer has outputs, and results over the arguments.
    @Test
    void wideInputs() {
        Scaling wide = new Scaling(samples.uniform(40), samples.uniform(40));
        Network plain = layers(40, 3, 40).build(), scaled = layers(40, 3, 40).scaleInputs(wide).build();
        Network narrow = layers(40, 3, 2).scaleInputs(wide).build();
        double[] x = samples.uniform(40), z = x.clone();
        for (int j = 0; j < 40; j++) z[j] = (z[j] - wide.mean()[j]) / wide.scale()[j];
        double[] expected = plain.predict(z);
        scaled.forward(x, x, scaled.newWorkspace());
        assertArrayEquals(expected, x);
        assertEquals(2, narrow.predict(new double[40]).length);
        refused("forward: the workspace is of another network, too narrow for the inputs", () -> narrow.forward(
                new double[40], new double[2], layers(40, 3, 2).build().newWorkspace()));
    }

    @Test
    void aReadoutKeepsTheScalingOfItsInputs() {
        Network hidden = layers(5, 9, 3).scaleInputs(in).build();
        Matrix x = Matrix.wrap(50, 5, samples.uniform(250));
        Readout readout = Readout.fit(hidden, x, samples.uniform(50), true, RankRule.numpy());
        assertEquals(in, readout.network().inputScaling().orElseThrow());
        refused("Readout: the hidden network scales its outputs", () -> Readout.fit(layers(5, 9, 2).scaleOutputs(out)
                .build(), x, samples.uniform(50), true, RankRule.numpy()));
    }

    @Test
    void whatIsRefused() {
        refused("Scaling: 2 means but 1 scale", () -> new Scaling(new double[2], new double[1]));
        refused("Scaling: 0 means but 0 scales", () -> new Scaling(new double[0], new double[0]));
        refused("Scaling: coordinate 0 has mean 1.0 and scale 0.0", () -> new Scaling(new double[] {1}, new double[1]));
        refused("Scaling: coordinate 0 has mean NaN and scale 1.0", () -> new Scaling(new double[] {Double.NaN},
                new double[] {1}));
        refused("Network: it has 4 inputs but the scaling has 5", () -> Network.input(4).scaleInputs(in));
        assertEquals("Network: it has 3 outputs but the scaling has 2", assertThrows(IllegalStateException.class,
                layers(5, 9, 3).scaleOutputs(out)::build).getMessage());
    }
}

package dev.lanewise.nn;

import java.util.Arrays;

import dev.lanewise.concurrent.Workers;
import dev.lanewise.internal.kernel.Bits;
import dev.lanewise.internal.kernel.Samples;
import dev.lanewise.linalg.Matrix;
import org.junit.jupiter.api.Test;

import static dev.lanewise.internal.kernel.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// Results into the caller's arrays, with the caller's workspace: what fits, what is refused, what is left as it was.
class ForwardTest {
    private final Samples samples = new Samples(3);
    private final Network net = network(2, 9, 3);
    private final Workspace workspace = net.newWorkspace();
    private final double[] y = {1, 2, 3};

    private Network network(int... widths) {
        return TextbookNetwork.drawn(samples, widths, Activation.TANH, Activation.SIGMOID).network();
    }

    @Test
    void theResultIsThatOfPredict() {
        double[] x = samples.uniform(2);
        net.forward(x, y, workspace);
        Bits.assertSame(net.predict(x), y, "one sample");
        Matrix many = Matrix.wrap(67, 2, samples.uniform(134)), results = Matrix.zeros(67, 3);
        net.forward(many, results, workspace);
        assertEquals(net.predict(many), results);
    }

    @Test
    void lengthsMustFit() {
        refused("forward: the network is 2 → 3 but x has length 1 and y 3", () -> net.forward(new double[1], y,
                workspace));
        refused("forward: the network is 2 → 3 but x has length 2 and y 4", () -> net.forward(new double[2],
                new double[4], workspace));
        refused("predict: the network has 2 inputs but x has length 3", () -> net.predict(y));
        Bits.assertSame(new double[] {1, 2, 3}, y, "y");
    }

    @Test
    void shapesMustFit() {
        Matrix x = Matrix.zeros(5, 2), results = Matrix.of(1, 3, y);
        refused("forward: the network is 2 → 3 but X is 5 × 2 and Y is 1 × 3", () -> net.forward(x, results,
                workspace));
        refused("forward: the network is 2 → 3 but X is 5 × 2 and Y is 5 × 2", () -> net.forward(x, x, workspace));
        refused("forward: the network is 2 → 3 but X is 1 × 3 and Y is 1 × 3", () -> net.predict(results));
        assertEquals(Matrix.of(1, 3, 1, 2, 3), results);
    }

    @Test
    void resultsOfAnotherLengthMayNotShareTheArray() {
        Matrix x = Matrix.wrap(0, 2, new double[0]);
        refused("forward: Y shares its array with X, and their rows differ in length", () -> net.forward(x, Matrix.wrap(
                0, 3, x.array()), workspace));
    }

    @Test
    void aWorkspaceThatIsTooNarrowIsRefused() {
        Workspace narrow = network(2, 8, 3).newWorkspace();
        refused("forward: the workspace is of another network, too narrow for layer 1", () -> net.forward(
                new double[2], y, narrow));
        Network widening = network(2, 8, 9);
        refused("forward: the workspace is of another network, too narrow for layer 2", () -> widening.forward(
                Matrix.zeros(1, 2), Matrix.zeros(1, 9), narrow));
        Bits.assertSame(new double[] {1, 2, 3}, y, "y");
    }

    /// Rows of the workspace are padded: 13 scaled inputs and 12 outputs both take 16.
    @Test
    void aWorkspaceForScaledInputsServesWhatIsNoWiderOrIsRefused() {
        for (int inputs = 1; inputs <= 20; inputs++) {
            Workspace scaled = Network.input(inputs).scaleInputs(new Scaling(new double[inputs], ones(inputs))).dense(
                    Matrix.zeros(1, inputs), new double[1], Activation.TANH).build().newWorkspace();
            for (int outputs = 1; outputs <= 20; outputs++) {
                Network other = network(1, outputs);
                Matrix x = Matrix.wrap(32, 1, samples.uniform(32)), results = Matrix.zeros(32, outputs);
                if (Math.ceilDiv(outputs, 8) <= Math.ceilDiv(inputs, 8)) {
                    other.forward(x, results, scaled);
                    assertEquals(other.predict(x), results);
                } else {
                    refused("forward: the workspace is of another network, too narrow for layer 1", () -> other.forward(
                            x, results, scaled));
                }
            }
        }
    }

    @Test
    void aWorkspaceThatIsTooNarrowForScaledInputsIsRefused() {
        Network scaled = Network.input(9).scaleInputs(new Scaling(new double[9], ones(9))).dense(Matrix.zeros(3, 9),
                new double[3], Activation.TANH).build();
        refused("forward: the workspace is of another network, too narrow for the inputs", () -> scaled.forward(
                new double[9], y, network(9, 8).newWorkspace()));
        Bits.assertSame(new double[] {1, 2, 3}, y, "y");
    }

    @Test
    void moreScaledInputsThanAWorkspaceHoldsAreRefused() {
        Scaling one = new Scaling(new double[1], ones(1));
        refused("Network: 67108864 inputs are too many to scale; 67108856 fit a workspace", () -> Network.input(1 << 26)
                .scaleInputs(one));
        refused("Network: it has 67108856 inputs but the scaling has 1", () -> Network.input((1 << 26) - 8)
                .scaleInputs(one));
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1.0);
        return ones;
    }

    @Test
    void aWorkspaceThatIsWideEnoughServesOtherNetworks() {
        Workspace wide = network(1, 40, 5).newWorkspace();
        Matrix x = Matrix.wrap(40, 2, samples.uniform(80)), results = Matrix.zeros(40, 3);
        net.forward(x, results, wide);
        assertEquals(net.predict(x), results);
    }

    /// The workspace of the call before is full of other numbers, padding included.
    @Test
    void aWorkspaceCarriesNothingFromOneCallToTheNext() {
        Network other = network(1, 16, 13);
        double[] x = samples.uniform(2), expected = net.predict(x), anything = new double[13];
        Workspace shared = other.newWorkspace();
        for (double poison : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.MAX_VALUE}) {
            other.forward(new double[] {poison}, anything, shared);
            net.forward(x, y, shared);
            Bits.assertSame(expected, y, "after " + poison);
            net.forward(new double[] {poison, poison}, new double[3], shared);
            net.forward(x, y, shared);
            Bits.assertSame(expected, y, "after " + poison + " in the same network");
        }
    }

    @Test
    void shapesMustFitForWorkersToo() {
        Matrix x = Matrix.zeros(5, 2), results = Matrix.zeros(4, 3);
        refused("forward: the network is 2 → 3 but X is 5 × 2 and Y is 4 × 3", () -> net.forward(x, results, Workers
                .none()));
        refused("forward: the network is 2 → 3 but X is 4 × 3 and Y is 4 × 3", () -> net.predict(results, Workers
                .none()));
    }
}

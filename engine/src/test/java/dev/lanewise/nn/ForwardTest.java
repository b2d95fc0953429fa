package dev.lanewise.nn;

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
        refused("forward: the network is 2 → 3 but x has length 3 and y 3", () -> net.predict(y));
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

    /// Nine inputs that are scaled, with narrow layers: a workspace that has room for nine outputs, and for their padding.
    @Test
    void aWorkspaceThatIsNotRefusedIsWideEnough() {
        double[] mean = new double[9], scale = samples.uniform(9);
        Network nineInputs = Network.input(9).scaleInputs(new Scaling(mean, scale))
                .dense(Matrix.zeros(1, 9), new double[1], Activation.TANH).build();
        Network nineOutputs = network(2, 9);
        Matrix x = Matrix.wrap(40, 2, samples.uniform(80)), results = Matrix.zeros(40, 9);
        nineOutputs.forward(x, results, nineInputs.newWorkspace());
        assertEquals(nineOutputs.predict(x), results);
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

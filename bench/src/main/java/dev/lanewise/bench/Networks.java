package dev.lanewise.bench;

import dev.lanewise.linalg.Matrix;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Workspace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// How fast does a small network answer, for one sample and for a batch?
///
/// Hipparchus takes and gives matrices of its own, so its layers copy; beside the product that is little.
public class Networks extends Question {
    /// The widths from the input on.
    @Param({"1-10-1", "64-128-128-10", "784-512-512-10"})
    public String shape;

    /// Samples in one call.
    @Param({"1", "32", "256"})
    public int batch;

    private Matrix x, y;
    private double[] sample, result;
    private Network network;
    private Workspace workspace;
    private PeerNetwork loop, ejml, ojAlgo, hipparchus, vectorBlas;

    /// Draws weights and samples, and compares all results.
    @Setup
    public void setUp() {
        Samples samples = new Samples();
        Layers layers = new Layers(shape, samples);
        x = samples.matrix(batch, layers.inputs());
        y = Matrix.zeros(batch, layers.outputs());
        sample = x.row(0);
        result = new double[layers.outputs()];
        network = layers.network();
        workspace = network.newWorkspace();
        loop = PeerNetworks.loop(layers, batch);
        ejml = PeerNetworks.ejml(layers, batch);
        ojAlgo = PeerNetworks.ojAlgo(layers, batch);
        hipparchus = PeerNetworks.hipparchus(layers, batch);
        vectorBlas = PeerNetworks.vectorBlas(layers, batch);
        double[] expected = lanewise();
        double tolerance = layers.tolerance();
        Agreement.within("loop", tolerance, expected, loop());
        Agreement.within("ejml", tolerance, expected, ejml());
        Agreement.within("ojAlgo", tolerance, expected, ojAlgo());
        Agreement.within("hipparchus", tolerance, expected, hipparchus());
        Agreement.within("vectorBlas", tolerance, expected, vectorBlas());
    }

    @Benchmark
    public double[] lanewise() {
        if (batch == 1) {
            network.forward(sample, result, workspace);
            return result;
        }
        network.forward(x, y, workspace);
        return y.array();
    }

    @Benchmark
    public double[] loop() {
        return loop.forward(x);
    }

    @Benchmark
    public double[] ejml() {
        return ejml.forward(x);
    }

    @Benchmark
    public double[] ojAlgo() {
        return ojAlgo.forward(x);
    }

    @Benchmark
    public double[] hipparchus() {
        return hipparchus.forward(x);
    }

    @Benchmark
    public double[] vectorBlas() {
        return vectorBlas.forward(x);
    }
}

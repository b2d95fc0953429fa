package dev.lanewise.bench;

import dev.lanewise.linalg.Matrix;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Workspace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// How fast is the product that a layer takes, XWᵀ for a batch of samples in the rows of X, and what does packing the
/// weights beforehand gain? 2·batch·inputs·outputs/ns is GF/s.
public class LayerShapes extends MatrixProduct {
    /// Samples.
    @Param({"1", "32", "256"})
    public int batch;

    /// Inputs x outputs.
    @Param({"64x128", "128x128", "128x10", "784x512", "512x512", "512x10"})
    public String shape;

    private Network layer;
    private Workspace workspace;
    private Matrix x, y;

    /// Draws X and W; the bias is zero.
    @Setup
    public void setUp() {
        String[] sides = shape.split("x");
        int inputs = Integer.parseInt(sides[0]);
        int outputs = Integer.parseInt(sides[1]);
        Samples samples = new Samples();
        x = samples.matrix(batch, inputs);
        y = Matrix.zeros(batch, outputs);
        Matrix wT = samples.matrix(inputs, outputs);
        layer = Network.input(inputs).dense(wT.transpose(), new double[outputs], Activation.IDENTITY).build();
        workspace = layer.newWorkspace();
        prepare(x, wT);
        Agreement.ofSums("packedLayer", inputs, lanewise(), packedLayer());
    }

    /// Lanewise with weights packed when the network was built.
    @Benchmark
    public double[] packedLayer() {
        layer.forward(x, y, workspace);
        return y.array();
    }
}

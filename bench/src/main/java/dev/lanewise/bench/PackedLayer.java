package dev.lanewise.bench;

import dev.lanewise.linalg.Matrix;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Workspace;
import dev.ludovic.netlib.blas.BLAS;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.ojalgo.function.constant.PrimitiveMath;
import org.ojalgo.matrix.store.R064Store;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// How fast does one sample pass through a layer, y ← Wx + b? Every weight is read once, so 8n²/ns is GB/s, and what
/// binds is where the weights lie.
public class PackedLayer extends Question {
    /// Inputs and outputs: 0.5 MiB of weights (in L2 of most processors), 8 MiB (in L3), 128 MiB (in memory).
    @Param({"256", "1024", "4096"})
    public int n;

    private final BLAS blas = Peers.vectorBlas();
    private Network layer;
    private Workspace workspace;
    private Matrix w;
    private double[] b, x, y, loopY, blasY;
    private DMatrixRMaj ejmlW, ejmlB, ejmlX, ejmlY;
    private R064Store ojAlgoW, ojAlgoB, ojAlgoX, ojAlgoY;
    private RealMatrix hipparchusW;
    private ArrayRealVector hipparchusB, hipparchusX;

    /// Draws W, b and x, and compares all layers.
    @Setup
    public void setUp() {
        Samples samples = new Samples();
        w = samples.matrix(n, n);
        b = samples.vector(n);
        x = samples.vector(n);
        layer = Network.input(n).dense(w, b, Activation.IDENTITY).build();
        workspace = layer.newWorkspace();
        y = new double[n];
        loopY = new double[n];
        blasY = new double[n];
        layOutForPeers();
        double[] expected = lanewise();
        Agreement.ofSums("loop", n, expected, loop());
        Agreement.ofSums("ejml", n, expected, ejml().data);
        Agreement.ofSums("ojAlgo", n, expected, ojAlgo().data);
        Agreement.ofSums("hipparchus", n, expected, hipparchus().toArray());
        Agreement.ofSums("vectorBlas", n, expected, vectorBlas());
    }

    private void layOutForPeers() {
        ejmlW = Peers.ejml(w);
        ejmlB = Peers.ejml(b);
        ejmlX = Peers.ejml(x);
        ejmlY = Peers.ejml(new double[n]);
        ojAlgoW = Peers.ojAlgo(w);
        ojAlgoB = Peers.ojAlgo(b);
        ojAlgoX = Peers.ojAlgo(x);
        ojAlgoY = Peers.ojAlgo(new double[n]);
        hipparchusW = Peers.hipparchus(w);
        hipparchusB = new ArrayRealVector(b, false);
        hipparchusX = new ArrayRealVector(x, false);
    }

    @Benchmark
    public double[] lanewise() {
        layer.forward(x, y, workspace);
        return y;
    }

    @Benchmark
    public double[] loop() {
        PlainLoops.layer(n, n, w.array(), b, x, loopY);
        return loopY;
    }

    @Benchmark
    public DMatrixRMaj ejml() {
        CommonOps_DDRM.mult(ejmlW, ejmlX, ejmlY);
        CommonOps_DDRM.addEquals(ejmlY, ejmlB);
        return ejmlY;
    }

    @Benchmark
    public R064Store ojAlgo() {
        ojAlgoY.fillByMultiplying(ojAlgoW, ojAlgoX);
        ojAlgoY.modifyMatching(PrimitiveMath.ADD, ojAlgoB);
        return ojAlgoY;
    }

    @Benchmark
    public ArrayRealVector hipparchus() {
        return hipparchusB.add(hipparchusW.operate(hipparchusX));
    }

    @Benchmark
    public double[] vectorBlas() {
        System.arraycopy(b, 0, blasY, 0, n);
        blas.dgemv("T", n, n, 1.0, w.array(), n, x, 1, 1.0, blasY, 1);
        return blasY;
    }
}

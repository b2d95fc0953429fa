package dev.lanewise.bench;

import dev.lanewise.linalg.Blas;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.hipparchus.linear.ArrayRealVector;
import org.ojalgo.matrix.store.R064Store;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/// How fast is y ← αx + y? Two reads and a write, so 24n/ns is GB/s.
///
/// Each contender adds to a y of its own, again and again; α is so small that y stays harmless.
public class Axpy extends VectorPair {
    private static final double ALPHA = 0x1p-20;

    private double[] loopY, blasY;
    private DMatrixRMaj ejmlY;
    private R064Store ojAlgoY;
    private ArrayRealVector hipparchusY;

    /// Compares the sums of the first call.
    @Setup
    public void setUp() {
        draw();
        loopY = y.clone();
        blasY = y.clone();
        ejmlY = Peers.ejml(y.clone());
        ojAlgoY = Peers.ojAlgo(y.clone());
        hipparchusY = new ArrayRealVector(y, true);
        double[] expected = lanewise();
        Agreement.ofSums("loop", 1, expected, loop());
        Agreement.ofSums("ejml", 1, expected, ejml().data);
        Agreement.ofSums("ojAlgo", 1, expected, ojAlgo().data);
        Agreement.ofSums("hipparchus", 1, expected, hipparchus().getDataRef());
        Agreement.ofSums("vectorBlas", 1, expected, vectorBlas());
    }

    @Benchmark
    public double[] lanewise() {
        Blas.axpy(ALPHA, x, y);
        return y;
    }

    @Benchmark
    public double[] loop() {
        PlainLoops.axpy(ALPHA, x, loopY);
        return loopY;
    }

    @Benchmark
    public DMatrixRMaj ejml() {
        CommonOps_DDRM.addEquals(ejmlY, ALPHA, ejmlX);
        return ejmlY;
    }

    @Benchmark
    public R064Store ojAlgo() {
        ojAlgoX.axpy(ALPHA, ojAlgoY);
        return ojAlgoY;
    }

    @Benchmark
    public ArrayRealVector hipparchus() {
        return hipparchusY.combineToSelf(1.0, ALPHA, hipparchusX);
    }

    @Benchmark
    public double[] vectorBlas() {
        blas.daxpy(n, ALPHA, x, 1, blasY, 1);
        return blasY;
    }
}

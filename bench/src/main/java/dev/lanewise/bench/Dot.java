package dev.lanewise.bench;

import dev.lanewise.linalg.Blas;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.hipparchus.linear.ArrayRealVector;
import org.ojalgo.matrix.store.R064Store;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/// How fast is xᵀy? Both vectors are read, so 16n/ns is GB/s.
public class Dot extends VectorPair {
    private DMatrixRMaj ejmlY;
    private R064Store ojAlgoY;
    private ArrayRealVector hipparchusY;

    /// Compares all sums.
    @Setup
    public void setUp() {
        draw();
        ejmlY = Peers.ejml(y);
        ojAlgoY = Peers.ojAlgo(y);
        hipparchusY = new ArrayRealVector(y, false);
        double expected = lanewise();
        Agreement.ofSum("loop", n, expected, loop());
        Agreement.ofSum("ejml", n, expected, ejml());
        Agreement.ofSum("ojAlgo", n, expected, ojAlgo());
        Agreement.ofSum("hipparchus", n, expected, hipparchus());
        Agreement.ofSum("vectorBlas", n, expected, vectorBlas());
    }

    @Benchmark
    public double lanewise() {
        return Blas.dot(x, y);
    }

    @Benchmark
    public double loop() {
        return PlainLoops.dot(x, y);
    }

    @Benchmark
    public double ejml() {
        return CommonOps_DDRM.dot(ejmlX, ejmlY);
    }

    @Benchmark
    public double ojAlgo() {
        return ojAlgoX.dot(ojAlgoY);
    }

    @Benchmark
    public double hipparchus() {
        return hipparchusX.dotProduct(hipparchusY);
    }

    @Benchmark
    public double vectorBlas() {
        return blas.ddot(n, x, 1, y, 1);
    }
}

package dev.lanewise.bench;

import dev.lanewise.linalg.Blas;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ojalgo.matrix.store.R064Store;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/// How fast is y ← Aᵀx?
public class GemvT extends MatrixVector {
    /// Compares all products.
    @Setup
    public void setUp() {
        draw();
        double[] expected = lanewise();
        Agreement.ofSums("loop", n, expected, loop());
        Agreement.ofSums("ejml", n, expected, ejml().data);
        Agreement.ofSums("ojAlgo", n, expected, ojAlgo().data);
        Agreement.ofSums("hipparchus", n, expected, hipparchus());
        Agreement.ofSums("vectorBlas", n, expected, vectorBlas());
    }

    @Benchmark
    public double[] lanewise() {
        Blas.gemvT(1.0, a, x, 0.0, y);
        return y;
    }

    @Benchmark
    public double[] loop() {
        PlainLoops.gemvT(n, n, a.array(), x, loopY);
        return loopY;
    }

    @Benchmark
    public DMatrixRMaj ejml() {
        return CommonOps_DDRM.multTransA(ejmlA, ejmlX, ejmlY);
    }

    @Benchmark
    public R064Store ojAlgo() {
        ojAlgoY.fillByMultiplying(ojAlgoA.transpose(), ojAlgoX);
        return ojAlgoY;
    }

    @Benchmark
    public double[] hipparchus() {
        return hipparchusA.preMultiply(x);
    }

    @Benchmark
    public double[] vectorBlas() {
        blas.dgemv("N", n, n, 1.0, a.array(), n, x, 1, 0.0, blasY, 1);
        return blasY;
    }
}

package dev.lanewise.bench;

import dev.lanewise.linalg.Blas;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ojalgo.matrix.store.R064Store;
import org.openjdk.jmh.annotations.Benchmark;

/// How fast is y ← Aᵀx?
public class GemvT extends MatrixVector {
    @Override
    @Benchmark
    public double[] lanewise() {
        Blas.gemvT(1.0, a, x, 0.0, y);
        return y;
    }

    @Override
    @Benchmark
    public double[] loop() {
        PlainLoops.gemvT(n, n, a.array(), x, loopY);
        return loopY;
    }

    @Override
    @Benchmark
    public DMatrixRMaj ejml() {
        return CommonOps_DDRM.multTransA(ejmlA, ejmlX, ejmlY);
    }

    @Override
    @Benchmark
    public R064Store ojAlgo() {
        ojAlgoY.fillByMultiplying(ojAlgoA.transpose(), ojAlgoX);
        return ojAlgoY;
    }

    @Override
    @Benchmark
    public double[] hipparchus() {
        return hipparchusA.preMultiply(x);
    }

    @Override
    @Benchmark
    public double[] vectorBlas() {
        blas.dgemv("N", n, n, 1.0, a.array(), n, x, 1, 0.0, blasY, 1);
        return blasY;
    }
}

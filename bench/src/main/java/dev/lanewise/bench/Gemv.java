package dev.lanewise.bench;

import dev.lanewise.linalg.Blas;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ojalgo.matrix.store.R064Store;
import org.openjdk.jmh.annotations.Benchmark;

/// How fast is y ← Ax, by dot products along the rows (`lanewise`, [Blas#gemv]) and in the order of the matrix product
/// (`lanewiseTimes`, [dev.lanewise.linalg.Matrix#times(double\[\])])?
public class Gemv extends MatrixVector {
    @Override
    void compare(double[] expected) {
        super.compare(expected);
        Agreement.ofSums("lanewiseTimes", n, expected, lanewiseTimes());
    }

    @Override
    @Benchmark
    public double[] lanewise() {
        Blas.gemv(1.0, a, x, 0.0, y);
        return y;
    }

    @Benchmark
    public double[] lanewiseTimes() {
        return a.times(x);
    }

    @Override
    @Benchmark
    public double[] loop() {
        PlainLoops.gemv(n, n, a.array(), x, loopY);
        return loopY;
    }

    @Override
    @Benchmark
    public DMatrixRMaj ejml() {
        return CommonOps_DDRM.mult(ejmlA, ejmlX, ejmlY);
    }

    @Override
    @Benchmark
    public R064Store ojAlgo() {
        ojAlgoY.fillByMultiplying(ojAlgoA, ojAlgoX);
        return ojAlgoY;
    }

    @Override
    @Benchmark
    public double[] hipparchus() {
        return hipparchusA.operate(x);
    }

    @Override
    @Benchmark
    public double[] vectorBlas() {
        blas.dgemv("T", n, n, 1.0, a.array(), n, x, 1, 0.0, blasY, 1);
        return blasY;
    }
}

package dev.lanewise.bench;

import dev.lanewise.linalg.Blas;
import org.ejml.dense.row.NormOps_DDRM;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/// How fast is ‖x‖₂? The vector is read once, so 8n/ns is GB/s. Lanewise and EJML survive elements whose squares
/// overflow or underflow; the others do not.
public class Nrm2 extends VectorPair {
    /// Compares all norms, which are at most √n: half the relative error of the sum, and that of the root.
    @Setup
    public void setUp() {
        draw();
        double expected = lanewise();
        Agreement.ofSum("loop", n, expected, loop());
        Agreement.ofSum("ejml", n, expected, ejml());
        Agreement.ofSum("ojAlgo", n, expected, ojAlgo());
        Agreement.ofSum("hipparchus", n, expected, hipparchus());
        Agreement.ofSum("vectorBlas", n, expected, vectorBlas());
    }

    @Benchmark
    public double lanewise() {
        return Blas.nrm2(x);
    }

    @Benchmark
    public double loop() {
        return PlainLoops.nrm2(x);
    }

    @Benchmark
    public double ejml() {
        return NormOps_DDRM.normF(ejmlX);
    }

    @Benchmark
    public double ojAlgo() {
        return ojAlgoX.norm();
    }

    @Benchmark
    public double hipparchus() {
        return hipparchusX.getNorm();
    }

    @Benchmark
    public double vectorBlas() {
        return blas.dnrm2(n, x, 1);
    }
}

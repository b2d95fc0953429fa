package dev.lanewise.bench;

import dev.lanewise.linalg.Blas;
import dev.lanewise.linalg.GemmWorkspace;
import dev.lanewise.linalg.Matrix;
import dev.ludovic.netlib.blas.BLAS;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.hipparchus.linear.RealMatrix;
import org.ojalgo.matrix.store.R064Store;
import org.openjdk.jmh.annotations.Benchmark;

/// C ← AB, A m × k and B k × n: 2mkn operations, so 2mkn/ns is GF/s. The contenders of [Gemm] and [LayerShapes].
public abstract class MatrixProduct extends Question {
    private final BLAS blas = Peers.vectorBlas();
    private final GemmWorkspace workspace = new GemmWorkspace();
    private int m, k, n;
    private Matrix a, b, c;
    private double[] loopC, loopByRowsC, blasC;
    private DMatrixRMaj ejmlA, ejmlB, ejmlC;
    private R064Store ojAlgoA, ojAlgoB, ojAlgoC;
    private RealMatrix hipparchusA, hipparchusB;

    /// Lays the factors out for every contender and compares their products.
    void prepare(Matrix left, Matrix right) {
        a = left;
        b = right;
        m = a.rows();
        k = a.cols();
        n = b.cols();
        c = Matrix.zeros(m, n);
        loopC = new double[m * n];
        loopByRowsC = new double[m * n];
        blasC = new double[m * n];
        ejmlA = Peers.ejml(a);
        ejmlB = Peers.ejml(b);
        ejmlC = Peers.ejml(Matrix.zeros(m, n));
        ojAlgoA = Peers.ojAlgo(a);
        ojAlgoB = Peers.ojAlgo(b);
        ojAlgoC = Peers.ojAlgo(Matrix.zeros(m, n));
        hipparchusA = Peers.hipparchus(a);
        hipparchusB = Peers.hipparchus(b);
        double[] expected = lanewise().clone();
        Agreement.ofSums("lanewiseWorkspace", k, expected, lanewiseWorkspace());
        Agreement.ofSums("loop", k, expected, loop());
        Agreement.ofSums("loopByRows", k, expected, loopByRows());
        Agreement.ofSums("ejml", k, expected, ejml().data);
        Agreement.ofSums("ojAlgo", k, expected, Peers.rowMajor(ojAlgo()));
        Agreement.ofSums("hipparchus", k, expected, Peers.rowMajor(hipparchus()));
        Agreement.ofSums("vectorBlas", k, expected, vectorBlas());
    }

    @Benchmark
    public double[] lanewise() {
        Blas.gemm(1.0, a, b, 0.0, c);
        return c.array();
    }

    /// Keeps its packing buffers from call to call, as native libraries do.
    @Benchmark
    public double[] lanewiseWorkspace() {
        Blas.gemm(1.0, a, b, 0.0, c, workspace);
        return c.array();
    }

    @Benchmark
    public double[] loop() {
        PlainLoops.gemm(m, k, n, a.array(), b.array(), loopC);
        return loopC;
    }

    @Benchmark
    public double[] loopByRows() {
        PlainLoops.gemmByRows(m, k, n, a.array(), b.array(), loopByRowsC);
        return loopByRowsC;
    }

    @Benchmark
    public DMatrixRMaj ejml() {
        return CommonOps_DDRM.mult(ejmlA, ejmlB, ejmlC);
    }

    @Benchmark
    public R064Store ojAlgo() {
        ojAlgoC.fillByMultiplying(ojAlgoA, ojAlgoB);
        return ojAlgoC;
    }

    @Benchmark
    public RealMatrix hipparchus() {
        return hipparchusA.multiply(hipparchusB);
    }

    /// Cᵀ ← BᵀAᵀ of column-major matrices.
    @Benchmark
    public double[] vectorBlas() {
        blas.dgemm("N", "N", n, m, k, 1.0, b.array(), n, a.array(), k, 0.0, blasC, n);
        return blasC;
    }
}

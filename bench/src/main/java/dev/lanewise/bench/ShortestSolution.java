package dev.lanewise.bench;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;
import org.ojalgo.matrix.decomposition.SingularValue;
import org.ojalgo.matrix.store.MatrixStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// How fast is the shortest x with Ax = b, where rows are fewer than columns? The others have no complete orthogonal
/// decomposition, so that what they do is a singular value decomposition; `netlib` is `dgels`, which takes rows for
/// independent.
///
/// 2m²(n − m/3)/ns is GF/s.
public class ShortestSolution extends LinearSystem {
    /// m × n.
    @Param({"10x100", "50x1000", "300x400"})
    public String shape;

    private DMatrixRMaj ejmlX;
    private LinearSolverDense<DMatrixRMaj> ejmlSolver;
    private SingularValue<Double> ojAlgoSvd;

    /// Compares all solutions.
    @Setup
    public void setUp() {
        draw(shape);
        ejmlX = new DMatrixRMaj(a.cols(), 1);
        ejmlSolver = LinearSolverFactory_DDRM.pseudoInverse(true);
        ojAlgoSvd = SingularValue.R064.make(a.rows(), a.cols());
        double[] expected = lanewise().x();
        Agreement.within("lanewiseUnrefined", 1e-10, expected, lanewiseUnrefined().x());
        Agreement.within("ejml", 1e-10, expected, ejml().data);
        Agreement.within("ojAlgo", 1e-10, expected, ojAlgo().toRawCopy1D());
        Agreement.within("hipparchus", 1e-10, expected, hipparchus().toArray());
        Agreement.within("netlib", 1e-10, expected, netlib());
    }

    @Benchmark
    public DMatrixRMaj ejml() {
        return solve(ejmlSolver, ejmlX);
    }

    @Benchmark
    public MatrixStore<Double> ojAlgo() {
        ojAlgoSvd.decompose(ojAlgoA);
        return ojAlgoSvd.getSolution(ojAlgoB);
    }

    @Benchmark
    public RealVector hipparchus() {
        return new SingularValueDecomposition(hipparchusA).getSolver().solve(hipparchusB);
    }
}

package dev.lanewise.bench;

import java.util.Arrays;

import dev.lanewise.linalg.Blas;
import dev.lanewise.linalg.Fit;
import dev.lanewise.linalg.HouseholderQr;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.QrAccumulator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealVector;
import org.ojalgo.matrix.decomposition.QR;
import org.ojalgo.matrix.store.MatrixStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// How fast is min ‖Ax − b‖, from A and b to x? `lanewise` decides on the rank and knows the residual as well; of the
/// others only `ejmlPivoted` does the former and none the latter. `netlib` is `dgels` of LAPACK as its translation into
/// Java has it, in plain loops: VectorBLAS, which the products are measured with, has products only.
///
/// 2n²(m − n/3)/ns is GF/s.
public class LeastSquares extends LinearSystem {
    /// m × n.
    @Param({"100x10", "1000x50", "10000x64", "100000x64", "2000x1000"})
    public String shape;

    private DMatrixRMaj ejmlX, ejmlPivotedX;
    private LinearSolverDense<DMatrixRMaj> ejmlSolver, ejmlPivotedSolver;
    private QR<Double> ojAlgoQr;

    /// Compares all solutions, and AᵀA with RᵀR.
    @Setup
    public void setUp() {
        draw(shape);
        int m = a.rows(), n = a.cols();
        ejmlX = new DMatrixRMaj(n, 1);
        ejmlPivotedX = new DMatrixRMaj(n, 1);
        ejmlSolver = LinearSolverFactory_DDRM.leastSquares(m, n);
        ejmlPivotedSolver = LinearSolverFactory_DDRM.leastSquaresQrPivot(false, false);
        ojAlgoQr = QR.R064.make(m, n);
        double[] expected = lanewise().x();
        Agreement.within("lanewiseUnrefined", 1e-10, expected, lanewiseUnrefined().x());
        Agreement.within("lanewiseQr", 1e-10, gram(a), gram(lanewiseQr().r()));
        Agreement.within("lanewiseStream", 0.0, lanewiseUnrefined().x(), lanewiseStream().x());
        Agreement.within("ejml", 1e-10, expected, ejml().data);
        Agreement.within("ejmlPivoted", 1e-10, expected, ejmlPivoted().data);
        Agreement.within("ojAlgo", 1e-10, expected, ojAlgo().toRawCopy1D());
        Agreement.within("hipparchus", 1e-10, expected, hipparchus().toArray());
        Agreement.within("netlib", 1e-10, expected, Arrays.copyOf(netlib(), n));
        Agreement.within("lanewiseStandardErrors", 1e-10, standardErrors(), lanewiseStandardErrors().array());
    }

    /// ‖b − Ax‖/√(m − n) times the root of the diagonal of (AᵀA)⁻¹ = R⁻¹R⁻ᵀ, from EJML's triangle.
    private double[] standardErrors() {
        int n = a.cols();
        DMatrixRMaj inverse = new DMatrixRMaj(n, n);
        if (!CommonOps_DDRM.invert(Peers.ejml(lanewiseQr().r()), inverse))
            throw new IllegalStateException("R is singular");
        double deviation = lanewiseUnrefined().residualDeviations()[0];
        double[] errors = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = 0.0;
            for (int j = 0; j < n; j++) sum += inverse.get(i, j) * inverse.get(i, j);
            errors[i] = deviation * Math.sqrt(sum);
        }
        return errors;
    }

    /// AᵀA/m.
    private double[] gram(Matrix a) {
        Matrix gram = Matrix.zeros(a.cols(), a.cols());
        Blas.gemm(1.0 / this.a.rows(), a.transpose(), a, 0.0, gram);
        return gram.array();
    }

    /// With a standard error of each coefficient: where A has at most 16,384 elements, n refinements more.
    @Benchmark
    public Matrix lanewiseStandardErrors() {
        return dev.lanewise.linalg.LeastSquares.solve(a, b).standardErrors();
    }

    /// Through an accumulator, which looks at every element before it takes any.
    @Benchmark
    public Fit lanewiseStream() {
        return new QrAccumulator(a.cols(), 1).add(a, b).solve();
    }

    /// The factors alone, of any height.
    @Benchmark
    public HouseholderQr lanewiseQr() {
        return HouseholderQr.of(a);
    }

    @Benchmark
    public DMatrixRMaj ejml() {
        return solve(ejmlSolver, ejmlX);
    }

    @Benchmark
    public DMatrixRMaj ejmlPivoted() {
        return solve(ejmlPivotedSolver, ejmlPivotedX);
    }

    @Benchmark
    public MatrixStore<Double> ojAlgo() {
        ojAlgoQr.decompose(ojAlgoA);
        return ojAlgoQr.getSolution(ojAlgoB);
    }

    @Benchmark
    public RealVector hipparchus() {
        return new QRDecomposition(hipparchusA).getSolver().solve(hipparchusB);
    }
}

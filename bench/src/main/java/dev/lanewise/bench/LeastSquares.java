package dev.lanewise.bench;

import java.util.Arrays;

import dev.lanewise.linalg.Blas;
import dev.lanewise.linalg.Fit;
import dev.lanewise.linalg.HouseholderQr;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.QrAccumulator;
import dev.lanewise.linalg.Refinement;
import dev.ludovic.netlib.lapack.JavaLAPACK;
import dev.ludovic.netlib.lapack.LAPACK;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.netlib.util.intW;
import org.ojalgo.matrix.decomposition.QR;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// How fast is min ‖Ax − b‖, from A and b to x? `lanewise` decides on the rank and knows the residual as well; of the
/// others only `ejmlPivoted` does the former and none the latter. `netlib` is `dgels` of LAPACK as its translation into
/// Java has it, in plain loops: VectorBLAS, which the products are measured with, has products only.
///
/// 2n²(m − n/3)/ns is GF/s.
public class LeastSquares extends Question {
    /// m × n.
    @Param({"100x10", "1000x50", "10000x64", "100000x64", "2000x1000"})
    public String shape;

    private Matrix a;
    private double[] b;
    private DMatrixRMaj ejmlA, ejmlB, ejmlX, ejmlPivotedX;
    private LinearSolverDense<DMatrixRMaj> ejmlSolver, ejmlPivotedSolver;
    private R064Store ojAlgoA, ojAlgoB;
    private QR<Double> ojAlgoQr;
    private RealMatrix hipparchusA;
    private RealVector hipparchusB;
    private LAPACK lapack;
    private double[] columns, netlibA, netlibB, netlibWork;

    /// Compares all solutions, and AᵀA with RᵀR.
    @Setup
    public void setUp() {
        String[] sides = shape.split("x");
        int m = Integer.parseInt(sides[0]), n = Integer.parseInt(sides[1]);
        Samples samples = new Samples();
        a = samples.matrix(m, n);
        b = samples.vector(m);
        ejmlA = Peers.ejml(a);
        ejmlB = Peers.ejml(b);
        ejmlX = new DMatrixRMaj(n, 1);
        ejmlPivotedX = new DMatrixRMaj(n, 1);
        ejmlSolver = LinearSolverFactory_DDRM.leastSquares(m, n);
        ejmlPivotedSolver = LinearSolverFactory_DDRM.leastSquaresQrPivot(false, false);
        ojAlgoA = Peers.ojAlgo(a);
        ojAlgoB = Peers.ojAlgo(b);
        ojAlgoQr = QR.R064.make(m, n);
        hipparchusA = Peers.hipparchus(a);
        hipparchusB = new ArrayRealVector(b);
        lapack = JavaLAPACK.getInstance();
        columns = a.transpose().array();
        netlibA = new double[columns.length];
        netlibB = new double[m];
        netlibWork = new double[64 * (m + n)];
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

    @Benchmark
    public Fit lanewise() {
        return dev.lanewise.linalg.LeastSquares.solve(a, b);
    }

    /// As Householder QR gives it, which is what the others do.
    @Benchmark
    public Fit lanewiseUnrefined() {
        return dev.lanewise.linalg.LeastSquares.of(a).refine(Refinement.off()).solve(b);
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

    private DMatrixRMaj solve(LinearSolverDense<DMatrixRMaj> solver, DMatrixRMaj x) {
        if (!solver.setA(solver.modifiesA() ? ejmlA.copy() : ejmlA))
            throw new IllegalStateException("EJML: A is singular");
        solver.solve(solver.modifiesB() ? ejmlB.copy() : ejmlB, x);
        return x;
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

    /// `dgels` overwrites A and b, so it starts from copies.
    @Benchmark
    public double[] netlib() {
        System.arraycopy(columns, 0, netlibA, 0, columns.length);
        System.arraycopy(b, 0, netlibB, 0, b.length);
        intW info = new intW(0);
        lapack.dgels("N", a.rows(), a.cols(), 1, netlibA, a.rows(), netlibB, a.rows(), netlibWork, netlibWork.length,
                info);
        if (info.val != 0) throw new IllegalStateException("dgels: " + info.val);
        return netlibB;
    }
}

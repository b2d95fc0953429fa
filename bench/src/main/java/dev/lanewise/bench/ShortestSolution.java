package dev.lanewise.bench;

import java.util.Arrays;

import dev.lanewise.linalg.Fit;
import dev.lanewise.linalg.LeastSquares;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.Refinement;
import dev.ludovic.netlib.lapack.JavaLAPACK;
import dev.ludovic.netlib.lapack.LAPACK;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;
import org.netlib.util.intW;
import org.ojalgo.matrix.decomposition.SingularValue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// How fast is the shortest x with Ax = b, where rows are fewer than columns? The others have no complete orthogonal
/// decomposition, so that what they do is a singular value decomposition; `netlib` is `dgels`, which takes rows for
/// independent.
///
/// 2m²(n − m/3)/ns is GF/s.
public class ShortestSolution extends Question {
    /// m × n.
    @Param({"10x100", "50x1000", "300x400"})
    public String shape;

    private Matrix a;
    private double[] b;
    private DMatrixRMaj ejmlA, ejmlB, ejmlX;
    private LinearSolverDense<DMatrixRMaj> ejmlSolver;
    private R064Store ojAlgoA, ojAlgoB;
    private SingularValue<Double> ojAlgoSvd;
    private RealMatrix hipparchusA;
    private RealVector hipparchusB;
    private LAPACK lapack;
    private double[] columns, netlibA, netlibB, netlibWork;

    /// Compares all solutions.
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
        ejmlSolver = LinearSolverFactory_DDRM.pseudoInverse(true);
        ojAlgoA = Peers.ojAlgo(a);
        ojAlgoB = Peers.ojAlgo(b);
        ojAlgoSvd = SingularValue.R064.make(m, n);
        hipparchusA = Peers.hipparchus(a);
        hipparchusB = new ArrayRealVector(b);
        lapack = JavaLAPACK.getInstance();
        columns = a.transpose().array();
        netlibA = new double[columns.length];
        netlibB = new double[n];
        netlibWork = new double[64 * (m + n)];
        double[] expected = lanewise().x();
        Agreement.within("lanewiseUnrefined", 1e-10, expected, lanewiseUnrefined().x());
        Agreement.within("ejml", 1e-10, expected, ejml().data);
        Agreement.within("ojAlgo", 1e-10, expected, ojAlgo().toRawCopy1D());
        Agreement.within("hipparchus", 1e-10, expected, hipparchus().toArray());
        Agreement.within("netlib", 1e-10, expected, netlib());
    }

    @Benchmark
    public Fit lanewise() {
        return LeastSquares.solve(a, b);
    }

    /// Without the factors of Aᵀ that it is refined with.
    @Benchmark
    public Fit lanewiseUnrefined() {
        return LeastSquares.of(a).refine(Refinement.off()).solve(b);
    }

    @Benchmark
    public DMatrixRMaj ejml() {
        if (!ejmlSolver.setA(ejmlSolver.modifiesA() ? ejmlA.copy() : ejmlA))
            throw new IllegalStateException("EJML finds no singular values");
        ejmlSolver.solve(ejmlSolver.modifiesB() ? ejmlB.copy() : ejmlB, ejmlX);
        return ejmlX;
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

    /// `dgels` overwrites A and b, so it starts from copies; behind b is room for x.
    @Benchmark
    public double[] netlib() {
        System.arraycopy(columns, 0, netlibA, 0, columns.length);
        Arrays.fill(netlibB, 0.0);
        System.arraycopy(b, 0, netlibB, 0, b.length);
        intW info = new intW(0);
        lapack.dgels("N", a.rows(), a.cols(), 1, netlibA, a.rows(), netlibB, a.cols(), netlibWork, netlibWork.length,
                info);
        if (info.val != 0) throw new IllegalStateException("dgels: " + info.val);
        return netlibB;
    }
}

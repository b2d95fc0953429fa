package dev.lanewise.bench;

import java.util.Arrays;

import dev.lanewise.linalg.Fit;
import dev.lanewise.linalg.LeastSquares;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.Refinement;
import dev.ludovic.netlib.lapack.JavaLAPACK;
import dev.ludovic.netlib.lapack.LAPACK;
import org.ejml.data.DMatrixRMaj;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.netlib.util.intW;
import org.ojalgo.matrix.store.R064Store;
import org.openjdk.jmh.annotations.Benchmark;

/// A and b for [LeastSquares][dev.lanewise.bench.LeastSquares] and [ShortestSolution], and what they have in common.
public abstract class LinearSystem extends Question {
    private final LAPACK lapack = JavaLAPACK.getInstance();
    Matrix a;
    double[] b;
    DMatrixRMaj ejmlA, ejmlB;
    R064Store ojAlgoA, ojAlgoB;
    RealMatrix hipparchusA;
    RealVector hipparchusB;
    private double[] columns, netlibA, netlibB, netlibWork;

    /// Draws A and b, and lays them out for all contenders.
    ///
    /// @param shape m × n, as `100x10`
    void draw(String shape) {
        String[] sides = shape.split("x");
        int m = Integer.parseInt(sides[0]), n = Integer.parseInt(sides[1]);
        Samples samples = new Samples();
        a = samples.matrix(m, n);
        b = samples.vector(m);
        ejmlA = Peers.ejml(a);
        ejmlB = Peers.ejml(b);
        ojAlgoA = Peers.ojAlgo(a);
        ojAlgoB = Peers.ojAlgo(b);
        hipparchusA = Peers.hipparchus(a);
        hipparchusB = new ArrayRealVector(b);
        columns = a.transpose().array();
        netlibA = new double[columns.length];
        netlibB = new double[Math.max(m, n)];
        netlibWork = new double[64 * (m + n)];
    }

    @Benchmark
    public Fit lanewise() {
        return LeastSquares.solve(a, b);
    }

    /// As its factors give it, which is what the others do.
    @Benchmark
    public Fit lanewiseUnrefined() {
        return LeastSquares.of(a).refine(Refinement.off()).solve(b);
    }

    /// EJML's answer, by whichever of its solvers, in x.
    DMatrixRMaj solve(LinearSolverDense<DMatrixRMaj> solver, DMatrixRMaj x) {
        if (!solver.setA(solver.modifiesA() ? ejmlA.copy() : ejmlA))
            throw new IllegalStateException("EJML cannot factor A");
        solver.solve(solver.modifiesB() ? ejmlB.copy() : ejmlB, x);
        return x;
    }

    /// `dgels` overwrites A and b, so it starts from copies.
    ///
    /// @return x, and what it leaves behind x where rows are more than columns
    @Benchmark
    public double[] netlib() {
        System.arraycopy(columns, 0, netlibA, 0, columns.length);
        System.arraycopy(b, 0, netlibB, 0, b.length);
        Arrays.fill(netlibB, b.length, netlibB.length, 0.0);
        intW info = new intW(0);
        lapack.dgels("N", a.rows(), a.cols(), 1, netlibA, a.rows(), netlibB, netlibB.length, netlibWork,
                netlibWork.length, info);
        if (info.val != 0) throw new IllegalStateException("dgels: " + info.val);
        return netlibB;
    }
}

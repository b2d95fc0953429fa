package dev.lanewise.bench;

import dev.lanewise.linalg.Matrix;
import dev.ludovic.netlib.blas.BLAS;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.linear.RealMatrix;
import org.ojalgo.matrix.store.R064Store;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// An n × n matrix and a vector, laid out for the contenders of [Gemv] and [GemvT]. The matrix is read once, so 8n²/ns
/// is GB/s.
public abstract class MatrixVector extends Question {
    /// Rows and columns.
    @Param({"64", "128", "256", "512", "1024", "2048", "4096"})
    public int n;

    final BLAS blas = Peers.vectorBlas();
    Matrix a;
    double[] x, y, loopY, blasY;
    DMatrixRMaj ejmlA, ejmlX, ejmlY;
    R064Store ojAlgoA, ojAlgoX, ojAlgoY;
    RealMatrix hipparchusA;

    /// Draws A and x, and compares all products.
    @Setup
    public void setUp() {
        Samples samples = new Samples();
        a = samples.matrix(n, n);
        x = samples.vector(n);
        y = new double[n];
        loopY = new double[n];
        blasY = new double[n];
        ejmlA = Peers.ejml(a);
        ejmlX = Peers.ejml(x);
        ejmlY = Peers.ejml(new double[n]);
        ojAlgoA = Peers.ojAlgo(a);
        ojAlgoX = Peers.ojAlgo(x);
        ojAlgoY = Peers.ojAlgo(new double[n]);
        hipparchusA = Peers.hipparchus(a);
        compare(lanewise());
    }

    void compare(double[] expected) {
        Agreement.ofSums("loop", n, expected, loop());
        Agreement.ofSums("ejml", n, expected, ejml().data);
        Agreement.ofSums("ojAlgo", n, expected, ojAlgo().data);
        Agreement.ofSums("hipparchus", n, expected, hipparchus());
        Agreement.ofSums("vectorBlas", n, expected, vectorBlas());
    }

    abstract double[] lanewise();

    abstract double[] loop();

    abstract DMatrixRMaj ejml();

    abstract R064Store ojAlgo();

    abstract double[] hipparchus();

    abstract double[] vectorBlas();
}

package dev.lanewise.bench;

import dev.lanewise.linalg.Matrix;
import dev.ludovic.netlib.blas.BLAS;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.linear.RealMatrix;
import org.ojalgo.matrix.store.R064Store;
import org.openjdk.jmh.annotations.Param;

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

    /// Draws A and x.
    void draw() {
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
    }
}

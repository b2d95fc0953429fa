package dev.lanewise.bench;

import dev.ludovic.netlib.blas.BLAS;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.linear.ArrayRealVector;
import org.ojalgo.matrix.store.R064Store;
import org.openjdk.jmh.annotations.Param;

/// Two vectors of n elements for [Dot], [Axpy] and [Nrm2]: in L1, L2, and L3.
public abstract class VectorPair extends Question {
    /// Elements of each vector.
    @Param({"64", "1024", "32768", "1048576"})
    public int n;

    final BLAS blas = Peers.vectorBlas();
    double[] x, y;
    DMatrixRMaj ejmlX;
    R064Store ojAlgoX;
    ArrayRealVector hipparchusX;

    /// Draws x and y, and lays x out for all contenders.
    void draw() {
        Samples samples = new Samples();
        x = samples.vector(n);
        y = samples.vector(n);
        ejmlX = Peers.ejml(x);
        ojAlgoX = Peers.ojAlgo(x);
        hipparchusX = new ArrayRealVector(x, false);
    }
}

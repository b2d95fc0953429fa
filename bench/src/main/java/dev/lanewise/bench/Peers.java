package dev.lanewise.bench;

import dev.lanewise.linalg.Matrix;
import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.ojalgo.OjAlgoUtils;
import org.ojalgo.matrix.store.R064Store;

/// Our matrices in the forms of other libraries, and back.
final class Peers {
    static {
        OjAlgoUtils.limitThreadsTo(1); // ojAlgo would split large products over all cores
    }

    private Peers() {}

    /// EJML's matrix, row-major as ours, over the same array.
    static DMatrixRMaj ejml(Matrix a) {
        return DMatrixRMaj.wrap(a.rows(), a.cols(), a.array());
    }

    /// EJML's column vector over the same array.
    static DMatrixRMaj ejml(double[] x) {
        return DMatrixRMaj.wrap(x.length, 1, x);
    }

    /// ojAlgo's matrix, a column-major copy.
    static R064Store ojAlgo(Matrix a) {
        return R064Store.wrap(a.transpose().array(), a.rows());
    }

    /// ojAlgo's column vector over the same array.
    static R064Store ojAlgo(double[] x) {
        return R064Store.wrap(x, x.length);
    }

    /// Hipparchus's matrix, a copy: rows where it is small, blocks where it is not.
    static RealMatrix hipparchus(Matrix a) {
        RealMatrix copy = MatrixUtils.createRealMatrix(a.rows(), a.cols());
        for (int i = 0; i < a.rows(); i++) copy.setRow(i, a.row(i));
        return copy;
    }

    /// netlib's BLAS on the Vector API. It is column-major, so a row-major matrix is its own transpose there.
    static BLAS vectorBlas() {
        BLAS blas = JavaBLAS.getInstance();
        if (!blas.getClass().getSimpleName().equals("VectorBLAS")) {
            throw new IllegalStateException("netlib runs " + blas.getClass() + " instead of VectorBLAS");
        }
        return blas;
    }

    /// The elements row by row.
    static double[] rowMajor(R064Store a) {
        return Matrix.wrap(a.getColDim(), a.getRowDim(), a.data).transpose().array();
    }

    /// The elements row by row.
    static double[] rowMajor(RealMatrix a) {
        double[] elements = new double[a.getRowDimension() * a.getColumnDimension()];
        for (int i = 0; i < a.getRowDimension(); i++) {
            System.arraycopy(a.getRow(i), 0, elements, i * a.getColumnDimension(), a.getColumnDimension());
        }
        return elements;
    }
}

package dev.lanewise.bench;

import dev.lanewise.linalg.Matrix;
import dev.ludovic.netlib.blas.BLAS;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.hipparchus.linear.RealMatrix;
import org.ojalgo.matrix.store.R064Store;

/// A [PeerNetwork] for each library.
final class PeerNetworks {
    private PeerNetworks() {}

    /// Plain loops: a sum for each output of each sample.
    static PeerNetwork loop(Layers layers, int batch) {
        return new PeerNetwork(layers, batch) {
            @Override
            void product(int i, Layers.Layer layer, Matrix x, Matrix y) {
                int inputs = x.cols();
                int outputs = y.cols();
                double[] w = layer.w().array();
                for (int s = 0; s < x.rows(); s++) {
                    for (int j = 0; j < outputs; j++) {
                        double sum = 0.0;
                        for (int k = 0; k < inputs; k++) sum += w[j * inputs + k] * x.array()[s * inputs + k];
                        y.array()[s * outputs + j] = sum;
                    }
                }
            }
        };
    }

    /// EJML, which is row-major as we are.
    static PeerNetwork ejml(Layers layers, int batch) {
        return new PeerNetwork(layers, batch) {
            private final DMatrixRMaj[] wT = layers.list().stream().map(layer -> Peers.ejml(layer.wT()))
                    .toArray(DMatrixRMaj[]::new);

            @Override
            void product(int i, Layers.Layer layer, Matrix x, Matrix y) {
                CommonOps_DDRM.mult(Peers.ejml(x), wT[i], Peers.ejml(y));
            }
        };
    }

    /// ojAlgo, whose columns are our rows: Yᵀ ← WXᵀ.
    static PeerNetwork ojAlgo(Layers layers, int batch) {
        return new PeerNetwork(layers, batch) {
            private final R064Store[] w = layers.list().stream().map(layer -> Peers.ojAlgo(layer.w()))
                    .toArray(R064Store[]::new);

            @Override
            void product(int i, Layers.Layer layer, Matrix x, Matrix y) {
                R064Store.wrap(y.array(), y.cols()).fillByMultiplying(w[i], R064Store.wrap(x.array(), x.cols()));
            }
        };
    }

    /// Hipparchus, whose products are new matrices, and which for one sample has a product with a vector.
    static PeerNetwork hipparchus(Layers layers, int batch) {
        return new PeerNetwork(layers, batch) {
            private final RealMatrix[] w = layers.list().stream().map(layer -> Peers.hipparchus(layer.w()))
                    .toArray(RealMatrix[]::new);
            private final RealMatrix[] wT = layers.list().stream().map(layer -> Peers.hipparchus(layer.wT()))
                    .toArray(RealMatrix[]::new);

            @Override
            void product(int i, Layers.Layer layer, Matrix x, Matrix y) {
                double[] results = x.rows() == 1
                        ? w[i].operate(x.array())
                        : Peers.rowMajor(Peers.hipparchus(x).multiply(wT[i]));
                System.arraycopy(results, 0, y.array(), 0, results.length);
            }
        };
    }

    /// netlib's BLAS on the Vector API, whose columns are our rows: Yᵀ ← WXᵀ.
    static PeerNetwork vectorBlas(Layers layers, int batch) {
        BLAS blas = Peers.vectorBlas();
        return new PeerNetwork(layers, batch) {
            @Override
            void product(int i, Layers.Layer layer, Matrix x, Matrix y) {
                blas.dgemm("N", "N", y.cols(), x.rows(), x.cols(), 1.0, layer.wT().array(), y.cols(), x.array(), x
                        .cols(), 0.0, y.array(), y.cols());
            }
        };
    }
}

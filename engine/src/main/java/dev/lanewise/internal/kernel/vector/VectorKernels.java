package dev.lanewise.internal.kernel.vector;

import dev.lanewise.internal.kernel.BlockReflector;
import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.MatrixView;
import dev.lanewise.internal.kernel.scalar.ScalarElementwise;

/// Every kernel on vectors of the width in [Width]: a list of where each one lives. `scal` stays with plain loops, out of
/// which C2 makes vectors itself: it knows where the array lies, and begins where a line does.
public final class VectorKernels implements Kernels {
    /// The one there is; it has no state.
    public static final VectorKernels INSTANCE = new VectorKernels();

    private VectorKernels() {}

    /// The widest vectors of doubles that the processor offers Java, in bits.
    ///
    /// @return 64 to 512
    public static int preferredBits() {
        return Width.PREFERRED;
    }

    @Override
    public int bits() {
        return Width.species().vectorBitSize();
    }

    @Override
    public double dot(int n, double[] x, int xOff, double[] y, int yOff) {
        return VectorDot.dot(n, x, xOff, y, yOff);
    }

    @Override
    public void axpy(int n, double alpha, double[] x, int xOff, double[] y, int yOff) {
        VectorElementwise.axpy(n, alpha, x, xOff, y, yOff);
    }

    @Override
    public void scal(int n, double alpha, double[] x, int xOff) {
        ScalarElementwise.scal(n, alpha, x, xOff);
    }

    @Override
    public void gemv(int rows, int cols, double alpha, double[] a, int aOff, double[] x, int xOff, double beta,
            double[] y, int yOff) {
        VectorGemv.gemv(rows, cols, alpha, a, aOff, x, xOff, beta, y, yOff);
    }

    @Override
    public void gemvT(int rows, int cols, double alpha, double[] a, int aOff, int aStride, double[] x, int xOff,
            double beta, double[] y, int yOff) {
        VectorGemvT.gemvT(rows, cols, alpha, a, aOff, aStride, x, xOff, beta, y, yOff);
    }

    @Override
    public void times(int rows, int cols, double[] a, int aOff, double[] x, int xOff, double[] y, int yOff) {
        VectorTimes.times(rows, cols, a, aOff, x, xOff, y, yOff);
    }

    @Override
    public void gemm(double alpha, MatrixView a, MatrixView b, double beta, MatrixView c, double[][] scratch) {
        VectorGemm.gemm(alpha, a, b, beta, c, scratch);
    }

    @Override
    public void layer(int samples, int inputs, int outputs, double[] packed, double[] bias, double[] x, int xOff,
            int xStride, double[] y, int yOff, int yStride) {
        VectorLayer.layer(samples, inputs, outputs, packed, bias, x, xOff, xStride, y, yOff, yStride);
    }

    @Override
    public void map(Elementwise f, double alpha, int n, double[] x, int xOff, double[] y, int yOff) {
        switch (f) {
            case EXP -> VectorExp.exp(n, x, xOff, y, yOff);
            case EXPM1 -> VectorExpm1.expm1(n, x, xOff, y, yOff);
            case LOG1P -> VectorLog1p.log1p(n, x, xOff, y, yOff);
            case LOG1P_DERIVATIVE -> VectorRectifier.log1pDerivative(n, x, xOff, y, yOff);
            case ERF -> VectorErf.erf(n, x, xOff, y, yOff);
            case ERF_DERIVATIVE -> VectorGaussian.erfDerivative(n, x, xOff, y, yOff);
            case TANH -> VectorTanh.tanh(n, x, xOff, y, yOff);
            case TANH_DERIVATIVE -> VectorBell.bell(n, 1.0, 4.0, x, xOff, y, yOff);
            case SIGMOID -> VectorSigmoid.sigmoid(n, x, xOff, y, yOff);
            case SIGMOID_DERIVATIVE -> VectorBell.bell(n, 0.5, 1.0, x, xOff, y, yOff);
            case RELU -> VectorElementwise.relu(n, x, xOff, y, yOff);
            case RELU_DERIVATIVE -> VectorElementwise.reluDerivative(n, x, xOff, y, yOff);
            case LEAKY_RELU -> VectorRectifier.leakyRelu(alpha, n, x, xOff, y, yOff);
            case LEAKY_RELU_DERIVATIVE -> VectorRectifier.leakyReluDerivative(alpha, n, x, xOff, y, yOff);
            case ELU -> VectorExpm1.elu(alpha, n, x, xOff, y, yOff);
            case ELU_DERIVATIVE -> VectorEluDerivative.eluDerivative(alpha, n, x, xOff, y, yOff);
            case SOFTPLUS -> VectorSoftplus.softplus(n, x, xOff, y, yOff);
            case SILU -> VectorGate.silu(n, x, xOff, y, yOff);
            case SILU_DERIVATIVE -> VectorGateDerivative.silu(n, x, xOff, y, yOff);
            case GELU -> VectorGelu.gelu(n, x, xOff, y, yOff);
            case GELU_DERIVATIVE -> VectorGeluDerivative.geluDerivative(n, x, xOff, y, yOff);
            case GELU_TANH -> VectorGate.geluTanh(n, x, xOff, y, yOff);
            case GELU_TANH_DERIVATIVE -> VectorGateDerivative.geluTanh(n, x, xOff, y, yOff);
            case SOFTSIGN -> VectorSoftsign.softsign(n, x, xOff, y, yOff);
            case SOFTSIGN_DERIVATIVE -> VectorSoftsign.softsignDerivative(n, x, xOff, y, yOff);
            case HARD_SIGMOID -> VectorRectifier.hardSigmoid(n, x, xOff, y, yOff);
            case HARD_SIGMOID_DERIVATIVE -> VectorRectifier.hardSigmoidDerivative(n, x, xOff, y, yOff);
        }
    }

    @Override
    public void softmax(int n, double[] x, int xOff, double[] y, int yOff) {
        VectorSoftmax.softmax(n, x, xOff, y, yOff);
    }

    @Override
    public void logSoftmax(int n, double[] x, int xOff, double[] y, int yOff) {
        VectorSoftmax.logSoftmax(n, x, xOff, y, yOff);
    }

    @Override
    public void packPanels(int rows, int cols, double[] a, int aOff, double[] p, int pOff, int pStride,
            double[] squares) {
        VectorPackPanels.pack(rows, cols, a, aOff, p, pOff, pStride, squares);
    }

    @Override
    public void panelGram(int rows, double[] p, int pOff, int j, double[] g) {
        VectorPanelGram.gram(rows, p, pOff, j, g);
    }

    @Override
    public void panelEliminate(int rows, double[] p, int pOff, int j, double inverse, double[] x, double[] g) {
        VectorPanelEliminate.eliminate(rows, p, pOff, j, inverse, x, g);
    }

    @Override
    public void reflect(BlockReflector h, int panels, double[] c, int topOff, int tailOff, int cStride,
            double[] scratch) {
        VectorReflect.reflect(h, panels, c, topOff, tailOff, cStride, scratch);
    }

    @Override
    public void reflectColumn(BlockReflector h, int top, int tail, BlockReflector next, int nextTop, int nextTail,
            double[] c, double[] scratch) {
        VectorReflectColumn.reflect(h, top, tail, next, nextTop, nextTail, c, scratch);
    }

    @Override
    public void preciseProducts(int terms, int count, double[] m, int mOff, int mStride, double[] w, double[] wRest,
            int wOff, double[] s, double[] e, int sOff) {
        VectorPreciseProducts.products(terms, count, m, mOff, mStride, w, wRest, wOff, s, e, sOff);
    }
}

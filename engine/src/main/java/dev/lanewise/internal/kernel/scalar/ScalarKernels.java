package dev.lanewise.internal.kernel.scalar;

import dev.lanewise.internal.kernel.BlockReflector;
import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.MatrixView;

/// The reference: every kernel as plain loops. It runs everywhere and defines the bits.
public final class ScalarKernels implements Kernels {
    /// The one there is; it has no state.
    public static final ScalarKernels INSTANCE = new ScalarKernels();

    private ScalarKernels() {}

    @Override
    public int bits() {
        return Double.SIZE;
    }

    @Override
    public double dot(int n, double[] x, int xOff, double[] y, int yOff) {
        return ScalarDot.dot(n, x, xOff, y, yOff);
    }

    @Override
    public void axpy(int n, double alpha, double[] x, int xOff, double[] y, int yOff) {
        ScalarElementwise.axpy(n, alpha, x, xOff, y, yOff);
    }

    @Override
    public void scal(int n, double alpha, double[] x, int xOff) {
        ScalarElementwise.scal(n, alpha, x, xOff);
    }

    @Override
    public void gemv(int rows, int cols, double alpha, double[] a, int aOff, double[] x, int xOff, double beta,
            double[] y, int yOff) {
        ScalarProducts.gemv(rows, cols, alpha, a, aOff, x, xOff, beta, y, yOff);
    }

    @Override
    public void gemvT(int rows, int cols, double alpha, double[] a, int aOff, int aStride, double[] x, int xOff,
            double beta, double[] y, int yOff) {
        ScalarProducts.gemvT(rows, cols, alpha, a, aOff, aStride, x, xOff, beta, y, yOff);
    }

    @Override
    public void times(int rows, int cols, double[] a, int aOff, double[] x, int xOff, double[] y, int yOff) {
        ScalarProducts.times(rows, cols, a, aOff, x, xOff, y, yOff);
    }

    @Override
    public void gemm(double alpha, MatrixView a, MatrixView b, double beta, MatrixView c, double[][] scratch) {
        ScalarProducts.gemm(alpha, a, b, beta, c);
    }

    @Override
    public void layer(int samples, int inputs, int outputs, double[] packed, double[] bias, double[] x, int xOff,
            int xStride, double[] y, int yOff, int yStride) {
        ScalarLayer.layer(samples, inputs, outputs, packed, bias, x, xOff, xStride, y, yOff, yStride);
    }

    @Override
    public void map(Elementwise f, double alpha, int n, double[] x, int xOff, double[] y, int yOff) {
        switch (f) {
            case EXP -> ScalarExp.exp(n, x, xOff, y, yOff);
            case EXPM1 -> ScalarExpm1.expm1(n, x, xOff, y, yOff);
            case LOG1P -> ScalarLog1p.log1p(n, x, xOff, y, yOff);
            case LOG1P_DERIVATIVE -> ScalarRectifier.log1pDerivative(n, x, xOff, y, yOff);
            case ERF -> ScalarErf.erf(n, x, xOff, y, yOff);
            case ERF_DERIVATIVE -> ScalarGaussian.erfDerivative(n, x, xOff, y, yOff);
            case TANH -> ScalarTanh.tanh(n, x, xOff, y, yOff);
            case TANH_DERIVATIVE -> ScalarBell.bell(n, 1.0, 4.0, x, xOff, y, yOff);
            case SIGMOID -> ScalarSigmoid.sigmoid(n, x, xOff, y, yOff);
            case SIGMOID_DERIVATIVE -> ScalarBell.bell(n, 0.5, 1.0, x, xOff, y, yOff);
            case RELU -> ScalarElementwise.relu(n, x, xOff, y, yOff);
            case RELU_DERIVATIVE -> ScalarElementwise.reluDerivative(n, x, xOff, y, yOff);
            case LEAKY_RELU -> ScalarRectifier.leakyRelu(alpha, n, x, xOff, y, yOff);
            case LEAKY_RELU_DERIVATIVE -> ScalarRectifier.leakyReluDerivative(alpha, n, x, xOff, y, yOff);
            case ELU -> ScalarExpm1.elu(alpha, n, x, xOff, y, yOff);
            case ELU_DERIVATIVE -> ScalarEluDerivative.eluDerivative(alpha, n, x, xOff, y, yOff);
            case SOFTPLUS -> ScalarSoftplus.softplus(n, x, xOff, y, yOff);
            case SILU -> ScalarGate.silu(n, x, xOff, y, yOff);
            case SILU_DERIVATIVE -> ScalarGateDerivative.silu(n, x, xOff, y, yOff);
            case GELU -> ScalarGelu.gelu(n, x, xOff, y, yOff);
            case GELU_DERIVATIVE -> ScalarGeluDerivative.geluDerivative(n, x, xOff, y, yOff);
            case GELU_TANH -> ScalarGate.geluTanh(n, x, xOff, y, yOff);
            case GELU_TANH_DERIVATIVE -> ScalarGateDerivative.geluTanh(n, x, xOff, y, yOff);
            case SOFTSIGN -> ScalarSoftsign.softsign(n, x, xOff, y, yOff);
            case SOFTSIGN_DERIVATIVE -> ScalarSoftsign.softsignDerivative(n, x, xOff, y, yOff);
            case HARD_SIGMOID -> ScalarRectifier.hardSigmoid(n, x, xOff, y, yOff);
            case HARD_SIGMOID_DERIVATIVE -> ScalarRectifier.hardSigmoidDerivative(n, x, xOff, y, yOff);
        }
    }

    @Override
    public void softmax(int n, double[] x, int xOff, double[] y, int yOff) {
        ScalarSoftmax.softmax(n, x, xOff, y, yOff);
    }

    @Override
    public void logSoftmax(int n, double[] x, int xOff, double[] y, int yOff) {
        ScalarSoftmax.logSoftmax(n, x, xOff, y, yOff);
    }

    @Override
    public void packPanels(int rows, int cols, double[] a, int aOff, double[] p, int pOff, int pStride,
            double[] squares) {
        ScalarPanel.pack(rows, cols, a, aOff, p, pOff, pStride, squares);
    }

    @Override
    public void panelGram(int rows, double[] p, int pOff, int j, double[] g) {
        ScalarPanel.gram(rows, p, pOff, j, g);
    }

    @Override
    public void panelEliminate(int rows, double[] p, int pOff, int j, double inverse, double[] x, double[] g) {
        ScalarPanel.eliminate(rows, p, pOff, j, inverse, x, g);
    }

    @Override
    public void reflect(BlockReflector h, int panels, double[] c, int topOff, int tailOff, int cStride,
            double[] scratch) {
        ScalarReflect.reflect(h, panels, c, topOff, tailOff, cStride, scratch);
    }

    @Override
    public void reflectColumn(BlockReflector h, int top, int tail, BlockReflector next, int nextTop, int nextTail,
            double[] c, double[] scratch) {
        ScalarReflectColumn.reflect(h, top, tail, next, nextTop, nextTail, c, scratch);
    }

    @Override
    public void preciseProducts(int terms, int count, double[] m, int mOff, int mStride, double[] w, double[] wRest,
            int wOff, double[] s, double[] e, int sOff) {
        ScalarPreciseProducts.products(terms, count, m, mOff, mStride, w, wRest, wOff, s, e, sOff);
    }
}

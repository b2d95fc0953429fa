package dev.lanewise.internal.kernel.vector;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.MatrixView;
import dev.lanewise.internal.kernel.scalar.*;

/// Every kernel on vectors of the width in [Width]: a list of where each one lives. `times` stays with plain loops,
/// whose eight chains are as fast as memory.
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
        VectorElementwise.scal(n, alpha, x, xOff);
    }

    @Override
    public void gemv(int rows, int cols, double alpha, double[] a, int aOff, double[] x, int xOff, double beta,
            double[] y, int yOff) {
        VectorGemv.gemv(rows, cols, alpha, a, aOff, x, xOff, beta, y, yOff);
    }

    @Override
    public void gemvT(int rows, int cols, double alpha, double[] a, int aOff, double[] x, int xOff, double beta,
            double[] y, int yOff) {
        VectorGemvT.gemvT(rows, cols, alpha, a, aOff, x, xOff, beta, y, yOff);
    }

    @Override
    public void times(int rows, int cols, double[] a, int aOff, double[] x, int xOff, double[] y, int yOff) {
        ScalarProducts.times(rows, cols, a, aOff, x, xOff, y, yOff);
    }

    @Override
    public void gemm(double alpha, MatrixView a, MatrixView b, double beta, MatrixView c) {
        VectorGemm.gemm(alpha, a, b, beta, c);
    }

    @Override
    public void layer(int samples, int inputs, int outputs, double[] packed, double[] bias, double[] x, int xOff,
            int xStride, double[] y, int yOff, int yStride) {
        VectorLayer.layer(samples, inputs, outputs, packed, bias, x, xOff, xStride, y, yOff, yStride);
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
            case TANH -> VectorTanh.tanh(n, x, xOff, y, yOff);
            case TANH_DERIVATIVE -> VectorBell.bell(n, 1.0, 4.0, x, xOff, y, yOff);
            case SIGMOID -> VectorSigmoid.sigmoid(n, x, xOff, y, yOff);
            case SIGMOID_DERIVATIVE -> VectorBell.bell(n, 0.5, 1.0, x, xOff, y, yOff);
            case RELU -> VectorElementwise.relu(n, x, xOff, y, yOff);
            case RELU_DERIVATIVE -> VectorElementwise.reluDerivative(n, x, xOff, y, yOff);
            case LEAKY_RELU -> ScalarRectifier.leakyRelu(alpha, n, x, xOff, y, yOff);
            case LEAKY_RELU_DERIVATIVE -> ScalarRectifier.leakyReluDerivative(alpha, n, x, xOff, y, yOff);
            case ELU -> ScalarExpm1.elu(alpha, n, x, xOff, y, yOff);
            case ELU_DERIVATIVE -> ScalarExp.eluDerivative(alpha, n, x, xOff, y, yOff);
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
}

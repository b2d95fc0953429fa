package dev.lanewise.internal.kernel.scalar;

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
    public void gemvT(int rows, int cols, double alpha, double[] a, int aOff, double[] x, int xOff, double beta,
            double[] y, int yOff) {
        ScalarProducts.gemvT(rows, cols, alpha, a, aOff, x, xOff, beta, y, yOff);
    }

    @Override
    public void times(int rows, int cols, double[] a, int aOff, double[] x, int xOff, double[] y, int yOff) {
        ScalarProducts.times(rows, cols, a, aOff, x, xOff, y, yOff);
    }

    @Override
    public void gemm(double alpha, MatrixView a, MatrixView b, double beta, MatrixView c) {
        ScalarProducts.gemm(alpha, a, b, beta, c);
    }

    @Override
    public void layer(int samples, int inputs, int outputs, double[] packed, double[] bias, double[] x, int xOff,
            int xStride, double[] y, int yOff, int yStride) {
        ScalarLayer.layer(samples, inputs, outputs, packed, bias, x, xOff, xStride, y, yOff, yStride);
    }

    @Override
    public void map(Elementwise f, int n, double[] x, int xOff, double[] y, int yOff) {
        switch (f) {
            case TANH -> ScalarTanh.tanh(n, x, xOff, y, yOff);
            case TANH_DERIVATIVE -> ScalarBell.bell(n, 1.0, 4.0, x, xOff, y, yOff);
            case SIGMOID -> ScalarSigmoid.sigmoid(n, x, xOff, y, yOff);
            case SIGMOID_DERIVATIVE -> ScalarBell.bell(n, 0.5, 1.0, x, xOff, y, yOff);
            case RELU -> ScalarElementwise.relu(n, x, xOff, y, yOff);
            case RELU_DERIVATIVE -> ScalarElementwise.reluDerivative(n, x, xOff, y, yOff);
        }
    }
}

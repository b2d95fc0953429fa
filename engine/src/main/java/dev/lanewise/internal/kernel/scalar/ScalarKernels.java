package dev.lanewise.internal.kernel.scalar;

import dev.lanewise.internal.kernel.BlockReflector;
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
    public void tanh(int n, double[] x, int xOff, double[] y, int yOff) {
        ScalarTanh.tanh(n, x, xOff, y, yOff);
    }

    @Override
    public void tanhDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        ScalarBell.bell(n, 1.0, 4.0, x, xOff, y, yOff);
    }

    @Override
    public void sigmoid(int n, double[] x, int xOff, double[] y, int yOff) {
        ScalarSigmoid.sigmoid(n, x, xOff, y, yOff);
    }

    @Override
    public void sigmoidDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        ScalarBell.bell(n, 0.5, 1.0, x, xOff, y, yOff);
    }

    @Override
    public void relu(int n, double[] x, int xOff, double[] y, int yOff) {
        ScalarElementwise.relu(n, x, xOff, y, yOff);
    }

    @Override
    public void reluDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        ScalarElementwise.reluDerivative(n, x, xOff, y, yOff);
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
    public void reflectColumn(BlockReflector h, double[] c, int topOff, int tailOff, double[] scratch) {
        ScalarReflectColumn.reflect(h, c, topOff, tailOff, scratch);
    }
}

package dev.lanewise.internal.backend;

import dev.lanewise.internal.kernel.BlockReflector;
import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.MatrixView;
import dev.lanewise.internal.kernel.scalar.ScalarKernels;

/// The kernels for one call, which tell its [Meter] how long it has taken.
///
/// A class of its own, and not a clock in [ColdStart]: few calls are timed, so the JIT does not inline this into what calls
/// the others, and the vectors of a trial are compiled by themselves. Inlined into a caller they would be lost with its
/// code at the moment of the change, when nothing else is compiled yet.
final class TimedKernels implements Kernels {
    private final Meter meter;
    private final Kernels kernels;
    private final long weight;

    TimedKernels(Meter meter, Kernels kernels, long weight) {
        this.meter = meter;
        this.kernels = kernels;
        this.weight = weight;
    }

    private void took(long start) {
        long nanos = System.nanoTime() - start;
        if (kernels == ScalarKernels.INSTANCE) {
            meter.plain(weight, nanos);
        } else {
            meter.trial(weight, nanos);
        }
    }

    @Override
    public int bits() {
        return kernels.bits();
    }

    @Override
    public double dot(int n, double[] x, int xOff, double[] y, int yOff) {
        long start = System.nanoTime();
        double result = kernels.dot(n, x, xOff, y, yOff);
        took(start);
        return result;
    }

    @Override
    public void axpy(int n, double alpha, double[] x, int xOff, double[] y, int yOff) {
        long start = System.nanoTime();
        kernels.axpy(n, alpha, x, xOff, y, yOff);
        took(start);
    }

    @Override
    public void scal(int n, double alpha, double[] x, int xOff) {
        long start = System.nanoTime();
        kernels.scal(n, alpha, x, xOff);
        took(start);
    }

    @Override
    public void gemv(int rows, int cols, double alpha, double[] a, int aOff, double[] x, int xOff, double beta,
            double[] y, int yOff) {
        long start = System.nanoTime();
        kernels.gemv(rows, cols, alpha, a, aOff, x, xOff, beta, y, yOff);
        took(start);
    }

    @Override
    public void gemvT(int rows, int cols, double alpha, double[] a, int aOff, int aStride, double[] x, int xOff,
            double beta, double[] y, int yOff) {
        long start = System.nanoTime();
        kernels.gemvT(rows, cols, alpha, a, aOff, aStride, x, xOff, beta, y, yOff);
        took(start);
    }

    @Override
    public void times(int rows, int cols, double[] a, int aOff, double[] x, int xOff, double[] y, int yOff) {
        long start = System.nanoTime();
        kernels.times(rows, cols, a, aOff, x, xOff, y, yOff);
        took(start);
    }

    @Override
    public void gemm(double alpha, MatrixView a, MatrixView b, double beta, MatrixView c, double[][] scratch) {
        long start = System.nanoTime();
        kernels.gemm(alpha, a, b, beta, c, scratch);
        took(start);
    }

    @Override
    public void layer(int samples, int inputs, int outputs, double[] packed, double[] bias, double[] x, int xOff,
            int xStride, double[] y, int yOff, int yStride) {
        long start = System.nanoTime();
        kernels.layer(samples, inputs, outputs, packed, bias, x, xOff, xStride, y, yOff, yStride);
        took(start);
    }

    @Override
    public void map(Elementwise f, double alpha, int n, double[] x, int xOff, double[] y, int yOff) {
        long start = System.nanoTime();
        kernels.map(f, alpha, n, x, xOff, y, yOff);
        took(start);
    }

    @Override
    public void softmax(int n, double[] x, int xOff, double[] y, int yOff) {
        long start = System.nanoTime();
        kernels.softmax(n, x, xOff, y, yOff);
        took(start);
    }

    @Override
    public void logSoftmax(int n, double[] x, int xOff, double[] y, int yOff) {
        long start = System.nanoTime();
        kernels.logSoftmax(n, x, xOff, y, yOff);
        took(start);
    }

    @Override
    public void packPanels(int rows, int cols, double[] a, int aOff, double[] p, int pOff, int pStride,
            double[] squares) {
        long start = System.nanoTime();
        kernels.packPanels(rows, cols, a, aOff, p, pOff, pStride, squares);
        took(start);
    }

    @Override
    public void panelGram(int rows, double[] p, int pOff, int j, double[] g) {
        long start = System.nanoTime();
        kernels.panelGram(rows, p, pOff, j, g);
        took(start);
    }

    @Override
    public void panelEliminate(int rows, double[] p, int pOff, int j, double inverse, double[] x, double[] g) {
        long start = System.nanoTime();
        kernels.panelEliminate(rows, p, pOff, j, inverse, x, g);
        took(start);
    }

    @Override
    public void reflect(BlockReflector h, int panels, double[] c, int topOff, int tailOff, int cStride,
            double[] scratch) {
        long start = System.nanoTime();
        kernels.reflect(h, panels, c, topOff, tailOff, cStride, scratch);
        took(start);
    }

    @Override
    public void reflectColumn(BlockReflector h, int top, int tail, BlockReflector next, int nextTop, int nextTail,
            double[] c, double[] scratch) {
        long start = System.nanoTime();
        kernels.reflectColumn(h, top, tail, next, nextTop, nextTail, c, scratch);
        took(start);
    }

    @Override
    public void preciseProducts(int terms, int count, double[] m, int mOff, int mStride, double[] w, double[] wRest,
            int wOff, double[] s, double[] e, int sOff) {
        long start = System.nanoTime();
        kernels.preciseProducts(terms, count, m, mOff, mStride, w, wRest, wOff, s, e, sOff);
        took(start);
    }
}

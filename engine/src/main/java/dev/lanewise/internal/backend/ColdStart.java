package dev.lanewise.internal.backend;

import dev.lanewise.internal.kernel.BlockReflector;
import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.MatrixView;
import dev.lanewise.internal.kernel.vector.VectorKernels;

/// Plain loops first, vectors once they are compiled. The bits are the same, so nobody but the clock can tell.
///
/// Until C2 has compiled a vector kernel its vectors are objects, and it is hundreds of times slower than the plain
/// loop; that phase takes some tenths of a second, for each kernel anew, and longer where C2 has much else to compile. So
/// each kernel begins with plain loops, and after some work tries its vectors now and then, until they are as fast: its
/// [Meter] says when. A program that ends before never pays for vectors; one that goes on is never slowed down much.
///
/// Vectors that have come to stay are called by a constant of their own, behind one branch, so that the JIT sees which
/// kernels they are. `scal` has no vectors and no meter.
public final class ColdStart implements Kernels {
    private static final Kernels VECTOR = VectorKernels.INSTANCE;
    /// About a fifth of a second of plain loops, in fused multiply-adds.
    private static final long ENOUGH = 1L << 29;

    private final Meter dot;
    private final Meter axpy;
    private final Meter gemv;
    private final Meter gemvT;
    private final Meter times;
    private final Meter gemm;
    private final Meter layer;
    private final Meter softmax;
    private final Meter logSoftmax;
    private final Meter[] functions = new Meter[Elementwise.values().length];
    private final Meter packPanels;
    private final Meter panelGram;
    private final Meter panelEliminate;
    private final Meter reflect;
    private final Meter reflectColumn;
    private final Meter preciseProducts;

    /// With the amount of plain work that suits the JIT of today.
    public ColdStart() {
        this(ENOUGH);
    }

    /// With another amount of plain work.
    ///
    /// @param enough how many fused multiply-adds each kernel does before its vectors are tried
    public ColdStart(long enough) {
        dot = new Meter(enough);
        axpy = new Meter(enough);
        gemv = new Meter(enough);
        gemvT = new Meter(enough);
        times = new Meter(enough);
        gemm = new Meter(enough);
        layer = new Meter(enough);
        softmax = new Meter(enough);
        logSoftmax = new Meter(enough);
        for (int i = 0; i < functions.length; i++) functions[i] = new Meter(enough);
        packPanels = new Meter(enough);
        panelGram = new Meter(enough);
        panelEliminate = new Meter(enough);
        reflect = new Meter(enough);
        reflectColumn = new Meter(enough);
        preciseProducts = new Meter(enough);
    }

    @Override
    public int bits() {
        return VECTOR.bits();
    }

    @Override
    public double dot(int n, double[] x, int xOff, double[] y, int yOff) {
        return dot.isOver() ? VECTOR.dot(n, x, xOff, y, yOff) : dot.kernels(n).dot(n, x, xOff, y, yOff);
    }

    @Override
    public void axpy(int n, double alpha, double[] x, int xOff, double[] y, int yOff) {
        if (axpy.isOver()) {
            VECTOR.axpy(n, alpha, x, xOff, y, yOff);
        } else {
            axpy.kernels(n).axpy(n, alpha, x, xOff, y, yOff);
        }
    }

    @Override
    public void scal(int n, double alpha, double[] x, int xOff) {
        VECTOR.scal(n, alpha, x, xOff);
    }

    @Override
    public void gemv(int rows, int cols, double alpha, double[] a, int aOff, double[] x, int xOff, double beta,
            double[] y, int yOff) {
        if (gemv.isOver()) {
            VECTOR.gemv(rows, cols, alpha, a, aOff, x, xOff, beta, y, yOff);
        } else {
            gemv.kernels((long) rows * cols).gemv(rows, cols, alpha, a, aOff, x, xOff, beta, y, yOff);
        }
    }

    @Override
    public void gemvT(int rows, int cols, double alpha, double[] a, int aOff, int aStride, double[] x, int xOff,
            double beta, double[] y, int yOff) {
        if (gemvT.isOver()) {
            VECTOR.gemvT(rows, cols, alpha, a, aOff, aStride, x, xOff, beta, y, yOff);
        } else {
            gemvT.kernels((long) rows * cols).gemvT(rows, cols, alpha, a, aOff, aStride, x, xOff, beta, y, yOff);
        }
    }

    @Override
    public void times(int rows, int cols, double[] a, int aOff, double[] x, int xOff, double[] y, int yOff) {
        if (times.isOver()) {
            VECTOR.times(rows, cols, a, aOff, x, xOff, y, yOff);
        } else {
            times.kernels((long) rows * cols).times(rows, cols, a, aOff, x, xOff, y, yOff);
        }
    }

    @Override
    public void gemm(double alpha, MatrixView a, MatrixView b, double beta, MatrixView c, double[][] scratch) {
        if (gemm.isOver()) {
            VECTOR.gemm(alpha, a, b, beta, c, scratch);
        } else {
            gemm.kernels((long) c.rows() * c.cols() * a.cols()).gemm(alpha, a, b, beta, c, scratch);
        }
    }

    @Override
    public void layer(int samples, int inputs, int outputs, double[] packed, double[] bias, double[] x, int xOff,
            int xStride, double[] y, int yOff, int yStride) {
        if (layer.isOver()) {
            VECTOR.layer(samples, inputs, outputs, packed, bias, x, xOff, xStride, y, yOff, yStride);
        } else {
            layer.kernels((long) samples * inputs * outputs).layer(samples, inputs, outputs, packed, bias, x, xOff,
                    xStride, y, yOff, yStride);
        }
    }

    @Override
    public void map(Elementwise f, double alpha, int n, double[] x, int xOff, double[] y, int yOff) {
        Meter meter = functions[f.ordinal()];
        if (meter.isOver()) {
            VECTOR.map(f, alpha, n, x, xOff, y, yOff);
        } else {
            meter.kernels((long) f.work() * n).map(f, alpha, n, x, xOff, y, yOff);
        }
    }

    @Override
    public void softmax(int n, double[] x, int xOff, double[] y, int yOff) {
        if (softmax.isOver()) {
            VECTOR.softmax(n, x, xOff, y, yOff);
        } else {
            softmax.kernels((long) Elementwise.EXP.work() * n).softmax(n, x, xOff, y, yOff);
        }
    }

    @Override
    public void logSoftmax(int n, double[] x, int xOff, double[] y, int yOff) {
        if (logSoftmax.isOver()) {
            VECTOR.logSoftmax(n, x, xOff, y, yOff);
        } else {
            logSoftmax.kernels((long) Elementwise.EXP.work() * n).logSoftmax(n, x, xOff, y, yOff);
        }
    }

    @Override
    public void packPanels(int rows, int cols, double[] a, int aOff, double[] p, int pOff, int pStride,
            double[] squares) {
        if (packPanels.isOver()) {
            VECTOR.packPanels(rows, cols, a, aOff, p, pOff, pStride, squares);
        } else {
            packPanels.kernels((long) rows * cols).packPanels(rows, cols, a, aOff, p, pOff, pStride, squares);
        }
    }

    @Override
    public void panelGram(int rows, double[] p, int pOff, int j, double[] g) {
        if (panelGram.isOver()) {
            VECTOR.panelGram(rows, p, pOff, j, g);
        } else {
            panelGram.kernels((long) rows * PANEL).panelGram(rows, p, pOff, j, g);
        }
    }

    @Override
    public void panelEliminate(int rows, double[] p, int pOff, int j, double inverse, double[] x, double[] g) {
        if (panelEliminate.isOver()) {
            VECTOR.panelEliminate(rows, p, pOff, j, inverse, x, g);
        } else {
            panelEliminate.kernels((long) rows * 2 * PANEL).panelEliminate(rows, p, pOff, j, inverse, x, g);
        }
    }

    @Override
    public void reflect(BlockReflector h, int panels, double[] c, int topOff, int tailOff, int cStride,
            double[] scratch) {
        if (reflect.isOver()) {
            VECTOR.reflect(h, panels, c, topOff, tailOff, cStride, scratch);
        } else {
            reflect.kernels((h.rows() + PANEL) * 2L * PANEL * PANEL * panels).reflect(h, panels, c, topOff, tailOff,
                    cStride, scratch);
        }
    }

    @Override
    public void reflectColumn(BlockReflector h, int top, int tail, BlockReflector next, int nextTop, int nextTail,
            double[] c, double[] scratch) {
        if (reflectColumn.isOver()) {
            VECTOR.reflectColumn(h, top, tail, next, nextTop, nextTail, c, scratch);
        } else {
            int rows = (h == null ? 0 : h.rows() + PANEL) + (next == null ? 0 : next.rows() + PANEL);
            reflectColumn.kernels((long) rows * PANEL).reflectColumn(h, top, tail, next, nextTop, nextTail, c, scratch);
        }
    }

    @Override
    public void preciseProducts(int terms, int count, double[] m, int mOff, int mStride, double[] w, double[] wRest,
            int wOff, double[] s, double[] e, int sOff) {
        if (preciseProducts.isOver()) {
            VECTOR.preciseProducts(terms, count, m, mOff, mStride, w, wRest, wOff, s, e, sOff);
        } else {
            preciseProducts.kernels(5L * terms * count).preciseProducts(terms, count, m, mOff, mStride, w, wRest, wOff,
                    s, e, sOff);
        }
    }
}

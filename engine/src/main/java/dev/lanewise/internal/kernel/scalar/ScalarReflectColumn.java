package dev.lanewise.internal.kernel.scalar;

import java.util.Arrays;

import dev.lanewise.internal.kernel.BlockReflector;
import dev.lanewise.internal.kernel.Kernels;

/// c ← c + VX with X = −SW and then W = V′ᵀc for one column c as plain loops.
public final class ScalarReflectColumn {
    private static final int WIDTH = Kernels.PANEL;
    private static final int FEW = 4;

    private ScalarReflectColumn() {}

    static void reflect(BlockReflector h, int top, int tail, BlockReflector next, int nextTop, int nextTail, double[] c,
            double[] w) {
        if (h != null) {
            factor(h.factor(), w);
            update(h.count(), WIDTH, h.top(), 0, c, top, w);
            update(h.count(), h.rows(), h.v(), h.vOff(), c, tail, w);
        }
        if (next != null) {
            Arrays.fill(w, 0, WIDTH, 0.0);
            products(WIDTH, next.top(), 0, c, nextTop, w);
            products(next.rows(), next.v(), next.vOff(), c, nextTail, w);
        }
    }

    private static void products(int rows, double[] v, int vOff, double[] c, int cOff, double[] w) {
        double w0 = w[0], w1 = w[1], w2 = w[2], w3 = w[3], w4 = w[4], w5 = w[5], w6 = w[6], w7 = w[7];
        for (int i = 0, p = vOff, q = cOff; i < rows; i++, p += WIDTH, q++) {
            double ci = c[q];
            w0 = Math.fma(v[p], ci, w0);
            w1 = Math.fma(v[p + 1], ci, w1);
            w2 = Math.fma(v[p + 2], ci, w2);
            w3 = Math.fma(v[p + 3], ci, w3);
            w4 = Math.fma(v[p + 4], ci, w4);
            w5 = Math.fma(v[p + 5], ci, w5);
            w6 = Math.fma(v[p + 6], ci, w6);
            w7 = Math.fma(v[p + 7], ci, w7);
        }
        w[0] = w0;
        w[1] = w1;
        w[2] = w2;
        w[3] = w3;
        w[4] = w4;
        w[5] = w5;
        w[6] = w6;
        w[7] = w7;
    }

    /// X = −SW, behind W.
    ///
    /// @param s S, 8 × 8
    /// @param w W, and X from index 8 on
    public static void factor(double[] s, double[] w) {
        for (int k = 0; k < WIDTH; k++) {
            double sum = 0.0;
            for (int l = 0; l < WIDTH; l++) sum = Math.fma(s[k * WIDTH + l], w[l], sum);
            w[WIDTH + k] = -sum;
        }
    }

    /// c ← c + VX: in each element a chain of its own, which lanes could not share.
    ///
    /// @param count reflectors; a factor of 0 behind them changes nothing that is finite
    /// @param rows rows of V
    /// @param v V, row-major
    /// @param vOff its first element
    /// @param c the array of the column
    /// @param cOff its first element
    /// @param w X from index 8 on
    public static void update(int count, int rows, double[] v, int vOff, double[] c, int cOff, double[] w) {
        if (count <= FEW) {
            few(rows, v, vOff, c, cOff, w);
            return;
        }
        double x0 = w[8], x1 = w[9], x2 = w[10], x3 = w[11], x4 = w[12], x5 = w[13], x6 = w[14], x7 = w[15];
        for (int i = 0, p = vOff, q = cOff; i < rows; i++, p += WIDTH, q++) {
            double sum = Math.fma(v[p + 1], x1, Math.fma(v[p], x0, c[q]));
            sum = Math.fma(v[p + 3], x3, Math.fma(v[p + 2], x2, sum));
            sum = Math.fma(v[p + 5], x5, Math.fma(v[p + 4], x4, sum));
            c[q] = Math.fma(v[p + 7], x7, Math.fma(v[p + 6], x6, sum));
        }
    }

    private static void few(int rows, double[] v, int vOff, double[] c, int cOff, double[] w) {
        double x0 = w[8], x1 = w[9], x2 = w[10], x3 = w[11];
        for (int i = 0, p = vOff, q = cOff; i < rows; i++, p += WIDTH, q++) {
            double sum = Math.fma(v[p + 1], x1, Math.fma(v[p], x0, c[q]));
            c[q] = Math.fma(v[p + 3], x3, Math.fma(v[p + 2], x2, sum));
        }
    }
}

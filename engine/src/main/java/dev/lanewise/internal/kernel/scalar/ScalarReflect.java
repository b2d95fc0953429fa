package dev.lanewise.internal.kernel.scalar;

import java.util.Arrays;

import dev.lanewise.internal.kernel.BlockReflector;
import dev.lanewise.internal.kernel.Kernels;

/// C ← C + VX with X = −SW and W = VᵀC as plain loops, one panel of eight columns after the other.
final class ScalarReflect {
    private static final int WIDTH = Kernels.PANEL;

    private ScalarReflect() {}

    static void reflect(BlockReflector h, int panels, double[] c, int topOff, int tailOff, int cStride, double[] w) {
        for (int q = 0; q < panels; q++) {
            int top = topOff + q * cStride, tail = tailOff + q * cStride;
            Arrays.fill(w, 0, WIDTH * WIDTH, 0.0);
            for (int k = 0; k < WIDTH; k++) {
                products(k, WIDTH, h.top(), 0, c, top, w);
                products(k, h.rows(), h.v(), h.vOff(), c, tail, w);
            }
            factor(h.factor(), w);
            update(WIDTH, h.top(), 0, c, top, w);
            update(h.rows(), h.v(), h.vOff(), c, tail, w);
        }
    }

    /// Row k of W: the products of column k of V with the eight columns of C, on top of what was summed before.
    private static void products(int k, int rows, double[] v, int vOff, double[] c, int cOff, double[] w) {
        int to = k * WIDTH;
        double w0 = w[to], w1 = w[to + 1], w2 = w[to + 2], w3 = w[to + 3];
        double w4 = w[to + 4], w5 = w[to + 5], w6 = w[to + 6], w7 = w[to + 7];
        for (int i = 0, at = cOff, from = vOff + k; i < rows; i++, at += WIDTH, from += WIDTH) {
            double vk = v[from];
            w0 = Math.fma(vk, c[at], w0);
            w1 = Math.fma(vk, c[at + 1], w1);
            w2 = Math.fma(vk, c[at + 2], w2);
            w3 = Math.fma(vk, c[at + 3], w3);
            w4 = Math.fma(vk, c[at + 4], w4);
            w5 = Math.fma(vk, c[at + 5], w5);
            w6 = Math.fma(vk, c[at + 6], w6);
            w7 = Math.fma(vk, c[at + 7], w7);
        }
        w[to] = w0;
        w[to + 1] = w1;
        w[to + 2] = w2;
        w[to + 3] = w3;
        w[to + 4] = w4;
        w[to + 5] = w5;
        w[to + 6] = w6;
        w[to + 7] = w7;
    }

    /// X = −SW, behind W.
    private static void factor(double[] s, double[] w) {
        for (int k = 0; k < WIDTH; k++) {
            for (int j = 0; j < WIDTH; j++) {
                double sum = 0.0;
                for (int l = 0; l < WIDTH; l++) sum = Math.fma(s[k * WIDTH + l], w[l * WIDTH + j], sum);
                w[(WIDTH + k) * WIDTH + j] = -sum;
            }
        }
    }

    private static void update(int rows, double[] v, int vOff, double[] c, int cOff, double[] w) {
        for (int i = 0, at = cOff, from = vOff; i < rows; i++, at += WIDTH, from += WIDTH) {
            for (int j = 0; j < WIDTH; j++) {
                double sum = c[at + j];
                for (int k = 0; k < WIDTH; k++) sum = Math.fma(v[from + k], w[(WIDTH + k) * WIDTH + j], sum);
                c[at + j] = sum;
            }
        }
    }
}

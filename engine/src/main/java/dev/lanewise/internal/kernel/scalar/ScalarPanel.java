package dev.lanewise.internal.kernel.scalar;

import dev.lanewise.internal.kernel.Kernels;

/// A panel of eight columns as plain loops: how it is filled, and what a Householder reflector does in it.
public final class ScalarPanel {
    private static final int WIDTH = Kernels.PANEL;

    private ScalarPanel() {}

    static void pack(int rows, int cols, double[] a, int aOff, double[] p, int pOff, int pStride, double[] squares) {
        pack(rows, cols, 0, a, aOff, p, pOff, pStride, squares);
    }

    /// The columns from `first` on.
    ///
    /// @param rows number of rows
    /// @param cols number of columns
    /// @param first the first column that is copied
    /// @param a the matrix, contiguous rows
    /// @param aOff its first element
    /// @param p the panels
    /// @param pOff where the first row of the first panel goes
    /// @param pStride distance between panels
    /// @param squares one sum for each column
    public static void pack(int rows, int cols, int first, double[] a, int aOff, double[] p, int pOff, int pStride,
            double[] squares) {
        int j = first;
        // Two sums side by side: each waits for its last addition.
        for (; j < cols - 1 && j % WIDTH < WIDTH - 1; j += 2) {
            double sum = squares[j], nextSum = squares[j + 1];
            int from = aOff + j, to = pOff + j / WIDTH * pStride + j % WIDTH;
            for (int i = 0; i < rows; i++, from += cols, to += WIDTH) {
                double aij = a[from], next = a[from + 1];
                p[to] = aij;
                p[to + 1] = next;
                sum = Math.fma(aij, aij, sum);
                nextSum = Math.fma(next, next, nextSum);
            }
            squares[j] = sum;
            squares[j + 1] = nextSum;
        }
        for (; j < cols; j++) {
            double sum = squares[j];
            int from = aOff + j, to = pOff + j / WIDTH * pStride + j % WIDTH;
            for (int i = 0; i < rows; i++, from += cols, to += WIDTH) {
                double aij = a[from];
                p[to] = aij;
                sum = Math.fma(aij, aij, sum);
            }
            squares[j] = sum;
        }
    }

    static void gram(int rows, double[] p, int pOff, int j, double[] g) {
        double g0 = g[0], g1 = g[1], g2 = g[2], g3 = g[3], g4 = g[4], g5 = g[5], g6 = g[6], g7 = g[7];
        for (int i = 0, at = pOff; i < rows; i++, at += WIDTH) {
            double pj = p[at + j];
            g0 = Math.fma(pj, p[at], g0);
            g1 = Math.fma(pj, p[at + 1], g1);
            g2 = Math.fma(pj, p[at + 2], g2);
            g3 = Math.fma(pj, p[at + 3], g3);
            g4 = Math.fma(pj, p[at + 4], g4);
            g5 = Math.fma(pj, p[at + 5], g5);
            g6 = Math.fma(pj, p[at + 6], g6);
            g7 = Math.fma(pj, p[at + 7], g7);
        }
        g[0] = g0;
        g[1] = g1;
        g[2] = g2;
        g[3] = g3;
        g[4] = g4;
        g[5] = g5;
        g[6] = g6;
        g[7] = g7;
    }

    static void eliminate(int rows, double[] p, int pOff, int j, double inverse, double[] x, double[] g) {
        for (int i = 0, at = pOff; i < rows; i++, at += WIDTH) {
            double v = p[at + j] * inverse;
            p[at + j] = v + 0.0; // −0.0 becomes +0.0
            for (int k = j + 1; k < WIDTH; k++) p[at + k] = Math.fma(v, x[k], p[at + k]);
        }
        if (j + 1 < WIDTH) gram(rows, p, pOff, j + 1, g);
    }
}

package dev.lanewise.linalg;

import dev.lanewise.internal.backend.Backend;
import dev.lanewise.internal.kernel.Kernels;

/// Triangular systems with the leading `order × order` block of a row-major upper triangle R of row length `stride`.
///
/// **Reproducibility**: each unknown starts at its right-hand side and meets the others by FMA, in descending order
/// going back and in ascending order going forward, and is divided by the diagonal last.
final class Substitution {
    private Substitution() {}

    /// C ← R⁻¹C for the first `order` rows of C, which has k columns.
    static void back(double[] r, int stride, int order, double[] c, int k) {
        if (k == 1) {
            back(r, stride, order, c);
            return;
        }
        Kernels kernels = Backend.kernels();
        for (int j = order - 1; j >= 0; j--) {
            double pivot = r[j * stride + j];
            for (int at = j * k; at < (j + 1) * k; at++) c[at] /= pivot;
            for (int i = 0; i < j; i++) kernels.axpy(k, -r[i * stride + j], c, j * k, c, i * k);
        }
    }

    /// One column, eight unknowns at a time: they are found one after the other, the newest always in a register, and then
    /// meet the rows above together, which are read along themselves.
    private static void back(double[] r, int stride, int order, double[] c) {
        int last = order;
        while (last > 0) {
            int first = Math.max(0, last - 8);
            double newest = c[last - 1] / r[(last - 1) * stride + last - 1];
            c[last - 1] = newest;
            for (int i = last - 2; i >= first; i--) {
                int row = i * stride;
                double sum = c[i];
                for (int j = last - 1; j > i + 1; j--) sum = Math.fma(-r[row + j], c[j], sum);
                newest = Math.fma(-r[row + i + 1], newest, sum) / r[row + i];
                c[i] = newest;
            }
            for (int i = 0; i < first; i++) {
                double sum = c[i];
                for (int j = last - 1; j >= first; j--) sum = Math.fma(-r[i * stride + j], c[j], sum);
                c[i] = sum;
            }
            last = first;
        }
    }

    /// y ← R⁻ᵀy for the first `order` elements of y.
    static void forwardTransposed(double[] r, int stride, int order, double[] y) {
        for (int i = 0; i < order; i++) {
            y[i] /= r[i * stride + i];
            for (int j = i + 1; j < order; j++) y[j] = Math.fma(-r[i * stride + j], y[i], y[j]);
        }
    }
}

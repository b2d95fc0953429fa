package dev.lanewise.internal.kernel.scalar;

import dev.lanewise.internal.kernel.Kernels;

/// xᵀy in the 32 virtual lanes of [Kernels#dot], without vectors and without a 32-element array.
///
/// Folding in halves adds lanes whose numbers differ by 16, then 8, then 4: after these three steps lane l holds all
/// lanes ≡ l (mod 4). So the elements are read in four passes, one for each remainder, of eight named sums.
public final class ScalarDot {
    private ScalarDot() {}

    /// xᵀy; see [Kernels#dot].
    ///
    /// @param n length
    /// @param x first factor
    /// @param xOff its first element
    /// @param y second factor, may be x
    /// @param yOff its first element
    /// @return the product
    public static double dot(int n, double[] x, int xOff, double[] y, int yOff) {
        double even = lanesModulo4(0, n, x, xOff, y, yOff) + lanesModulo4(2, n, x, xOff, y, yOff);
        double odd = lanesModulo4(1, n, x, xOff, y, yOff) + lanesModulo4(3, n, x, xOff, y, yOff);
        return even + odd;
    }

    private static double lanesModulo4(int first, int n, double[] x, int xOff, double[] y, int yOff) {
        double s0 = 0.0, s4 = 0.0, s8 = 0.0, s12 = 0.0, s16 = 0.0, s20 = 0.0, s24 = 0.0, s28 = 0.0;
        int i = first;
        for (; i + 28 < n; i += Kernels.DOT_LANES) {
            s0 = Math.fma(x[xOff + i], y[yOff + i], s0);
            s4 = Math.fma(x[xOff + i + 4], y[yOff + i + 4], s4);
            s8 = Math.fma(x[xOff + i + 8], y[yOff + i + 8], s8);
            s12 = Math.fma(x[xOff + i + 12], y[yOff + i + 12], s12);
            s16 = Math.fma(x[xOff + i + 16], y[yOff + i + 16], s16);
            s20 = Math.fma(x[xOff + i + 20], y[yOff + i + 20], s20);
            s24 = Math.fma(x[xOff + i + 24], y[yOff + i + 24], s24);
            s28 = Math.fma(x[xOff + i + 28], y[yOff + i + 28], s28);
        }
        if (i < n) s0 = Math.fma(x[xOff + i], y[yOff + i], s0);
        if (i + 4 < n) s4 = Math.fma(x[xOff + i + 4], y[yOff + i + 4], s4);
        if (i + 8 < n) s8 = Math.fma(x[xOff + i + 8], y[yOff + i + 8], s8);
        if (i + 12 < n) s12 = Math.fma(x[xOff + i + 12], y[yOff + i + 12], s12);
        if (i + 16 < n) s16 = Math.fma(x[xOff + i + 16], y[yOff + i + 16], s16);
        if (i + 20 < n) s20 = Math.fma(x[xOff + i + 20], y[yOff + i + 20], s20);
        if (i + 24 < n) s24 = Math.fma(x[xOff + i + 24], y[yOff + i + 24], s24);
        return ((s0 + s16) + (s8 + s24)) + ((s4 + s20) + (s12 + s28));
    }
}

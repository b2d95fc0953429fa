package dev.lanewise.internal.kernel.scalar;

/// The elementwise kernels that are one operation long. The vector kernels finish their tails here.
public final class ScalarElementwise {
    private ScalarElementwise() {}

    /// yᵢ ← fma(α, xᵢ, yᵢ); see [dev.lanewise.internal.kernel.Kernels#axpy].
    ///
    /// @param n length
    /// @param alpha α
    /// @param x the vector added
    /// @param xOff its first element
    /// @param y the vector changed
    /// @param yOff its first element
    public static void axpy(int n, double alpha, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) y[yOff + i] = Math.fma(alpha, x[xOff + i], y[yOff + i]);
    }

    /// xᵢ ← α·xᵢ.
    ///
    /// @param n length
    /// @param alpha α
    /// @param x the vector changed
    /// @param xOff its first element
    public static void scal(int n, double alpha, double[] x, int xOff) {
        for (int i = 0; i < n; i++) x[xOff + i] *= alpha;
    }

    /// yᵢ ← max(xᵢ, +0.0); NaN stays NaN, −0.0 becomes +0.0.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void relu(int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) y[yOff + i] = Math.max(x[xOff + i], 0.0);
    }

    /// yᵢ ← 1 where xᵢ > 0, 0 where xᵢ ≤ 0, NaN where xᵢ is.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void reluDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) {
            double v = x[xOff + i];
            y[yOff + i] = v > 0.0 ? 1.0 : v <= 0.0 ? 0.0 : Double.NaN;
        }
    }
}

package dev.lanewise.internal.kernel.scalar;

/// The activations of straight pieces, and other functions that are a few operations long. The derivative at a kink is
/// that of PyTorch: the slope from the left at 0, and 0 at both kinks of the hard sigmoid.
///
/// | x | leaky relu | leaky relu′ | hard sigmoid | hard sigmoid′ | ln′(1 + x) |
/// |---|---|---|---|---|---|
/// | −∞ | α·−∞, NaN for α = 0 | α | +0 | +0 | NaN |
/// | −3 | −3α | α | +0 | +0 | NaN |
/// | −1 | −α | α | ⅓ | 1/6 | ∞ |
/// | ±0 | α·±0 | α | ½ | 1/6 | 1 |
/// | 3 | 3 | 1 | 1 | +0 | ¼ |
/// | ∞ | ∞ | 1 | 1 | +0 | +0 |
/// | NaN | NaN | NaN | NaN | NaN | NaN |
public final class ScalarRectifier {
    /// The slope of the hard sigmoid.
    public static final double SIXTH = 0x1.5555555555555p-3;

    private ScalarRectifier() {}

    /// yᵢ ← xᵢ where xᵢ > 0, α·xᵢ where xᵢ ≤ 0 or is NaN.
    ///
    /// @param alpha α
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void leakyRelu(double alpha, int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) {
            double v = x[xOff + i];
            y[yOff + i] = v > 0.0 ? v : alpha * v;
        }
    }

    /// yᵢ ← 1 where xᵢ > 0, α where xᵢ ≤ 0, NaN where xᵢ is.
    ///
    /// @param alpha α
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void leakyReluDerivative(double alpha, int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) {
            double v = x[xOff + i];
            y[yOff + i] = v > 0.0 ? 1.0 : v <= 0.0 ? alpha : Double.NaN;
        }
    }

    /// yᵢ ← min(max(xᵢ + 3, 0), 6)/6; NaN stays NaN.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void hardSigmoid(int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) y[yOff + i] = Math.min(Math.max(x[xOff + i] + 3.0, 0.0), 6.0) / 6.0;
    }

    /// yᵢ ← 1/6 where |xᵢ| < 3, 0 where |xᵢ| ≥ 3, NaN where xᵢ is.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void hardSigmoidDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) {
            double a = Math.abs(x[xOff + i]);
            y[yOff + i] = a < 3.0 ? SIXTH : a >= 3.0 ? 0.0 : Double.NaN;
        }
    }

    /// yᵢ ← ln′(1 + xᵢ) = 1/(1 + xᵢ), NaN where xᵢ < −1 as the logarithm is.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void log1pDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) {
            double v = x[xOff + i];
            y[yOff + i] = v >= -1.0 ? 1.0 / (1.0 + v) : Double.NaN;
        }
    }
}

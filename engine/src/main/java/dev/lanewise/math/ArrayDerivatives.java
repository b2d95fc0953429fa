package dev.lanewise.math;

import dev.lanewise.internal.kernel.Elementwise;

/// Derivatives over ranges of `double[]`, yᵢ = f′(xᵢ), of the functions of [ArrayActivations], and of ln(1 + x) and erf. The
/// result may go where the argument came from. At a kink it is what PyTorch takes: the slope from the left at 0, and 0 at
/// both kinks of the hard sigmoid, ±3.
///
/// | x | −∞ | −0.0 | +0.0 | ∞ |
/// |---|---|---|---|---|
/// | `log1pDerivative` | NaN | 1 | 1 | +0 |
/// | `erfDerivative` | +0 | 2/√π | 2/√π | +0 |
/// | `siluDerivative` | −0 | ½ | ½ | 1 |
/// | `geluDerivative` | −0 | ½ | ½ | 1 |
/// | `geluTanhDerivative` | −0 | ½ | ½ | 1 |
/// | `eluDerivative` | α·+0 | α | α | 1 |
/// | `leakyReluDerivative` | α | α | α | 1 |
/// | `softsignDerivative` | +0 | 1 | 1 | +0 |
/// | `hardSigmoidDerivative` | +0 | 1/6 | 1/6 | +0 |
///
/// NaN stays NaN.
///
/// **Reproducibility**: each result depends on its argument alone, and on nothing else: not on its place in the array,
/// the vector width, or whether the code has been compiled. Zeros, infinities, subnormal numbers and NaN need no care.
///
/// All methods are stateless, may be called from many threads, allocate nothing, and change y only, after every check
/// has passed. The two ranges must be identical or disjoint.
public final class ArrayDerivatives {
    private ArrayDerivatives() {}

    /// yᵢ = 1/(1 + xᵢ), ∞ at −1 and NaN below.
    ///
    /// **Error**: at most 1.5 ulp.
    ///
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void log1pDerivative(double[] x, double[] y) {
        Mapping.map(Elementwise.LOG1P_DERIVATIVE, x, y);
    }

    /// 1/(1 + x) over n elements from xOff to yOff; see [#log1pDerivative(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void log1pDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.LOG1P_DERIVATIVE, n, x, xOff, y, yOff);
    }

    /// yᵢ = erf′ xᵢ = 2/√π·e^(−xᵢ²).
    ///
    /// **Error**: at most 0.75 ulp where the result is normal, 0.88 where it is subnormal.
    ///
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void erfDerivative(double[] x, double[] y) {
        Mapping.map(Elementwise.ERF_DERIVATIVE, x, y);
    }

    /// erf′ over n elements from xOff to yOff; see [#erfDerivative(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void erfDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.ERF_DERIVATIVE, n, x, xOff, y, yOff);
    }

    /// yᵢ = SiLU′(xᵢ) = σ(xᵢ) + xᵢ·σ′(xᵢ), without the cancellation of that formula.
    ///
    /// **Error**: at most 0.53 ulp, 0.77 where the result is subnormal; more within 2⁻⁸ of its root near −1.2785.
    ///
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void siluDerivative(double[] x, double[] y) {
        Mapping.map(Elementwise.SILU_DERIVATIVE, x, y);
    }

    /// SiLU′ over n elements from xOff to yOff; see [#siluDerivative(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void siluDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.SILU_DERIVATIVE, n, x, xOff, y, yOff);
    }

    /// yᵢ = GELU′(xᵢ) = Φ(xᵢ) + xᵢ·φ(xᵢ), φ(x) = e^(−x²/2)/√2π.
    ///
    /// **Error**: at most 2 ulp for x ≥ 0, 6 ulp for x ≤ −1, and 1.6·2⁻⁵³ between, where it has a root near −0.7518.
    ///
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void geluDerivative(double[] x, double[] y) {
        Mapping.map(Elementwise.GELU_DERIVATIVE, x, y);
    }

    /// GELU′ over n elements from xOff to yOff; see [#geluDerivative(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void geluDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.GELU_DERIVATIVE, n, x, xOff, y, yOff);
    }

    /// yᵢ, the derivative of ½x·(1 + tanh(√(2/π)·(x + 0.044715·x³))) at xᵢ.
    ///
    /// **Error**: at most 0.55 ulp, 0.77 where the result is subnormal; more within 2⁻⁸ of its root near −0.7525.
    ///
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void geluTanhDerivative(double[] x, double[] y) {
        Mapping.map(Elementwise.GELU_TANH_DERIVATIVE, x, y);
    }

    /// The derivative of the tanh form of GELU over n elements from xOff to yOff; see [#geluTanhDerivative(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void geluTanhDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.GELU_TANH_DERIVATIVE, n, x, xOff, y, yOff);
    }

    /// yᵢ = 1 where xᵢ > 0, else α·e^xᵢ, also where e^xᵢ itself would be subnormal or 0.
    ///
    /// **Error**: for α = 1 at most 0.65 ulp where the result is normal, 0.83 where it is subnormal; for any other α at
    /// most 1.8 and 1.4 ulp.
    ///
    /// @param alpha α, finite
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void eluDerivative(double alpha, double[] x, double[] y) {
        Mapping.map(Elementwise.ELU_DERIVATIVE, alpha, x, y);
    }

    /// ELU′ over n elements from xOff to yOff; see [#eluDerivative(double, double\[\], double\[\])].
    ///
    /// @param alpha α, finite
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void eluDerivative(double alpha, int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.ELU_DERIVATIVE, alpha, n, x, xOff, y, yOff);
    }

    /// yᵢ = 1 where xᵢ > 0, else α; NaN stays NaN.
    ///
    /// **Error**: none.
    ///
    /// @param slope α, finite
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void leakyReluDerivative(double slope, double[] x, double[] y) {
        Mapping.map(Elementwise.LEAKY_RELU_DERIVATIVE, slope, x, y);
    }

    /// The derivative of the leaky max(x, 0) over n elements from xOff to yOff; see [#leakyReluDerivative(double, double\[\], double\[\])].
    ///
    /// @param slope α, finite
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void leakyReluDerivative(double slope, int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.LEAKY_RELU_DERIVATIVE, slope, n, x, xOff, y, yOff);
    }

    /// yᵢ = 1/(1 + |xᵢ|)².
    ///
    /// **Error**: at most 0.51 ulp, 1 ulp where the result is below 2⁻⁹⁶⁹.
    ///
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void softsignDerivative(double[] x, double[] y) {
        Mapping.map(Elementwise.SOFTSIGN_DERIVATIVE, x, y);
    }

    /// softsign′ over n elements from xOff to yOff; see [#softsignDerivative(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void softsignDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.SOFTSIGN_DERIVATIVE, n, x, xOff, y, yOff);
    }

    /// yᵢ = 1/6 where |xᵢ| < 3, else 0, at ±3 too; NaN stays NaN.
    ///
    /// **Error**: none beyond the rounding of 1/6.
    ///
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void hardSigmoidDerivative(double[] x, double[] y) {
        Mapping.map(Elementwise.HARD_SIGMOID_DERIVATIVE, x, y);
    }

    /// The derivative of the hard sigmoid over n elements from xOff to yOff; see [#hardSigmoidDerivative(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void hardSigmoidDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.HARD_SIGMOID_DERIVATIVE, n, x, xOff, y, yOff);
    }
}

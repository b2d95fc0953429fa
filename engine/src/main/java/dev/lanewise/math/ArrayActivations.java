package dev.lanewise.math;

import dev.lanewise.internal.kernel.Elementwise;

/// Activation functions over ranges of `double[]`, beside tanh, σ and max(x, 0), which are in [ArrayMath]: yᵢ = f(xᵢ). The
/// result may go where the argument came from. Their derivatives are in [ArrayDerivatives].
///
/// | x | −∞ | −0.0 | +0.0 | ∞ |
/// |---|---|---|---|---|
/// | `softplus` | +0 | ln 2 | ln 2 | ∞ |
/// | `silu` | −0 | −0 | +0 | ∞ |
/// | `gelu` | −0 | −0 | +0 | ∞ |
/// | `geluTanh` | −0 | −0 | +0 | ∞ |
/// | `elu` | −α | α·−0 | α·+0 | ∞ |
/// | `leakyRelu` | α·−∞ | α·−0 | α·+0 | ∞ |
/// | `softsign` | −1 | −0 | +0 | 1 |
/// | `hardSigmoid` | +0 | ½ | ½ | 1 |
///
/// NaN stays NaN. The products are those of IEEE 754: leaky relu with α = 0 makes NaN of −∞.
///
/// **Reproducibility**: each result depends on its argument alone, and on nothing else: not on its place in the array,
/// the vector width, or whether the code has been compiled. Zeros, infinities, subnormal numbers and NaN need no care.
///
/// All methods are stateless, may be called from many threads, allocate nothing, and change y only, after every check
/// has passed. The two ranges must be identical or disjoint.
public final class ArrayActivations {
    private ArrayActivations() {}

    /// yᵢ = ln(1 + e^xᵢ), a smooth max(x, 0). Its derivative is [ArrayMath#sigmoid(double\[\], double\[\])].
    ///
    /// **Error**: at most 0.80 ulp where the result is normal, 0.90 where it is subnormal.
    ///
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void softplus(double[] x, double[] y) {
        Mapping.map(Elementwise.SOFTPLUS, x, y);
    }

    /// softplus over n elements from xOff to yOff; see [#softplus(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void softplus(int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.SOFTPLUS, n, x, xOff, y, yOff);
    }

    /// yᵢ = xᵢ·σ(xᵢ), also called swish (Elfwing, Uchibe and Doya, 2017); −0.0 at −∞.
    ///
    /// **Error**: at most 0.52 ulp where the result is normal, 0.77 where it is subnormal.
    ///
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void silu(double[] x, double[] y) {
        Mapping.map(Elementwise.SILU, x, y);
    }

    /// SiLU over n elements from xOff to yOff; see [#silu(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void silu(int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.SILU, n, x, xOff, y, yOff);
    }

    /// yᵢ = xᵢ·Φ(xᵢ), Φ(x) = (1 + erf(x/√2))/2 (Hendrycks and Gimpel, 2016): the exact form, which is the default of
    /// PyTorch; −0.0 at −∞.
    ///
    /// **Error**: at most 2 ulp for x ≥ 0, 6 ulp for x < 0.
    ///
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void gelu(double[] x, double[] y) {
        Mapping.map(Elementwise.GELU, x, y);
    }

    /// GELU over n elements from xOff to yOff; see [#gelu(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void gelu(int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.GELU, n, x, xOff, y, yOff);
    }

    /// yᵢ = ½xᵢ·(1 + tanh(√(2/π)·(xᵢ + 0.044715·xᵢ³))), the tanh form of GELU; −0.0 at −∞.
    ///
    /// **Error**: at most 0.52 ulp where the result is normal, 0.77 where it is subnormal, of this formula.
    ///
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void geluTanh(double[] x, double[] y) {
        Mapping.map(Elementwise.GELU_TANH, x, y);
    }

    /// The tanh form of GELU over n elements from xOff to yOff; see [#geluTanh(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void geluTanh(int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.GELU_TANH, n, x, xOff, y, yOff);
    }

    /// yᵢ = xᵢ where xᵢ > 0, else α·(e^xᵢ − 1) (Clevert, Unterthiner and Hochreiter, 2015).
    ///
    /// **Error**: at most 0.71 ulp for α = 1, 1.8 ulp for any other.
    ///
    /// @param alpha α, finite
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void elu(double alpha, double[] x, double[] y) {
        Mapping.map(Elementwise.ELU, alpha, x, y);
    }

    /// ELU over n elements from xOff to yOff; see [#elu(double, double\[\], double\[\])].
    ///
    /// @param alpha α, finite
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void elu(double alpha, int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.ELU, alpha, n, x, xOff, y, yOff);
    }

    /// yᵢ = xᵢ where xᵢ > 0, else α·xᵢ, which is NaN for α = 0 and −∞: [ArrayMath#relu(double\[\], double\[\])] is the
    /// function that has 0 there.
    ///
    /// **Error**: 0.5 ulp, the product.
    ///
    /// @param slope α, finite
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void leakyRelu(double slope, double[] x, double[] y) {
        Mapping.map(Elementwise.LEAKY_RELU, slope, x, y);
    }

    /// The leaky max(x, 0) over n elements from xOff to yOff; see [#leakyRelu(double, double\[\], double\[\])].
    ///
    /// @param slope α, finite
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void leakyRelu(double slope, int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.LEAKY_RELU, slope, n, x, xOff, y, yOff);
    }

    /// yᵢ = xᵢ/(1 + |xᵢ|).
    ///
    /// **Error**: at most 0.51 ulp; odd to the bit, |y| ≤ 1.
    ///
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void softsign(double[] x, double[] y) {
        Mapping.map(Elementwise.SOFTSIGN, x, y);
    }

    /// softsign over n elements from xOff to yOff; see [#softsign(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void softsign(int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.SOFTSIGN, n, x, xOff, y, yOff);
    }

    /// yᵢ = min(max(xᵢ + 3, 0), 6)/6, as Keras 3 and PyTorch define it.
    ///
    /// **Error**: at most 1.01 ulp.
    ///
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void hardSigmoid(double[] x, double[] y) {
        Mapping.map(Elementwise.HARD_SIGMOID, x, y);
    }

    /// The hard sigmoid over n elements from xOff to yOff; see [#hardSigmoid(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void hardSigmoid(int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.HARD_SIGMOID, n, x, xOff, y, yOff);
    }
}

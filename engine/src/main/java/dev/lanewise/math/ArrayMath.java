package dev.lanewise.math;

import dev.lanewise.concurrent.Workers;
import dev.lanewise.internal.kernel.Elementwise;

/// Elementary functions over ranges of `double[]`: yᵢ = f(xᵢ). The result may go where the argument came from. More
/// activations are in [ArrayActivations], more derivatives in [ArrayDerivatives], functions of whole rows in [Softmax].
/// Long arrays may be shared out among [Workers]: [#apply(RangeFunction, double\[\], double\[\], Workers)].
///
/// **Reproducibility**: each result depends on its argument alone, and on nothing else: not on its place in the array,
/// the vector width, or whether the code has been compiled. Zeros, infinities and subnormal numbers need no care. NaN stays
/// NaN.
///
/// | x | −∞ | −0.0 | +0.0 | ∞ |
/// |---|---|---|---|---|
/// | `exp` | +0 | 1 | 1 | ∞ |
/// | `expm1` | −1 | −0 | +0 | ∞ |
/// | `log1p` | NaN | −0 | +0 | ∞ |
/// | `erf` | −1 | −0 | +0 | 1 |
/// | `tanh` | −1 | −0 | +0 | 1 |
/// | `tanhDerivative` | +0 | 1 | 1 | +0 |
/// | `sigmoid` | +0 | ½ | ½ | 1 |
/// | `sigmoidDerivative` | +0 | ¼ | ¼ | +0 |
/// | `relu` | +0 | +0 | +0 | ∞ |
/// | `reluDerivative` | +0 | +0 | +0 | 1 |
///
/// All methods are stateless, may be called from many threads, allocate nothing (`apply` some hundred bytes where more
/// than one thread works), and change y only, after every check has passed. The two ranges must be identical or disjoint.
public final class ArrayMath {
    private ArrayMath() {}

    /// yᵢ = f(xᵢ), shared out among workers: bit-equal to f alone.
    ///
    ///     ArrayMath.apply(ArrayMath::tanh, x, y, workers);
    ///
    /// @param f such as `ArrayMath::tanh` or `ArrayActivations::gelu`, which may be cut anywhere; not `Softmax::softmax`
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @param workers who helps
    /// @throws IllegalArgumentException if the lengths differ
    public static void apply(RangeFunction f, double[] x, double[] y, Workers workers) {
        Mapping.checkLengths("apply", x, y);
        apply(f, x.length, x, 0, y, 0, workers);
    }

    /// f over n elements from xOff to yOff; see [#apply(RangeFunction, double\[\], double\[\], Workers)].
    ///
    /// @param f such as `ArrayMath::tanh` or `ArrayActivations::gelu`, which may be cut anywhere; not `Softmax::softmax`
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @param workers who helps
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void apply(RangeFunction f, int n, double[] x, int xOff, double[] y, int yOff, Workers workers) {
        Mapping.apply(f, n, x, xOff, y, yOff, workers);
    }

    /// yᵢ = e^xᵢ: ∞ from 709.79 on, +0 below −745.13. It is its own derivative.
    ///
    /// **Error**: at most 0.65 ulp where the result is normal, 0.83 where it is subnormal.
    ///
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void exp(double[] x, double[] y) {
        Mapping.map(Elementwise.EXP, x, y);
    }

    /// exp over n elements from xOff to yOff; see [#exp(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void exp(int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.EXP, n, x, xOff, y, yOff);
    }

    /// yᵢ = e^xᵢ − 1, without the cancellation of that formula; ±0 stays ±0. Its derivative is eˣ.
    ///
    /// **Error**: at most 0.71 ulp.
    ///
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void expm1(double[] x, double[] y) {
        Mapping.map(Elementwise.EXPM1, x, y);
    }

    /// expm1 over n elements from xOff to yOff; see [#expm1(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void expm1(int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.EXPM1, n, x, xOff, y, yOff);
    }

    /// yᵢ = ln(1 + xᵢ), without the rounding of 1 + x; ±0 stays ±0, −1 becomes −∞, and less than −1 NaN.
    ///
    /// **Error**: at most 0.60 ulp.
    ///
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void log1p(double[] x, double[] y) {
        Mapping.map(Elementwise.LOG1P, x, y);
    }

    /// log1p over n elements from xOff to yOff; see [#log1p(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void log1p(int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.LOG1P, n, x, xOff, y, yOff);
    }

    /// yᵢ = erf xᵢ = 2/√π·∫ e^(−t²) dt from 0 to xᵢ; ±0 stays ±0.
    ///
    /// **Error**: at most 0.85 ulp; odd to the bit, |y| ≤ 1.
    ///
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void erf(double[] x, double[] y) {
        Mapping.map(Elementwise.ERF, x, y);
    }

    /// erf over n elements from xOff to yOff; see [#erf(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void erf(int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.ERF, n, x, xOff, y, yOff);
    }

    /// yᵢ = tanh xᵢ.
    ///
    /// **Error**: at most 0.53 ulp; odd to the bit, |y| ≤ 1.
    ///
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void tanh(double[] x, double[] y) {
        Mapping.map(Elementwise.TANH, x, y);
    }

    /// tanh over n elements from xOff to yOff; see [#tanh(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void tanh(int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.TANH, n, x, xOff, y, yOff);
    }

    /// yᵢ = tanh′ xᵢ = 1 − tanh² xᵢ, without the cancellation of that formula.
    ///
    /// **Error**: at most 0.52 ulp where the result is normal, 0.76 where it is subnormal.
    ///
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void tanhDerivative(double[] x, double[] y) {
        Mapping.map(Elementwise.TANH_DERIVATIVE, x, y);
    }

    /// tanh′ over n elements from xOff to yOff; see [#tanhDerivative(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void tanhDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.TANH_DERIVATIVE, n, x, xOff, y, yOff);
    }

    /// yᵢ = σ(xᵢ) = 1/(1 + e^(−xᵢ)), the logistic function.
    ///
    /// **Error**: at most 0.52 ulp where the result is normal, 0.76 where it is subnormal (below x ≈ −708.4).
    ///
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void sigmoid(double[] x, double[] y) {
        Mapping.map(Elementwise.SIGMOID, x, y);
    }

    /// σ over n elements from xOff to yOff; see [#sigmoid(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void sigmoid(int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.SIGMOID, n, x, xOff, y, yOff);
    }

    /// yᵢ = σ′(xᵢ) = σ(xᵢ)·(1 − σ(xᵢ)), without the cancellation of that formula.
    ///
    /// **Error**: at most 0.52 ulp where the result is normal, 0.76 where it is subnormal.
    ///
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void sigmoidDerivative(double[] x, double[] y) {
        Mapping.map(Elementwise.SIGMOID_DERIVATIVE, x, y);
    }

    /// σ′ over n elements from xOff to yOff; see [#sigmoidDerivative(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void sigmoidDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.SIGMOID_DERIVATIVE, n, x, xOff, y, yOff);
    }

    /// yᵢ = max(xᵢ, 0); NaN stays NaN, −0.0 becomes +0.0.
    ///
    /// **Error**: none.
    ///
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void relu(double[] x, double[] y) {
        Mapping.map(Elementwise.RELU, x, y);
    }

    /// max(x, 0) over n elements from xOff to yOff; see [#relu(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void relu(int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.RELU, n, x, xOff, y, yOff);
    }

    /// yᵢ = 1 where xᵢ > 0 and 0 where xᵢ ≤ 0, the derivative of max(x, 0) with 0 at the kink; NaN stays NaN.
    ///
    /// **Error**: none.
    ///
    /// @param x arguments
    /// @param y results, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void reluDerivative(double[] x, double[] y) {
        Mapping.map(Elementwise.RELU_DERIVATIVE, x, y);
    }

    /// The derivative of max(x, 0) over n elements from xOff to yOff; see [#reluDerivative(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void reluDerivative(int n, double[] x, int xOff, double[] y, int yOff) {
        Mapping.map(Elementwise.RELU_DERIVATIVE, n, x, xOff, y, yOff);
    }
}

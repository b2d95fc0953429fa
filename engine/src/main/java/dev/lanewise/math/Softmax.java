package dev.lanewise.math;

import dev.lanewise.internal.backend.Backend;
import dev.lanewise.internal.kernel.Ranges;

/// Functions of a whole row of numbers: softmaxᵢ = e^xᵢ/Σ e^xⱼ, its logarithm, and their derivatives.
///
/// With m the largest element: a row that holds NaN or ∞, or nothing but −∞, becomes NaN; beside finite numbers −∞ has
/// the probability +0. Large numbers do not overflow, because only differences xᵢ − m are used, and these without
/// rounding.
///
/// **Reproducibility**: the results depend on the row alone, not on the vector width or whether the code has been
/// compiled. The sum is made of eight sums, each with what its additions lose.
///
/// All methods are stateless, may be called from many threads, allocate nothing, and change y only, after every check
/// has passed. Ranges must be identical or disjoint.
public final class Softmax {
    private Softmax() {}

    /// yᵢ = e^xᵢ/Σ e^xⱼ.
    ///
    /// **Error**: at most 4 ulp of each normal component, however long the row is.
    ///
    /// @param x a row
    /// @param y the probabilities, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void softmax(double[] x, double[] y) {
        Mapping.checkLengths("softmax", x, y);
        Backend.kernels().softmax(x.length, x, 0, y, 0);
    }

    /// softmax of n elements from xOff to yOff; see [#softmax(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void softmax(int n, double[] x, int xOff, double[] y, int yOff) {
        Ranges.check("softmax", n, x, xOff, y, yOff);
        Backend.kernels().softmax(n, x, xOff, y, yOff);
    }

    /// yᵢ = xᵢ − ln Σ e^xⱼ, the logarithm of softmax, also where that underflows or rounds to 1.
    ///
    /// **Error**: at most 3 ulp of each component.
    ///
    /// @param x a row
    /// @param y the logarithms of the probabilities, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void logSoftmax(double[] x, double[] y) {
        Mapping.checkLengths("logSoftmax", x, y);
        Backend.kernels().logSoftmax(x.length, x, 0, y, 0);
    }

    /// log-softmax of n elements from xOff to yOff; see [#logSoftmax(double\[\], double\[\])].
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public static void logSoftmax(int n, double[] x, int xOff, double[] y, int yOff) {
        Ranges.check("logSoftmax", n, x, xOff, y, yOff);
        Backend.kernels().logSoftmax(n, x, xOff, y, yOff);
    }

    /// y = Jv, the derivative of softmax in the direction v: yᵢ = pᵢ·(vᵢ − pᵀv), with p = softmax(x). J is symmetric, so
    /// this is also Jᵀv, which carries a gradient backwards.
    ///
    /// **Reproducibility**: pᵀv is the product of 32 sums that `Blas.dot` is.
    ///
    /// @param p the probabilities, as [#softmax(double\[\], double\[\])] made them
    /// @param v the direction
    /// @param y results; may be p or v
    /// @throws IllegalArgumentException if a length differs
    public static void softmaxDerivative(double[] p, double[] v, double[] y) {
        double mean = mean("softmaxDerivative", p, v, y);
        for (int i = 0; i < y.length; i++) y[i] = p[i] * (v[i] - mean);
    }

    /// y = Jv, the derivative of log-softmax in the direction v: yᵢ = vᵢ − pᵀv, with p = softmax(x).
    ///
    /// **Reproducibility**: pᵀv is the product of 32 sums that `Blas.dot` is.
    ///
    /// @param p the probabilities, as [#softmax(double\[\], double\[\])] made them
    /// @param v the direction
    /// @param y results; may be p or v
    /// @throws IllegalArgumentException if a length differs
    public static void logSoftmaxDerivative(double[] p, double[] v, double[] y) {
        double mean = mean("logSoftmaxDerivative", p, v, y);
        for (int i = 0; i < y.length; i++) y[i] = v[i] - mean;
    }

    private static double mean(String function, double[] p, double[] v, double[] y) {
        if (p.length != v.length || p.length != y.length) {
            throw new IllegalArgumentException("%s: p has length %d, v has length %d and y has length %d".formatted(
                    function, p.length, v.length, y.length));
        }
        return Backend.kernels().dot(p.length, p, 0, v, 0);
    }
}

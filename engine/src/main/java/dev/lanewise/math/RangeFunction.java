package dev.lanewise.math;

/// yᵢ = f(xᵢ) over a range: the form that the functions of [ArrayMath] have in common, `ArrayMath::tanh`.
///
/// Each result depends on its argument alone, so that a range may be cut anywhere. The compiler cannot check that:
/// `Softmax::softmax` has the form and is none, because a row that was cut would become several rows.
@FunctionalInterface
public interface RangeFunction {
    /// Applies f to n elements of x from xOff, to where y has n from yOff; the two ranges are identical or disjoint.
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    void apply(int n, double[] x, int xOff, double[] y, int yOff);
}

package dev.lanewise.linalg;

/// ‖x‖₂ of a vector whose squares over- or underflow: 2ᵉ·√(Σ (xᵢ·2⁻ᵉ)²), without a copy of x.
///
/// The sum is the one of [Blas#dot]: 32 sums, folded in halves. Each is added up by itself, and the folding is a
/// recursion, so that no array has to hold them:
///
///     dot = s₀ after s[l] += s[l + h] for l < h, h = 16, 8, 4, 2, 1      T(l, 32) = s[l], T(l, h) = T(l, 2h) + T(l + h, 2h)
///         = T(0, 1)
final class ScaledNorm {
    private static final int LANES = 32;

    private ScaledNorm() {}

    /// ‖x‖₂, with e the exponent of the largest magnitude.
    static double of(double[] x, int e) {
        return Math.scalb(Math.sqrt(folded(x, -e, 0, 1)), e);
    }

    /// T(lane, h).
    private static double folded(double[] x, int scale, int lane, int h) {
        if (h == LANES) return lane(x, scale, lane);
        return folded(x, scale, lane, 2 * h) + folded(x, scale, lane + h, 2 * h);
    }

    private static double lane(double[] x, int scale, int lane) {
        double sum = 0.0;
        for (int i = lane; i < x.length; i += LANES) {
            double v = Math.scalb(x[i], scale);
            sum = Math.fma(v, v, sum);
        }
        return sum;
    }
}

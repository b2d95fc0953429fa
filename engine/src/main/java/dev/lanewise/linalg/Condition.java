package dev.lanewise.linalg;

/// κ of a triangle whose columns have lengths in [1, 2): a bound at once, and the estimate when first asked for. Beside
/// the QR of a small matrix the estimate takes long, and nobody needs it to know that columns are far from dependent.
///
/// Threads may share it. Two that ask for the estimate at once may both compute it; they find the same value.
final class Condition {
    /// Of more columns the bound says little, and the estimate costs little beside what has been done for them.
    private static final int FEW = 64;

    private final double[] r;
    private final int stride;
    private final int order;
    private final double bound;
    private volatile double estimate = Double.NaN;

    /// For the leading `order × order` block of a row-major R with row length `stride`; R is kept, and must not change.
    Condition(double[] r, int stride, int order) {
        this.r = r;
        this.stride = stride;
        this.order = order;
        bound = order <= FEW ? bound() : Double.NaN;
    }

    /// What [ConditionEstimate] says; 1 where there is nothing.
    double estimate() {
        double found = estimate;
        if (Double.isNaN(found)) {
            found = order == 0 ? 1.0 : ConditionEstimate.of(r, stride, order).condition();
            estimate = found;
        }
        return found;
    }

    /// A number that the estimate is not above, or NaN where only the estimate itself would tell.
    double atMost() {
        return bound;
    }

    /// **Method**: R⁻¹ is not above M⁻¹ in any element, for the M with |rᵢᵢ| on the diagonal and −|rᵢⱼ| beside it (N. Higham,
    /// *Accuracy and Stability of Numerical Algorithms*, ch. 8). With z = M⁻¹e that is 1/σₙ ≤ √n·‖R⁻¹‖∞ ≤ √n·max z, and
    /// σ₁ ≤ ‖R‖ < 2√n. Twice the product is beyond all rounding, that of the estimate included.
    private double bound() {
        double[] z = new double[order];
        double largest = 0.0;
        for (int i = order - 1; i >= 0; i--) {
            double sum = 1.0;
            for (int j = i + 1; j < order; j++) sum = Math.fma(Math.abs(r[i * stride + j]), z[j], sum);
            z[i] = sum / Math.abs(r[i * stride + i]);
            largest = Math.max(largest, z[i]);
        }
        return 4.0 * Math.max(1, order) * Math.max(1.0, largest);
    }
}

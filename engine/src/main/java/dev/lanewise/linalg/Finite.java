package dev.lanewise.linalg;

import java.util.Objects;

/// Refuses NaN and ∞ with their place.
final class Finite {
    private Finite() {}

    static void check(String operation, String name, Matrix a) {
        double[] data = a.array();
        long notFinite = 0;
        // An exponent of all ones becomes a sign when one is added to it.
        for (double x : data) notFinite |= (Double.doubleToRawLongBits(x) & Long.MAX_VALUE) + (1L << 52);
        if (notFinite >= 0) return;
        int at = 0;
        while (Double.isFinite(data[at])) at++;
        throw new IllegalArgumentException("%s: %s has %s at row %d, column %d".formatted(operation, name,
                Double.isNaN(data[at]) ? "NaN" : data[at] > 0 ? "∞" : "−∞", at / a.cols(), at % a.cols()));
    }

    /// Weights must also not be negative, and there is one for each row.
    static void checkWeights(String operation, Matrix a, double[] weights) {
        Objects.requireNonNull(weights, () -> operation + ": the weights are null");
        if (weights.length != a.rows()) {
            throw new IllegalArgumentException("%s: A is %d × %d but there are %d weights".formatted(operation,
                    a.rows(), a.cols(), weights.length));
        }
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0.0 && weights[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("%s: weight %d is %s but must be finite and not negative".formatted(
                        operation, i, weights[i]));
            }
        }
    }

    /// λ must be finite and not negative.
    static void checkRidge(String operation, double lambda) {
        if (!(lambda >= 0.0 && lambda < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%s: a ridge of %s is not finite and ≥ 0".formatted(operation, lambda));
        }
    }
}

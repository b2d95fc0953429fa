package dev.lanewise.demo.lesson;

import java.util.Locale;
import java.util.function.DoublePredicate;

import dev.lanewise.nn.Activation;

/// What there is to know about an activation function before a network is built of it.
///
/// @param activation σ
/// @param steepest the largest σ′
/// @param flatBeyond the smallest x > 0 with σ′(x) < [#FLAT]; ∞ if there is none
/// @param constantBeyond the smallest x > 0 whose σ(x) is 1 to the last bit; ∞ if there is none
record ActivationProfile(Activation activation, double steepest, double flatBeyond, double constantBeyond) {
    /// Where the slope is below this, a gradient is called vanished.
    static final double FLAT = 1e-3;

    private static final double FAR = 1e3;

    static ActivationProfile of(Activation activation) {
        double steepest = 0;
        for (double x : Samples.linspace(-8, 8, 1601)) steepest = Math.max(steepest, activation.derivative(x));
        return new ActivationProfile(activation, steepest, from(x -> activation.derivative(x) < FLAT),
                from(x -> activation.apply(x) == 1));
    }

    /// The smallest x in (0, FAR] with a property that all larger ones share; ∞ if FAR has it not.
    private static double from(DoublePredicate property) {
        if (!property.test(FAR)) return Double.POSITIVE_INFINITY;
        double without = 0;
        double with = FAR;
        while (Math.nextUp(without) < with) {
            double middle = without + (with - without) / 2;
            if (property.test(middle)) {
                with = middle;
            } else {
                without = middle;
            }
        }
        return with;
    }

    /// The slope of σ∘σ∘…∘σ, `depth` times, at x: the product σ′(h₀)σ′(h₁)… with h₀ = x, hᵢ₊₁ = σ(hᵢ), which is what
    /// backpropagation multiplies along a chain of neurons of weight 1.
    double chainSlope(int depth, double x) {
        double slope = 1;
        double h = x;
        for (int i = 0; i < depth; i++) {
            slope *= activation.derivative(h);
            h = activation.apply(h);
        }
        return slope;
    }

    /// How the report writes the function.
    String symbol() {
        return switch (activation.name()) {
            case "IDENTITY" -> "x";
            case "RELU" -> "ReLU";
            default -> activation.name().toLowerCase(Locale.ROOT);
        };
    }
}

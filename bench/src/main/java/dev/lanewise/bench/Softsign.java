package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayActivations;

/// How fast is yᵢ = xᵢ/(1 + |xᵢ|)?
public class Softsign extends ElementwiseQuestion {
    /// States the question.
    public Softsign() {
        super(ArrayActivations::softsign, Elementwise.SOFTSIGN, 1, v -> v / (1 + Math.abs(v)));
    }
}

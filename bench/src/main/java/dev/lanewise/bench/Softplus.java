package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayActivations;

/// How fast is yᵢ = ln(1 + e^xᵢ)? The formula is within about 2 ulp.
public class Softplus extends ElementwiseQuestion {
    /// States the question.
    public Softplus() {
        super(ArrayActivations::softplus, Elementwise.SOFTPLUS, 4,
                v -> Math.max(v, 0.0) + Math.log1p(Math.exp(-Math.abs(v))));
    }
}

package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayActivations;

/// How fast is yᵢ = ln(1 + e^xᵢ)? The formula is within about 2 ulp.
public class Softplus extends VectorFunctionQuestion {
    /// States the question.
    public Softplus() {
        super(ArrayActivations::softplus, twin(Elementwise.SOFTPLUS, Double.NaN), 4,
                each(v -> Math.max(v, 0.0) + Math.log1p(Math.exp(-Math.abs(v)))), VectorActivations::softplus);
    }
}

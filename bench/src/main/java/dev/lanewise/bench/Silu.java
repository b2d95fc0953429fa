package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayActivations;

/// How fast is yᵢ = xᵢ·σ(xᵢ)? The formula with an exponential is within about 3 ulp.
public class Silu extends VectorFunctionQuestion {
    /// States the question.
    public Silu() {
        super(ArrayActivations::silu, twin(Elementwise.SILU, Double.NaN), 4, each(v -> v / (1 + Math.exp(-v))),
                VectorActivations::silu);
    }
}

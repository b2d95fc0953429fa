package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayActivations;

/// How fast is yᵢ = xᵢ/(1 + |xᵢ|)?
public class Softsign extends VectorFunctionQuestion {
    /// States the question.
    public Softsign() {
        super(ArrayActivations::softsign, twin(Elementwise.SOFTSIGN, Double.NaN), 1,
                each(v -> v / (1 + Math.abs(v))), VectorActivations::softsign);
    }
}

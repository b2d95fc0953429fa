package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayActivations;

/// How fast is yᵢ = xᵢ where xᵢ > 0, else xᵢ/100? A read and a write, so 16n/ns is GB/s.
public class LeakyRelu extends VectorFunctionQuestion {
    /// States the question.
    public LeakyRelu() {
        super((x, y) -> ArrayActivations.leakyRelu(0.01, x, y), twin(Elementwise.LEAKY_RELU, 0.01), 0,
                each(v -> v > 0.0 ? v : 0.01 * v), VectorActivations::leakyRelu);
    }
}

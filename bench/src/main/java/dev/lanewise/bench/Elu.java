package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayActivations;

/// How fast is ELU, yᵢ = xᵢ where xᵢ > 0, else e^xᵢ − 1?
public class Elu extends VectorFunctionQuestion {
    /// States the question.
    public Elu() {
        super((x, y) -> ArrayActivations.elu(1.0, x, y), twin(Elementwise.ELU, 1.0), 4,
                each(v -> v > 0.0 ? v : Math.expm1(v)), VectorActivations::elu);
    }
}

package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayActivations;

/// How fast is yᵢ = min(max(xᵢ + 3, 0), 6)/6?
public class HardSigmoid extends VectorFunctionQuestion {
    /// States the question.
    public HardSigmoid() {
        super(ArrayActivations::hardSigmoid, twin(Elementwise.HARD_SIGMOID, Double.NaN), 1,
                each(v -> Math.min(Math.max(v + 3, 0.0), 6.0) / 6), VectorActivations::hardSigmoid);
    }
}

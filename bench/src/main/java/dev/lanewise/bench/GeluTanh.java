package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayActivations;

/// How fast is yᵢ = ½xᵢ(1 + tanh(√(2/π)(xᵢ + 0.044715xᵢ³)))? The formula loses four digits towards −4, where 1 + tanh cancels.
public class GeluTanh extends VectorFunctionQuestion {
    /// States the question.
    public GeluTanh() {
        super(ArrayActivations::geluTanh, twin(Elementwise.GELU_TANH, Double.NaN), 1 << 17,
                each(v -> 0.5 * v * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (v + 0.044715 * v * v * v)))),
                VectorActivations::geluTanh);
    }
}

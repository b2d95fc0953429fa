package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayMath;
import org.hipparchus.util.FastMath;
import org.ojalgo.function.constant.PrimitiveMath;

/// How fast is yᵢ = 1/(1 + e^(−xᵢ))? Ours is within 0.52 ulp; the formula is within about 2 where the exponential is
/// within 1. EJML has none.
public class Sigmoid extends LibraryFunctionQuestion {
    /// States the question.
    public Sigmoid() {
        super(ArrayMath::sigmoid, Elementwise.SIGMOID, 4, v -> 1 / (1 + Math.exp(-v)), VectorMath::sigmoid,
                PrimitiveMath.LOGISTIC, v -> 1 / (1 + FastMath.exp(-v)));
    }
}

package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayMath;
import org.hipparchus.util.FastMath;
import org.ojalgo.function.constant.PrimitiveMath;

/// How fast is yᵢ = max(xᵢ, 0)? A read and a write, so 16n/ns is GB/s.
public class Relu extends LibraryFunctionQuestion {
    /// States the question.
    public Relu() {
        super(ArrayMath::relu, Elementwise.RELU, 0, v -> Math.max(v, 0.0), VectorMath::relu,
                PrimitiveMath.MAX.second(0.0), v -> FastMath.max(v, 0.0));
    }
}

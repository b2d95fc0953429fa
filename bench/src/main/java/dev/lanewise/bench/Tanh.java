package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayMath;
import org.hipparchus.util.FastMath;
import org.ojalgo.function.constant.PrimitiveMath;

/// How fast is yᵢ = tanh xᵢ? Ours is within 0.53 ulp; `Math.tanh` promises 2.5, the vector function and Hipparchus nothing
/// that is written down. EJML has none.
public class Tanh extends LibraryFunctionQuestion {
    /// States the question.
    public Tanh() {
        super(ArrayMath::tanh, Elementwise.TANH, 4, Math::tanh, VectorMath::tanh, PrimitiveMath.TANH, FastMath::tanh);
    }
}

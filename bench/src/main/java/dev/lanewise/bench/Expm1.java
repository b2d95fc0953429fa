package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayMath;
import org.hipparchus.util.FastMath;
import org.ojalgo.function.constant.PrimitiveMath;

/// How fast is yᵢ = e^xᵢ − 1? Ours is within 0.71 ulp. EJML has none.
public class Expm1 extends LibraryFunctionQuestion {
    /// States the question.
    public Expm1() {
        super(ArrayMath::expm1, Elementwise.EXPM1, 4, Math::expm1, VectorMath::expm1, PrimitiveMath.EXPM1,
                FastMath::expm1);
    }
}

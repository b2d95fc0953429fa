package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayMath;
import org.hipparchus.util.FastMath;
import org.ojalgo.function.constant.PrimitiveMath;

/// How fast is yᵢ = ln(1 + xᵢ), for xᵢ in [0, 4)? EJML has none.
public class Log1p extends LibraryFunctionQuestion {
    /// States the question.
    public Log1p() {
        super(ArrayMath::log1p, Elementwise.LOG1P, 4, Math::log1p, VectorMath::log1p, PrimitiveMath.LOG1P,
                FastMath::log1p);
    }

    @Override
    double[] arguments(double[] drawn) {
        for (int i = 0; i < drawn.length; i++) drawn[i] = Math.abs(drawn[i]);
        return drawn;
    }
}

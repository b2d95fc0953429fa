package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayMath;
import org.hipparchus.special.Erf;

/// How fast is yᵢ = erf xᵢ? Java has none, so `math` is Hipparchus'.
public class ErrorFunction extends ElementwiseQuestion {
    /// States the question.
    public ErrorFunction() {
        super(ArrayMath::erf, Elementwise.ERF, 1 << 10, Erf::erf);
    }
}

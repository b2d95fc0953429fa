package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayActivations;
import org.hipparchus.special.Erf;

/// How fast is yᵢ = xᵢ·Φ(xᵢ)? Java has no erf, so `math` is written with that of Hipparchus.
public class Gelu extends ElementwiseQuestion {
    /// States the question.
    public Gelu() {
        super(ArrayActivations::gelu, Elementwise.GELU, 1 << 20, v -> 0.5 * v * Erf.erfc(-v * Math.sqrt(0.5)));
    }
}

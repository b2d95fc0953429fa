package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayMath;
import org.hipparchus.special.Erf;
import org.ojalgo.function.PrimitiveFunction;
import org.ojalgo.matrix.store.R064Store;
import org.openjdk.jmh.annotations.Benchmark;

/// How fast is yᵢ = erf xᵢ? Java has none, so `math` is Hipparchus'. That of ojAlgo has nine digits towards ±4.
public class ErrorFunction extends ElementwiseQuestion {
    private static final double NINE_DIGITS = 1 << 22;
    private static final PrimitiveFunction.Unary OJALGO = org.ojalgo.function.special.ErrorFunction::erf;

    private R064Store ojAlgoX, ojAlgoY;

    /// States the question.
    public ErrorFunction() {
        super(ArrayMath::erf, Elementwise.ERF, 1 << 10, Erf::erf);
    }

    @Override
    void compareOthers(double[] expected, double ulps) {
        ojAlgoX = Peers.ojAlgo(x);
        ojAlgoY = Peers.ojAlgo(y);
        agrees("ojAlgo", NINE_DIGITS, expected, () -> ojAlgo().data);
    }

    @Benchmark
    public R064Store ojAlgo() {
        ojAlgoY.fillMatching(OJALGO, ojAlgoX);
        return ojAlgoY;
    }
}

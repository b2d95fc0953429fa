package dev.lanewise.math;

import java.util.Arrays;

import dev.lanewise.internal.kernel.Bits;
import dev.lanewise.internal.kernel.Samples;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import static dev.lanewise.math.ElementaryFunction.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Symmetries, growth, identities and slopes of the elementary functions and the activations.
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE) // AnyDouble has its own
class ActivationLawsProperties {
    @Property
    void oddAndEvenToTheBit(@ForAll(supplier = AnyDouble.class) double x) {
        Bits.assertSame(-ERF.at(x), ERF.at(-x), "erf −x");
        Bits.assertSame(-SOFTSIGN.at(x), SOFTSIGN.at(-x), "softsign −x");
        Bits.assertSame(ERF_DERIVATIVE.at(x), ERF_DERIVATIVE.at(-x), "erf′ −x");
        Bits.assertSame(SOFTSIGN_DERIVATIVE.at(x), SOFTSIGN_DERIVATIVE.at(-x), "softsign′ −x");
        Bits.assertSame(HARD_SIGMOID_DERIVATIVE.at(x), HARD_SIGMOID_DERIVATIVE.at(-x), "hard sigmoid′ −x");
    }

    @Property
    void theyIncrease(@ForAll(supplier = AnyDouble.class) double x, @ForAll(supplier = AnyDouble.class) double y) {
        if (Double.isNaN(x) || Double.isNaN(y)) return;
        double low = Math.min(x, y), high = Math.max(x, y);
        for (ElementaryFunction f : new ElementaryFunction[] {EXP, EXPM1, LOG1P, ERF, SOFTPLUS, SOFTSIGN, HARD_SIGMOID,
                ELU, LEAKY_RELU}) {
            if (f.isDefinedAt(low)) assertTrue(f.at(low) <= f.at(high), () -> f + " from " + low + " to " + high);
        }
    }

    /// σ(x) + σ(−x) = 1 and Φ(x) + Φ(−x) = 1, multiplied by x; ln(1 + eˣ) − ln(1 + e⁻ˣ) = x. The larger of the two is x
    /// at most, or in softplus x + ln 2, and no term is in error by more than 2 ulp of it.
    @Property
    void oppositeNumbersDifferByTheNumber(@ForAll(supplier = AnyDouble.class) double x) {
        if (!Double.isFinite(x)) return;
        for (ElementaryFunction f : new ElementaryFunction[] {SILU, GELU, GELU_TANH, SOFTPLUS}) {
            double large = Math.max(Math.abs(f.at(x)), Math.abs(f.at(-x)));
            assertEquals(x, f.at(x) - f.at(-x), 4 * Math.ulp(large), f.title);
        }
    }

    @Property
    void logarithmAndExponentialUndoEachOther(@ForAll @LongRange(min = -(1L << 53), max = 1L << 53) long n) {
        double x = n * 0x1p-53; // |x| ≤ 1: both are between half and three times x, with slopes from 1/2 to 3
        assertEquals(x, LOG1P.at(EXPM1.at(x)), 4 * Math.ulp(x));
        assertEquals(1.0, EXP.at(x) * EXP.at(-x), 4 * 0x1p-52);
        assertEquals(EXP.at(x), EXPM1.at(x) + 1.0, 2 * Math.ulp(EXP.at(x)));
    }

    @Property
    void straightPiecesAreExact(@ForAll(supplier = AnyDouble.class) double x) {
        if (x > 0) {
            Bits.assertSame(x, ELU.at(x), "elu");
            Bits.assertSame(1.0, ELU_DERIVATIVE.at(x), "elu′");
        } else {
            Bits.assertSame(0.7 * EXPM1.at(x), ELU.at(x), "elu");
            double e = EXP.at(x);
            double[] atOne = {x};
            ArrayDerivatives.eluDerivative(1.0, atOne, atOne);
            Bits.assertSame(e, atOne[0], "elu′, α = 1");
            // a subnormal eˣ has lost digits that α·eˣ needs
            if (!(e < 0x1p-1021)) Bits.assertSame(0.7 * e, ELU_DERIVATIVE.at(x), "elu′");
        }
        Bits.assertSame(x > 0 ? x : 0.7 * x, LEAKY_RELU.at(x), "leaky relu");
        Bits.assertSame(x > 0 ? 1.0 : Double.isNaN(x) ? x : 0.7, LEAKY_RELU_DERIVATIVE.at(x), "leaky relu′");
        Bits.assertSame(Math.min(Math.max(x + 3, 0), 6) / 6, HARD_SIGMOID.at(x), "hard sigmoid");
    }

    /// (f(x + h) − f(x − h))/2h is f′(x) + h²f‴/6, and its differences are within 2⁻⁴⁵/h for |x| ≤ 16.
    @Property
    void derivativesAreSlopes(@ForAll @LongRange(min = -(1L << 24), max = 1L << 24) long n) {
        double x = n * 0x1p-20, h = 0x1p-16;
        ElementaryFunction[][] pairs = {{ERF, ERF_DERIVATIVE}, {SOFTPLUS, SIGMOID}, {SILU, SILU_DERIVATIVE},
                {GELU, GELU_DERIVATIVE}, {GELU_TANH, GELU_TANH_DERIVATIVE}, {SOFTSIGN, SOFTSIGN_DERIVATIVE},
                {LOG1P, LOG1P_DERIVATIVE}};
        for (ElementaryFunction[] pair : pairs) {
            double at = pair[0] == LOG1P ? Math.abs(x) : x;
            double kink = pair[0] == SOFTSIGN && Math.abs(x) <= h ? 2 * h : 0;
            double slope = (pair[0].at(at + h) - pair[0].at(at - h)) / (2 * h);
            assertEquals(slope, pair[1].at(at), 0x1p-28 + kink, () -> pair[1] + " at " + at);
        }
    }

    @Property(tries = 200)
    void softmaxIsADistributionThatAShiftDoesNotChange(@ForAll @IntRange(min = 1, max = 60) int n, @ForAll long seed,
            @ForAll @IntRange(min = -1000, max = 1000) int shift) {
        double[] x = new Samples(seed).integers(n), moved = Arrays.stream(x).map(v -> v + shift).toArray();
        double[] log = new double[n], movedLog = new double[n];
        Softmax.logSoftmax(x, log);
        Softmax.logSoftmax(moved, movedLog);
        Bits.assertSame(log, movedLog, "log-softmax");
        Softmax.softmax(x, x);
        Softmax.softmax(moved, moved);
        Bits.assertSame(x, moved, "softmax");
        assertEquals(1.0, Arrays.stream(x).sum(), (4 + n) * 0x1p-52);
        for (int i = 0; i < n; i++) assertEquals(x[i], EXP.at(log[i]), 64 * Math.ulp(x[i]));
    }
}

package dev.lanewise.math;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/// Doubles for laws: any bit pattern, magnitudes between 2⁻³⁰ and 2¹¹ where the functions do their work, and the
/// numbers that are special.
final class AnyDouble implements ArbitrarySupplier<Double> {
    @Override
    public Arbitrary<Double> get() {
        return Arbitraries.frequencyOf(Tuple.of(4, anyBits()), Tuple.of(8, moderate()), Tuple.of(1, special()));
    }

    private static Arbitrary<Double> anyBits() {
        return Arbitraries.longs().map(Double::longBitsToDouble);
    }

    private static Arbitrary<Double> moderate() {
        Arbitrary<Long> fraction = Arbitraries.longs().between(0, (1L << 52) - 1).withoutEdgeCases();
        Arbitrary<Long> exponent = Arbitraries.longs().between(1023 - 30, 1023 + 10);
        Arbitrary<Long> sign = Arbitraries.of(0L, Long.MIN_VALUE);
        return Combinators.combine(sign, exponent, fraction).as((s, e, f) -> Double.longBitsToDouble(s | e << 52 | f));
    }

    private static Arbitrary<Double> special() {
        return Arbitraries.of(0.0, -0.0, 1.0, -1.0, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL,
                -Double.MIN_NORMAL, -0x0.fffffffffffffp-1022, Double.MAX_VALUE, -Double.MAX_VALUE,
                Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN,
                Double.longBitsToDouble(0xfff0000000000001L));
    }
}

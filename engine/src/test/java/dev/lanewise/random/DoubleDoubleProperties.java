package dev.lanewise.random;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The bounds of the papers, with u = 2⁻⁵³, against exact arithmetic.
class DoubleDoubleProperties {
    private static final BigDecimal U_SQUARED = new BigDecimal(0x1p-106);
    private static final MathContext DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);

    @Property
    void sumIsExact(@ForAll("doubles") double a, @ForAll("doubles") double b) {
        DoubleDouble sum = DoubleDouble.sum(a, b);
        assertEquals(0, exact(sum).compareTo(new BigDecimal(a).add(new BigDecimal(b))));
        assertEquals(a + b, sum.hi());
    }

    /// The fourth u² stands for the bound's O(u³).
    @Property
    void plusIsWithinItsBound(@ForAll("doubleDoubles") DoubleDouble x, @ForAll("doubleDoubles") DoubleDouble y) {
        assertWithin(4, exact(x).add(exact(y)), x.plus(y));
    }

    /// Where nearly everything cancels, the bound still holds.
    @Property
    void differenceOfNeighboursIsWithinItsBound(@ForAll("doubleDoubles") DoubleDouble x) {
        DoubleDouble neighbour = new DoubleDouble(-Math.nextUp(x.hi()), x.lo() / 3);
        assertWithin(4, exact(x).add(exact(neighbour)), x.plus(neighbour));
    }

    @Property
    void timesIsWithinItsBound(@ForAll("doubleDoubles") DoubleDouble x, @ForAll("doubleDoubles") DoubleDouble y) {
        assertWithin(6, exact(x).multiply(exact(y)), x.times(y));
    }

    @Property
    void quotientIsWithinItsBound(@ForAll("doubles") double a, @ForAll("doubleDoubles") DoubleDouble b) {
        assertWithin(7, new BigDecimal(a).divide(exact(b), DIGITS), DoubleDouble.quotient(a, b));
    }

    @Property
    void twiceIsExact(@ForAll("doubleDoubles") DoubleDouble x) {
        assertEquals(0, exact(x.twice()).compareTo(exact(x).add(exact(x))));
    }

    /// All 53 bits at random, either sign, from 2⁻⁶⁰ to 2⁶⁰.
    @Provide
    Arbitrary<Double> doubles() {
        Arbitrary<Long> mantissas = Arbitraries.longs().between(1L << 52, (1L << 53) - 1);
        Arbitrary<Integer> exponents = Arbitraries.integers().between(-112, 8).withoutEdgeCases();
        Arbitrary<Integer> signs = Arbitraries.of(-1, 1).withoutEdgeCases();
        return Combinators.combine(mantissas, exponents, signs)
                .as((mantissa, exponent, sign) -> sign * Math.scalb((double) mantissa, exponent));
    }

    @Provide
    Arbitrary<DoubleDouble> doubleDoubles() {
        Arbitrary<Long> fractions = Arbitraries.longs().between(-(1L << 52), 1L << 52);
        return Combinators.combine(doubles(), fractions)
                .as((hi, fraction) -> DoubleDouble.sum(hi, Math.ulp(hi) * fraction * 0x1p-53)).withoutEdgeCases();
    }

    private static BigDecimal exact(DoubleDouble x) {
        return new BigDecimal(x.hi()).add(new BigDecimal(x.lo()));
    }

    private static void assertWithin(int unitsOfUSquared, BigDecimal expected, DoubleDouble actual) {
        BigDecimal bound = U_SQUARED.multiply(BigDecimal.valueOf(unitsOfUSquared)).multiply(expected.abs());
        assertTrue(exact(actual).subtract(expected).abs().compareTo(bound) <= 0);
        assertEquals(actual.hi(), actual.hi() + actual.lo());
    }
}

package dev.lanewise.demo.terminal;

import java.math.BigDecimal;
import java.math.MathContext;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Every number is the nearest double, as [Double#parseDouble] finds it, on the fast ways and on the slow one.
class ScaledDigitsProperties {
    private static void assertNearest(String text) {
        assertEquals(Double.doubleToRawLongBits(Double.parseDouble(text)),
                Double.doubleToRawLongBits(DecimalNumber.parse(
                        text)),
                text);
    }

    @Provide
    Arbitrary<Double> doubles() {
        return Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
    }

    @Provide
    Arbitrary<Double> ordinary() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(-60, 60)).as((bits, e) -> Double
                .longBitsToDouble(bits & 0x800f_ffff_ffff_ffffL | 1023L + e << 52));
    }

    @Property(tries = 5000)
    void shortestTexts(@ForAll("doubles") double x) {
        assertNearest(Double.toString(x));
    }

    @Property(tries = 20_000)
    void shortestTextsOfOrdinaryNumbers(@ForAll("ordinary") double x) {
        assertNearest(Double.toString(x));
    }

    @Property(tries = 20_000)
    void digitsAndExponents(@ForAll long digits, @ForAll("exponents") int exponent) {
        assertNearest(digits + "e" + exponent);
        assertNearest(digits % 100_000 + "e" + exponent);
    }

    @Provide
    Arbitrary<Integer> exponents() {
        return Arbitraries.integers().between(-345, 310);
    }

    /// Half way between two doubles, and as near to that as 17 to 19 digits come.
    @Property(tries = 20_000)
    void halfWay(@ForAll("ordinary") double x) {
        BigDecimal half = new BigDecimal(x).add(new BigDecimal(Math.nextUp(x))).divide(BigDecimal.TWO);
        assertNearest(half.toString());
        for (int digits = 17; digits <= 19; digits++) assertNearest(half.round(new MathContext(digits)).toString());
    }

    /// Odd numbers above 2⁵³ are half way, and are still so times and over powers of ten.
    @Property(tries = 20_000)
    void exactlyHalfWay(@ForAll("odd") long odd, @ForAll("smallExponents") int exponent) {
        assertNearest(BigDecimal.valueOf(odd).scaleByPowerOfTen(-exponent).multiply(BigDecimal.TEN.pow(exponent))
                .toString());
        assertNearest(BigDecimal.valueOf(odd).divide(BigDecimal.TWO.pow(exponent)).toString());
    }

    @Provide
    Arbitrary<Long> odd() {
        return Arbitraries.longs().between(1L << 52, (1L << 53) - 1).map(half -> 2 * half + 1);
    }

    @Provide
    Arbitrary<Integer> smallExponents() {
        return Arbitraries.integers().between(0, 23);
    }

    @Test
    void edges() {
        for (String text : new String[] {"0", "-0", "0e999", "-0.000e-99999999999", "1e-400", "1e400", "-1e400",
                "18446744073709551615", "18446744073709551616", "9999999999999999999", "9223372036854775808",
                "9007199254740993", "9007199254740993e0",
                "0.00000000000000000000000000000000000000000000123456789012345",
                "4.9e-324", "2.4703282292062327e-324", "1.7976931348623157e308", "1.7976931348623159e308", "1e22",
                "1e23",
                "8.5e-23", "1e128", "1e129", "1e-128", "1e-129", "6.02214076e23", "1e2147483648", "1e-2147483649"}) {
            assertNearest(text);
        }
    }
}

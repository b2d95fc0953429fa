package dev.lanewise.linalg;

import java.math.BigDecimal;
import java.math.MathContext;

import dev.lanewise.internal.kernel.Bits;
import dev.lanewise.internal.kernel.Samples;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

import static org.junit.jupiter.api.Assertions.assertTrue;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE) // no seed is special, and small shapes come by themselves
class Nrm2Properties {
    @Property
    void theNormOfOneNumberIsItsMagnitude(@ForAll long bits) {
        double x = Double.longBitsToDouble(bits);
        Bits.assertSame(Math.abs(x), Blas.nrm2(new double[] {x}), "‖x‖");
    }

    /// Each of the 32 sums is a chain of ⌈n/32⌉ roundings, five more fold them, and the root halves their relative
    /// error: (⌈n/32⌉ + 5)/2 ulp, half an ulp for the root itself, half an ulp where the result is subnormal.
    @Property(tries = 500)
    @StatisticsReport(onFailureOnly = true)
    void theNormIsRightToAFewUlp(@ForAll @IntRange(min = 1, max = 100) int n,
            @ForAll @IntRange(min = -1074, max = 1018) int exponent, @ForAll long seed) {
        double[] x = scaled(new Samples(seed).uniform(n), exponent);
        BigDecimal squares = BigDecimal.ZERO;
        for (double v : x) squares = squares.add(new BigDecimal(v).pow(2));
        BigDecimal exact = squares.sqrt(new MathContext(40));
        BigDecimal error = new BigDecimal(Blas.nrm2(x)).subtract(exact).abs();
        double ulps = (Math.ceilDiv(n, 32) + 5) / 2.0 + 1.0;
        BigDecimal bound = new BigDecimal(Math.ulp(exact.doubleValue())).multiply(BigDecimal.valueOf(ulps));
        assertTrue(error.compareTo(bound) <= 0, "‖x‖ of " + n + " numbers near 2^" + exponent);
        Statistics.label("scale").collect(exponent < -460 ? "underflows" : exponent > 495 ? "overflows" : "plain")
                .coverage(coverage -> {
                    coverage.check("underflows").percentage(p -> p > 3);
                    coverage.check("plain").percentage(p -> p > 3);
                    coverage.check("overflows").percentage(p -> p > 3);
                });
    }

    @Property(tries = 500)
    void powersOfTwoComeOutExactly(@ForAll @IntRange(min = 1, max = 100) int n,
            @ForAll @IntRange(min = -950, max = 1000) int exponent, @ForAll long seed) {
        double[] x = new Samples(seed).uniform(n);
        Bits.assertSame(Math.scalb(Blas.nrm2(x), exponent), Blas.nrm2(scaled(x, exponent)), "2^" + exponent + "·x");
    }

    @Property(tries = 300)
    void signsDoNotMatter(@ForAll @IntRange(max = 100) int n, @ForAll long seed) {
        double[] x = new Samples(seed).awkward(n), y = x.clone();
        Blas.scal(-1, y);
        Bits.assertSame(Blas.nrm2(x), Blas.nrm2(y), "‖−x‖");
    }

    private static double[] scaled(double[] x, int exponent) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) y[i] = Math.scalb(x[i], exponent);
        return y;
    }
}

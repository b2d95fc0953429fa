package dev.lanewise.linalg;

import java.math.BigDecimal;

import dev.lanewise.internal.kernel.Bits;
import dev.lanewise.internal.kernel.Samples;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.IntRange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Laws of the products: exact where arithmetic is, to the bit where the chains agree, within γₙ|A||x| elsewhere.
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE) // no seed is special, and small shapes come by themselves
class BlasProperties {
    @Property(tries = 500)
    void theDotProductCommutes(@ForAll @IntRange(max = 200) int n, @ForAll Numbers numbers, @ForAll long seed) {
        Samples samples = new Samples(seed);
        double[] x = numbers.draw(samples, n), y = numbers.draw(samples, n);
        Bits.assertSame(Blas.dot(x, y), Blas.dot(y, x), "xᵀy and yᵀx");
    }

    @Property(tries = 300)
    void aDotProductOfSmallIntegersIsExact(@ForAll @IntRange(max = 1000) int n, @ForAll long seed) {
        Samples samples = new Samples(seed);
        double[] x = samples.integers(n), y = samples.integers(n);
        long sum = 0;
        for (int i = 0; i < n; i++) sum += (long) x[i] * (long) y[i];
        assertEquals(sum, Blas.dot(x, y), 0.0);
    }

    @Property(tries = 300)
    void gemmIsLinearWhereItIsExact(@ForAll @IntRange(max = 20) int m, @ForAll @IntRange(max = 30) int k,
            @ForAll @IntRange(max = 60) int n, @ForAll @IntRange(min = -8, max = 8) int alpha,
            @ForAll @IntRange(min = -8, max = 8) int beta, @ForAll long seed) {
        Samples samples = new Samples(seed);
        Matrix a1 = Numbers.INTEGERS.draw(samples, m, k), a2 = Numbers.INTEGERS.draw(samples, m, k);
        Matrix b = Numbers.INTEGERS.draw(samples, k, n), c = Numbers.INTEGERS.draw(samples, m, n);
        Matrix sum = a1.copy();
        Blas.axpy(alpha, a2.array(), sum.array());

        Matrix actual = c.copy(); // αA₂B + (A₁B + βC)
        Blas.gemm(1, a1, b, beta, actual);
        Blas.gemm(alpha, a2, b, 1, actual);
        Matrix expected = c.copy(); // (A₁ + αA₂)B + βC
        Blas.gemm(1, sum, b, beta, expected);
        assertEqualNumbers(expected.array(), actual.array());
    }

    @Property(tries = 300)
    void gemvIsLinearWhereItIsExact(@ForAll @IntRange(max = 30) int m, @ForAll @IntRange(max = 80) int n,
            @ForAll @IntRange(min = -8, max = 8) int alpha, @ForAll boolean transposed, @ForAll long seed) {
        Samples samples = new Samples(seed);
        Matrix a = Numbers.INTEGERS.draw(samples, m, n);
        double[] x1 = samples.integers(transposed ? m : n), x2 = samples.integers(x1.length), sum = x1.clone();
        double[] expected = new double[transposed ? n : m], actual = new double[expected.length];
        Blas.axpy(alpha, x2, sum);
        product(transposed, 1, a, sum, 0, expected);
        product(transposed, 1, a, x1, 0, actual);
        product(transposed, alpha, a, x2, 1, actual);
        assertEqualNumbers(expected, actual);
    }

    private static void product(boolean transposed, double alpha, Matrix a, double[] x, double beta, double[] y) {
        if (transposed) {
            Blas.gemvT(alpha, a, x, beta, y);
        } else {
            Blas.gemv(alpha, a, x, beta, y);
        }
    }

    @Property(tries = 1000)
    void gemvTIsGemmOfOneRow(@ForAll @IntRange(max = 40) int m, @ForAll @IntRange(max = 80) int n,
            @ForAll Numbers numbers, @ForAll long seed) {
        Samples samples = new Samples(seed);
        Matrix a = numbers.draw(samples, m, n);
        double[] x = numbers.draw(samples, m), y = numbers.draw(samples, n);
        double alpha = numbers.factor(samples), beta = numbers.factor(samples);
        Matrix row = Matrix.of(1, n, y);
        Blas.gemm(alpha, Matrix.of(1, m, x), a, beta, row);
        Blas.gemvT(alpha, a, x, beta, y);
        Bits.assertSame(row.array(), y, "%d × %d, α = %s, β = %s".formatted(m, n, alpha, beta));
    }

    @Property(tries = 1000)
    void gemvIsADotProductForEachRow(@ForAll @IntRange(max = 20) int m, @ForAll @IntRange(max = 80) int n,
            @ForAll Numbers numbers, @ForAll long seed) {
        Samples samples = new Samples(seed);
        Matrix a = numbers.draw(samples, m, n);
        double[] x = numbers.draw(samples, n), y = numbers.draw(samples, m), expected = y.clone();
        double alpha = numbers.factor(samples), beta = numbers.factor(samples);
        for (int i = 0; i < m; i++) {
            double d = Blas.dot(a.row(i), x);
            expected[i] = beta == 0 ? alpha * d : Math.fma(alpha, d, beta * y[i]);
        }
        Blas.gemv(alpha, a, x, beta, y);
        Bits.assertSame(expected, y, "%d × %d, α = %s, β = %s".formatted(m, n, alpha, beta));
    }

    /// Any order of summation errs by at most γₙ|A||x| with γₙ = nu/(1 − nu) (Higham, Accuracy and Stability, §3.5).
    @Property(tries = 200)
    void gemvAndTimesErrWithinTheClassicalBound(@ForAll @IntRange(min = 1, max = 5) int m,
            @ForAll @IntRange(min = 1, max = 150) int n, @ForAll long seed) {
        Samples samples = new Samples(seed);
        Matrix a = Numbers.UNIFORM.draw(samples, m, n);
        double[] x = samples.uniform(n), y = new double[m], z = a.times(x);
        Blas.gemv(1, a, x, 0, y);
        for (int i = 0; i < m; i++) {
            BigDecimal exact = BigDecimal.ZERO, magnitude = BigDecimal.ZERO;
            for (int k = 0; k < n; k++) {
                BigDecimal term = new BigDecimal(a.get(i, k)).multiply(new BigDecimal(x[k]));
                exact = exact.add(term);
                magnitude = magnitude.add(term.abs());
            }
            BigDecimal bound = magnitude.multiply(new BigDecimal(n * 0x1p-53 / (1 - n * 0x1p-53)));
            assertTrue(new BigDecimal(y[i]).subtract(exact).abs().compareTo(bound) <= 0, "gemv");
            assertTrue(new BigDecimal(z[i]).subtract(exact).abs().compareTo(bound) <= 0, "times");
        }
    }

    @Property(tries = 300)
    void scalingByAPowerOfTwoAndBackChangesNothing(@ForAll @IntRange(max = 100) int n,
            @ForAll @IntRange(min = -900, max = 900) int exponent, @ForAll long seed) {
        double[] x = new Samples(seed).uniform(n), y = x.clone();
        Blas.scal(Math.scalb(1.0, exponent), y);
        for (int i = 0; i < n; i++) assertEquals(Math.scalb(x[i], exponent), y[i]);
        Blas.scal(Math.scalb(1.0, -exponent), y);
        Bits.assertSame(x, y, "2^" + exponent);
    }

    /// Equal as numbers: −0.0 is 0.0 here.
    private static void assertEqualNumbers(double[] expected, double[] actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) assertTrue(expected[i] == actual[i], "element " + i);
    }
}

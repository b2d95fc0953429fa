package dev.lanewise.linalg;

import dev.lanewise.concurrent.FourThreads;
import dev.lanewise.concurrent.Workers;
import dev.lanewise.internal.kernel.Bits;
import dev.lanewise.internal.kernel.Samples;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// A product that several threads make has the bits that one makes.
@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE) // no seed is special, and small shapes come by themselves
class SplitProductsProperties {
    @Provide
    Arbitrary<Workers> workers() {
        return Arbitraries.of(1, 2, 3, 8, 1000).map(FourThreads::inParts);
    }

    @Property
    void gemm(@ForAll @IntRange(max = 70) int m, @ForAll @IntRange(max = 40) int k, @ForAll @IntRange(max = 130) int n,
            @ForAll Numbers numbers, @ForAll long seed, @ForAll("workers") Workers workers) {
        Samples samples = new Samples(seed);
        Matrix a = numbers.draw(samples, m, k), b = numbers.draw(samples, k, n);
        assertGemm(numbers.factor(samples), a, b, numbers.factor(samples), numbers.draw(samples, m, n), workers);
    }

    @Example
    void largeProductsThatArePacked() {
        Samples samples = new Samples(1);
        for (int[] shape : new int[][] {{401, 30, 390}, {17, 700, 395}, {395, 390, 20}}) {
            Matrix a = Numbers.UNIFORM.draw(samples, shape[0], shape[1]);
            Matrix b = Numbers.UNIFORM.draw(samples, shape[1], shape[2]);
            Matrix c = Numbers.UNIFORM.draw(samples, shape[0], shape[2]);
            for (int parts : new int[] {2, 3, 8}) assertGemm(0.7, a, b, -0.3, c, FourThreads.inParts(parts));
        }
    }

    private static void assertGemm(double alpha, Matrix a, Matrix b, double beta, Matrix c, Workers workers) {
        Matrix expected = c.copy(), actual = c.copy();
        Blas.gemm(alpha, a, b, beta, expected);
        Blas.gemm(alpha, a, b, beta, actual, workers);
        Bits.assertSame(expected.array(), actual.array(), "%d × %d × %d, α = %s, β = %s, %d threads".formatted(a.rows(),
                a.cols(), b.cols(), alpha, beta, workers.parallelism()));
    }

    @Property
    void gemv(@ForAll @IntRange(max = 150) int m, @ForAll @IntRange(max = 80) int n, @ForAll Numbers numbers,
            @ForAll long seed, @ForAll("workers") Workers workers) {
        Samples samples = new Samples(seed);
        Matrix a = numbers.draw(samples, m, n);
        double[] x = numbers.draw(samples, n), expected = numbers.draw(samples, m), actual = expected.clone();
        double alpha = numbers.factor(samples), beta = numbers.factor(samples);
        Blas.gemv(alpha, a, x, beta, expected);
        Blas.gemv(alpha, a, x, beta, actual, workers);
        Bits.assertSame(expected, actual, "%d × %d, α = %s, β = %s".formatted(m, n, alpha, beta));
    }

    @Property
    void gemvT(@ForAll @IntRange(max = 60) int m, @ForAll @IntRange(max = 300) int n, @ForAll Numbers numbers,
            @ForAll long seed, @ForAll("workers") Workers workers) {
        Samples samples = new Samples(seed);
        Matrix a = numbers.draw(samples, m, n);
        double[] x = numbers.draw(samples, m), expected = numbers.draw(samples, n), actual = expected.clone();
        double alpha = numbers.factor(samples), beta = numbers.factor(samples);
        Blas.gemvT(alpha, a, x, beta, expected);
        Blas.gemvT(alpha, a, x, beta, actual, workers);
        Bits.assertSame(expected, actual, "%d × %d, α = %s, β = %s".formatted(m, n, alpha, beta));
    }

    @Property
    void times(@ForAll @IntRange(max = 150) int m, @ForAll @IntRange(max = 40) int k, @ForAll @IntRange(max = 60) int n,
            @ForAll Numbers numbers, @ForAll long seed, @ForAll("workers") Workers workers) {
        Samples samples = new Samples(seed);
        Matrix a = numbers.draw(samples, m, k), b = numbers.draw(samples, k, n);
        double[] x = numbers.draw(samples, k);
        Bits.assertSame(a.times(b).array(), a.times(b, workers).array(), "AB");
        Bits.assertSame(a.times(x), a.times(x, workers), "Ax");
    }

    @Example
    void mistakesAreThoseOfTheFormsForOneThread() {
        Matrix a = Matrix.zeros(300, 200);
        Workers workers = FourThreads.inParts(3);
        assertMessage("gemm: A is 300 × 200, B is 300 × 200 and C is 300 × 200",
                () -> Blas.gemm(1, a, a, 0, a, workers));
        assertMessage("gemv: A is 300 × 200 but x has length 300",
                () -> Blas.gemv(1, a, new double[300], 0, new double[300], workers));
        assertMessage("times: A is 300 × 200 but B is 300 × 200", () -> a.times(a, workers));
        assertMessage("times: A is 300 × 200 but x has length 300", () -> a.times(new double[300], workers));
    }

    private static void assertMessage(String message, Runnable mistake) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, mistake::run).getMessage());
    }
}

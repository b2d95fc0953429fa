package dev.lanewise.linalg;

import dev.lanewise.internal.kernel.Bits;
import dev.lanewise.internal.kernel.Samples;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.IntRange;

import static org.junit.jupiter.api.Assertions.assertEquals;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE) // no seed is special, and small shapes come by themselves
class MatrixProperties {
    @Property(tries = 300)
    void transposingTwiceChangesNothing(@ForAll @IntRange(max = 40) int rows, @ForAll @IntRange(max = 40) int cols,
            @ForAll long seed) {
        Matrix a = Numbers.AWKWARD.draw(new Samples(seed), rows, cols);
        assertEquals(a, a.transpose().transpose());
        for (int i = 0; i < rows; i++) Bits.assertSame(a.row(i), a.transpose().column(i), "row " + i);
    }

    @Property(tries = 300)
    void aProductOfSmallIntegersIsExact(@ForAll @IntRange(max = 30) int m, @ForAll @IntRange(max = 40) int k,
            @ForAll @IntRange(max = 60) int n, @ForAll long seed) {
        Samples samples = new Samples(seed);
        Matrix a = Numbers.INTEGERS.draw(samples, m, k), b = Numbers.INTEGERS.draw(samples, k, n);
        Matrix c = a.times(b);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                long sum = 0;
                for (int l = 0; l < k; l++) sum += (long) a.get(i, l) * (long) b.get(l, j);
                assertEquals(sum, c.get(i, j), 0.0);
            }
        }
    }

    @Property(tries = 500)
    void aVectorIsAMatrixOfOneColumn(@ForAll @IntRange(max = 40) int m, @ForAll @IntRange(max = 70) int n,
            @ForAll Numbers numbers, @ForAll long seed) {
        Samples samples = new Samples(seed);
        Matrix a = numbers.draw(samples, m, n);
        double[] x = numbers.draw(samples, n);
        Bits.assertSame(a.times(Matrix.of(n, 1, x)).array(), a.times(x), m + " × " + n);
    }

    @Property(tries = 500)
    void theProductIsOneChainOfFmasForEachElement(@ForAll @IntRange(max = 20) int m, @ForAll @IntRange(max = 30) int k,
            @ForAll @IntRange(max = 60) int n, @ForAll Numbers numbers, @ForAll long seed) {
        Samples samples = new Samples(seed);
        Matrix a = numbers.draw(samples, m, k), b = numbers.draw(samples, k, n);
        double[] expected = new double[m * n];
        for (int e = 0; e < m * n; e++) {
            for (int l = 0; l < k; l++) expected[e] = Math.fma(a.get(e / n, l), b.get(l, e % n), expected[e]);
        }
        Bits.assertSame(expected, a.times(b).array(), "AB");
    }

    /// Multiplication commutes and both sides add in the order of k, so even the rounding is the same.
    @Property(tries = 500)
    void theTransposeOfAProductIsTheProductOfTheTransposes(@ForAll @IntRange(max = 30) int m,
            @ForAll @IntRange(max = 40) int k, @ForAll @IntRange(max = 60) int n, @ForAll Numbers numbers,
            @ForAll long seed) {
        Samples samples = new Samples(seed);
        Matrix a = numbers.draw(samples, m, k), b = numbers.draw(samples, k, n);
        Bits.assertSame(a.times(b).transpose().array(), b.transpose().times(a.transpose()).array(), "(AB)ᵀ");
    }

    /// Changing a column of B changes that column of AB only: no padded lane reaches a neighbour.
    @Property(tries = 300)
    void eachColumnStandsAlone(@ForAll @IntRange(min = 1, max = 20) int m, @ForAll @IntRange(min = 1, max = 20) int k,
            @ForAll @IntRange(min = 1, max = 60) int n, @ForAll long seed) {
        Samples samples = new Samples(seed);
        Matrix a = Numbers.UNIFORM.draw(samples, m, k), b = Numbers.UNIFORM.draw(samples, k, n);
        Matrix expected = a.times(b);
        int column = Math.floorMod(samples.bits(), n);
        for (int l = 0; l < k; l++) b.set(l, column, Double.NaN);
        for (int i = 0; i < m; i++) expected.set(i, column, Double.NaN);
        assertEquals(expected, a.times(b));
    }
}

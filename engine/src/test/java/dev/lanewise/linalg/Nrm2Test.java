package dev.lanewise.linalg;

import java.util.Arrays;

import dev.lanewise.internal.kernel.Bits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// The Euclidean norm where squares overflow, underflow, or are not numbers.
class Nrm2Test {
    @Test
    void theNormOfNothingIsZero() {
        Bits.assertSame(0.0, Blas.nrm2(new double[0]), "empty");
        Bits.assertSame(0.0, Blas.nrm2(new double[] {-0.0, 0.0, -0.0}), "zeros");
    }

    /// 2⁻¹⁰⁷⁴ is the smallest double, 2⁻⁹⁹⁶ about 1e−300, 2⁹⁹⁶ about 1e300, and 2¹⁰²⁰·5 near the largest double.
    @ParameterizedTest
    @ValueSource(doubles = {0x1p-1074, 0x1p-1022, 0x1p-996, 0x1p-500, 0x1p-450, 1.0, 0x1p498, 0x1p512, 0x1p996,
            0x1p1020})
    void threeFourFiveAtEveryScale(double scale) {
        Bits.assertSame(5 * scale, Blas.nrm2(new double[] {3 * scale, 0, -4 * scale}), "5");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e300, 1e-300, Double.MIN_VALUE, 0x0.fffffffffffffp-1022, Double.MAX_VALUE, 0.1})
    void oneNumberAmongZeros(double x) {
        Bits.assertSame(x, Blas.nrm2(new double[] {0, -x, -0.0}), "one element");
    }

    @Test
    void manySubnormalsAddUp() {
        double[] x = new double[10_000];
        Arrays.fill(x, Double.MIN_VALUE);
        assertEquals(100 * Double.MIN_VALUE, Blas.nrm2(x));
    }

    @Test
    void largeAndSmallTogether() {
        assertEquals(1e300, Blas.nrm2(new double[] {1e-300, 1e300, Double.MIN_VALUE}));
        assertEquals(Double.MAX_VALUE, Blas.nrm2(new double[] {Double.MAX_VALUE, 1, Double.MIN_VALUE}));
    }

    @Test
    void onlyANormBeyondTheLargestDoubleOverflows() {
        double half = Double.MAX_VALUE / 2; // four of them have the norm MAX_VALUE
        assertEquals(Double.MAX_VALUE, Blas.nrm2(new double[] {half, half, -half, half}));
        assertEquals(Double.POSITIVE_INFINITY, Blas.nrm2(new double[] {Double.MAX_VALUE, half}));
    }

    @Test
    void infinityWinsOverNumbersAndNaNOverAll() {
        double inf = Double.POSITIVE_INFINITY, nan = Double.NaN;
        assertEquals(inf, Blas.nrm2(new double[] {1, -inf, Double.MAX_VALUE}));
        assertEquals(inf, Blas.nrm2(new double[] {0, inf}));
        for (int i = 0; i < 40; i++) {
            double[] x = new double[40];
            Arrays.fill(x, inf);
            x[i] = nan;
            assertEquals(nan, Blas.nrm2(x), "NaN among infinities");
            Arrays.fill(x, 0.0);
            x[i] = nan;
            assertEquals(nan, Blas.nrm2(x), "NaN among zeros");
        }
    }

    @Test
    void theArgumentIsNotChanged() {
        double[] x = {1e300, -1e300, Double.MIN_VALUE}, before = x.clone();
        Blas.nrm2(x);
        Bits.assertSame(before, x, "x");
    }
}

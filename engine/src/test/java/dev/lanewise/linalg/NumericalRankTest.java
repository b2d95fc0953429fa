package dev.lanewise.linalg;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Estimates of condition, and decisions on rank that pivots alone would get wrong.
class NumericalRankTest {
    @Test
    void conditionIsFoundWithinAFactorOfThree() {
        for (double condition : new double[] {2.0, 1e4, 1e8, 1e12}) {
            for (int n : new int[] {2, 5, 10, 33, 50}) {
                Matrix a = new TestMatrices(n).withSingularValues(50, n, TestMatrices.graded(n, condition));
                Matrix r = HouseholderQr.of(a).r();
                ConditionEstimate estimate = ConditionEstimate.of(r.array(), n, n);
                assertTrue(estimate.condition() <= condition * (1.0 + 1e-3), () -> condition + ": " + estimate);
                assertTrue(estimate.condition() >= condition / 3.0, () -> condition + ": " + estimate);
                double[] image = r.times(estimate.nullVector());
                assertEquals(estimate.smallest(), Blas.nrm2(image), 1e-3 * estimate.smallest() + n * Ratios.U);
            }
        }
    }

    @Test
    void aSingularTriangleHasInfiniteCondition() {
        ConditionEstimate estimate = ConditionEstimate.of(new double[] {1, 2, 0, 0}, 2, 2);
        assertEquals(0.0, estimate.smallest());
        assertEquals(Double.POSITIVE_INFINITY, estimate.condition());
        assertEquals(1.0, ConditionEstimate.of(new double[] {-5}, 1, 1).condition());
    }

    /// Kahan's triangle: every pivot is above 10⁻⁵ of the first, and yet σₙ is 10⁻¹⁹ of σ₁ while σₙ₋₁ is not small.
    @Test
    void kahansMatrixLosesOneColumnAndNotMore() {
        Matrix kahan = kahan(90, 0.9);
        PivotedQr pivoted = PivotedQr.of(kahan.array(), 90, 90);
        assertTrue(pivoted.pivot(89) > 1e-5 * pivoted.pivot(0));
        double[] ones = new double[90];
        Arrays.fill(ones, 1.0);
        Fit scaled = LeastSquares.solve(kahan, ones);
        Fit numpy = LeastSquares.of(kahan).rank(RankRule.numpy()).solve(ones);
        assertEquals(89, scaled.rank());
        assertEquals(89, numpy.rank());
        double[] values = scaled.singularValues();
        double bound = 100.0 * Ratios.U * values[0] / values[88] * Blas.nrm2(numpy.x());
        assertArrayEquals(numpy.x(), scaled.x(), bound);
        assertEquals(numpy.residualNorm(), scaled.residualNorm(), 100.0 * Ratios.U * Blas.nrm2(ones));
    }

    /// From ReLU neurons that never switch: every column is wx + b, so the rank is 2 however many there are.
    @Test
    void affineColumnsHaveRankTwo() {
        TestMatrices random = new TestMatrices(8);
        Matrix a = Matrix.zeros(100, 50);
        for (int j = 0; j < 50; j++) {
            double weight = Math.abs(random.next());
            double bias = Math.abs(random.next());
            for (int i = 0; i < 100; i++) a.set(i, j, Math.fma(weight, i / 9.9, bias));
        }
        double[] b = random.uniform(100, 1).array();
        Fit scaled = LeastSquares.solve(a, b);
        Fit numpy = LeastSquares.of(a).rank(RankRule.numpy()).solve(b);
        assertEquals(2, scaled.rank());
        assertEquals(2, numpy.rank());
        double[] values = numpy.singularValues();
        double bound = 100.0 * Ratios.U * values[0] / values[1] * Blas.nrm2(b) / values[1];
        assertArrayEquals(numpy.x(), scaled.x(), bound);
    }

    /// sⁱ on the diagonal and −c·sⁱ to its right, s² + c² = 1; each column a little shorter than the one before, so
    /// that pivoting keeps their order, and all of them well inside [1, 2).
    private static Matrix kahan(int n, double s) {
        Matrix a = Matrix.zeros(n, n);
        double c = Math.sqrt(1.0 - s * s);
        double power = 1.0;
        for (int i = 0; i < n; i++, power *= s) {
            a.set(i, i, power);
            for (int j = i + 1; j < n; j++) a.set(i, j, -c * power);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) a.set(i, j, a.get(i, j) * (1.5 - 1e-6 * j));
        }
        return a;
    }
}

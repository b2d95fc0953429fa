package dev.lanewise.linalg;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The estimate may exclude deficiency only because it is never far below the truth: the solver allows it 2⁸.
class ConditionEstimateTest {
    @Test
    void theEstimateIsWithinAFactorOfTwoAndNeverAboveTheTruth() {
        int seen = 0;
        for (TestMatrices.Kind kind : TestMatrices.Kind.values()) {
            for (TestMatrices.Named named : TestMatrices.of(kind).toList()) {
                Matrix a = named.a();
                if (a.rows() < a.cols() || a.cols() == 0) continue;
                Triangle triangle = Triangle.of(HouseholderQr.of(a).reduction());
                int n = triangle.cols();
                double estimate = ConditionEstimate.of(triangle.r(), n, n).condition();
                JacobiSvd svd = JacobiSvd.of(columns(triangle), n, n);
                double exact = svd.value(0) / svd.value(n - 1);
                if (exact > 0x1p50) continue; // no double tells the smallest singular value there
                seen++;
                assertTrue(estimate >= exact / 2, named + ": " + estimate + " for " + exact);
                double rounding = 0x1p-40 + 0x1p-50 * exact;
                assertTrue(estimate <= exact * (1 + rounding), named + ": " + estimate + " for " + exact);
            }
        }
        assertTrue(seen > 100, "triangles: " + seen);
    }

    @Test
    void aZeroPivotIsInfiniteAndNothingIsOne() {
        assertEquals(Double.POSITIVE_INFINITY, ConditionEstimate.of(new double[] {1, 1, 0, 0}, 2, 2).condition());
        assertEquals(1.0, ConditionEstimate.of(new double[] {3}, 1, 1).condition());
    }

    private static double[] columns(Triangle triangle) {
        int n = triangle.cols();
        double[] columns = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) columns[j * n + i] = triangle.r()[i * n + j];
        }
        return columns;
    }
}

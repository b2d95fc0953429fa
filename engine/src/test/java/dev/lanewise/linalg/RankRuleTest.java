package dev.lanewise.linalg;

import org.junit.jupiter.api.Test;

import static dev.lanewise.internal.kernel.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// Thresholds: which singular values count, and which arguments do not.
class RankRuleTest {
    private static final double TOP_BELOW_ONE = Math.nextDown(1.0);

    @Test
    void numpyCountsSingularValuesAboveTheThreshold() {
        Matrix a = Matrix.of(4, 4, 1, 0, 0, 0, 0, 0x1p-10, 0, 0, 0, 0, 0x1p-20, 0, 0, 0, 0, 0x1p-60);
        assertEquals(3, rank(a, RankRule.numpy()));
        assertEquals(4, rank(a, RankRule.numpy(0.0)));
        assertEquals(2, rank(a, RankRule.numpy(0x1p-20)));
        assertEquals(3, rank(a, RankRule.numpy(Math.nextDown(0x1p-20))));
        assertEquals(1, rank(a, RankRule.numpy(TOP_BELOW_ONE)));
        assertEquals(4, rank(a, RankRule.scaled()));
    }

    @Test
    void theToleranceIsReported() {
        Matrix a = new TestMatrices(1).uniform(7, 3);
        double[] b = new double[7];
        assertEquals(7 * 0x1p-52, LeastSquares.of(a).rank(RankRule.scaled()).solve(b).tolerance());
        assertEquals(7 * 0x1p-52, LeastSquares.of(a).rank(RankRule.numpy()).solve(b).tolerance());
        assertEquals(0.25, LeastSquares.of(a).rank(RankRule.numpy(0.25)).solve(b).tolerance());
        assertEquals(0.0, LeastSquares.of(a).rank(RankRule.none()).solve(b).tolerance());
    }

    @Test
    void senselessArgumentsAreRefused() {
        refused("RankRule: rcond is NaN but must lie in [0, 1)", () -> RankRule.numpy(Double.NaN));
        refused("RankRule: rcond is -1.0E-9 but must lie in [0, 1)", () -> RankRule.numpy(-1e-9));
        refused("RankRule: rcond is 1.0 but must lie in [0, 1)", () -> RankRule.numpy(1.0));
        refused("RankRule: a rank of -1 is negative", () -> RankRule.fixed(-1));
    }

    private static int rank(Matrix a, RankRule rule) {
        return LeastSquares.of(a).rank(rule).solve(new double[a.rows()]).rank();
    }
}

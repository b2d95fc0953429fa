package dev.lanewise.linalg;

import java.util.Arrays;

/// min ‖Rx − c‖, which is what a QR factorisation leaves of a least-squares problem however R came about.
///
/// The order of decisions: a condition estimate in O(n²) first; where it excludes deficiency, back substitution and
/// nothing else. Only where it cannot are the columns of R pivoted, or its singular values computed.
final class ReducedProblem {
    /// How far the estimate must stay from the tolerance to exclude deficiency; it has not been seen off by two.
    private static final double MARGIN = 0x1p8;

    private final Triangle triangle;
    private final Matrix c;
    private final boolean isTall;
    private final double defaultTolerance;
    private PivotedQr pivoted;
    private Condition condition;

    /// The problem of a triangle and its right-hand sides, which solving replaces by the residual, turned by Qᵀ.
    ///
    /// @param triangle R
    /// @param c at least as many rows as R, those below R part of the residual; changed by [#solve]
    ReducedProblem(Triangle triangle, Matrix c) {
        this.triangle = triangle;
        this.c = c;
        isTall = triangle.rows() == triangle.cols();
        defaultTolerance = triangle.longSide() * 0x1p-52;
    }

    Solution solve(RankRule rule) {
        return switch (rule) {
            case RankRule.Scaled() -> scaled();
            case RankRule.Numpy(double rcond) -> numpy(Double.isNaN(rcond) ? defaultTolerance : rcond);
            case RankRule.Fixed(int rank) -> fixed(rank, "fixed(" + rank + ")");
            case RankRule.None() -> fixed(triangle.rows(), "none()");
        };
    }

    /// κ of the equilibrated columns, estimated; of a wide triangle, of its best columns.
    Condition condition() {
        if (condition == null) {
            condition = new Condition(isTall ? triangle.r() : pivoted().r(), triangle.cols(), triangle.rows());
        }
        return condition;
    }

    private Solution scaled() {
        if (isTall && excludesDeficiency(condition())) return backSubstitution(defaultTolerance);
        NumericalRank ranked = NumericalRank.decide(triangle, pivoted(), defaultTolerance);
        if (ranked.rank() == triangle.cols() && triangle.zeroPivot() < 0) return backSubstitution(defaultTolerance);
        return MinimumNorm.solve(triangle, ranked, defaultTolerance, c);
    }

    /// The bound where that is enough, which the estimate is not above.
    private boolean excludesDeficiency(Condition condition) {
        double scale = MARGIN * defaultTolerance;
        return condition.atMost() * scale < 1.0 || condition.estimate() * scale < 1.0;
    }

    private Solution numpy(double rcond) {
        if (isTall && triangle.rows() > 0) {
            ConditionEstimate given = ConditionEstimate.of(triangle.asGiven(), triangle.cols(), triangle.rows());
            if (given.condition() * MARGIN * rcond < 1.0) return backSubstitution(rcond);
        }
        TruncatedSvd svd = TruncatedSvd.of(triangle);
        int rank = svd.rank(rcond);
        if (rank == triangle.cols() && triangle.zeroPivot() < 0) return backSubstitution(rcond);
        return svd.solve(rank, rcond, c);
    }

    private Solution fixed(int rank, String rule) {
        if (rank > triangle.rows()) {
            throw new IllegalArgumentException("LeastSquares: RankRule.%s but A has no more than %d independent %s"
                    .formatted(rule, triangle.rows(), isTall ? "columns" : "rows"));
        }
        if (rank == triangle.cols()) {
            refuseZeroPivot(triangle.zeroPivot(), rule);
            return backSubstitution(0.0);
        }
        NumericalRank ranked = new NumericalRank(pivoted(), rank);
        for (int k = 0; k < rank; k++) refuseZeroPivot(pivoted().pivot(k) == 0.0 ? pivoted().order()[k] : -1, rule);
        return MinimumNorm.solve(triangle, ranked, 0.0, c);
    }

    private static void refuseZeroPivot(int column, String rule) {
        if (column >= 0) {
            throw new ArithmeticException("LeastSquares: column %d of A depends exactly on others, and RankRule.%s "
                    .formatted(column, rule) + "would divide by its pivot, which is 0");
        }
    }

    private Solution backSubstitution(double tolerance) {
        int n = triangle.cols();
        double[] x = Arrays.copyOf(c.array(), n * c.cols());
        Substitution.back(triangle.r(), n, n, x, c.cols());
        Arrays.fill(c.array(), 0, x.length, 0.0);
        return new Solution(x, triangle.exponents(), n, tolerance, null);
    }

    private PivotedQr pivoted() {
        if (pivoted == null) pivoted = PivotedQr.of(triangle.r(), triangle.rows(), triangle.cols());
        return pivoted;
    }
}

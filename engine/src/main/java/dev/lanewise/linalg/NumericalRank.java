package dev.lanewise.linalg;

/// How many columns of an equilibrated triangle count as independent, and a pivoted factorisation whose leading
/// columns are those.
///
/// **Method**: the pivots give an upper limit: those above `tolerance` times the first. The leading block is then
/// judged by its estimated singular values, because pivots can all be large where σₙ is tiny (Kahan's matrix). Where
/// they are, the column with the largest share in the null vector is moved to the end, which makes the deficiency
/// visible in the last pivot, and is given up (T. Chan, *Rank revealing QR factorizations*, Linear Algebra Appl. 88/89
/// (1987)).
///
/// @param factor the triangle's pivoted factorisation
/// @param rank how many of its leading columns count
record NumericalRank(PivotedQr factor, int rank) {
    /// Decides with the given relative tolerance.
    static NumericalRank decide(Triangle triangle, PivotedQr pivoted, double tolerance) {
        PivotedQr factor = pivoted;
        int rank = 0;
        while (rank < triangle.rows() && factor.pivot(rank) > tolerance * factor.pivot(0)) rank++;
        while (rank > 1) {
            ConditionEstimate estimate = ConditionEstimate.of(factor.r(), triangle.cols(), rank);
            if (estimate.smallest() > tolerance * estimate.largest()) break;
            int dependent = largest(estimate.nullVector(), rank - 1);
            if (dependent != rank - 1) {
                int[] order = moved(factor.order(), dependent, rank - 1);
                factor = PivotedQr.inOrder(triangle.r(), triangle.rows(), triangle.cols(), order);
            }
            rank--;
        }
        return new NumericalRank(factor, rank);
    }

    private static int largest(double[] x, int otherwise) {
        int best = otherwise;
        for (int i = x.length - 1; i >= 0; i--) {
            if (Math.abs(x[i]) > Math.abs(x[best])) best = i;
        }
        return best;
    }

    private static int[] moved(int[] order, int from, int to) {
        int[] moved = order.clone();
        System.arraycopy(order, from + 1, moved, from, to - from);
        moved[to] = order[from];
        return moved;
    }
}

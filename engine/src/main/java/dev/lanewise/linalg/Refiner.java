package dev.lanewise.linalg;

/// Adds corrections to x until they change nothing any more, or stop shrinking.
///
/// **Method**: the stopping rules of J. Demmel, Y. Hida, X. Li and J. Riedy, *Extra-precise iterative refinement for
/// overdetermined least squares problems*, ACM Trans. Math. Softw. 35 (2009): a correction must be at most half of the
/// one before. They look at values only, never at a clock. One thing is added: a step that promises to leave less than
/// a rounding error is the last, so that a well-conditioned problem takes a single one. What the first step leaves is not
/// measured yet, and taken to be 2⁻⁴⁹·κ² of it, the worst that a large residual can do; where that promises nothing, the
/// first correction is not judged at all, because it may be small by chance as long as r is not yet right. Where a bound on
/// κ is enough to see that the first step is the last, κ itself is not computed.
///
/// @param x the solution, rounded
/// @param rest what the rounding of x has cut off
/// @param error a bound on the error that is left in x, relative to x, columns scaled to equal length, or NaN where
///     nothing is known of it, or only what follows from `change`
/// @param change the only correction, where it was so small that any κ below the bound makes it the last; else NaN
/// @param stalled whether corrections stopped shrinking before they were small
record Refiner(double[] x, double[] rest, double error, double change, boolean stalled) {
    private static final double U = 0x1p-53;
    private static final double SHRINKS = 0.5;

    /// Refines a first x, which is not changed.
    ///
    /// @param lengths the length of each column, roughly
    /// @param floor what counts as nothing beside a column times its coefficient
    static Refiner refine(AugmentedCorrection correction, double[] first, double[] lengths, double floor,
            Condition condition, int most) {
        double[] x = first.clone();
        double[] rest = new double[x.length];
        double rate = rate(condition.atMost());
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < most; step++) {
            double[] dx = correction.of(x);
            double change = size(dx, lengths);
            double size = change == 0.0 ? 0.0 : change / Math.max(floor, size(sum(x, dx), lengths));
            if (size <= U && before <= U) break;
            if (!(size <= Math.min(Double.MAX_VALUE, SHRINKS * before))) {
                boolean isSmall = before * rate <= U;
                return isSmall || step > 2
                        ? new Refiner(x, rest, Math.max(before, U), Double.NaN, !isSmall)
                        : new Refiner(first, new double[x.length], Double.NaN, Double.NaN, true);
            }
            double largest = add(dx, x, rest);
            if (step == 0) {
                boolean isSettled = rate < SHRINKS && isLast(largest, rate) && size * rate <= U;
                if (isSettled) return new Refiner(x, rest, Double.NaN, size, false);
                rate = rate(condition.estimate());
                if (rate == SHRINKS) continue;
            }
            if (before < Double.POSITIVE_INFINITY && size > 0.0) rate = size / before;
            before = size;
            if (isLast(largest, rate)) break;
        }
        if (before == Double.POSITIVE_INFINITY) return new Refiner(x, rest, Double.NaN, Double.NaN, false);
        return new Refiner(x, rest, left(before, rate), Double.NaN, before * rate > U);
    }

    /// How much of an error the first step leaves; NaN for NaN.
    static double rate(double condition) {
        return Math.min(SHRINKS, 0x1p-49 * condition * condition);
    }

    /// What is left after a correction, and of all that could follow.
    static double left(double change, double rate) {
        return U + change * rate / (1.0 - rate);
    }

    private static boolean isLast(double largest, double rate) {
        return largest <= U || largest * rate <= 0.25 * U;
    }

    private static double[] sum(double[] x, double[] dx) {
        double[] sum = new double[x.length];
        for (int j = 0; j < x.length; j++) sum[j] = x[j] + dx[j];
        return sum;
    }

    /// max |xⱼ|·lⱼ; NaN wins.
    private static double size(double[] x, double[] lengths) {
        double size = 0.0;
        for (int j = 0; j < x.length; j++) size = Math.max(size, Math.abs(x[j]) * lengths[j]);
        return size;
    }

    /// x + rest ← x + dx; returns the largest change of an element, relative to it.
    private static double add(double[] dx, double[] x, double[] rest) {
        double largest = 0.0;
        for (int j = 0; j < x.length; j++) {
            double sum = x[j] + dx[j];
            double back = sum - x[j];
            rest[j] = (x[j] - (sum - back)) + (dx[j] - back);
            x[j] = sum;
            if (dx[j] != 0.0) largest = Math.max(largest, Math.abs(dx[j] / sum));
        }
        return largest;
    }
}

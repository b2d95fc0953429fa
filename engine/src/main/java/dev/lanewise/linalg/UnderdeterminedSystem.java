package dev.lanewise.linalg;

import java.util.Arrays;

/// Ax = b with independent rows, fewer than columns: the x of least length, refined.
///
/// **Method**: x is to Aᵀ what a residual is to the columns of A. It is Aᵀz for some z, so that
///
///     ⎡ I  Aᵀ ⎤ ⎡  x ⎤   ⎡ 0 ⎤
///     ⎣ A  0  ⎦ ⎣ −z ⎦ = ⎣ b ⎦
///
/// which is the system of [AugmentedCorrection] for Aᵀ: it keeps x in the row space as exactly as it makes Ax equal to b,
/// where corrections by a rounded pseudo-inverse would do the latter only. Weights do not matter to an x that leaves no
/// residual, nor does the length of a row. Lengths of columns do, and are left as they are.
///
/// Corrections end as those of [Refiner] do, but it is x and not z whose changes are looked at: z may be the longer, by the
/// condition, and x what is left of its products where they cancel.
final class UnderdeterminedSystem {
    private static final double U = 0x1p-53;
    private static final double SHRINKS = 0.5;
    private static final double[] NONE = {};
    /// Where exponents of elements differ by more, products that matter could underflow.
    private static final int WIDEST = 700;

    private final PreciseRows columns;
    private final HouseholderQr qr;
    private final double[] r;
    private final int[] exponents;

    /// @param a A
    /// @param low what the rounding of A to doubles has cut off, or null
    /// @param qr the factors of Aᵀ
    private UnderdeterminedSystem(Matrix a, Matrix low, HouseholderQr qr) {
        this.qr = qr;
        r = qr.reduction().r();
        exponents = qr.reduction().exponents();
        double[] transposed = ColumnScale.view(a.transpose().array(), exponents);
        double[] rest = low == null ? null : ColumnScale.scaled(low.transpose().array(), exponents);
        columns = new PreciseRows(a.cols(), a.rows(), transposed, rest, null);
    }

    /// Refines the shortest solutions of all rows, if that is what an answer has. Where A with its rows scaled to equal length
    /// is singular to working precision it says so and stays.
    ///
    /// @param low what the rounding of A to doubles has cut off, or null
    /// @param most the most corrections
    static Answer refined(Answer first, Observations observations, Matrix low, int most) {
        Matrix a = observations.a();
        boolean isOfAllRows = !first.isUnique() && first.solution().rank() == a.rows() && first.ridge().isPlain();
        if (most == 0 || a.rows() == 0 || !isOfAllRows || spread(a) > WIDEST) return first;
        HouseholderQr qr = HouseholderQr.of("LeastSquares", a.transpose(), "", Matrix.zeros(a.cols(), 0));
        boolean isSingular = !Answer.first(Ridge.of(qr.reduction(), 0.0), RankRule.scaled()).isUnique();
        if (isSingular) return first.with(first.solution().x(), true);
        return new UnderdeterminedSystem(a, low, qr).refined(first, observations.b(), most);
    }

    private Answer refined(Answer first, Matrix b, int most) {
        Solution solution = first.solution();
        int[] sideExponents = first.ridge().plain().sideExponents();
        double[] x = solution.x().clone();
        boolean hasStalled = false;
        for (int h = 0, k = b.cols(); h < k; h++) {
            double[] side = b.column(h);
            int exponent = largestExponent(side);
            Shortest shortest = shortest(side, exponent, most);
            hasStalled |= shortest.stalled();
            for (int j = 0; j < shortest.x().length; j++) {
                x[j * k + h] = Math.scalb(shortest.x()[j], exponent - sideExponents[h] + solution.exponents()[j]);
            }
        }
        return first.with(x, hasStalled);
    }

    /// The exponent of the largest element of b, its rows scaled as those of A.
    private int largestExponent(double[] b) {
        int largest = Integer.MIN_VALUE;
        for (int i = 0; i < b.length; i++) {
            if (b[i] != 0.0) largest = Math.max(largest, ColumnScale.exponent(Math.abs(b[i])) - exponents[i]);
        }
        return largest == Integer.MIN_VALUE ? 0 : largest;
    }

    /// @param x the solution, or empty where no correction has helped
    /// @param stalled whether they were not small in the end
    private record Shortest(double[] x, boolean stalled) {}

    /// x for 2^(−exponent)·b.
    private Shortest shortest(double[] b, int exponent, int most) {
        double[] c = b.clone();
        Arrays.setAll(c, i -> Math.scalb(c[i], -exponents[i] - exponent));
        AugmentedCorrection correction = new AugmentedCorrection(columns, qr, r, new double[columns.rows()], c,
                new double[c.length]);
        double[] z = new double[c.length], x = new double[columns.rows()];
        // The first correction is x itself, and what it leaves is not measured yet.
        double before = Double.POSITIVE_INFINITY, left = Double.POSITIVE_INFINITY;
        for (int step = 0; step <= most && left > 0.25 * U; step++) {
            double[] dz = correction.of(z);
            Arrays.setAll(z, i -> z[i] + dz[i]);
            double change = change(x, correction.residual());
            if (!(change <= SHRINKS * before)) return new Shortest(step < 2 ? NONE : x, left > U);
            x = correction.residual().clone();
            left = step == 0 ? change : change * Math.min(SHRINKS, change / before);
            before = change;
        }
        return new Shortest(x, left > U);
    }

    /// max |yⱼ − xⱼ|/max |yⱼ|; NaN wins.
    private static double change(double[] x, double[] y) {
        double largest = 0.0, size = 0.0;
        for (int j = 0; j < x.length; j++) {
            largest = Math.max(largest, Math.abs(y[j] - x[j]));
            size = Math.max(size, Math.abs(y[j]));
        }
        return largest == 0.0 ? 0.0 : largest / size;
    }

    /// By how much the exponents of elements differ that are not zero.
    private static int spread(Matrix a) {
        int least = Integer.MAX_VALUE, most = Integer.MIN_VALUE;
        for (double each : a.array()) {
            if (each == 0.0) continue;
            int exponent = ColumnScale.exponent(Math.abs(each));
            least = Math.min(least, exponent);
            most = Math.max(most, exponent);
        }
        return most < least ? 0 : most - least;
    }
}

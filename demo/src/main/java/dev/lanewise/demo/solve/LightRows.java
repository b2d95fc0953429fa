package dev.lanewise.demo.solve;

import java.util.Arrays;
import java.util.function.IntSupplier;

import dev.lanewise.linalg.Fit;
import dev.lanewise.linalg.Matrix;

/// Looks out for light rows that come before heavy ones: where the coefficients depend on them, they drown (M. Powell and
/// J. Reid, *On applying Householder transformations to linear least squares problems*, 1968). Rows in memory are sorted,
/// rows of a stream cannot be; a second reading brings up what has drowned, as long as it is not too deep.
///
/// With a ridge and a constant the order does not matter: heavy rows decide means and deviations, and where they hardly vary,
/// the mean, which is rounded, lies far from what all rows are then taken from. No refinement sees that.
final class LightRows {
    static final String NAME = "LIGHT_ROWS_DROWNED";
    static final String MEANING = "light rows of the file drown in rows that come after them and weigh very much more, "
            + "which costs digits of the coefficients. Let the heavy rows come first, or correct the coefficients by "
            + "`--refine 2`; where that does not help, weights differ by more than a double can tell, as with a ridge "
            + "they do sooner and in any order, because the heavy rows decide the means that it is about.";

    /// Lengths that differ by less cost a third of the digits at the most.
    private static final double VERY = 0x1p18;
    /// Half the digits of a double.
    private static final double ENOUGH = 0x1p-26;
    private static final double ROUNDING = 0x1p-50;

    private final boolean inAnyOrder;
    private double lightest = Double.POSITIVE_INFINITY;
    private double heaviest;
    private double ratio;

    /// @param inAnyOrder whether heavy rows matter that come before light ones
    LightRows(boolean inAnyOrder) {
        this.inAnyOrder = inAnyOrder;
    }

    /// Looks at weighted rows in their order.
    ///
    /// @param a the rows of the matrix, with their constant
    void add(Observations rows, Matrix a) {
        if (rows.weights() == null) return;
        for (int i = 0; i < a.rows(); i++) {
            double length = largest(a, i) * Math.sqrt(rows.weight(i));
            heaviest = Math.max(heaviest, length);
            ratio = Math.max(ratio, length / lightest);
            if (length > 0.0) lightest = Math.min(lightest, length);
        }
    }

    private static double largest(Matrix a, int i) {
        double largest = 0.0;
        for (int j = 0, n = a.cols(); j < n; j++) largest = Math.max(largest, Math.abs(a.array()[i * n + j]));
        return largest;
    }

    private boolean differ() {
        return (inAnyOrder ? heaviest / lightest : ratio) > VERY;
    }

    /// Whether standardising has cost half the digits because of such rows.
    ///
    /// @param lost how far means are off, in standard deviations
    boolean drown(double lost) {
        return differ() && lost > ENOUGH;
    }

    /// Whether coefficients may, as far as is known, be wrong in half their digits because of such rows.
    boolean mayDrown(Fit fit) {
        return differ() && !(fit.forwardErrorBounds()[0] <= ENOUGH);
    }

    /// The same where the answer is final. Columns that depend on each other do so whatever rows weigh: of coefficients that
    /// are not unique, light rows decided something only if they make more columns independent where they weigh as much as
    /// the others, or if the independent ones are nearly dependent.
    ///
    /// @param equalRank the rank of the same rows brought to one length, of which the constant of a ridge is no part
    boolean drown(Fit fit, IntSupplier equalRank) {
        if (fit.isUnique() || !differ()) return mayDrown(fit);
        return equalRank.getAsInt() > fit.rank() || !(bound(fit) <= ENOUGH);
    }

    /// For the shortest of many solutions, from the condition of what counts.
    private static double bound(Fit fit) {
        int rank = fit.rank();
        if (rank == 0) return 0.0;
        if (fit.x().length > LinearModel.MOST_SINGULAR_VALUES) return Double.NaN;
        double[] values = fit.singularValues();
        return ROUNDING * rank * values[0] / values[rank - 1];
    }

    /// Weights that bring rows to one length.
    static Observations equal(Observations rows, Matrix a) {
        double[] weights = new double[rows.rows()];
        Arrays.setAll(weights, i -> weight(largest(a, i)));
        return new Observations(rows.x(), rows.y(), weights, rows.numbers());
    }

    /// By powers of two, within what a weight can be.
    private static double weight(double largest) {
        return largest == 0.0 ? 1.0 : Math.scalb(1.0, -2 * Math.clamp(Math.getExponent(largest), -500, 500));
    }
}

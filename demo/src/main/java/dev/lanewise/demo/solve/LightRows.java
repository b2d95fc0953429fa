package dev.lanewise.demo.solve;

import dev.lanewise.linalg.Fit;
import dev.lanewise.linalg.Matrix;

/// Looks out for light rows that come before heavy ones: where the coefficients depend on them, they drown (M. Powell and
/// J. Reid, *On applying Householder transformations to linear least squares problems*, 1968). Rows in memory are sorted,
/// rows of a stream cannot be; a second reading brings up what has drowned, as long as it is not too deep.
final class LightRows {
    static final String NAME = "LIGHT_ROWS_DROWNED";
    static final String MEANING = "light rows of the file come before rows that weigh very much more, and drown in them, "
            + "which costs digits of the coefficients. Let the heavy rows come first, or correct the coefficients by "
            + "`--refine 2`; where that does not help, weights differ by more than a double can tell.";

    /// Lengths that differ by less cost a third of the digits at the most.
    private static final double VERY = 0x1p18;
    /// Half the digits of a double.
    private static final double ENOUGH = 0x1p-26;

    private double lightest = Double.POSITIVE_INFINITY;
    private double ratio;

    /// Looks at weighted rows in their order.
    ///
    /// @param a the rows of the matrix that is solved with
    void add(Observations rows, Matrix a) {
        if (rows.weights() == null) return;
        for (int i = 0, at = 0; i < a.rows(); i++) {
            double largest = 0.0;
            for (int j = 0; j < a.cols(); j++, at++) largest = Math.max(largest, Math.abs(a.array()[at]));
            double length = largest * Math.sqrt(rows.weight(i));
            ratio = Math.max(ratio, length / lightest);
            if (length > 0.0) lightest = Math.min(lightest, length);
        }
    }

    /// Whether coefficients are, as far as is known, wrong in half their digits because of such rows.
    boolean drown(Fit fit) {
        return ratio > VERY && !(fit.forwardErrorBounds()[0] <= ENOUGH);
    }
}

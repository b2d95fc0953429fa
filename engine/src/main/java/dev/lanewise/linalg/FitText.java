package dev.lanewise.linalg;

import java.util.Arrays;
import java.util.Locale;

/// A [Fit] as a person reads it.
final class FitText {
    private static final int MOST_LINES = 12;

    private FitText() {}

    static String of(Fit fit) {
        double[] norms = fit.residualNorms();
        int n = fit.coefficients().rows();
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
                "rank %d of %d (%s), condition %.3g, residual norm %s, %d degrees of freedom", fit.rank(), n, fit
                        .isUnique() ? "unique" : "minimum norm",
                fit.condition(),
                norms.length == 1 ? norms[0] : Arrays.toString(norms), fit.degreesOfFreedom()));
        if (n <= MOST_LINES && norms.length == 1) {
            double[] x = fit.x();
            double[] errors = fit.standardErrors().column(0);
            for (int j = 0; j < n; j++) {
                text.append(String.format(Locale.ROOT, "%n  x[%d] = %s", j, x[j]));
                if (!Double.isNaN(errors[j])) text.append(String.format(Locale.ROOT, " ± %.3g", errors[j]));
            }
        }
        for (FitFlag flag : fit.flags()) text.append(String.format("%n%s: %s", flag, flag.meaning()));
        return text.toString();
    }
}

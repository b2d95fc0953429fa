package dev.lanewise.linalg;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// A [Fit] as a person reads it.
final class FitText {
    private static final int MOST_LINES = 12;
    private static final int MOST_SIDES = 4;

    private FitText() {}

    static String of(Fit fit) {
        double[] norms = fit.residualNorms();
        Matrix x = fit.coefficients();
        int shown = norms.length == 0 ? 0 : Math.min(x.rows(), MOST_LINES);
        // Standard errors take n solves or more: only where each has its line.
        Matrix errors = norms.length == 1 && shown == x.rows() ? fit.standardErrors() : null;
        String how = fit.isUnique() ? "unique" : "minimum norm", plural = fit.degreesOfFreedom() == 1 ? "" : "s";
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
                "rank %d of %d (%s), condition %.3g, residual norm %s, %d degree%s of freedom", fit.rank(), x.rows(),
                how, fit.condition(), norms.length == 1 ? norms[0] : Arrays.toString(norms), fit.degreesOfFreedom(),
                plural));
        for (int j = 0; j < shown; j++) {
            double error = errors == null ? Double.NaN : errors.get(j, 0);
            text.append(String.format(Locale.ROOT, "%n  x[%d] = %s", j, row(x.row(j), error)));
        }
        if (0 < shown && shown < x.rows()) {
            text.append(String.format(Locale.ROOT, "%n  … and %d more", x.rows() - shown));
        }
        double bound = Arrays.stream(fit.forwardErrorBounds()).max().orElse(Double.NaN);
        if (bound > 0.0 && bound < Double.POSITIVE_INFINITY) {
            text.append(
                    String.format(Locale.ROOT, "%nrounding: x is within %.2g of the exact solution, relative to its "
                            + "largest element, columns scaled to equal length", bound));
        }
        for (FitFlag flag : fit.flags()) text.append(String.format(Locale.ROOT, "%n%s: %s", flag, flag.meaning()));
        return text.toString();
    }

    private static String row(double[] x, double error) {
        if (x.length == 1) {
            return x[0] + (Double.isNaN(error) ? "" : String.format(Locale.ROOT, " ± %.3g", error));
        }
        String shown = Arrays.stream(x).limit(MOST_SIDES).mapToObj(Double::toString).collect(Collectors.joining(", "));
        return x.length > MOST_SIDES ? shown + ", …" : shown;
    }
}

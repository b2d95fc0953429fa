package dev.lanewise.demo.solve;

import java.util.stream.IntStream;

import dev.lanewise.demo.terminal.DecimalNumber;
import dev.lanewise.demo.terminal.InputException;

/// The ridge that a user wants: one λ, or the best of a path.
///
/// @param lambda λ; NaN for a path
record RidgeChoice(double lambda) {
    static final int PER_DECADE = 4;
    private static final int LOWEST_DECADE = -8;
    private static final int DECADES = 10;

    /// Reads `--ridge`.
    ///
    /// @throws InputException if the text is neither `path` nor a number ≥ 0
    static RidgeChoice of(String text) {
        if (text.equalsIgnoreCase("path")) return new RidgeChoice(Double.NaN);
        double lambda = DecimalNumber.parse(text);
        if (!(lambda >= 0.0 && Double.isFinite(lambda))) {
            throw new InputException("--ridge is '%s', but it is a number of at least 0, or path".formatted(text));
        }
        return new RidgeChoice(lambda);
    }

    /// The λ among which to choose: columns of standard deviation 1 have the length √m, so that m is the λ that shrinks
    /// a coefficient by half.
    ///
    /// @param rows m
    double[] candidates(long rows) {
        if (!Double.isNaN(lambda)) return new double[] {lambda};
        return IntStream.rangeClosed(0, DECADES * PER_DECADE)
                .mapToDouble(k -> rows * StrictMath.pow(10.0, LOWEST_DECADE + (double) k / PER_DECADE)).toArray();
    }
}

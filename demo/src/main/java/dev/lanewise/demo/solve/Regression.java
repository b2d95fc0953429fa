package dev.lanewise.demo.solve;

import dev.lanewise.demo.terminal.InputException;

/// A regression, and what is known of it.
public final class Regression {
    final RegressionData data;
    final SolveSettings settings;
    final Model model;
    final Estimate estimate;

    private Regression(RegressionData data, SolveSettings settings, Model model) {
        this.data = data;
        this.settings = settings;
        this.model = model;
        Estimate found = model.estimate();
        estimate = settings.intercept && data.targetIsConstant() ? found.withoutR2() : found;
    }

    /// Reads and solves.
    ///
    /// @param data the data, of which nothing has been read
    /// @param settings what to solve
    /// @return what came of it
    /// @throws InputException if data and settings do not go together
    public static Regression of(RegressionData data, SolveSettings settings) {
        try {
            return new Regression(data, settings, settings.ridge.isPresent()
                    ? RidgeModel.of(data, settings)
                    : settings.degree != null ? Polynomial.of(data, settings) : LinearModel.of(data, settings));
        } catch (ArithmeticException e) {
            throw new InputException(settings.takesRankOnTrust()
                    ? "--rank none does not work here: a column depends on the others exactly, or a coefficient is "
                            + "beyond the largest double (use --rank scaled)"
                    : "the numbers of %s are too large beside the others: a coefficient is beyond the largest double"
                            .formatted(data.roles()
                                    .targetName()));
        }
    }
}

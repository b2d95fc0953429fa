package dev.lanewise.demo.solve;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.FitFlag;
import dev.lanewise.linalg.Matrix;

/// A regression, and what is known of it.
public final class Regression {
    final RegressionData data;
    final SolveSettings settings;
    final Estimate estimate;

    private final Function<Matrix, double[]> model;

    /// What a way of solving finds.
    ///
    /// @param names of the coefficients: the intercept, then the inputs as in the file, or ascending powers
    /// @param coefficients in the units of the file
    /// @param standardErrors NaN where there are none
    /// @param rank of the matrix
    /// @param condition of the matrix: σ₁/σₙ, or where nobody computes those an estimate for columns of equal length
    /// @param degrees how many rows there are beyond what the coefficients take up
    /// @param residualNorm ‖√w(y − ŷ)‖
    /// @param r2 NaN where the target does not vary
    /// @param flags what to know before using the coefficients
    /// @param unique whether no other coefficients fit as well
    /// @param ridge the ridge, where there is one
    record Estimate(List<String> names, double[] coefficients, double[] standardErrors, int rank, double condition,
            double degrees, double residualNorm, double r2, Set<FitFlag> flags, boolean unique,
            Optional<ChosenRidge> ridge) {
        /// The same where the target does not vary: R² about its mean is not defined.
        Estimate withoutR2() {
            return new Estimate(names, coefficients, standardErrors, rank, condition, degrees, residualNorm, Double.NaN,
                    flags, unique, ridge);
        }

        /// An estimate of the standard deviation of the target's errors; NaN without degrees of freedom.
        double residualDeviation() {
            return degrees > 0.0 ? residualNorm / Math.sqrt(degrees) : Double.NaN;
        }

        double sumOfSquares() {
            return residualNorm * residualNorm;
        }
    }

    private Regression(RegressionData data, SolveSettings settings, Estimate estimate,
            Function<Matrix, double[]> model) {
        this.data = data;
        this.settings = settings;
        this.estimate = settings.intercept && data.targetIsConstant() ? estimate.withoutR2() : estimate;
        this.model = model;
    }

    /// Reads and solves.
    ///
    /// @param data the data, of which nothing has been read
    /// @param settings what to solve
    /// @return what came of it
    /// @throws InputException if data and settings do not go together
    public static Regression of(RegressionData data, SolveSettings settings) {
        try {
            if (settings.degree != null) {
                var polynomial = Polynomial.of(data, settings.degree);
                return new Regression(data, settings, polynomial.estimate(), x -> polynomial.values(x.array()));
            }
            Estimate estimate = settings.ridge.isPresent()
                    ? RidgeModel.of(data, settings)
                    : LinearModel.of(data, settings);
            Matrix b = Matrix.wrap(estimate.coefficients().length, 1, estimate.coefficients());
            return new Regression(data, settings, estimate, x -> Observations.design(x, settings.intercept).times(b)
                    .array());
        } catch (ArithmeticException e) {
            throw new InputException(settings.takesRankOnTrust()
                    ? "--rank none does not work here: a column depends on the others exactly, or a coefficient is "
                            + "beyond the largest double (use --rank scaled)"
                    : "the numbers of %s are too large: a coefficient is beyond the largest double"
                            .formatted(data.roles()
                                    .targetName()));
        }
    }

    /// What the model makes of rows.
    ///
    /// @param x an input in each column
    double[] values(Matrix x) {
        return model.apply(x);
    }
}

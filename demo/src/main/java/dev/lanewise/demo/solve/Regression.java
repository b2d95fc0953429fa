package dev.lanewise.demo.solve;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.FitFlag;

/// A regression, and what is known of it.
public final class Regression {
    final RegressionData data;
    final SolveSettings settings;
    final Estimate estimate;
    /// Of the rows that weigh something: which, what the model makes of them, and √w·(y − ŷ).
    final int[] rows;
    final double[] fitted;
    final double[] residuals;

    private final UnaryOperator<double[]> curve;

    /// What a way of solving finds.
    ///
    /// @param names of the coefficients: the intercept, then the inputs as in the file, or ascending powers
    /// @param coefficients in the units of the file
    /// @param standardErrors NaN where there are none
    /// @param rank of the matrix
    /// @param condition of the matrix with columns of equal length
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

    private Regression(RegressionData data, SolveSettings settings, Estimate estimate, double[] values,
            UnaryOperator<double[]> curve) {
        this.data = data;
        this.settings = settings;
        this.estimate = settings.intercept && data.targetIsConstant() ? estimate.withoutR2() : estimate;
        this.curve = curve;
        rows = data.counted();
        fitted = IntStream.of(rows).mapToDouble(i -> values[i]).toArray();
        residuals = IntStream.of(rows).mapToDouble(i -> Math.sqrt(data.weights()[i]) * (data.y()[i] - values[i]))
                .toArray();
    }

    /// Solves.
    ///
    /// @param data the data
    /// @param settings what to solve
    /// @return what came of it
    /// @throws InputException if data and settings do not go together
    public static Regression of(RegressionData data, SolveSettings settings) {
        try {
            if (settings.degree != null) {
                var polynomial = Polynomial.of(data, settings.degree);
                return new Regression(data, settings, polynomial.estimate(), polynomial.values(data.x().column(0)),
                        polynomial::values);
            }
            Estimate estimate = settings.ridge.isPresent()
                    ? RidgeModel.of(data, settings)
                    : LinearModel.of(data, settings);
            return new Regression(data, settings, estimate, LinearModel.values(data, settings, estimate
                    .coefficients()), x -> LinearModel.line(settings, estimate.coefficients(), x));
        } catch (ArithmeticException e) {
            throw new InputException(settings.takesRankOnTrust()
                    ? "--rank none does not work here: a column depends on the others exactly, or a coefficient is "
                            + "beyond the largest double (use --rank scaled)"
                    : "the numbers of %s are too large: a coefficient is beyond the largest double".formatted(data
                            .targetName()));
        }
    }

    /// What the model makes of values of its only input.
    double[] curve(double[] x) {
        return curve.apply(x);
    }
}

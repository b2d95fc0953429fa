package dev.lanewise.demo.solve;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.lanewise.linalg.FitFlag;

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
/// @param drowned whether light rows have drowned in heavy ones: see [LightRows]
/// @param unique whether no other coefficients fit as well
/// @param ridge the ridge, where there is one
record Estimate(List<String> names, double[] coefficients, double[] standardErrors, int rank, double condition,
        double degrees, double residualNorm, double r2, Set<FitFlag> flags, boolean drowned, boolean unique,
        Optional<ChosenRidge> ridge) {
    /// The same where the target does not vary: R² about its mean is not defined.
    Estimate withoutR2() {
        return new Estimate(names, coefficients, standardErrors, rank, condition, degrees, residualNorm, Double.NaN,
                flags, drowned, unique, ridge);
    }

    /// An estimate of the standard deviation of the target's errors; NaN without degrees of freedom.
    double residualDeviation() {
        return degrees > 0.0 ? residualNorm / Math.sqrt(degrees) : Double.NaN;
    }

    double sumOfSquares() {
        return residualNorm * residualNorm;
    }
}

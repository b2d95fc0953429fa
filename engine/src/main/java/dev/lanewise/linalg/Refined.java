package dev.lanewise.linalg;

/// What refinement has made of one right-hand side.
///
/// @param x the solution, rounded
/// @param rest what the rounding of x has cut off
/// @param error a bound on the relative error of x, columns scaled to equal length; ∞ where none was found
/// @param change the only correction, where the bound follows from it and from the condition; else NaN
/// @param residualNorm ‖b − Ax‖, or NaN where that was not looked at
/// @param stalled whether corrections stopped shrinking before they were small
record Refined(double[] x, double[] rest, double error, double change, double residualNorm, boolean stalled) {
    /// A bound on the relative error of x, with the condition where that is needed.
    double error(Condition condition) {
        return Double.isNaN(change) ? error : 2.0 * Refiner.left(change, Refiner.rate(condition.estimate()));
    }
}

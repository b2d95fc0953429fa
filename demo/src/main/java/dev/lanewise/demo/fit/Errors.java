package dev.lanewise.demo.fit;

import dev.lanewise.linalg.Blas;

/// How far predictions are from the targets, over some rows.
///
/// @param residualNorm ‖y − ŷ‖₂
/// @param rmse ‖y − ŷ‖₂/√n
/// @param maxError max |y − ŷ|
/// @param r2 1 − ‖y − ŷ‖₂²/‖y − ȳ‖₂², not finite where the targets are all equal
record Errors(double residualNorm, double rmse, double maxError, double r2) {
    /// The errors of at least one prediction.
    static Errors of(double[] y, double[] predicted) {
        double[] residuals = new double[y.length];
        double max = 0.0;
        for (int i = 0; i < y.length; i++) {
            residuals[i] = y[i] - predicted[i];
            max = Math.max(max, Math.abs(residuals[i]));
        }
        double norm = Blas.nrm2(residuals);
        double rmse = norm / Math.sqrt(y.length);
        Moments moments = Moments.of(y);
        double ratio = Math.scalb(rmse, -moments.exponent()) / moments.deviation();
        return new Errors(norm, rmse, max, 1.0 - ratio * ratio);
    }
}

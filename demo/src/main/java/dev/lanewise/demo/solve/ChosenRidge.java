package dev.lanewise.demo.solve;

import java.util.stream.IntStream;

import dev.lanewise.linalg.RidgePath;

/// One ridge of a path, all of which may be compared.
///
/// @param path all that were tried
/// @param index which one it is
/// @param free rows that weigh something, less one for an intercept
/// @param scale what a unit of the path's target is in the file's
record ChosenRidge(RidgePath path, int index, long free, double scale) {
    /// The λ with the least generalised cross-validation.
    static ChosenRidge best(RidgePath path, long free, double scale) {
        ChosenRidge best = new ChosenRidge(path, 0, free, scale);
        int index = IntStream.range(1, path.size()).reduce(0, (i, j) -> best.gcv(j) < best.gcv(i) ? j : i);
        return new ChosenRidge(path, index, free, scale);
    }

    double lambda() {
        return path.lambda(index);
    }

    /// Rows beyond what the coefficients take up.
    double degrees() {
        return free - path.effectiveCoefficients(index);
    }

    /// ‖y − ŷ‖²·f/(f − Σhᵢ)², where f counts the rows that the intercept leaves: the intercept is a coefficient too.
    double gcv(int i) {
        double mean = scale * path.residualNorm(i) / (free - path.effectiveCoefficients(i));
        return free * (mean * mean);
    }
}

package dev.lanewise.linalg;

import java.util.Arrays;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// LAPACK's test ratios: an error in units of u times the size of what it is an error of, below one limit for all.
final class Ratios {
    /// Half a unit in the last place of 1.
    static final double U = 0x1p-53;
    /// LAPACK's own threshold.
    static final double LIMIT = 30.0;

    private Ratios() {}

    /// Fails unless error/(size·u) is below the limit; 0/0 is 0, because an empty or zero matrix has no error to make.
    static void assertSmall(String what, double error, double size) {
        double ratio = error == 0.0 ? 0.0 : error / (size * U);
        assertTrue(ratio < LIMIT, () -> what + ": " + ratio);
    }

    /// The largest column sum of magnitudes.
    static double norm1(Matrix a) {
        double norm = 0.0;
        for (int j = 0; j < a.cols(); j++) norm = Math.max(norm, Arrays.stream(a.column(j)).map(Math::abs).sum());
        return norm;
    }
}

package dev.lanewise.linalg;

import java.util.Arrays;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// LAPACK's test ratios: an error in units of u times the size of what it is an error of, below one limit for all.
final class Ratios {
    /// Half a unit in the last place of 1.
    static final double U = 0x1p-53;
    /// LAPACK's own threshold.
    static final double LIMIT = 30.0;
    /// The numbers of right-hand sides of LAPACK's tests.
    static final int[] RIGHT_HAND_SIDES = {1, 2, 15};

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

    static double longSide(Matrix a) {
        return Math.max(1, Math.max(a.rows(), a.cols()));
    }

    static Matrix rightHandSides(int rows, int count) {
        return new TestMatrices(rows).uniform(rows, count);
    }

    static Matrix minusProduct(Matrix b, Matrix a, Matrix x) {
        Matrix residual = b.copy();
        Blas.gemm(-1.0, a, x, 1.0, residual);
        return residual;
    }

    /// DQRT16: ‖b − Ax‖ for a b that A can reach.
    static void assertConsistent(String what, Matrix a, Matrix b, Matrix x) {
        assertSmall(what + " DQRT16 b − Ax", norm1(minusProduct(b, a, x)), longSide(a) * norm1(a) * norm1(x));
    }

    /// DQRT17: ‖RᵀA‖ for R = B − AX.
    static void assertOrthogonal(String what, Matrix a, Matrix b, Matrix x) {
        Matrix residual = minusProduct(b, a, x);
        double largest = Arrays.stream(residual.array()).map(Math::abs).max().orElse(0.0);
        // A residual that is rounding error has no direction to be right or wrong about.
        boolean isRounding = largest <= LIMIT * longSide(a) * norm1(a) * norm1(x) * U;
        double error = isRounding ? 0.0 : norm1(residual.transpose().times(a));
        assertSmall(what + " DQRT17 rᵀA", error, norm1(a) * largest * Math.max(longSide(a), b.cols()));
    }

    /// DQRT14: the largest element of the part of X that the QR factorisation of [Aᵀ X] leaves below the rows of A.
    static void assertInRowSpace(String what, Matrix a, Matrix solution) {
        Matrix x = TestMatrices.scaled(solution, -TestMatrices.exponent(solution));
        Matrix stacked = Matrix.zeros(a.cols(), a.rows() + x.cols());
        for (int i = 0; i < a.cols(); i++) {
            for (int j = 0; j < a.rows(); j++) stacked.set(i, j, a.get(j, i));
            for (int j = 0; j < x.cols(); j++) stacked.set(i, a.rows() + j, x.get(i, j));
        }
        Matrix r = HouseholderQr.of(stacked).r();
        double outside = 0.0;
        for (int i = a.rows(); i < r.rows(); i++) {
            for (int j = a.rows(); j < r.cols(); j++) outside = Math.max(outside, Math.abs(r.get(i, j)));
        }
        assertSmall(what + " DQRT14 row space", outside, Math.max(a.cols(), x.cols()));
    }
}

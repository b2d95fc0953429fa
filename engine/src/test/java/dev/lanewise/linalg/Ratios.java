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
        double ratio = ratio(error, size);
        assertTrue(ratio < LIMIT, () -> what + ": " + ratio);
    }

    private static double ratio(double error, double size) {
        return error == 0.0 ? 0.0 : error / (size * U);
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

    /// DQRT17: ‖RᵀA‖ for R = B − AX, in units of u‖A‖·max|R|.
    static double orthogonality(Matrix a, Matrix b, Matrix x) {
        Matrix residual = minusProduct(b, a, x);
        double largest = largest(residual);
        // A residual that is rounding error has no direction to be right or wrong about.
        boolean isRounding = largest <= LIMIT * longSide(a) * norm1(a) * norm1(x) * U;
        double error = isRounding ? 0.0 : norm1(residual.transpose().times(a));
        return ratio(error, norm1(a) * largest * Math.max(longSide(a), b.cols()));
    }

    static void assertOrthogonal(String what, Matrix a, Matrix b, Matrix x) {
        assertTrue(orthogonality(a, b, x) < LIMIT, () -> what + " DQRT17 rᵀA: " + orthogonality(a, b, x));
    }

    /// The same beside an X that may be long: who solves for an A that differs by u‖A‖ leaves u‖A‖(‖R‖ + ‖A‖‖X‖).
    static void assertNearlyOrthogonal(String what, Matrix a, Matrix b, Matrix x) {
        Matrix residual = minusProduct(b, a, x);
        double length = largest(residual) + norm1(a) * norm1(x);
        assertSmall(what + " DQRT17 rᵀA, long x", norm1(residual.transpose().times(a)), norm1(a) * length * Math.max(
                longSide(a), b.cols()));
    }

    /// DQRT14: the largest element of the part of X that the QR factorisation of [Aᵀ X] leaves below the rows of A.
    static double outsideRowSpace(Matrix a, Matrix solution) {
        return outside(a, solution, false);
    }

    static void assertInRowSpace(String what, Matrix a, Matrix solution) {
        assertTrue(outside(a, solution, false) < LIMIT, () -> what + " DQRT14 row space: " + outside(a, solution,
                false));
    }

    /// The same beside the multipliers Z of X = AᵀZ, which may be longer than X: A of another u‖A‖ takes u‖A‖‖Z‖ out of the
    /// row space.
    static void assertNearlyInRowSpace(String what, Matrix a, Matrix solution) {
        assertTrue(outside(a, solution, true) < LIMIT, () -> what + " DQRT14 row space, long z: " + outside(a, solution,
                true));
    }

    private static double outside(Matrix a, Matrix solution, boolean besideMultipliers) {
        Matrix x = TestMatrices.scaled(solution, -TestMatrices.exponent(solution));
        int m = a.rows(), k = x.cols();
        Matrix stacked = Matrix.zeros(a.cols(), m + k);
        for (int i = 0; i < a.cols(); i++) {
            for (int j = 0; j < m; j++) stacked.set(i, j, a.get(j, i));
            for (int j = 0; j < k; j++) stacked.set(i, m + j, x.get(i, j));
        }
        Matrix r = HouseholderQr.of(stacked).r();
        double outside = 0.0, multipliers = 0.0;
        for (int i = m; i < r.rows(); i++) {
            for (int j = m; j < r.cols(); j++) outside = Math.max(outside, Math.abs(r.get(i, j)));
        }
        for (int j = 0; besideMultipliers && j < k; j++) {
            double[] z = Matrix.column(r.array(), m + k, m + j, 0, m);
            Substitution.back(r.array(), m + k, m, z, 1);
            multipliers = Math.max(multipliers, Blas.nrm2(z));
        }
        return ratio(outside, Math.max(a.cols(), k) * Math.max(1.0, norm1(a) * multipliers));
    }

    private static double largest(Matrix a) {
        return Arrays.stream(a.array()).map(Math::abs).max().orElse(0.0);
    }
}

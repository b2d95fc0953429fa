package dev.lanewise.linalg;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.lanewise.internal.kernel.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// Operands that do not fit, or share an array, are refused in one sentence before anything has changed.
class BlasRefusalsTest {
    private final double[] two = {1, 2};
    private final double[] three = {3, 4, 5};
    private final double[] four = {6, 7, 8, 9};
    private final Matrix a = Matrix.of(2, 3, 1, 2, 3, 4, 5, 6);
    private final Matrix square = Matrix.wrap(2, 2, four);

    @AfterEach
    void nothingHasChanged() {
        assertArrayEquals(new double[] {1, 2}, two);
        assertArrayEquals(new double[] {3, 4, 5}, three);
        assertArrayEquals(new double[] {6, 7, 8, 9}, four);
        assertEquals(Matrix.of(2, 3, 1, 2, 3, 4, 5, 6), a);
    }

    @Test
    void vectorsOfDifferentLength() {
        refused("dot: x has length 2 but y has length 3", () -> Blas.dot(two, three));
        refused("axpy: x has length 3 but y has length 2", () -> Blas.axpy(2, three, two));
    }

    @Test
    void vectorsThatDoNotFitAMatrix() {
        refused("gemv: A is 2 × 3 but x has length 4", () -> Blas.gemv(2, a, four, 2, two));
        refused("gemv: A is 2 × 3 but y has length 4", () -> Blas.gemv(2, a, three, 2, four));
        refused("gemv: A is 2 × 3 but x has length 2", () -> Blas.gemv(2, a, two, 2, three));
        refused("gemvT: A is 2 × 3 but x has length 3", () -> Blas.gemvT(2, a, three, 2, two));
        refused("gemvT: A is 2 × 3 but y has length 4", () -> Blas.gemvT(2, a, two, 2, four));
    }

    @Test
    void lengthsAreCheckedThoughFactorsAreZero() {
        refused("gemv: A is 2 × 3 but x has length 4", () -> Blas.gemv(0, a, four, 0, two));
        refused("gemvT: A is 2 × 3 but y has length 4", () -> Blas.gemvT(0, a, two, 0, four));
        refused("gemm: A is 2 × 2, B is 2 × 3 and C is 2 × 2", () -> Blas.gemm(0, square, a, 0, Matrix.zeros(2, 2)));
    }

    @Test
    void matricesThatDoNotFit() {
        refused("gemm: A is 2 × 3, B is 2 × 2 and C is 2 × 2", () -> Blas.gemm(1, a, square, 1, square.copy()));
        refused("gemm: A is 2 × 2, B is 2 × 3 and C is 2 × 2", () -> Blas.gemm(1, square, a, 1, square.copy()));
        refused("gemm: A is 2 × 2, B is 2 × 3 and C is 1 × 3", () -> Blas.gemm(1, square, a, 1, Matrix.zeros(1, 3)));
    }

    @Test
    void resultsThatShareAnArrayWithAFactor() {
        refused("gemv: y shares its array with x", () -> Blas.gemv(2, square, two, 2, two));
        refused("gemvT: y shares its array with x", () -> Blas.gemvT(2, square, two, 2, two));
        Matrix row = Matrix.wrap(1, 3, three), column = Matrix.wrap(3, 1, three);
        refused("gemv: y shares its array with A", () -> Blas.gemv(2, column, new double[1], 2, three));
        refused("gemvT: y shares its array with A", () -> Blas.gemvT(2, row, new double[1], 2, three));
        refused("gemm: C shares its array with A or B", () -> Blas.gemm(2, square, Matrix.zeros(2, 2), 2, square));
        Matrix sameArray = Matrix.wrap(2, 2, four);
        refused("gemm: C shares its array with A or B", () -> Blas.gemm(2, Matrix.zeros(2, 2), square, 2, sameArray));
    }
}

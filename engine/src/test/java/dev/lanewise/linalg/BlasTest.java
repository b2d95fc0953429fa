package dev.lanewise.linalg;

import java.util.Arrays;

import dev.lanewise.internal.kernel.Bits;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// Small products by hand, empty operands, aliases that are allowed, and what is never read.
class BlasTest {
    private static final double NAN = Double.NaN;

    @Test
    void productsByHand() {
        Matrix a = Matrix.of(2, 3, 1, 2, 3, 4, 5, 6);
        assertEquals(32, Blas.dot(new double[] {1, 2, 3}, new double[] {4, 5, 6}));

        double[] y = {10, 20};
        Blas.gemv(2, a, new double[] {1, 0, -1}, 3, y);
        assertArrayEquals(new double[] {26, 56}, y);

        double[] z = {1, 2, 3};
        Blas.gemvT(2, a, new double[] {1, -1}, 10, z);
        assertArrayEquals(new double[] {4, 14, 24}, z);

        Matrix c = Matrix.of(2, 2, 1, 1, 1, 1);
        Blas.gemm(-1, a, a.transpose(), 2, c);
        assertEquals(Matrix.of(2, 2, -12, -30, -30, -75), c);

        double[] v = {1, 2};
        Blas.axpy(3, new double[] {10, 20}, v);
        assertArrayEquals(new double[] {31, 62}, v);
        Blas.scal(-2, v);
        assertArrayEquals(new double[] {-62, -124}, v);
    }

    @Test
    void axpyRoundsOnce() {
        double[] y = {-1};
        Blas.axpy(1 + 0x1p-52, new double[] {1 - 0x1p-52}, y);
        assertEquals(-0x1p-104, y[0]);
    }

    @Test
    void emptyOperands() {
        double[] none = {};
        Bits.assertSame(0.0, Blas.dot(none, none), "empty product");
        Blas.axpy(1, none, new double[0]);
        Blas.scal(1, none);

        double[] y = {1, 2};
        Blas.gemv(1, Matrix.zeros(2, 0), none, 3, y);
        assertArrayEquals(new double[] {3, 6}, y);
        Blas.gemvT(1, Matrix.zeros(0, 2), none, 3, y);
        assertArrayEquals(new double[] {9, 18}, y);
        Matrix c = Matrix.of(1, 2, 1, 2);
        Blas.gemm(1, Matrix.zeros(1, 0), Matrix.zeros(0, 2), 3, c);
        assertEquals(Matrix.of(1, 2, 3, 6), c);
        Blas.gemm(1, Matrix.zeros(1, 0), Matrix.zeros(0, 2), 0, c);
        assertEquals(Matrix.zeros(1, 2), c);
        Blas.gemv(1, Matrix.zeros(0, 2), y, 0, new double[0]);
    }

    @Test
    void aVectorMayMeetItself() {
        double[] x = {3, 4};
        assertEquals(25, Blas.dot(x, x));
        Blas.axpy(2, x, x);
        assertArrayEquals(new double[] {9, 12}, x);
        Matrix a = Matrix.of(2, 2, 1, 1, 0, 1);
        assertEquals(Matrix.of(2, 2, 1, 2, 0, 1), a.times(a));
    }

    @Test
    void betaOfZeroNeverReadsTheResult() {
        for (double beta : new double[] {0.0, -0.0}) {
            Matrix a = Matrix.of(2, 2, 1, 2, 3, 4);
            double[] x = {1, 1}, y = {NAN, Double.POSITIVE_INFINITY};
            Blas.gemv(1, a, x, beta, y);
            assertArrayEquals(new double[] {3, 7}, y);
            Arrays.fill(y, NAN);
            Blas.gemvT(1, a, x, beta, y);
            assertArrayEquals(new double[] {4, 6}, y);
            Matrix c = Matrix.of(2, 2, NAN, NAN, NAN, NAN);
            Blas.gemm(1, a, a, beta, c);
            assertEquals(Matrix.of(2, 2, 7, 10, 15, 22), c);
        }
    }

    @Test
    void alphaOfZeroNeverReadsTheFactorsOfGemmAndGemvT() {
        for (double alpha : new double[] {0.0, -0.0}) {
            Matrix a = Matrix.of(2, 2, NAN, Double.POSITIVE_INFINITY, NAN, NAN);
            Matrix c = Matrix.of(2, 2, 1, 2, 3, -0.0);
            Blas.gemm(alpha, a, a, -2, c);
            assertEquals(Matrix.of(2, 2, -2, -4, -6, 0.0), c);
            Blas.gemm(alpha, a, a, 0, c);
            assertEquals(Matrix.zeros(2, 2), c);
            double[] y = {1, -0.0};
            Blas.gemvT(alpha, a, new double[] {NAN, 1}, 1, y);
            Bits.assertSame(new double[] {1, -0.0}, y, "gemvT");
        }
    }

    /// gemv has no such exception: its α multiplies a finished product.
    @Test
    void alphaOfZeroTimesNaNIsNaNInGemv() {
        double[] y = {1};
        Blas.gemv(0, Matrix.of(1, 1, NAN), new double[] {1}, 1, y);
        assertEquals(NAN, y[0]);
    }

    /// fma(α·a, b, c): one rounding for α·a, one for all the rest.
    @Test
    void gemmRoundsAlphaTimesAFirst() {
        Matrix c = Matrix.of(1, 1, -1);
        Blas.gemm(1 + 0x1p-52, Matrix.of(1, 1, 1 + 0x1p-52), Matrix.of(1, 1, 1), 1, c);
        assertEquals(0x1p-51, c.get(0, 0), "the square's last bit was rounded away");
        Matrix d = Matrix.of(1, 1, -1);
        Blas.gemm(1, Matrix.of(1, 1, 1 + 0x1p-52), Matrix.of(1, 1, 1 - 0x1p-52), 1, d);
        assertEquals(-0x1p-104, d.get(0, 0), "the product itself is not rounded");
    }
}

package dev.lanewise.linalg;

import java.util.Map;

import dev.lanewise.linalg.TestMatrices.Kind;
import dev.lanewise.linalg.TestMatrices.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// LAPACK's ratio DQRT12, and the factors themselves.
class JacobiSvdTest {
    private static final Map<Kind, Double> CONDITIONS = Map.of(Kind.COND_2, 2.0, Kind.COND_SQRT, TestMatrices.SQRT_COND,
            Kind.COND_LARGE, TestMatrices.COND);

    @ParameterizedTest
    @EnumSource(names = {"COND_2", "COND_SQRT", "COND_LARGE"})
    void singularValuesOfRAreThoseOfA(Kind kind) {
        TestMatrices.of(kind).forEach(named -> check(named, kind));
    }

    /// Of an R whose panels go by eight; beyond 321 columns the rotations, 2n³ and more a sweep, take longer than all else.
    @ParameterizedTest
    @Tag("once")
    @EnumSource(names = {"COND_2", "COND_SQRT", "COND_LARGE"})
    void theSameOfALargeR(Kind kind) {
        TestMatrices.large(kind).forEach(named -> check(named, kind));
    }

    private static void check(Named named, Kind kind) {
        int m = named.a().rows(), n = named.a().cols();
        double[] expected = TestMatrices.graded(Math.min(m, n), CONDITIONS.get(kind));
        double[] values = LeastSquares.solve(named.a(), new double[m]).singularValues();
        assertEquals(expected.length, values.length);
        double sum = 0.0;
        for (int i = 0; i < values.length; i++) sum += Math.abs(values[i] - expected[i]);
        Ratios.assertSmall(named + " DQRT12", sum, Blas.nrm2(expected) * Math.max(m, n));
    }

    @Test
    void knownSingularValues() {
        assertArrayEquals(new double[] {4, 3, 2}, values(Matrix.of(3, 3, 2, 0, 0, 0, -4, 0, 0, 0, 3)));
        assertArrayEquals(new double[] {3, 1}, values(Matrix.of(2, 2, 2, 1, 1, 2)), 0x1p-50);
        assertArrayEquals(new double[] {5, 0}, values(Matrix.of(2, 2, 3, 0, 4, 0)), 0x1p-50);
        assertArrayEquals(new double[] {0, 0}, values(Matrix.zeros(2, 7)));
        assertArrayEquals(new double[] {}, values(Matrix.zeros(0, 7)));
    }

    @Test
    void extremeScalesNeitherOverflowNorUnderflow() {
        assertArrayEquals(new double[] {0x1.8p1001, 0x1p1000}, values(Matrix.of(2, 2, 0x1p1001, 0x1p1000, 0x1p1000,
                0x1p1001)), 0x1p951);
        assertArrayEquals(new double[] {0x1.8p-999, 0x1p-1000}, values(Matrix.of(2, 2, 0x1p-999, 0x1p-1000, 0x1p-1000,
                0x1p-999)), 0x1p-1049);
    }

    @Test
    void leftAndRightVectorsAreOrthonormalAndRebuildTheMatrix() {
        int count = 9;
        int length = 17;
        Matrix g = new TestMatrices(5).uniform(count, length);
        JacobiSvd svd = JacobiSvd.of(g.toArray(), count, length);
        Matrix u = Matrix.zeros(count, count);
        Matrix v = Matrix.zeros(count, length);
        Matrix sigma = Matrix.zeros(count, count);
        for (int i = 0; i < count; i++) {
            System.arraycopy(svd.right(i), 0, u.array(), i * count, count);
            System.arraycopy(svd.left(i), 0, v.array(), i * length, length);
            sigma.set(i, i, svd.value(i));
        }
        assertSmall(TestMatrices.minus(u.times(u.transpose()), TestMatrices.identity(count)));
        assertSmall(TestMatrices.minus(v.times(v.transpose()), TestMatrices.identity(count)));
        assertSmall(TestMatrices.minus(u.transpose().times(sigma).times(v), g));
    }

    private static void assertSmall(Matrix error) {
        Ratios.assertSmall(error.toString(), Ratios.norm1(error), error.cols());
    }

    private static double[] values(Matrix a) {
        return LeastSquares.solve(a, new double[a.rows()]).singularValues();
    }
}

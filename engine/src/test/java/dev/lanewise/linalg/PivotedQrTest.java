package dev.lanewise.linalg;

import java.util.Arrays;
import java.util.stream.Stream;

import dev.lanewise.linalg.TestMatrices.Kind;
import dev.lanewise.linalg.TestMatrices.Named;
import org.junit.jupiter.api.Test;

import static dev.lanewise.linalg.Ratios.assertSmall;
import static dev.lanewise.linalg.TestMatrices.scaled;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// LAPACK's ratio DQPT01, and the promise that pivoting makes.
class PivotedQrTest {
    private static final double SLACK = 1.0 + 4.0 * Math.sqrt(Ratios.U);

    private static Stream<Named> matrices() {
        return Stream.concat(TestMatrices.all(),
                Stream.of(Kind.UPPER, Kind.RANDOM, Kind.COND_LARGE).flatMap(TestMatrices::large));
    }

    @Test
    void factorsReproduceThePermutedMatrix() {
        matrices().forEach(named -> {
            int k = -TestMatrices.exponent(named.a());
            Matrix a = scaled(named.a(), k);
            PivotedQr qr = factor(named.a());
            Matrix permuted = Matrix.zeros(a.rows(), a.cols());
            for (int i = 0; i < a.rows(); i++) {
                for (int j = 0; j < a.cols(); j++) permuted.set(i, j, a.get(i, qr.order()[j]));
            }
            qr.applyTransposed(permuted.array(), a.cols());
            Matrix r = scaled(Matrix.wrap(a.rows(), a.cols(), qr.r()), k);
            double error = Ratios.norm1(TestMatrices.minus(permuted, r));
            double size = Math.max(Math.max(a.rows(), a.cols()), 1) * Ratios.norm1(a);
            assertSmall(named + " DQPT01 QᵀAP − R", error, size);
        });
    }

    @Test
    void eachPivotIsAtLeastAsLongAsWhatRemains() {
        matrices().forEach(named -> assertPivots(named.toString(), factor(named.a())));
    }

    @Test
    void nearRankTwoDoesNotDeceiveTheDowndating() {
        for (int n : new int[] {5, 10, 33, 50}) {
            for (int exponent = 10; exponent <= 60; exponent++) {
                TestMatrices random = new TestMatrices(exponent * 100L + n);
                Matrix a = random.uniform(n, 2).times(random.uniform(2, n));
                Matrix noise = scaled(random.uniform(n, n), -exponent);
                for (int i = 0; i < n * n; i++) a.array()[i] += noise.array()[i];
                assertPivots(n + " × " + n + " noise 2^-" + exponent, factor(a));
            }
        }
    }

    @Test
    void ofEqualColumnsTheFirstComesFirst() {
        PivotedQr qr = factor(Matrix.of(2, 4, 1, 3, 3, 1, 1, 4, 4, 1));
        assertEquals(1, qr.order()[0]);
        assertEquals(5.0, qr.pivot(0), 0x1p-50);
        int[] sorted = qr.order().clone();
        Arrays.sort(sorted);
        assertArrayEquals(new int[] {0, 1, 2, 3}, sorted);
    }

    @Test
    void aGivenOrderIsKept() {
        double[] a = {1, 2, 3, 4, 5, 6, 7, 8, 10};
        PivotedQr qr = PivotedQr.inOrder(a, 3, 3, new int[] {2, 0, 1});
        assertArrayEquals(new int[] {2, 0, 1}, qr.order());
        assertEquals(Math.sqrt(9.0 + 36.0 + 100.0), qr.pivot(0), 0x1p-48);
    }

    private static PivotedQr factor(Matrix a) {
        return PivotedQr.of(a.array(), a.rows(), a.cols());
    }

    private static void assertPivots(String name, PivotedQr qr) {
        for (int k = 0; k < Math.min(qr.rows(), qr.cols()); k++) {
            for (int j = k + 1; j < qr.cols(); j++) {
                double remains = Blas.nrm2(Matrix.column(qr.r(), qr.cols(), j, k, qr.rows()));
                boolean holds = remains <= SLACK * qr.pivot(k);
                String where = name + ": column " + j + " at pivot " + k + " keeps " + remains;
                assertTrue(holds, where);
            }
        }
    }
}

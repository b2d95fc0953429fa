package dev.lanewise.linalg;

import java.util.Arrays;
import java.util.stream.Stream;

import dev.lanewise.linalg.TestMatrices.Kind;
import dev.lanewise.linalg.TestMatrices.Named;
import org.junit.jupiter.api.Test;

import static dev.lanewise.internal.kernel.Refusals.refused;
import static dev.lanewise.linalg.Ratios.assertSmall;
import static dev.lanewise.linalg.Ratios.norm1;
import static dev.lanewise.linalg.TestMatrices.identity;
import static dev.lanewise.linalg.TestMatrices.minus;
import static dev.lanewise.linalg.TestMatrices.padded;
import static dev.lanewise.linalg.TestMatrices.scaled;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// LAPACK's ratios DQRT01, 02 and 04, and the bits against the textbook; small matrices, whose panels follow each other, and
/// large ones, which eight panels pass at a time.
class HouseholderQrTest {
    private static Stream<Named> matrices() {
        return Stream.concat(TestMatrices.all(), Arrays.stream(Kind.values()).flatMap(TestMatrices::large));
    }

    @Test
    void factorsReproduceTheMatrix() {
        matrices().forEach(named -> {
            // R and A are brought to norm 1 by a power of two, so that the ratio itself cannot overflow.
            int k = -TestMatrices.exponent(named.a());
            Matrix a = scaled(named.a(), k);
            HouseholderQr qr = HouseholderQr.of(named.a());
            Matrix r = padded(scaled(qr.r(), k), a.rows());
            double size = Math.max(a.rows(), 1) * norm1(a);
            assertSmall(named + " DQRT01 R − QᵀA", norm1(minus(r, qr.applyQTransposed(a))), size);
            assertSmall(named + " DQRT04 A − QR", norm1(minus(a, qr.applyQ(r))), size);
        });
    }

    @Test
    void qIsOrthogonal() {
        matrices().forEach(named -> {
            HouseholderQr qr = HouseholderQr.of(named.a());
            Matrix q = qr.q();
            int m = q.rows();
            assertSmall(named + " DQRT02 I − QᵀQ", norm1(minus(identity(m), q.transpose().times(q))), m);
            Matrix thin = qr.thinQ();
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < thin.cols(); j++) assertEquals(q.get(i, j), thin.get(i, j), 0.0);
            }
        });
    }

    /// CQ is (QᵀCᵀ)ᵀ, and CQᵀ is (QCᵀ)ᵀ.
    @Test
    void applyingQIsMultiplyingByIt() {
        matrices().forEach(named -> {
            HouseholderQr qr = HouseholderQr.of(named.a());
            Matrix q = qr.q();
            Matrix c = new TestMatrices(7).uniform(named.a().rows(), 15);
            double size = Math.max(c.rows(), 1) * norm1(c);
            assertSmall(named + " DQRT04 QC", norm1(minus(q.times(c), qr.applyQ(c))), size);
            assertSmall(named + " DQRT04 QᵀC", norm1(minus(q.transpose().times(c), qr.applyQTransposed(c))), size);
            Matrix row = c.transpose();
            double rowSize = Math.max(c.rows(), 1) * norm1(row);
            Matrix cq = qr.applyQTransposed(c).transpose(), cqt = qr.applyQ(c).transpose();
            assertSmall(named + " DQRT04 CQ", norm1(minus(row.times(q), cq)), rowSize);
            assertSmall(named + " DQRT04 CQᵀ", norm1(minus(row.times(q.transpose()), cqt)), rowSize);
        });
    }

    @Test
    void rIsUpperTrapezoidalWithDiagonalNotNegative() {
        TestMatrices.all().forEach(named -> {
            Matrix r = HouseholderQr.of(named.a()).r();
            assertEquals(Math.min(named.a().rows(), named.a().cols()), r.rows());
            assertEquals(named.a().cols(), r.cols());
            for (int i = 0; i < r.rows(); i++) {
                assertTrue(r.get(i, i) >= 0.0, named::toString);
                for (int j = 0; j < i; j++) assertEquals(0.0, r.get(i, j), named::toString);
            }
        });
    }

    @Test
    void bitsAreThoseOfTheTextbookLoop() {
        Stream.concat(TestMatrices.of(Kind.RANDOM, Kind.UPPER, Kind.COND_LARGE), TestMatrices.large(Kind.RANDOM))
                .forEach(named -> {
                    Matrix c = new TestMatrices(11).uniform(named.a().rows(), 3);
                    TextbookQr textbook = new TextbookQr(named.a(), c);
                    HouseholderQr qr = HouseholderQr.of(named.a());
                    assertArrayEquals(textbook.r(), qr.r().toArray(), named.toString());
                    assertArrayEquals(textbook.c(), qr.applyQTransposed(c).toArray(), named.toString());
                });
    }

    @Test
    void columnsKeepTheirDigitsWhateverTheirScales() {
        Matrix a = new TestMatrices(3).uniform(20, 6);
        Matrix b = a.copy();
        int[] exponents = {0, 1000, -1000, 350, -1020, 17};
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 6; j++) b.set(i, j, Math.scalb(a.get(i, j), exponents[j]));
        }
        // A column of 2⁻¹⁰²⁰ is partly subnormal as given, so the comparison starts from what was stored.
        for (int i = 0; i < 20; i++) a.set(i, 4, Math.scalb(b.get(i, 4), 1020));
        Matrix ra = HouseholderQr.of(a).r();
        Matrix rb = HouseholderQr.of(b).r();
        for (int i = 0; i < 6; i++) {
            for (int j = i; j < 6; j++) assertEquals(Math.scalb(ra.get(i, j), exponents[j]), rb.get(i, j));
        }
    }

    @Test
    void aRemainderThatWouldUnderflowKeepsItsDigits() {
        // The second column is the first plus 2⁻⁶⁰⁰ times another: the squares of its remainder are zero in doubles.
        Matrix a = Matrix.of(3, 2, 1, 1, 0, 0x3p-600, 0, 0x4p-600);
        Matrix r = HouseholderQr.of(a).r();
        assertArrayEquals(new double[] {1, 1, 0, 0x5p-600}, r.toArray());
        // Here only the tail's square underflows: it is not zero, so the column must still be turned onto its diagonal.
        a = Matrix.of(2, 2, 1, 1, 0x1p-600, 1);
        HouseholderQr qr = HouseholderQr.of(a);
        assertArrayEquals(new double[] {1, 1, 0, 1}, qr.r().toArray());
        assertEquals(a, qr.q().times(qr.r()));
        Matrix tiny = Matrix.of(2, 2, 1, 0, 0, 0x1p-1074);
        assertEquals(tiny, HouseholderQr.of(tiny).r());
    }

    @Test
    void aDiagonalMatrixIsItsOwnTriangle() {
        Matrix a = Matrix.of(3, 3, 3, 0, 0, 0, -2, 0, 0, 0, 1);
        HouseholderQr qr = HouseholderQr.of(a);
        assertArrayEquals(new double[] {3, 0, 0, 0, 2, 0, 0, 0, 1}, qr.r().toArray());
        assertArrayEquals(new double[] {1, 0, 0, 0, -1, 0, 0, 0, 1}, qr.q().toArray());
    }

    @Test
    void refusesWhatItCannotFactor() {
        Matrix a = Matrix.of(4, 2, 1, 2, 3, 4, 5, 6, Double.NaN, 8);
        refused("HouseholderQr: A has NaN at row 3, column 0", () -> HouseholderQr.of(a));
        a.set(3, 0, 7);
        HouseholderQr qr = HouseholderQr.of(a);
        refused("applyQ: Q is 4 × 4 but C is 3 × 1", () -> qr.applyQ(Matrix.zeros(3, 1)));
        refused("HouseholderQr: 268435456 rows of 8 columns, in panels of eight, are more than one array can hold",
                () -> Panels.zeros("HouseholderQr", 1 << 28, 1));
        assertEquals("Q of 4 × 4 and R of 2 × 2", qr.toString());
        refused("applyQTransposed: Q is 4 × 4 but C is 3 × 1", () -> qr.applyQTransposed(new double[3]));
        double[] b = {1, 2, 3, 4};
        Matrix column = Matrix.of(4, 1, b);
        assertArrayEquals(qr.applyQTransposed(column).array(), qr.applyQTransposed(b));
        assertArrayEquals(qr.applyQ(column).array(), qr.applyQ(b));
        refused("applyQTransposed: Q is 4 × 4 but C is 5 × 0", () -> qr.applyQTransposed(Matrix.zeros(5, 0)));
    }
}

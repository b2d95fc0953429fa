package dev.lanewise.linalg;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// The table of docs/reliability.md: what least squares makes of input that nobody should give it.
class BadInputTest {
    private static final double NAN = Double.NaN, INFINITY = Double.POSITIVE_INFINITY;
    private static final double[] B = {1, 2, 3};

    private static void refused(String sentence, Executable call) {
        assertEquals(sentence, assertThrows(RuntimeException.class, call).getMessage());
    }

    private static Matrix a(double... elements) {
        return Matrix.of(3, elements.length / 3, elements);
    }

    private static void solved(int rank, Set<FitFlag> flags, double[] x, Matrix a, double... b) {
        Fit fit = LeastSquares.solve(a, b);
        assertEquals(rank, fit.rank());
        assertEquals(rank == a.cols(), fit.isUnique());
        assertEquals(flags, fit.flags());
        assertArrayEquals(x, fit.x(), 1e-14 * Blas.nrm2(x));
    }

    @Test
    void whatIsNotFinite() {
        refused("LeastSquares: A has NaN at row 1, column 1", () -> LeastSquares.solve(a(1, 2, 3, NAN, 5, 6), B));
        refused("LeastSquares: A has −∞ at row 2, column 1", () -> LeastSquares.solve(a(1, 2, 3, 4, 5, -INFINITY), B));
        refused("LeastSquares: b has ∞ at row 1, column 0", () -> LeastSquares.solve(a(1, 2, 4), new double[] {1,
                INFINITY, 3}));
        refused("LeastSquares: weight 1 is NaN but must be finite and not negative", () -> LeastSquares.of(a(1, 2, 4))
                .weights(1, NAN, 1));
        refused("LeastSquares: weight 2 is -1.0 but must be finite and not negative", () -> LeastSquares.of(a(1, 2, 4))
                .weights(1, 1, -1));
        double[] heavy = {1, 1e300, 0};
        refused("LeastSquares: row 1 of A times the root of its weight 1.0E300 is beyond the largest double",
                () -> LeastSquares.of(a(1, 1e200, 4)).weights(heavy).solve(B));
        refused("LeastSquares: row 1 of b times the root of its weight 1.0E300 is beyond the largest double",
                () -> LeastSquares.of(a(1, 2, 4)).weights(heavy).ridgePath(new double[] {1, 1e200, 3}, 1));
        refused("QrAccumulator: row 1 of B times the root of its weight 1.0E300 is beyond the largest double",
                () -> new QrAccumulator(1, 1).add(a(1, 2, 4), a(1, -1e200, 3), heavy));
        refused("LeastSquares: a ridge of -1.0 is not finite and ≥ 0", () -> LeastSquares.of(a(1, 2, 4)).ridge(-1));
        refused("LeastSquares: a ridge of NaN is not finite and ≥ 0", () -> LeastSquares.of(a(1, 2, 4)).ridgePath(B,
                NAN));
        refused("QrAccumulator: A has NaN at row 0, column 0",
                () -> new QrAccumulator(1, 1).add(new double[] {NAN}, 2));
        refused("PolynomialFit: x has NaN at row 1, column 0", () -> PolynomialFit.degree(1).fit(new double[] {1, NAN},
                new double[2]));
    }

    @Test
    void columnsThatSayNothingNew() {
        Set<FitFlag> deficient = EnumSet.of(FitFlag.RANK_DEFICIENT);
        solved(0, deficient, new double[2], Matrix.zeros(3, 2), B);
        solved(1, deficient, new double[] {17.0 / 42, 17.0 / 42}, a(1, 1, 2, 2, 4, 4), B);
        // 0.3 is not three times 0.1, nor 2.1 three times 0.7: the columns depend on each other but for rounding.
        solved(1, deficient, new double[] {2.6 / 5.4, 7.8 / 5.4}, a(0.1, 0.3, 0.2, 0.6, 0.7, 2.1), 1, 2, 3);
    }

    @Test
    void veryLargeAndVerySmallNumbers() {
        Set<FitFlag> none = EnumSet.noneOf(FitFlag.class);
        double[] x = {-1.0 / 14, 0.5};
        solved(2, none, new double[] {x[0], x[1]}, a(1, 2, 3, 4, 5, 7), B);
        solved(2, none, new double[] {x[0] * 0x1p-1000, x[1] * 0x1p-1000}, a(0x1p1000, 0x1p1001, 3 * 0x1p1000,
                0x1p1002, 5 * 0x1p1000, 7 * 0x1p1000), B);
        solved(2, none, new double[] {x[0] * 0x1p1000, x[1] * 0x1p1000}, a(0x1p-1000, 0x1p-999, 3 * 0x1p-1000,
                0x1p-998, 5 * 0x1p-1000, 7 * 0x1p-1000), B);
        solved(1, none, new double[] {1}, a(4.9e-324, 9.8e-324, 1.5e-323), 4.9e-324, 9.8e-324, 1.5e-323);
        refused("LeastSquares: coefficient 0 of right-hand side 0 is beyond the largest double", () -> LeastSquares
                .solve(a(1e-300, 2e-300, 3e-300), new double[] {1e300, 2e300, 3e300}));
    }

    @Test
    void shapes() {
        refused("LeastSquares: A is null", () -> LeastSquares.solve(null, B));
        refused("LeastSquares: b is null", () -> LeastSquares.solve(a(1, 2, 4), (double[]) null));
        refused("LeastSquares: the weights are null", () -> LeastSquares.of(a(1, 2, 4)).weights((double[]) null));
        refused("LeastSquares: the ridges are null", () -> LeastSquares.of(a(1, 2, 4)).ridgePath(B, (double[]) null));
        refused("HouseholderQr: A is null", () -> HouseholderQr.of(null));
        refused("QrAccumulator: the row is null", () -> new QrAccumulator(1, 1).add((double[]) null, 1));
        refused("QrAccumulator: b is null", () -> new QrAccumulator(1, 1).add(a(1, 2, 4), (double[]) null));
        refused("QrAccumulator: A is null", () -> new QrAccumulator(1, 1).add((Matrix) null, B));
        refused("QrAccumulator: the other one is null", () -> new QrAccumulator(1, 1).merge(null));
        refused("QrAccumulator: the ridges are null", () -> new QrAccumulator(1, 1).ridgePath((double[]) null));
        refused("PolynomialAccumulator: x is null", () -> PolynomialFit.degree(1).over(0, 1).add(null, B));
        refused("PolynomialAccumulator: y is null", () -> PolynomialFit.degree(1).over(0, 1).add(B, null));
        refused("PolynomialFit: y is null", () -> PolynomialFit.degree(1).fit(B, null));
        refused("LeastSquares: A is 3 × 1 but b has length 2", () -> LeastSquares.solve(a(1, 2, 4), new double[2]));
        refused("LeastSquares: A is 3 × 1 but there are 2 weights", () -> LeastSquares.of(a(1, 2, 4)).weights(1, 2));
        Fit noColumns = LeastSquares.solve(Matrix.zeros(3, 0), new double[] {1, 2, 2});
        assertEquals(3.0, noColumns.residualNorm());
        Fit noRows = LeastSquares.solve(Matrix.zeros(0, 3), new double[0]);
        assertArrayEquals(new double[3], noRows.x());
        assertEquals(EnumSet.of(FitFlag.RANK_DEFICIENT), noRows.flags());
        assertArrayEquals(SHORTEST, LeastSquares.solve(Matrix.of(1, 3, 1, 2, 2), new double[] {9}).x(), 1e-15);
    }

    private static final double[] SHORTEST = {1, 2, 2};

    @Test
    void fewerRowsThanColumns() {
        double[] nine = {9};
        refused("LeastSquares: A has NaN at row 0, column 1",
                () -> LeastSquares.solve(Matrix.of(1, 3, 1, NAN, 2), nine));
        Set<FitFlag> deficient = EnumSet.of(FitFlag.RANK_DEFICIENT);
        for (int k : new int[] {0, 1000, -1000, -1073}) {
            Matrix row = TestMatrices.scaled(Matrix.of(1, 3, 1, 2, 2), k);
            solved(1, deficient, SHORTEST, row, Math.scalb(9.0, k));
        }
        refused("LeastSquares: coefficient 0 of right-hand side 0 is beyond the largest double", () -> LeastSquares
                .solve(Matrix.of(1, 3, 1e-300, 2e-300, 2e-300), new double[] {1e10}));
        solved(0, deficient, new double[3], Matrix.zeros(1, 3), 9);
        // A short column does not do what a long one can, however short it is.
        solved(1, deficient, new double[] {1, 1e-300, 0}, Matrix.of(1, 3, 1e300, 1, 1e-300), 1e300);
        solved(2, deficient, new double[] {1, 3e300, 0}, Matrix.of(2, 3, 1e300, 0, 1e-300, 0, 1e-300, 0), 1e300, 3);
        // Rows that say the same, and rows that do so but for rounding.
        solved(1, deficient, new double[] {1.5, 3, 3}, Matrix.of(2, 3, 1, 2, 2, 1, 2, 2), 9, 18);
        Matrix rounded = Matrix.of(2, 3, 0.1, 0.2, 0.7, 0.3, 0.6, 2.1);
        solved(1, deficient, new double[] {0.1 / 0.54, 0.2 / 0.54, 0.7 / 0.54}, rounded, 1, 3);
        Fit asked = LeastSquares.of(rounded).rank(RankRule.none()).solve(new double[] {1, 2});
        assertEquals(EnumSet.of(FitFlag.RANK_DEFICIENT, FitFlag.REFINEMENT_STALLED), asked.flags());
        // A row 10²⁰ times shorter than another is a rounding error of it.
        solved(1, deficient, SHORTEST, Matrix.of(2, 3, 1e10, 2e10, 2e10, 1e-10, 0, 3e-10), 9e10, 4e-10);
    }

    @Test
    void polynomials() {
        refused("PolynomialFit: y has NaN at row 1, column 0", () -> PolynomialFit.degree(1).fit(new double[] {1, 2},
                new double[] {1, NAN}));
        refused("PolynomialFit: x has length 3 but y has length 2",
                () -> PolynomialFit.degree(2).fit(B, new double[2]));
        refused("PolynomialFit: a degree of 16384 is more than 16383", () -> PolynomialFit.degree(16_384));
        refused("PolynomialFit: a degree of 2147483647 is more than 16383", () -> PolynomialFit.degree(
                Integer.MAX_VALUE));
        PolynomialAccumulator points = PolynomialFit.degree(3).over(0, 1);
        refused("PolynomialAccumulator: x has NaN at row 1, column 0", () -> points.add(new double[] {1, NAN},
                new double[2]));
        refused("PolynomialAccumulator: y has ∞ at row 0, column 0", () -> points.add(new double[] {1}, new double[] {
                INFINITY}));
        refused("PolynomialFit: point 1, x = 1.0E200, is so far outside the range that its power 2 is no double",
                () -> points.add(new double[] {1, 1e200}, new double[2]));
        assertEquals(0, points.points());
        assertEquals(5.0, PolynomialFit.degree(2).fit(new double[] {3}, new double[] {5}).value(3));
        assertEquals(EnumSet.of(FitFlag.RANK_DEFICIENT), points.solve().fit().flags());
    }

    @Test
    void bytesThatAreNoAccumulator() {
        String none = "QrAccumulator: not the bytes of an accumulator: ";
        byte[] bytes = new QrAccumulator(2, 1).add(a(1, 2, 3, 4, 5, 7), B).toBytes();
        refused("QrAccumulator: the bytes are null", () -> QrAccumulator.fromBytes(null));
        refused(none + "0 bytes are too few to be one", () -> QrAccumulator.fromBytes(new byte[0]));
        refused(none + "these bytes are something else", () -> QrAccumulator.fromBytes(new byte[bytes.length]));
        refused(none + "it has been cut off: 115 bytes of 116", () -> QrAccumulator.fromBytes(Arrays.copyOf(bytes,
                115)));
        refused(none + "117 bytes are more than its 116", () -> QrAccumulator.fromBytes(Arrays.copyOf(bytes, 117)));
        byte[] damaged = bytes.clone();
        damaged[60] ^= 4;
        refused(none + "its checksum does not fit its bytes", () -> QrAccumulator.fromBytes(damaged));
    }
}

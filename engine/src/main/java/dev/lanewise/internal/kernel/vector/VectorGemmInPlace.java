package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.MatrixView;

/// C += αAB for products that are not worth packing, straight from memory; the rows of B and C must be contiguous, A
/// may have any strides.
///
///       whole tiles of 8 × 3 vectors │ vectors of columns, four rows at a time │ columns, four rows at a time
///       ─────────────────────────────┘
///       rows behind the last whole tile: as vectors of columns
final class VectorGemmInPlace {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    /// Up to this many rows, columns and steps of k, reading in place is faster than packing first.
    private static final int LARGEST = 384;
    /// The same where the tile cannot read A as it is, or αA must be formed for each element anew.
    private static final int LARGEST_SCALED = 24;
    /// Rows of B this many doubles apart fall into the same few sets of the first-level cache.
    private static final int CONFLICT = 512;

    private VectorGemmInPlace() {}

    static boolean suits(double alpha, MatrixView a, MatrixView b, MatrixView c) {
        int largest = alpha == 1.0 && GemmTile.READS_IN_PLACE ? LARGEST : LARGEST_SCALED;
        return c.rows() <= largest && c.cols() <= largest && a.cols() <= largest && b.colStride() == 1
                && c.colStride() == 1 && (b.rowStride() % CONFLICT != 0 || a.cols() <= LARGEST_SCALED);
    }

    static void multiply(double alpha, MatrixView a, MatrixView b, MatrixView c) {
        // The tile takes A as it is: αA would need a copy.
        int tiledRows = alpha == 1.0 && GemmTile.READS_IN_PLACE ? c.rows() - c.rows() % GemmTile.ROWS : 0;
        int tiledCols = tiledRows > 0 ? c.cols() - c.cols() % GemmTile.COLS : 0;
        for (int j = 0; j < tiledCols; j += GemmTile.COLS) {
            for (int i = 0; i < tiledRows; i += GemmTile.ROWS) {
                GemmTile.multiply(a.cols(), a.data(), a.offset() + i * a.rowStride(), a.rowStride(), a.colStride(),
                        b.data(), b.offset() + j, b.rowStride(), c.data(), c.offset() + i * c.rowStride() + j,
                        c.rowStride());
            }
        }
        vectors(alpha, a, b, c, tiledRows, 0, tiledCols);
        vectors(alpha, a, b, c, 0, tiledCols, c.cols());
    }

    /// Rows from `firstRow` on of the columns from `firstCol` to before `endCol`.
    private static void vectors(double alpha, MatrixView a, MatrixView b, MatrixView c, int firstRow, int firstCol,
            int endCol) {
        int m = c.rows(), depth = a.cols(), aRow = a.rowStride(), aCol = a.colStride(), cRow = c.rowStride();
        int j = firstCol;
        for (; j <= endCol - LANES; j += LANES) {
            int bj = b.offset() + j, cj = c.offset() + j;
            int i = firstRow;
            for (; i <= m - 4; i += 4) {
                fourRows(alpha, depth, a.data(), a.offset() + i * aRow, aRow, aCol, b.data(), bj, b.rowStride(),
                        c.data(), cj + i * cRow, cRow);
            }
            for (; i < m; i++) {
                oneRow(alpha, depth, a.data(), a.offset() + i * aRow, aCol, b.data(), bj, b.rowStride(), c.data(),
                        cj + i * cRow);
            }
        }
        for (; j < endCol; j++) {
            int bj = b.offset() + j, cj = c.offset() + j;
            int i = firstRow;
            for (; i <= m - 4; i += 4) {
                fourElements(alpha, depth, a.data(), a.offset() + i * aRow, aRow, aCol, b.data(), bj, b.rowStride(),
                        c.data(), cj + i * cRow, cRow);
            }
            for (; i < m; i++) {
                int at = cj + i * cRow;
                c.data()[at] = element(alpha, depth, a.data(), a.offset() + i * aRow, aCol, b.data(), bj,
                        b.rowStride(), c.data()[at]);
            }
        }
    }

    private static void fourRows(double alpha, int depth, double[] a, int aOff, int aRow, int aCol, double[] b,
            int bOff, int bStride, double[] c, int cOff, int cStride) {
        int cOff1 = cOff + cStride, cOff2 = cOff1 + cStride, cOff3 = cOff2 + cStride;
        DoubleVector c0 = DoubleVector.fromArray(SPECIES, c, cOff), c1 = DoubleVector.fromArray(SPECIES, c, cOff1);
        DoubleVector c2 = DoubleVector.fromArray(SPECIES, c, cOff2), c3 = DoubleVector.fromArray(SPECIES, c, cOff3);
        for (int k = 0, p = aOff, q = bOff; k < depth; k++, p += aCol, q += bStride) {
            DoubleVector bk = DoubleVector.fromArray(SPECIES, b, q);
            c0 = DoubleVector.broadcast(SPECIES, alpha * a[p]).fma(bk, c0);
            c1 = DoubleVector.broadcast(SPECIES, alpha * a[p + aRow]).fma(bk, c1);
            c2 = DoubleVector.broadcast(SPECIES, alpha * a[p + 2 * aRow]).fma(bk, c2);
            c3 = DoubleVector.broadcast(SPECIES, alpha * a[p + 3 * aRow]).fma(bk, c3);
        }
        c0.intoArray(c, cOff);
        c1.intoArray(c, cOff1);
        c2.intoArray(c, cOff2);
        c3.intoArray(c, cOff3);
    }

    private static void oneRow(double alpha, int depth, double[] a, int aOff, int aCol, double[] b, int bOff,
            int bStride, double[] c, int cOff) {
        DoubleVector sum = DoubleVector.fromArray(SPECIES, c, cOff);
        for (int k = 0, p = aOff, q = bOff; k < depth; k++, p += aCol, q += bStride) {
            sum = DoubleVector.broadcast(SPECIES, alpha * a[p]).fma(DoubleVector.fromArray(SPECIES, b, q), sum);
        }
        sum.intoArray(c, cOff);
    }

    private static void fourElements(double alpha, int depth, double[] a, int aOff, int aRow, int aCol, double[] b,
            int bOff, int bStride, double[] c, int cOff, int cStride) {
        double c0 = c[cOff], c1 = c[cOff + cStride], c2 = c[cOff + 2 * cStride], c3 = c[cOff + 3 * cStride];
        for (int k = 0, p = aOff, q = bOff; k < depth; k++, p += aCol, q += bStride) {
            double bk = b[q];
            c0 = Math.fma(alpha * a[p], bk, c0);
            c1 = Math.fma(alpha * a[p + aRow], bk, c1);
            c2 = Math.fma(alpha * a[p + 2 * aRow], bk, c2);
            c3 = Math.fma(alpha * a[p + 3 * aRow], bk, c3);
        }
        c[cOff] = c0;
        c[cOff + cStride] = c1;
        c[cOff + 2 * cStride] = c2;
        c[cOff + 3 * cStride] = c3;
    }

    private static double element(double alpha, int depth, double[] a, int aOff, int aCol, double[] b, int bOff,
            int bStride, double sum) {
        for (int k = 0, p = aOff, q = bOff; k < depth; k++, p += aCol, q += bStride) {
            sum = Math.fma(alpha * a[p], b[q], sum);
        }
        return sum;
    }
}

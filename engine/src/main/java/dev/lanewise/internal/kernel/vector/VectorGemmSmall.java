package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.MatrixView;

/// C += αAB for small products, straight from memory: lanes along the rows of B and C, which must be contiguous; A may
/// have any strides.
final class VectorGemmSmall {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();

    private VectorGemmSmall() {}

    static void multiply(double alpha, MatrixView a, MatrixView b, MatrixView c) {
        int m = c.rows(), n = c.cols(), depth = a.cols();
        int aRow = a.rowStride(), aCol = a.colStride();
        int j = 0;
        for (; j <= n - LANES; j += LANES) {
            int bj = b.offset() + j, cj = c.offset() + j;
            int i = 0;
            for (; i <= m - 4; i += 4) {
                fourRows(alpha, depth, a.data(), a.offset() + i * aRow, aRow, aCol, b.data(), bj, b.rowStride(),
                        c.data(), cj + i * c.rowStride(), c.rowStride());
            }
            for (; i < m; i++) {
                oneRow(alpha, depth, a.data(), a.offset() + i * aRow, aCol, b.data(), bj, b.rowStride(), c.data(),
                        cj + i * c.rowStride());
            }
        }
        for (; j < n; j++) {
            for (int i = 0; i < m; i++) {
                int at = c.offset() + i * c.rowStride() + j;
                c.data()[at] = element(alpha, depth, a.data(), a.offset() + i * aRow, aCol, b.data(), b.offset() + j,
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

    private static double element(double alpha, int depth, double[] a, int aOff, int aCol, double[] b, int bOff,
            int bStride, double sum) {
        for (int k = 0, p = aOff, q = bOff; k < depth; k++, p += aCol, q += bStride) {
            sum = Math.fma(alpha * a[p], b[q], sum);
        }
        return sum;
    }
}

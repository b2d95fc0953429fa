package dev.lanewise.internal.kernel.vector;

import dev.lanewise.internal.kernel.MatrixView;
import dev.lanewise.internal.kernel.scalar.ScalarProducts;

/// C ← αAB + βC where packing B would not pay: it is small, or meets few rows of A. The rows of B and C must be
/// contiguous; A may have any strides.
///
///     for each MC rows of A                they stay in the second-level cache
///       for 1, 6 or 2 vectors of columns     so do these columns of B
///         for each 8, 4 or 6 rows of A         the tile of C stays in registers
///
/// What does not fill a tile is computed twice in it ([GemmTileInPlace]); an odd vector comes first, because there it is
/// whole. Fewer columns than a vector are padded. One to three rows are done one at a time ([VectorGemvT]): that reads B
/// in order, and for one row a tile would do four or eight times the work.
final class VectorGemmInPlace {
    private static final int LANES = Width.species().length();
    private static final int WIDEST = GemmTileInPlace.VECTORS;
    private static final int MC = 192;
    /// Elements of A that are copied at a time, if they are, but never fewer rows than a few tiles take.
    private static final int COPIED = 65536, FEWEST = 24;
    /// From so many rows on a tile is used.
    private static final int SEVERAL = 4;
    /// Elements of a B that stays in the first-level cache, and in the second.
    private static final int SMALL = 4096, MIDDLE = 32768;
    /// Up to so many rows of A packing B does not pay, where it comes from the second-level cache, and from beyond.
    private static final int FLAT = 32, FLATTER = 24;

    private VectorGemmInPlace() {}

    static boolean suits(MatrixView a, MatrixView b, MatrixView c) {
        long size = (long) b.rows() * b.cols();
        int enough = size <= SMALL ? Integer.MAX_VALUE : size <= MIDDLE ? FLAT : FLATTER;
        return b.colStride() == 1 && c.colStride() == 1 && a.rows() <= enough;
    }

    static void gemm(double alpha, MatrixView a, MatrixView b, double beta, MatrixView c, double[][] scratch) {
        int m = c.rows(), n = c.cols(), depth = a.cols();
        if (m < SEVERAL) {
            singleRows(alpha, a, b, beta, c, scratch);
            return;
        }
        boolean inPlace = alpha == 1.0 && a.colStride() == 1, fresh = beta == 0.0, narrow = n < LANES;
        int mc = Math.min(m, inPlace ? MC : Math.clamp(COPIED / depth, FEWEST, MC));
        if (!fresh) ScalarProducts.scale(beta, c);
        double[] copyA = inPlace ? a.data() : GemmPacking.room(scratch, GemmPacking.A, mc * depth);
        double[] wideC = narrow ? GemmPacking.room(scratch, GemmPacking.C, mc * LANES) : c.data();
        double[] wideB = narrow ? GemmPacking.room(scratch, GemmPacking.B, depth * LANES) : b.data();
        int bOff = narrow ? 0 : b.offset(), bRow = narrow ? LANES : b.rowStride();
        if (narrow) VectorGemm.copy(b.data(), b.offset(), b.rowStride(), 1, wideB, 0, LANES, 1, depth, n);
        for (int i = 0; i < m; i += mc) {
            int rows = Math.min(mc, m - i), at = c.offset() + i * c.rowStride();
            if (!inPlace) GemmPacking.copyA(alpha, a, i, 0, rows, depth, copyA);
            int aOff = inPlace ? a.offset() + i * a.rowStride() : 0, aRow = inPlace ? a.rowStride() : depth;
            if (narrow) {
                if (!fresh) VectorGemm.copy(c.data(), at, c.rowStride(), 1, wideC, 0, LANES, 1, rows, n);
                columns(rows, LANES, depth, copyA, aOff, aRow, wideB, bOff, bRow, fresh, wideC, 0, LANES);
                VectorGemm.copy(wideC, 0, LANES, 1, c.data(), at, c.rowStride(), 1, rows, n);
            } else {
                columns(rows, n, depth, copyA, aOff, aRow, wideB, bOff, bRow, fresh, wideC, at, c.rowStride());
            }
        }
    }

    private static void singleRows(double alpha, MatrixView a, MatrixView b, double beta, MatrixView c,
            double[][] scratch) {
        boolean contiguous = a.colStride() == 1;
        double[] row = contiguous ? a.data() : GemmPacking.room(scratch, GemmPacking.A, a.cols());
        for (int i = 0; i < c.rows(); i++) {
            if (!contiguous) GemmPacking.copyA(1.0, a, i, 0, 1, a.cols(), row);
            VectorGemvT.gemvT(a.cols(), c.cols(), alpha, b.data(), b.offset(), b.rowStride(), row, contiguous
                    ? a.offset() + i * a.rowStride()
                    : 0, beta, c.data(), c.offset() + i * c.rowStride());
        }
    }

    private static void columns(int rows, int cols, int depth, double[] a, int aOff, int aRow, double[] b,
            int bOff, int bRow, boolean fresh, double[] c, int cOff, int cRow) {
        int vectors = Math.ceilDiv(cols, LANES);
        for (int v = 0, wide; v < vectors; v += wide) {
            wide = vectors(vectors - v);
            int j = v * LANES, last = Math.min(cols - j, wide * LANES) - LANES;
            for (int i = 0, high; i < rows; i += high) {
                high = wide == WIDEST ? GemmTileInPlace.ROWS : GemmTileNarrow.rows(wide, rows - i);
                int at = cOff + i * cRow + j;
                tile(wide, high, Math.min(high, rows - i), depth, a, aOff + i * aRow, aRow, b, bOff + j, bRow, last,
                        fresh ? GemmTile.ZEROS : c, fresh ? 0 : at, fresh ? 0 : cRow, c, at, cRow);
            }
        }
    }

    /// How many vectors of columns the next tile takes of those that are left.
    private static int vectors(int left) {
        return left % 2 == 1 ? 1 : Width.REGISTERS >= 32 && left >= WIDEST ? WIDEST : 2;
    }

    private static void tile(int wide, int high, int rows, int depth, double[] a, int aOff, int aRow, double[] b,
            int bOff, int bRow, int last, double[] start, int startOff, int startRow, double[] c, int cOff, int cRow) {
        if (Width.REGISTERS >= 32 && wide == WIDEST) {
            GemmTileInPlace.multiply(rows, depth, a, aOff, aRow, b, bOff, bRow, last, start, startOff, startRow, c,
                    cOff, cRow);
        } else if (wide == 1) {
            GemmTileNarrow.eightRows(rows, depth, a, aOff, aRow, b, bOff, bRow, start, startOff, startRow, c, cOff,
                    cRow);
        } else if (high == 4) {
            GemmTileNarrow.fourRows(rows, depth, a, aOff, aRow, b, bOff, bRow, last, start, startOff, startRow, c, cOff,
                    cRow);
        } else {
            GemmTileNarrow.sixRows(rows, depth, a, aOff, aRow, b, bOff, bRow, last, start, startOff, startRow, c, cOff,
                    cRow);
        }
    }
}

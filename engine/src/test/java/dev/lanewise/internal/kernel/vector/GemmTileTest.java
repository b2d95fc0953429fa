package dev.lanewise.internal.kernel.vector;

import dev.lanewise.internal.kernel.Bits;
import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.MatrixView;
import dev.lanewise.internal.kernel.Samples;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Each tile against the loop, bit for bit, whichever of them this processor has registers for.
class GemmTileTest {
    private static final int LANES = Width.species().length();
    private static final int ROWS = GemmTile.ROWS;

    private interface Tile {
        void multiply(int depth, double[] a, int aOff, int aRow, double[] b, int bOff, int bStep, double[] start,
                int startOff, int startRow, double[] c, int cOff, int cRow);
    }

    private interface TileInPlace {
        void multiply(int rows, int depth, double[] a, int aOff, int aRow, double[] b, int bOff, int bRow, int last,
                double[] start, int startOff, int startRow, double[] c, int cOff, int cRow);
    }

    @Test
    void fourRowsAndSixPanels() {
        panels(GemmTile4x6.VECTORS, GemmTile4x6::multiply);
    }

    @Test
    void fourRowsAndTwoPanels() {
        panels(GemmTile4x2.VECTORS, GemmTile4x2::multiply);
    }

    /// A run that means to test the tile for sixteen registers must not test the others.
    @Test
    void theRunHasTheRegistersThatItAsksFor() {
        assertEquals(Integer.getInteger("lanewise.test.registers", Width.REGISTERS), Width.REGISTERS);
    }

    @Test
    void productsWithBothSidesPacked() {
        for (int[] s : new int[][] {{1, 1, 1}, {5, 2 * LANES, 3}, {13, 5 * LANES + 1, 7}, {12, 101, 770},
                {514, 9, 5}}) {
            int m = s[0], n = s[1], depth = s[2];
            double[] a = new Samples(1).uniform(m * depth), b = new Samples(2).awkward(depth * n);
            double[] c = new Samples(3).uniform(m * n), expected = c.clone();
            for (int i = 0; i < m * n; i++) {
                for (int k = 0; k < depth; k++) {
                    expected[i] = Math.fma(0.3 * a[i / n * depth + k], b[k * n + i % n], expected[i]);
                }
            }
            VectorGemmPacked.multiply(0.3, MatrixView.rowMajor(a, 0, m, depth), MatrixView.rowMajor(b, 0, depth, n),
                    MatrixView.rowMajor(c, 0, m, n), new double[Kernels.GEMM_SCRATCH][]);
            Bits.assertSame(expected, c, "%d × %d × %d".formatted(m, n, depth));
        }
    }

    @Test
    void anyRowsOfB() {
        inPlace(6, 4, GemmTileInPlace::multiply);
        inPlace(2, 6, GemmTileNarrow::sixRows);
        inPlace(2, 4, GemmTileNarrow::fourRows);
        inPlace(1, 8, (rows, depth, a, aOff, aRow, b, bOff, bRow, last, start, startOff, startRow, c, cOff, cRow) -> {
            GemmTileNarrow.eightRows(rows, depth, a, aOff, aRow, b, bOff, bRow, start, startOff, startRow, c, cOff,
                    cRow);
        });
    }

    private static void panels(int vectors, Tile tile) {
        for (int depth = 0; depth <= 19; depth++) {
            check(vectors * LANES, ROWS, depth, depth * LANES + 1, LANES, depth * LANES + 1, tile);
        }
    }

    /// Every number of rows that a tile takes, and every number of columns that needs so many vectors.
    private static void inPlace(int vectors, int most, TileInPlace tile) {
        int row = vectors * LANES + 5;
        for (int rows = 1; rows <= most; rows++) {
            int height = rows;
            for (int cols = Math.max(LANES, (vectors - 1) * LANES + 1); cols <= vectors * LANES; cols++) {
                int last = cols - LANES;
                for (int depth = 0; depth <= 19; depth++) {
                    check(cols, rows, depth, LANES, row, row, (k, a, aOff, aRow, b, bOff, bRow, start, startOff,
                            startRow, c, cOff, cRow) -> tile.multiply(height, k, a, aOff, aRow, b, bOff, bRow, last,
                                    start, startOff, startRow, c, cOff, cRow));
                }
            }
        }
    }

    /// Everything begins at odd places; C has more columns than the tile, which it may not touch. B's element (k, j) lies
    /// at `j / LANES * panel + k * row + j % LANES`.
    private static void check(int cols, int rows, int depth, int panel, int row, int step, Tile tile) {
        int stride = cols + 3, aRow = depth + 2;
        double[] a = new Samples(depth).uniform(1 + rows * aRow);
        double[] b = new Samples(depth + 50).awkward(2 + Math.ceilDiv(cols, LANES) * panel + depth * row + LANES);
        double[] start = new Samples(depth + 100).uniform(5 + rows * stride);
        double[] c = new Samples(depth + 150).uniform(7 + rows * stride), expected = c.clone();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < cols; j++) {
                double sum = start[5 + i * stride + j];
                for (int k = 0; k < depth; k++) {
                    sum = Math.fma(a[1 + i * aRow + k], b[2 + j / LANES * panel + k * row + j % LANES], sum);
                }
                expected[7 + i * stride + j] = sum;
            }
        }
        tile.multiply(depth, a, 1, aRow, b, 2, step, start, 5, stride, c, 7, stride);
        Bits.assertSame(expected, c, "%d × %d, depth %d".formatted(rows, cols, depth));
    }
}

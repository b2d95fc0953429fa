package dev.lanewise.internal.kernel.vector;

import dev.lanewise.internal.kernel.Bits;
import dev.lanewise.internal.kernel.Samples;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Each tile against the loop, bit for bit, whichever of the two this processor has registers for.
class GemmTileTest {
    private static final int LANES = Width.species().length();

    private interface Tile {
        void multiply(int depth, double[] a, int aOff, double[] b, int bOff, double[] c, int cOff, int cStride);
    }

    @Test
    void eightRowsAndThreeVectors() {
        int cols = GemmTile8x3.VECTORS * LANES;
        check(GemmTile8x3.ROWS, cols, (depth, a, aOff, b, bOff, c, cOff, cStride) -> GemmTile8x3.multiply(depth, a,
                aOff, 1, GemmTile8x3.ROWS, b, bOff, cols, c, cOff, cStride));
    }

    @Test
    void fiveRowsAndTwoVectors() {
        check(GemmTile5x2.ROWS, GemmTile5x2.VECTORS * LANES, GemmTile5x2::multiply);
    }

    /// A run that means to test the tile for sixteen registers must not test the other one.
    @Test
    void theRunHasTheRegistersThatItAsksFor() {
        assertEquals(Integer.getInteger("lanewise.test.registers", Width.REGISTERS), Width.REGISTERS);
        assertEquals(Width.REGISTERS == 32 ? GemmTile8x3.ROWS : GemmTile5x2.ROWS, GemmTile.ROWS);
    }

    /// Panels begin at odd places; C has more columns than the tile, which it may not touch.
    private static void check(int rows, int cols, Tile tile) {
        int stride = cols + 3;
        for (int depth = 0; depth <= 19; depth++) {
            double[] a = new Samples(depth).uniform(1 + rows * depth);
            double[] b = new Samples(depth + 50).awkward(2 + cols * depth);
            double[] c = new Samples(depth + 100).uniform(5 + rows * stride);
            double[] expected = c.clone();
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < cols; j++) {
                    int at = 5 + i * stride + j;
                    for (int k = 0; k < depth; k++) {
                        expected[at] = Math.fma(a[1 + k * rows + i], b[2 + k * cols + j], expected[at]);
                    }
                }
            }
            tile.multiply(depth, a, 1, b, 2, c, 5, stride);
            Bits.assertSame(expected, c, rows + " × " + cols + ", depth " + depth);
        }
    }
}

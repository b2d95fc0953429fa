package dev.lanewise.internal.kernel.vector;

/// The innermost piece of a product: C += A·B for as many rows, and vectors of columns, as the registers hold.
///
///     32 vector registers    8 × 3    [GemmTile8x3], which reads A and B packed or in place
///     16                     5 × 2    [GemmTile5x2], which reads them packed only
///
/// Each sum starts from the element of C and takes one FMA for each k, ascending. The choice is a constant for the
/// JIT, which drops the other tile.
final class GemmTile {
    /// Whether A and B may have any strides; else they are packed ([GemmPacking]).
    static final boolean READS_IN_PLACE = Width.REGISTERS >= 32;
    static final int ROWS = READS_IN_PLACE ? GemmTile8x3.ROWS : GemmTile5x2.ROWS;
    static final int COLS = (READS_IN_PLACE ? GemmTile8x3.VECTORS : GemmTile5x2.VECTORS) * Width.species().length();

    private GemmTile() {}

    /// C += A·B.
    ///
    /// @param depth k
    /// @param a A
    /// @param aOff element (0, 0) of its ROWS rows
    /// @param aRow distance between its rows; 1 where it is packed
    /// @param aCol distance between its columns; ROWS where it is packed
    /// @param b B, contiguous rows
    /// @param bOff element (0, 0) of its COLS columns
    /// @param bStride distance between its rows; COLS where it is packed
    /// @param c C, contiguous rows
    /// @param cOff element (0, 0) of the tile
    /// @param cStride distance between its rows
    static void multiply(int depth, double[] a, int aOff, int aRow, int aCol, double[] b, int bOff, int bStride,
            double[] c, int cOff, int cStride) {
        if (READS_IN_PLACE) {
            GemmTile8x3.multiply(depth, a, aOff, aRow, aCol, b, bOff, bStride, c, cOff, cStride);
        } else {
            GemmTile5x2.multiply(depth, a, aOff, b, bOff, c, cOff, cStride);
        }
    }
}

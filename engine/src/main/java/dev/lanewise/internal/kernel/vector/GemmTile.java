package dev.lanewise.internal.kernel.vector;

/// The innermost piece of a product: C = start + A·B for 4 rows, and as many vectors of columns as the registers hold.
///
///     32 vector registers    4 × 6 ([GemmTile4x6]), and 4 × 2 ([GemmTile4x2]) for what is left
///     16                     [VectorGemmPacked], which has a tile of its own
///
/// What is small or flat goes to [VectorGemmInPlace], however many registers there are.
///
/// Each sum starts from an element of `start`, which is C itself or zeros, and takes one FMA for each k, ascending.
final class GemmTile {
    static final int ROWS = 4;
    /// Vectors of columns of the widest tile; a constant for the JIT, which drops the other tile.
    static final int VECTORS = Width.REGISTERS >= 32 ? GemmTile4x6.VECTORS : GemmTile4x2.VECTORS;

    private static final int LANES = Width.species().length();
    /// Columns of the widest tile.
    static final int COLS = VECTORS * LANES;
    /// Zeros for a tile of products that start from nothing: every row of it is this one.
    static final double[] ZEROS = new double[COLS];

    private GemmTile() {}

    /// How many vectors of columns the next tile takes.
    ///
    /// @param left vectors that are left, an even number
    /// @return as many or fewer
    static int vectors(int left) {
        return left >= VECTORS ? VECTORS : GemmTile4x2.VECTORS;
    }

    /// C = start + A·B.
    ///
    /// @param vectors vectors of columns, as [#vectors] says
    /// @param depth k
    /// @param a A, contiguous rows
    /// @param aOff element (0, 0) of its 4 rows
    /// @param aRow distance between its rows
    /// @param b B in panels of one vector, for each k the elements of the row
    /// @param bOff first element of the first panel
    /// @param bPanel distance between panels
    /// @param start where the sums start from
    /// @param startOff its element (0, 0)
    /// @param startRow distance between its rows
    /// @param c C, contiguous rows
    /// @param cOff element (0, 0) of the tile
    /// @param cRow distance between its rows
    static void multiply(int vectors, int depth, double[] a, int aOff, int aRow, double[] b, int bOff, int bPanel,
            double[] start, int startOff, int startRow, double[] c, int cOff, int cRow) {
        if (VECTORS == GemmTile4x6.VECTORS && vectors == VECTORS) {
            GemmTile4x6.multiply(depth, a, aOff, aRow, b, bOff, bPanel, start, startOff, startRow, c, cOff, cRow);
        } else {
            GemmTile4x2.multiply(depth, a, aOff, aRow, b, bOff, bPanel, start, startOff, startRow, c, cOff, cRow);
        }
    }
}

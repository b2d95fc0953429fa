package dev.lanewise.internal.kernel.vector;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.MatrixView;

/// Copies blocks of A and B into the order in which [GemmTile] reads them.
///
/// Columns that the last tile lacks are filled with zeros, and its rows hold what was there before; they make columns and
/// rows of C that are thrown away. The depth k is never padded: a step too many would turn −0.0 into +0.0.
final class GemmPacking {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    /// Doubles between panels of B. Without a line of the cache between them, panels of a depth that is a multiple of
    /// 64 would begin in the same set of the first-level cache.
    private static final int GAP = 8;
    /// Panels that are written together: B's rows are then read in pieces of several lines.
    private static final int TOGETHER = 6;

    /// The arrays of a product's scratch memory.
    static final int A = 0, B = 1, C = 2;

    private GemmPacking() {}

    /// Room for copies, in an array that stays in `scratch` for the next product.
    ///
    /// @param scratch what the caller keeps
    /// @param of what is copied, [#A], [#B] or [#C]
    /// @param n how many doubles
    /// @return so many or more, of any value
    static double[] room(double[][] scratch, int of, int n) {
        double[] known = scratch[of];
        return known != null && known.length >= n ? known : (scratch[of] = new double[n]);
    }

    /// Distance between panels of B.
    ///
    /// @param depth rows of the block
    /// @return in doubles
    static int panel(int depth) {
        return depth * LANES + GAP;
    }

    /// Panels for so many columns of B: an even number, because the narrowest tile takes two.
    ///
    /// @param cols columns of the block
    /// @return panels, some of which may be padding
    static int panels(int cols) {
        return 2 * Math.ceilDiv(cols, 2 * LANES);
    }

    /// B in panels of one vector of columns: panel by panel, for each k the elements of the row.
    ///
    ///     panel 0: b₀₀ b₀₁ … b₀₇ │ b₁₀ b₁₁ … b₁₇ │ …      panel 1: b₀₈ b₀₉ …
    ///
    /// @param b B
    /// @param k first row of the block
    /// @param j first column of the block
    /// @param depth rows of the block
    /// @param cols columns of the block
    /// @param packed where to
    static void packB(MatrixView b, int k, int j, int depth, int cols, double[] packed) {
        int col = b.colStride(), from = b.offset() + k * b.rowStride() + j * col, panel = panel(depth);
        int first = 0, to = 0;
        if (col == 1) {
            for (; first <= cols - TOGETHER * LANES; first += TOGETHER * LANES, to += TOGETHER * panel) {
                sixPanels(b.data(), from + first, b.rowStride(), depth, packed, to, panel);
            }
            for (; first <= cols - LANES; first += LANES, to += panel) {
                onePanel(b.data(), from + first, b.rowStride(), depth, packed, to);
            }
        }
        for (int end = panels(cols) * LANES; first < end; first += LANES, to += panel) {
            paddedPanel(b, from + first * col, depth, Math.clamp(cols - first, 0, LANES), packed, to);
        }
    }

    private static void sixPanels(double[] b, int from, int row, int depth, double[] packed, int to, int panel) {
        int to1 = to + panel, to2 = to1 + panel, to3 = to2 + panel, to4 = to3 + panel, to5 = to4 + panel;
        for (int l = 0; l < depth; l++) {
            int p = from + l * row, q = l * LANES;
            DoubleVector.fromArray(SPECIES, b, p).intoArray(packed, to + q);
            DoubleVector.fromArray(SPECIES, b, p + LANES).intoArray(packed, to1 + q);
            DoubleVector.fromArray(SPECIES, b, p + 2 * LANES).intoArray(packed, to2 + q);
            DoubleVector.fromArray(SPECIES, b, p + 3 * LANES).intoArray(packed, to3 + q);
            DoubleVector.fromArray(SPECIES, b, p + 4 * LANES).intoArray(packed, to4 + q);
            DoubleVector.fromArray(SPECIES, b, p + 5 * LANES).intoArray(packed, to5 + q);
        }
    }

    private static void onePanel(double[] b, int from, int row, int depth, double[] packed, int to) {
        for (int l = 0; l < depth; l++) {
            DoubleVector.fromArray(SPECIES, b, from + l * row).intoArray(packed, to + l * LANES);
        }
    }

    private static void paddedPanel(MatrixView b, int from, int depth, int width, double[] packed, int to) {
        double[] data = b.data();
        int row = b.rowStride(), col = b.colStride();
        for (int l = 0; l < depth; l++) {
            int p = from + l * row, q = to + l * LANES;
            for (int c = 0; c < width; c++) packed[q + c] = data[p + c * col];
            Arrays.fill(packed, q + width, q + LANES, 0.0);
        }
    }

    /// αA by rows.
    ///
    /// @param alpha α
    /// @param a A
    /// @param i first row of the block
    /// @param k first column of the block
    /// @param rows rows of the block
    /// @param depth columns of the block, and the distance between the rows of the copy
    /// @param copy where to
    static void copyA(double alpha, MatrixView a, int i, int k, int rows, int depth, double[] copy) {
        double[] data = a.data();
        int col = a.colStride(), to = 0;
        for (int r = 0; r < rows; r++, to += depth) {
            int from = a.offset() + (i + r) * a.rowStride() + k * col;
            for (int l = 0; l < depth; l++) copy[to + l] = alpha * data[from + l * col];
        }
    }
}

package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// C = start + A·B for up to 4 rows and 6 vectors of columns, in 32 vector registers, for small and flat products: B is
/// read where it is. Its rows are any distance apart, and C2 checks each index in the loop.
///
/// What is missing of a tile is done twice: rows that are not there are the last one again, and the last vector ends where
/// the columns end, over lanes of the one before. Every sum is loaded before the first is stored, so all copies of an
/// element start from the same number, take the same steps, and are stored with the same bits.
///
/// The body repeats that of [GemmTile4x6] on purpose: with the distance of the rows as a parameter C2 would check each
/// index there too, and no method can hand over the sums, which must not leave their registers (docs/jit.md, rules 4
/// and 8). What it leaves over is for [GemmTileNarrow].
final class GemmTileInPlace {
    static final int ROWS = 4;
    static final int VECTORS = 6;

    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();

    private GemmTileInPlace() {}

    /// C = start + A·B.
    ///
    /// @param rows rows, at least 1
    /// @param depth k
    /// @param a A, contiguous rows
    /// @param aOff element (0, 0) of its rows
    /// @param aRow distance between its rows
    /// @param b B, contiguous rows
    /// @param bOff element (0, 0) of its columns
    /// @param bRow distance between its rows
    /// @param last where the last vector begins, counted from the first column
    /// @param start where the sums start from
    /// @param startOff its element (0, 0)
    /// @param startRow distance between its rows
    /// @param c C, contiguous rows
    /// @param cOff element (0, 0) of the tile
    /// @param cRow distance between its rows
    static void multiply(int rows, int depth, double[] a, int aOff, int aRow, double[] b, int bOff, int bRow, int last,
            double[] start, int startOff, int startRow, double[] c, int cOff, int cRow) {
        int s0 = startOff;
        int s1 = rows > 1 ? s0 + startRow : s0;
        int s2 = rows > 2 ? s1 + startRow : s1;
        int s3 = rows > 3 ? s2 + startRow : s2;
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, start, s0);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, start, s0 + LANES);
        DoubleVector c02 = DoubleVector.fromArray(SPECIES, start, s0 + 2 * LANES);
        DoubleVector c03 = DoubleVector.fromArray(SPECIES, start, s0 + 3 * LANES);
        DoubleVector c04 = DoubleVector.fromArray(SPECIES, start, s0 + 4 * LANES);
        DoubleVector c05 = DoubleVector.fromArray(SPECIES, start, s0 + last);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, start, s1);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, start, s1 + LANES);
        DoubleVector c12 = DoubleVector.fromArray(SPECIES, start, s1 + 2 * LANES);
        DoubleVector c13 = DoubleVector.fromArray(SPECIES, start, s1 + 3 * LANES);
        DoubleVector c14 = DoubleVector.fromArray(SPECIES, start, s1 + 4 * LANES);
        DoubleVector c15 = DoubleVector.fromArray(SPECIES, start, s1 + last);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, start, s2);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, start, s2 + LANES);
        DoubleVector c22 = DoubleVector.fromArray(SPECIES, start, s2 + 2 * LANES);
        DoubleVector c23 = DoubleVector.fromArray(SPECIES, start, s2 + 3 * LANES);
        DoubleVector c24 = DoubleVector.fromArray(SPECIES, start, s2 + 4 * LANES);
        DoubleVector c25 = DoubleVector.fromArray(SPECIES, start, s2 + last);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, start, s3);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, start, s3 + LANES);
        DoubleVector c32 = DoubleVector.fromArray(SPECIES, start, s3 + 2 * LANES);
        DoubleVector c33 = DoubleVector.fromArray(SPECIES, start, s3 + 3 * LANES);
        DoubleVector c34 = DoubleVector.fromArray(SPECIES, start, s3 + 4 * LANES);
        DoubleVector c35 = DoubleVector.fromArray(SPECIES, start, s3 + last);
        int a0 = aOff;
        int a1 = rows > 1 ? a0 + aRow : a0;
        int a2 = rows > 2 ? a1 + aRow : a1;
        int a3 = rows > 3 ? a2 + aRow : a2;
        for (int k = 0; k < depth; k++) {
            int q = bOff + k * bRow;
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, q);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, q + LANES);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, b, q + 2 * LANES);
            DoubleVector b3 = DoubleVector.fromArray(SPECIES, b, q + 3 * LANES);
            DoubleVector b4 = DoubleVector.fromArray(SPECIES, b, q + 4 * LANES);
            DoubleVector b5 = DoubleVector.fromArray(SPECIES, b, q + last);
            DoubleVector ai = DoubleVector.broadcast(SPECIES, a[a0 + k]);
            c00 = ai.fma(b0, c00);
            c01 = ai.fma(b1, c01);
            c02 = ai.fma(b2, c02);
            c03 = ai.fma(b3, c03);
            c04 = ai.fma(b4, c04);
            c05 = ai.fma(b5, c05);
            ai = DoubleVector.broadcast(SPECIES, a[a1 + k]);
            c10 = ai.fma(b0, c10);
            c11 = ai.fma(b1, c11);
            c12 = ai.fma(b2, c12);
            c13 = ai.fma(b3, c13);
            c14 = ai.fma(b4, c14);
            c15 = ai.fma(b5, c15);
            ai = DoubleVector.broadcast(SPECIES, a[a2 + k]);
            c20 = ai.fma(b0, c20);
            c21 = ai.fma(b1, c21);
            c22 = ai.fma(b2, c22);
            c23 = ai.fma(b3, c23);
            c24 = ai.fma(b4, c24);
            c25 = ai.fma(b5, c25);
            ai = DoubleVector.broadcast(SPECIES, a[a3 + k]);
            c30 = ai.fma(b0, c30);
            c31 = ai.fma(b1, c31);
            c32 = ai.fma(b2, c32);
            c33 = ai.fma(b3, c33);
            c34 = ai.fma(b4, c34);
            c35 = ai.fma(b5, c35);
        }
        int r0 = cOff;
        int r1 = rows > 1 ? r0 + cRow : r0;
        int r2 = rows > 2 ? r1 + cRow : r1;
        int r3 = rows > 3 ? r2 + cRow : r2;
        c00.intoArray(c, r0);
        c01.intoArray(c, r0 + LANES);
        c02.intoArray(c, r0 + 2 * LANES);
        c03.intoArray(c, r0 + 3 * LANES);
        c04.intoArray(c, r0 + 4 * LANES);
        c05.intoArray(c, r0 + last);
        c10.intoArray(c, r1);
        c11.intoArray(c, r1 + LANES);
        c12.intoArray(c, r1 + 2 * LANES);
        c13.intoArray(c, r1 + 3 * LANES);
        c14.intoArray(c, r1 + 4 * LANES);
        c15.intoArray(c, r1 + last);
        c20.intoArray(c, r2);
        c21.intoArray(c, r2 + LANES);
        c22.intoArray(c, r2 + 2 * LANES);
        c23.intoArray(c, r2 + 3 * LANES);
        c24.intoArray(c, r2 + 4 * LANES);
        c25.intoArray(c, r2 + last);
        c30.intoArray(c, r3);
        c31.intoArray(c, r3 + LANES);
        c32.intoArray(c, r3 + 2 * LANES);
        c33.intoArray(c, r3 + 3 * LANES);
        c34.intoArray(c, r3 + 4 * LANES);
        c35.intoArray(c, r3 + last);
    }
}

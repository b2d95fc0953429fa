package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The tiles of [GemmTile] for a B that is read where it is: its rows are any distance apart, and C2 checks each
/// index in the loop. A small B, in the first-level cache, is not worth more.
///
/// The bodies repeat those of [GemmTile4x6] and [GemmTile4x2] on purpose: with the distance of the rows as a parameter C2
/// would check each index there too, and no method can hand over the sums, which must not leave their registers
/// (docs/jit.md, rules 4 and 8).
///
///     4 rows × 6 vectors   24 sums, where there are 32 registers
///     4 rows × 2 vectors    8 sums
///     4 rows × 1 vector     4 sums
final class GemmTileInPlace {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();

    private GemmTileInPlace() {}

    /// C = start + A·B for 4 rows and 6 vectors of columns.
    ///
    /// @param depth k
    /// @param a A, contiguous rows
    /// @param aOff element (0, 0) of its 4 rows
    /// @param aRow distance between its rows
    /// @param b B, contiguous rows
    /// @param bOff element (0, 0) of its columns
    /// @param bRow distance between its rows
    /// @param start where the sums start from
    /// @param startOff its element (0, 0)
    /// @param startRow distance between its rows
    /// @param c C, contiguous rows
    /// @param cOff element (0, 0) of the tile
    /// @param cRow distance between its rows
    static void sixVectors(int depth, double[] a, int aOff, int aRow, double[] b, int bOff, int bRow, double[] start,
            int startOff, int startRow, double[] c, int cOff, int cRow) {
        int s0 = startOff, s1 = s0 + startRow, s2 = s1 + startRow, s3 = s2 + startRow;
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, start, s0);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, start, s0 + LANES);
        DoubleVector c02 = DoubleVector.fromArray(SPECIES, start, s0 + 2 * LANES);
        DoubleVector c03 = DoubleVector.fromArray(SPECIES, start, s0 + 3 * LANES);
        DoubleVector c04 = DoubleVector.fromArray(SPECIES, start, s0 + 4 * LANES);
        DoubleVector c05 = DoubleVector.fromArray(SPECIES, start, s0 + 5 * LANES);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, start, s1);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, start, s1 + LANES);
        DoubleVector c12 = DoubleVector.fromArray(SPECIES, start, s1 + 2 * LANES);
        DoubleVector c13 = DoubleVector.fromArray(SPECIES, start, s1 + 3 * LANES);
        DoubleVector c14 = DoubleVector.fromArray(SPECIES, start, s1 + 4 * LANES);
        DoubleVector c15 = DoubleVector.fromArray(SPECIES, start, s1 + 5 * LANES);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, start, s2);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, start, s2 + LANES);
        DoubleVector c22 = DoubleVector.fromArray(SPECIES, start, s2 + 2 * LANES);
        DoubleVector c23 = DoubleVector.fromArray(SPECIES, start, s2 + 3 * LANES);
        DoubleVector c24 = DoubleVector.fromArray(SPECIES, start, s2 + 4 * LANES);
        DoubleVector c25 = DoubleVector.fromArray(SPECIES, start, s2 + 5 * LANES);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, start, s3);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, start, s3 + LANES);
        DoubleVector c32 = DoubleVector.fromArray(SPECIES, start, s3 + 2 * LANES);
        DoubleVector c33 = DoubleVector.fromArray(SPECIES, start, s3 + 3 * LANES);
        DoubleVector c34 = DoubleVector.fromArray(SPECIES, start, s3 + 4 * LANES);
        DoubleVector c35 = DoubleVector.fromArray(SPECIES, start, s3 + 5 * LANES);
        int a0 = aOff, a1 = a0 + aRow, a2 = a1 + aRow, a3 = a2 + aRow;
        for (int k = 0; k < depth; k++) {
            int q = bOff + k * bRow;
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, q);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, q + LANES);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, b, q + 2 * LANES);
            DoubleVector b3 = DoubleVector.fromArray(SPECIES, b, q + 3 * LANES);
            DoubleVector b4 = DoubleVector.fromArray(SPECIES, b, q + 4 * LANES);
            DoubleVector b5 = DoubleVector.fromArray(SPECIES, b, q + 5 * LANES);
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
        int r0 = cOff, r1 = r0 + cRow, r2 = r1 + cRow, r3 = r2 + cRow;
        c00.intoArray(c, r0);
        c01.intoArray(c, r0 + LANES);
        c02.intoArray(c, r0 + 2 * LANES);
        c03.intoArray(c, r0 + 3 * LANES);
        c04.intoArray(c, r0 + 4 * LANES);
        c05.intoArray(c, r0 + 5 * LANES);
        c10.intoArray(c, r1);
        c11.intoArray(c, r1 + LANES);
        c12.intoArray(c, r1 + 2 * LANES);
        c13.intoArray(c, r1 + 3 * LANES);
        c14.intoArray(c, r1 + 4 * LANES);
        c15.intoArray(c, r1 + 5 * LANES);
        c20.intoArray(c, r2);
        c21.intoArray(c, r2 + LANES);
        c22.intoArray(c, r2 + 2 * LANES);
        c23.intoArray(c, r2 + 3 * LANES);
        c24.intoArray(c, r2 + 4 * LANES);
        c25.intoArray(c, r2 + 5 * LANES);
        c30.intoArray(c, r3);
        c31.intoArray(c, r3 + LANES);
        c32.intoArray(c, r3 + 2 * LANES);
        c33.intoArray(c, r3 + 3 * LANES);
        c34.intoArray(c, r3 + 4 * LANES);
        c35.intoArray(c, r3 + 5 * LANES);
    }

    /// The same for 2 vectors of columns.
    static void twoVectors(int depth, double[] a, int aOff, int aRow, double[] b, int bOff, int bRow, double[] start,
            int startOff, int startRow, double[] c, int cOff, int cRow) {
        int s0 = startOff, s1 = s0 + startRow, s2 = s1 + startRow, s3 = s2 + startRow;
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, start, s0);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, start, s0 + LANES);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, start, s1);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, start, s1 + LANES);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, start, s2);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, start, s2 + LANES);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, start, s3);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, start, s3 + LANES);
        int a0 = aOff, a1 = a0 + aRow, a2 = a1 + aRow, a3 = a2 + aRow;
        for (int k = 0; k < depth; k++) {
            int q = bOff + k * bRow;
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, q);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, q + LANES);
            DoubleVector ai = DoubleVector.broadcast(SPECIES, a[a0 + k]);
            c00 = ai.fma(b0, c00);
            c01 = ai.fma(b1, c01);
            ai = DoubleVector.broadcast(SPECIES, a[a1 + k]);
            c10 = ai.fma(b0, c10);
            c11 = ai.fma(b1, c11);
            ai = DoubleVector.broadcast(SPECIES, a[a2 + k]);
            c20 = ai.fma(b0, c20);
            c21 = ai.fma(b1, c21);
            ai = DoubleVector.broadcast(SPECIES, a[a3 + k]);
            c30 = ai.fma(b0, c30);
            c31 = ai.fma(b1, c31);
        }
        int r0 = cOff, r1 = r0 + cRow, r2 = r1 + cRow, r3 = r2 + cRow;
        c00.intoArray(c, r0);
        c01.intoArray(c, r0 + LANES);
        c10.intoArray(c, r1);
        c11.intoArray(c, r1 + LANES);
        c20.intoArray(c, r2);
        c21.intoArray(c, r2 + LANES);
        c30.intoArray(c, r3);
        c31.intoArray(c, r3 + LANES);
    }

    /// The same for 1 vector of columns.
    static void oneVector(int depth, double[] a, int aOff, int aRow, double[] b, int bOff, int bRow, double[] start,
            int startOff, int startRow, double[] c, int cOff, int cRow) {
        int s0 = startOff, s1 = s0 + startRow, s2 = s1 + startRow, s3 = s2 + startRow;
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, start, s0);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, start, s1);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, start, s2);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, start, s3);
        int a0 = aOff, a1 = a0 + aRow, a2 = a1 + aRow, a3 = a2 + aRow;
        for (int k = 0; k < depth; k++) {
            int q = bOff + k * bRow;
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, q);
            DoubleVector ai = DoubleVector.broadcast(SPECIES, a[a0 + k]);
            c00 = ai.fma(b0, c00);
            ai = DoubleVector.broadcast(SPECIES, a[a1 + k]);
            c10 = ai.fma(b0, c10);
            ai = DoubleVector.broadcast(SPECIES, a[a2 + k]);
            c20 = ai.fma(b0, c20);
            ai = DoubleVector.broadcast(SPECIES, a[a3 + k]);
            c30 = ai.fma(b0, c30);
        }
        int r0 = cOff, r1 = r0 + cRow, r2 = r1 + cRow, r3 = r2 + cRow;
        c00.intoArray(c, r0);
        c10.intoArray(c, r1);
        c20.intoArray(c, r2);
        c30.intoArray(c, r3);
    }
}

package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// C = start + A·B for few columns, with B where it is, in 16 vector registers; beside it what is left by [GemmTileInPlace],
/// whose rule for what is missing of a tile holds here too.
///
///     6 rows × 2 vectors   12 sums; for each k 2 loads of B, 6 broadcasts of A and 12 FMAs
///     4 rows × 2 vectors    8 sums, for rows that sixes would leave over
///     8 rows × 1 vector     8 sums
///
/// Two FMA units that take 4 cycles need 8 sums under way. The three tiles, and [GemmTile4x2], repeat each other's lines:
/// sums must be locals with names, since C2 keeps neither an array of vectors nor one that crosses a method in registers
/// (docs/jit.md, rules 2 to 4).
final class GemmTileNarrow {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();

    private GemmTileNarrow() {}

    /// How many rows the next tile takes: fours and sixes together leave no even number over but 2.
    ///
    /// @param vectors its vectors of columns, 2 or 1
    /// @param left rows that are left
    /// @return rows, perhaps more than are left
    static int rows(int vectors, int left) {
        if (vectors == 1) return 8;
        return left <= 4 || left == 7 || left == 8 ? 4 : 6;
    }

    /// C = start + A·B for up to 6 rows and 2 vectors of columns, parameters as in [GemmTileInPlace#multiply].
    static void sixRows(int rows, int depth, double[] a, int aOff, int aRow, double[] b, int bOff, int bRow, int last,
            double[] start, int startOff, int startRow, double[] c, int cOff, int cRow) {
        int s0 = startOff;
        int s1 = rows > 1 ? s0 + startRow : s0;
        int s2 = rows > 2 ? s1 + startRow : s1;
        int s3 = rows > 3 ? s2 + startRow : s2;
        int s4 = rows > 4 ? s3 + startRow : s3;
        int s5 = rows > 5 ? s4 + startRow : s4;
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, start, s0);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, start, s0 + last);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, start, s1);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, start, s1 + last);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, start, s2);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, start, s2 + last);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, start, s3);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, start, s3 + last);
        DoubleVector c40 = DoubleVector.fromArray(SPECIES, start, s4);
        DoubleVector c41 = DoubleVector.fromArray(SPECIES, start, s4 + last);
        DoubleVector c50 = DoubleVector.fromArray(SPECIES, start, s5);
        DoubleVector c51 = DoubleVector.fromArray(SPECIES, start, s5 + last);
        int a0 = aOff;
        int a1 = rows > 1 ? a0 + aRow : a0;
        int a2 = rows > 2 ? a1 + aRow : a1;
        int a3 = rows > 3 ? a2 + aRow : a2;
        int a4 = rows > 4 ? a3 + aRow : a3;
        int a5 = rows > 5 ? a4 + aRow : a4;
        for (int k = 0; k < depth; k++) {
            int q = bOff + k * bRow;
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, q);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, q + last);
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
            ai = DoubleVector.broadcast(SPECIES, a[a4 + k]);
            c40 = ai.fma(b0, c40);
            c41 = ai.fma(b1, c41);
            ai = DoubleVector.broadcast(SPECIES, a[a5 + k]);
            c50 = ai.fma(b0, c50);
            c51 = ai.fma(b1, c51);
        }
        int r0 = cOff;
        int r1 = rows > 1 ? r0 + cRow : r0;
        int r2 = rows > 2 ? r1 + cRow : r1;
        int r3 = rows > 3 ? r2 + cRow : r2;
        int r4 = rows > 4 ? r3 + cRow : r3;
        int r5 = rows > 5 ? r4 + cRow : r4;
        c00.intoArray(c, r0);
        c01.intoArray(c, r0 + last);
        c10.intoArray(c, r1);
        c11.intoArray(c, r1 + last);
        c20.intoArray(c, r2);
        c21.intoArray(c, r2 + last);
        c30.intoArray(c, r3);
        c31.intoArray(c, r3 + last);
        c40.intoArray(c, r4);
        c41.intoArray(c, r4 + last);
        c50.intoArray(c, r5);
        c51.intoArray(c, r5 + last);
    }

    /// The same for up to 4 rows.
    static void fourRows(int rows, int depth, double[] a, int aOff, int aRow, double[] b, int bOff, int bRow, int last,
            double[] start, int startOff, int startRow, double[] c, int cOff, int cRow) {
        int s0 = startOff;
        int s1 = rows > 1 ? s0 + startRow : s0;
        int s2 = rows > 2 ? s1 + startRow : s1;
        int s3 = rows > 3 ? s2 + startRow : s2;
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, start, s0);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, start, s0 + last);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, start, s1);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, start, s1 + last);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, start, s2);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, start, s2 + last);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, start, s3);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, start, s3 + last);
        int a0 = aOff;
        int a1 = rows > 1 ? a0 + aRow : a0;
        int a2 = rows > 2 ? a1 + aRow : a1;
        int a3 = rows > 3 ? a2 + aRow : a2;
        for (int k = 0; k < depth; k++) {
            int q = bOff + k * bRow;
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, q);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, q + last);
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
        int r0 = cOff;
        int r1 = rows > 1 ? r0 + cRow : r0;
        int r2 = rows > 2 ? r1 + cRow : r1;
        int r3 = rows > 3 ? r2 + cRow : r2;
        c00.intoArray(c, r0);
        c01.intoArray(c, r0 + last);
        c10.intoArray(c, r1);
        c11.intoArray(c, r1 + last);
        c20.intoArray(c, r2);
        c21.intoArray(c, r2 + last);
        c30.intoArray(c, r3);
        c31.intoArray(c, r3 + last);
    }

    /// The same for up to 8 rows and 1 vector of columns.
    static void eightRows(int rows, int depth, double[] a, int aOff, int aRow, double[] b, int bOff, int bRow,
            double[] start, int startOff, int startRow, double[] c, int cOff, int cRow) {
        int s0 = startOff;
        int s1 = rows > 1 ? s0 + startRow : s0;
        int s2 = rows > 2 ? s1 + startRow : s1;
        int s3 = rows > 3 ? s2 + startRow : s2;
        int s4 = rows > 4 ? s3 + startRow : s3;
        int s5 = rows > 5 ? s4 + startRow : s4;
        int s6 = rows > 6 ? s5 + startRow : s5;
        int s7 = rows > 7 ? s6 + startRow : s6;
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, start, s0);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, start, s1);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, start, s2);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, start, s3);
        DoubleVector c40 = DoubleVector.fromArray(SPECIES, start, s4);
        DoubleVector c50 = DoubleVector.fromArray(SPECIES, start, s5);
        DoubleVector c60 = DoubleVector.fromArray(SPECIES, start, s6);
        DoubleVector c70 = DoubleVector.fromArray(SPECIES, start, s7);
        int a0 = aOff;
        int a1 = rows > 1 ? a0 + aRow : a0;
        int a2 = rows > 2 ? a1 + aRow : a1;
        int a3 = rows > 3 ? a2 + aRow : a2;
        int a4 = rows > 4 ? a3 + aRow : a3;
        int a5 = rows > 5 ? a4 + aRow : a4;
        int a6 = rows > 6 ? a5 + aRow : a5;
        int a7 = rows > 7 ? a6 + aRow : a6;
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
            ai = DoubleVector.broadcast(SPECIES, a[a4 + k]);
            c40 = ai.fma(b0, c40);
            ai = DoubleVector.broadcast(SPECIES, a[a5 + k]);
            c50 = ai.fma(b0, c50);
            ai = DoubleVector.broadcast(SPECIES, a[a6 + k]);
            c60 = ai.fma(b0, c60);
            ai = DoubleVector.broadcast(SPECIES, a[a7 + k]);
            c70 = ai.fma(b0, c70);
        }
        int r0 = cOff;
        int r1 = rows > 1 ? r0 + cRow : r0;
        int r2 = rows > 2 ? r1 + cRow : r1;
        int r3 = rows > 3 ? r2 + cRow : r2;
        int r4 = rows > 4 ? r3 + cRow : r3;
        int r5 = rows > 5 ? r4 + cRow : r4;
        int r6 = rows > 6 ? r5 + cRow : r5;
        int r7 = rows > 7 ? r6 + cRow : r6;
        c00.intoArray(c, r0);
        c10.intoArray(c, r1);
        c20.intoArray(c, r2);
        c30.intoArray(c, r3);
        c40.intoArray(c, r4);
        c50.intoArray(c, r5);
        c60.intoArray(c, r6);
        c70.intoArray(c, r7);
    }
}

package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// C += A·B for 8 rows and 3 vectors of columns, in 32 vector registers.
///
///              b₀    b₁    b₂
///        a₀   c00   c01   c02           24 sums; for each k 3 loads of B, 8 broadcasts of A and 24 FMAs
///        ⋮    ⋮     ⋮     ⋮
///        a₇   c70   c71   c72
///
/// A and B are read with any strides, so that the same code serves packed panels and matrices in place: 24 FMAs a step
/// hide the arithmetic of the indices. Places are computed from k: carried from step to step they would be two more
/// numbers to keep, and C2 spilled them under some garbage collectors, for an eighth of the speed.
final class GemmTile8x3 {
    static final int ROWS = 8;
    static final int VECTORS = 3;

    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();

    private GemmTile8x3() {}

    /// C += A·B, parameters as in [GemmTile#multiply].
    static void multiply(int depth, double[] a, int aOff, int aRow, int aCol, double[] b, int bOff, int bStride,
            double[] c, int cOff, int cStride) {
        int r0 = cOff, r1 = r0 + cStride, r2 = r1 + cStride, r3 = r2 + cStride, r4 = r3 + cStride, r5 = r4 + cStride,
                r6 = r5 + cStride, r7 = r6 + cStride;
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, c, r0);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, c, r0 + LANES);
        DoubleVector c02 = DoubleVector.fromArray(SPECIES, c, r0 + 2 * LANES);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, c, r1);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, c, r1 + LANES);
        DoubleVector c12 = DoubleVector.fromArray(SPECIES, c, r1 + 2 * LANES);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, c, r2);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, c, r2 + LANES);
        DoubleVector c22 = DoubleVector.fromArray(SPECIES, c, r2 + 2 * LANES);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, c, r3);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, c, r3 + LANES);
        DoubleVector c32 = DoubleVector.fromArray(SPECIES, c, r3 + 2 * LANES);
        DoubleVector c40 = DoubleVector.fromArray(SPECIES, c, r4);
        DoubleVector c41 = DoubleVector.fromArray(SPECIES, c, r4 + LANES);
        DoubleVector c42 = DoubleVector.fromArray(SPECIES, c, r4 + 2 * LANES);
        DoubleVector c50 = DoubleVector.fromArray(SPECIES, c, r5);
        DoubleVector c51 = DoubleVector.fromArray(SPECIES, c, r5 + LANES);
        DoubleVector c52 = DoubleVector.fromArray(SPECIES, c, r5 + 2 * LANES);
        DoubleVector c60 = DoubleVector.fromArray(SPECIES, c, r6);
        DoubleVector c61 = DoubleVector.fromArray(SPECIES, c, r6 + LANES);
        DoubleVector c62 = DoubleVector.fromArray(SPECIES, c, r6 + 2 * LANES);
        DoubleVector c70 = DoubleVector.fromArray(SPECIES, c, r7);
        DoubleVector c71 = DoubleVector.fromArray(SPECIES, c, r7 + LANES);
        DoubleVector c72 = DoubleVector.fromArray(SPECIES, c, r7 + 2 * LANES);
        for (int k = 0; k < depth; k++) {
            int p = aOff + k * aCol, q = bOff + k * bStride;
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, q);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, q + LANES);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, b, q + 2 * LANES);
            DoubleVector ai = DoubleVector.broadcast(SPECIES, a[p]);
            c00 = ai.fma(b0, c00);
            c01 = ai.fma(b1, c01);
            c02 = ai.fma(b2, c02);
            ai = DoubleVector.broadcast(SPECIES, a[p + aRow]);
            c10 = ai.fma(b0, c10);
            c11 = ai.fma(b1, c11);
            c12 = ai.fma(b2, c12);
            ai = DoubleVector.broadcast(SPECIES, a[p + 2 * aRow]);
            c20 = ai.fma(b0, c20);
            c21 = ai.fma(b1, c21);
            c22 = ai.fma(b2, c22);
            ai = DoubleVector.broadcast(SPECIES, a[p + 3 * aRow]);
            c30 = ai.fma(b0, c30);
            c31 = ai.fma(b1, c31);
            c32 = ai.fma(b2, c32);
            ai = DoubleVector.broadcast(SPECIES, a[p + 4 * aRow]);
            c40 = ai.fma(b0, c40);
            c41 = ai.fma(b1, c41);
            c42 = ai.fma(b2, c42);
            ai = DoubleVector.broadcast(SPECIES, a[p + 5 * aRow]);
            c50 = ai.fma(b0, c50);
            c51 = ai.fma(b1, c51);
            c52 = ai.fma(b2, c52);
            ai = DoubleVector.broadcast(SPECIES, a[p + 6 * aRow]);
            c60 = ai.fma(b0, c60);
            c61 = ai.fma(b1, c61);
            c62 = ai.fma(b2, c62);
            ai = DoubleVector.broadcast(SPECIES, a[p + 7 * aRow]);
            c70 = ai.fma(b0, c70);
            c71 = ai.fma(b1, c71);
            c72 = ai.fma(b2, c72);
        }
        c00.intoArray(c, r0);
        c01.intoArray(c, r0 + LANES);
        c02.intoArray(c, r0 + 2 * LANES);
        c10.intoArray(c, r1);
        c11.intoArray(c, r1 + LANES);
        c12.intoArray(c, r1 + 2 * LANES);
        c20.intoArray(c, r2);
        c21.intoArray(c, r2 + LANES);
        c22.intoArray(c, r2 + 2 * LANES);
        c30.intoArray(c, r3);
        c31.intoArray(c, r3 + LANES);
        c32.intoArray(c, r3 + 2 * LANES);
        c40.intoArray(c, r4);
        c41.intoArray(c, r4 + LANES);
        c42.intoArray(c, r4 + 2 * LANES);
        c50.intoArray(c, r5);
        c51.intoArray(c, r5 + LANES);
        c52.intoArray(c, r5 + 2 * LANES);
        c60.intoArray(c, r6);
        c61.intoArray(c, r6 + LANES);
        c62.intoArray(c, r6 + 2 * LANES);
        c70.intoArray(c, r7);
        c71.intoArray(c, r7 + LANES);
        c72.intoArray(c, r7 + 2 * LANES);
    }
}

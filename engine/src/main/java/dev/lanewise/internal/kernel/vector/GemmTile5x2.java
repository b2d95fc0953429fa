package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// C += A·B for 5 rows and 2 vectors of columns, in 16 vector registers.
///
///              b₀    b₁
///        a₀   c00   c01                 10 sums; for each k 2 loads of B, 5 broadcasts of A and 10 FMAs
///        ⋮    ⋮     ⋮
///        a₄   c40   c41
///
/// Two FMA units that take 4 cycles need 8 sums under way; ten leave some to spare. Of the registers, 13 are used: C2
/// spills a tile that leaves none to spare. Ten FMAs a step do not hide the arithmetic of indices, so A and B are packed,
/// and their strides are constants. A in fives leaves a check in the loop, which keeps C2 from unrolling it: in eights
/// there is none, and it unrolls and spills.
final class GemmTile5x2 {
    static final int ROWS = 5;
    static final int VECTORS = 2;

    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();

    private GemmTile5x2() {}

    /// C += A·B for a panel of A in columns of 5 and a panel of B in rows of 2 vectors.
    static void multiply(int depth, double[] a, int aOff, double[] b, int bOff, double[] c, int cOff, int cStride) {
        int r0 = cOff, r1 = r0 + cStride, r2 = r1 + cStride, r3 = r2 + cStride, r4 = r3 + cStride;
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, c, r0);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, c, r0 + LANES);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, c, r1);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, c, r1 + LANES);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, c, r2);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, c, r2 + LANES);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, c, r3);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, c, r3 + LANES);
        DoubleVector c40 = DoubleVector.fromArray(SPECIES, c, r4);
        DoubleVector c41 = DoubleVector.fromArray(SPECIES, c, r4 + LANES);
        for (int k = 0; k < depth; k++) {
            int p = aOff + k * ROWS, q = bOff + k * VECTORS * LANES;
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, q);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, q + LANES);
            DoubleVector ai = DoubleVector.broadcast(SPECIES, a[p]);
            c00 = ai.fma(b0, c00);
            c01 = ai.fma(b1, c01);
            ai = DoubleVector.broadcast(SPECIES, a[p + 1]);
            c10 = ai.fma(b0, c10);
            c11 = ai.fma(b1, c11);
            ai = DoubleVector.broadcast(SPECIES, a[p + 2]);
            c20 = ai.fma(b0, c20);
            c21 = ai.fma(b1, c21);
            ai = DoubleVector.broadcast(SPECIES, a[p + 3]);
            c30 = ai.fma(b0, c30);
            c31 = ai.fma(b1, c31);
            ai = DoubleVector.broadcast(SPECIES, a[p + 4]);
            c40 = ai.fma(b0, c40);
            c41 = ai.fma(b1, c41);
        }
        c00.intoArray(c, r0);
        c01.intoArray(c, r0 + LANES);
        c10.intoArray(c, r1);
        c11.intoArray(c, r1 + LANES);
        c20.intoArray(c, r2);
        c21.intoArray(c, r2 + LANES);
        c30.intoArray(c, r3);
        c31.intoArray(c, r3 + LANES);
        c40.intoArray(c, r4);
        c41.intoArray(c, r4 + LANES);
    }
}

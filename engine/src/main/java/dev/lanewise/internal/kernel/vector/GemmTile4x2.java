package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// C = start + A·B for 4 rows and 2 vectors of columns: for what is left beside [GemmTile4x6].
///
///              b₀    b₁
///        a₀   c00   c01                 8 sums; for each k 2 loads of B, 4 broadcasts of A and 8 FMAs
///        ⋮    ⋮     ⋮
///        a₃   c30   c31
///
/// Two FMA units that take 4 cycles need 8 sums under way. Of the registers, 11 are used: C2 spills a tile that leaves
/// few to spare.
final class GemmTile4x2 {
    static final int VECTORS = 2;

    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();

    private GemmTile4x2() {}

    /// C = start + A·B, parameters as in [GemmTile#multiply].
    static void multiply(int depth, double[] a, int aOff, int aRow, double[] b, int bOff, int bPanel, double[] start,
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
        int p0 = bOff, p1 = p0 + bPanel;
        for (int k = 0; k < depth; k++) {
            int q = k * LANES;
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, p0 + q);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, p1 + q);
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
}

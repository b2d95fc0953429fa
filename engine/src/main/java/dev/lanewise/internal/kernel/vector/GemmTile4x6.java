package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// C = start + A·B for 4 rows and 6 vectors of columns, in 32 vector registers.
///
///              b₀    b₁    b₂    b₃    b₄    b₅
///        a₀   c00   c01   c02   c03   c04   c05
///        a₁   c10   …                                  24 sums; for each k 6 loads of B, 4 broadcasts of A
///        a₂   c20                                      and 24 FMAs
///        a₃   c30   …                           c35
///
/// A stays where it is: four rows are four places to keep, which the general registers still hold; eight are not.
/// B lies in panels of one vector, so that its index is k times a power of two: only then C2 moves the range checks out
/// of the loop.
final class GemmTile4x6 {
    static final int VECTORS = 6;

    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();

    private GemmTile4x6() {}

    /// C = start + A·B, parameters as in [GemmTile#multiply].
    static void multiply(int depth, double[] a, int aOff, int aRow, double[] b, int bOff, int bPanel, double[] start,
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
        int p0 = bOff, p1 = p0 + bPanel, p2 = p1 + bPanel, p3 = p2 + bPanel, p4 = p3 + bPanel, p5 = p4 + bPanel;
        for (int k = 0; k < depth; k++) {
            int q = k * LANES;
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, p0 + q);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, p1 + q);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, b, p2 + q);
            DoubleVector b3 = DoubleVector.fromArray(SPECIES, b, p3 + q);
            DoubleVector b4 = DoubleVector.fromArray(SPECIES, b, p4 + q);
            DoubleVector b5 = DoubleVector.fromArray(SPECIES, b, p5 + q);
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
}

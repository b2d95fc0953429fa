package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// y ← αAᵀx + βy with lanes along the columns of A: eight rows of A pass over y together, so that y is read and
/// written once for eight rows; in each element they are added in ascending order.
final class VectorGemvT {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();

    private VectorGemvT() {}

    static void gemvT(int rows, int cols, double alpha, double[] a, int aOff, int aStride, double[] x, int xOff,
            double beta, double[] y, int yOff) {
        for (int j = 0; j < cols; j++) y[yOff + j] = beta == 0.0 ? 0.0 : beta * y[yOff + j];
        if (alpha == 0.0) return;
        int i = 0;
        for (; i <= rows - 8; i += 8) addEightRows(cols, alpha, a, aOff + i * aStride, aStride, x, xOff + i, y, yOff);
        for (; i < rows; i++) VectorElementwise.axpy(cols, alpha * x[xOff + i], a, aOff + i * aStride, y, yOff);
    }

    private static void addEightRows(int cols, double alpha, double[] a, int aOff, int aStride, double[] x, int xOff,
            double[] y, int yOff) {
        double s0 = alpha * x[xOff], s1 = alpha * x[xOff + 1], s2 = alpha * x[xOff + 2], s3 = alpha * x[xOff + 3];
        double s4 = alpha * x[xOff + 4], s5 = alpha * x[xOff + 5], s6 = alpha * x[xOff + 6], s7 = alpha * x[xOff + 7];
        DoubleVector x0 = DoubleVector.broadcast(SPECIES, s0), x1 = DoubleVector.broadcast(SPECIES, s1);
        DoubleVector x2 = DoubleVector.broadcast(SPECIES, s2), x3 = DoubleVector.broadcast(SPECIES, s3);
        DoubleVector x4 = DoubleVector.broadcast(SPECIES, s4), x5 = DoubleVector.broadcast(SPECIES, s5);
        DoubleVector x6 = DoubleVector.broadcast(SPECIES, s6), x7 = DoubleVector.broadcast(SPECIES, s7);
        int r1 = aOff + aStride, r2 = r1 + aStride, r3 = r2 + aStride, r4 = r3 + aStride, r5 = r4 + aStride;
        int r6 = r5 + aStride, r7 = r6 + aStride;
        int j = 0;
        for (; j <= cols - LANES; j += LANES) {
            DoubleVector sum = DoubleVector.fromArray(SPECIES, y, yOff + j);
            sum = x0.fma(DoubleVector.fromArray(SPECIES, a, aOff + j), sum);
            sum = x1.fma(DoubleVector.fromArray(SPECIES, a, r1 + j), sum);
            sum = x2.fma(DoubleVector.fromArray(SPECIES, a, r2 + j), sum);
            sum = x3.fma(DoubleVector.fromArray(SPECIES, a, r3 + j), sum);
            sum = x4.fma(DoubleVector.fromArray(SPECIES, a, r4 + j), sum);
            sum = x5.fma(DoubleVector.fromArray(SPECIES, a, r5 + j), sum);
            sum = x6.fma(DoubleVector.fromArray(SPECIES, a, r6 + j), sum);
            sum = x7.fma(DoubleVector.fromArray(SPECIES, a, r7 + j), sum);
            sum.intoArray(y, yOff + j);
        }
        for (; j < cols; j++) {
            double sum = Math.fma(s1, a[r1 + j], Math.fma(s0, a[aOff + j], y[yOff + j]));
            sum = Math.fma(s3, a[r3 + j], Math.fma(s2, a[r2 + j], sum));
            sum = Math.fma(s5, a[r5 + j], Math.fma(s4, a[r4 + j], sum));
            y[yOff + j] = Math.fma(s7, a[r7 + j], Math.fma(s6, a[r6 + j], sum));
        }
    }
}

package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.Kernels;

/// y ← αAx + βy for a row-major A: each row is the [VectorDot] of itself and x. Rows of whole blocks of 32 go through
/// several at a time, so that a load of x serves them all and memory delivers several streams at once:
///
///     512 bits: 4 rows × 4 sums        256 bits: 2 rows × 8 sums        128 bits: row by row
///
/// Rows with a remainder go one by one: adding it to the sums of four rows took longer than the four loads of x.
final class VectorGemv {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int STEP = Kernels.DOT_LANES;

    private VectorGemv() {}

    static void gemv(int rows, int cols, double alpha, double[] a, int aOff, double[] x, int xOff, double beta,
            double[] y, int yOff) {
        int i = 0;
        if (LANES == 8 && cols % STEP == 0) {
            for (; i <= rows - 4; i += 4) fourRows(cols, alpha, a, aOff + i * cols, x, xOff, beta, y, yOff + i);
        }
        if (LANES == 4 && cols % STEP == 0) {
            for (; i <= rows - 2; i += 2) twoRows(cols, alpha, a, aOff + i * cols, x, xOff, beta, y, yOff + i);
        }
        for (; i < rows; i++) {
            put(alpha, VectorDot.dot(cols, a, aOff + i * cols, x, xOff), beta, y, yOff + i);
        }
    }

    private static void put(double alpha, double d, double beta, double[] y, int at) {
        y[at] = beta == 0.0 ? alpha * d : Math.fma(alpha, d, beta * y[at]);
    }

    private static void fourRows(int cols, double alpha, double[] a, int aOff, double[] x, int xOff, double beta,
            double[] y, int yOff) {
        DoubleVector p0 = DoubleVector.zero(SPECIES), p1 = p0, p2 = p0, p3 = p0;
        DoubleVector q0 = p0, q1 = p0, q2 = p0, q3 = p0;
        DoubleVector r0 = p0, r1 = p0, r2 = p0, r3 = p0;
        DoubleVector s0 = p0, s1 = p0, s2 = p0, s3 = p0;
        int p = aOff, q = p + cols, r = q + cols, s = r + cols, at = xOff;
        for (int end = aOff + cols; p < end; p += STEP, q += STEP, r += STEP, s += STEP, at += STEP) {
            DoubleVector xi = DoubleVector.fromArray(SPECIES, x, at);
            p0 = DoubleVector.fromArray(SPECIES, a, p).fma(xi, p0);
            q0 = DoubleVector.fromArray(SPECIES, a, q).fma(xi, q0);
            r0 = DoubleVector.fromArray(SPECIES, a, r).fma(xi, r0);
            s0 = DoubleVector.fromArray(SPECIES, a, s).fma(xi, s0);
            xi = DoubleVector.fromArray(SPECIES, x, at + 8);
            p1 = DoubleVector.fromArray(SPECIES, a, p + 8).fma(xi, p1);
            q1 = DoubleVector.fromArray(SPECIES, a, q + 8).fma(xi, q1);
            r1 = DoubleVector.fromArray(SPECIES, a, r + 8).fma(xi, r1);
            s1 = DoubleVector.fromArray(SPECIES, a, s + 8).fma(xi, s1);
            xi = DoubleVector.fromArray(SPECIES, x, at + 16);
            p2 = DoubleVector.fromArray(SPECIES, a, p + 16).fma(xi, p2);
            q2 = DoubleVector.fromArray(SPECIES, a, q + 16).fma(xi, q2);
            r2 = DoubleVector.fromArray(SPECIES, a, r + 16).fma(xi, r2);
            s2 = DoubleVector.fromArray(SPECIES, a, s + 16).fma(xi, s2);
            xi = DoubleVector.fromArray(SPECIES, x, at + 24);
            p3 = DoubleVector.fromArray(SPECIES, a, p + 24).fma(xi, p3);
            q3 = DoubleVector.fromArray(SPECIES, a, q + 24).fma(xi, q3);
            r3 = DoubleVector.fromArray(SPECIES, a, r + 24).fma(xi, r3);
            s3 = DoubleVector.fromArray(SPECIES, a, s + 24).fma(xi, s3);
        }
        DoubleVector pSum = p0.add(p2).add(p1.add(p3));
        put(alpha, VectorDot.fold(pSum.lane(0), pSum.lane(1), pSum.lane(2), pSum.lane(3), pSum.lane(4),
                pSum.lane(5), pSum.lane(6), pSum.lane(7)), beta, y, yOff);
        DoubleVector qSum = q0.add(q2).add(q1.add(q3));
        put(alpha, VectorDot.fold(qSum.lane(0), qSum.lane(1), qSum.lane(2), qSum.lane(3), qSum.lane(4),
                qSum.lane(5), qSum.lane(6), qSum.lane(7)), beta, y, yOff + 1);
        DoubleVector rSum = r0.add(r2).add(r1.add(r3));
        put(alpha, VectorDot.fold(rSum.lane(0), rSum.lane(1), rSum.lane(2), rSum.lane(3), rSum.lane(4),
                rSum.lane(5), rSum.lane(6), rSum.lane(7)), beta, y, yOff + 2);
        DoubleVector sSum = s0.add(s2).add(s1.add(s3));
        put(alpha, VectorDot.fold(sSum.lane(0), sSum.lane(1), sSum.lane(2), sSum.lane(3), sSum.lane(4),
                sSum.lane(5), sSum.lane(6), sSum.lane(7)), beta, y, yOff + 3);
    }

    private static void twoRows(int cols, double alpha, double[] a, int aOff, double[] x, int xOff, double beta,
            double[] y, int yOff) {
        DoubleVector p0 = DoubleVector.zero(SPECIES), p1 = p0, p2 = p0, p3 = p0, p4 = p0, p5 = p0, p6 = p0, p7 = p0;
        DoubleVector q0 = p0, q1 = p0, q2 = p0, q3 = p0, q4 = p0, q5 = p0, q6 = p0, q7 = p0;
        int p = aOff, q = p + cols, at = xOff;
        for (int end = aOff + cols; p < end; p += STEP, q += STEP, at += STEP) {
            DoubleVector xi = DoubleVector.fromArray(SPECIES, x, at);
            p0 = DoubleVector.fromArray(SPECIES, a, p).fma(xi, p0);
            q0 = DoubleVector.fromArray(SPECIES, a, q).fma(xi, q0);
            xi = DoubleVector.fromArray(SPECIES, x, at + 4);
            p1 = DoubleVector.fromArray(SPECIES, a, p + 4).fma(xi, p1);
            q1 = DoubleVector.fromArray(SPECIES, a, q + 4).fma(xi, q1);
            xi = DoubleVector.fromArray(SPECIES, x, at + 8);
            p2 = DoubleVector.fromArray(SPECIES, a, p + 8).fma(xi, p2);
            q2 = DoubleVector.fromArray(SPECIES, a, q + 8).fma(xi, q2);
            xi = DoubleVector.fromArray(SPECIES, x, at + 12);
            p3 = DoubleVector.fromArray(SPECIES, a, p + 12).fma(xi, p3);
            q3 = DoubleVector.fromArray(SPECIES, a, q + 12).fma(xi, q3);
            xi = DoubleVector.fromArray(SPECIES, x, at + 16);
            p4 = DoubleVector.fromArray(SPECIES, a, p + 16).fma(xi, p4);
            q4 = DoubleVector.fromArray(SPECIES, a, q + 16).fma(xi, q4);
            xi = DoubleVector.fromArray(SPECIES, x, at + 20);
            p5 = DoubleVector.fromArray(SPECIES, a, p + 20).fma(xi, p5);
            q5 = DoubleVector.fromArray(SPECIES, a, q + 20).fma(xi, q5);
            xi = DoubleVector.fromArray(SPECIES, x, at + 24);
            p6 = DoubleVector.fromArray(SPECIES, a, p + 24).fma(xi, p6);
            q6 = DoubleVector.fromArray(SPECIES, a, q + 24).fma(xi, q6);
            xi = DoubleVector.fromArray(SPECIES, x, at + 28);
            p7 = DoubleVector.fromArray(SPECIES, a, p + 28).fma(xi, p7);
            q7 = DoubleVector.fromArray(SPECIES, a, q + 28).fma(xi, q7);
        }
        DoubleVector pSum0 = p0.add(p4).add(p2.add(p6));
        DoubleVector pSum1 = p1.add(p5).add(p3.add(p7));
        put(alpha, VectorDot.fold(pSum0.lane(0), pSum0.lane(1), pSum0.lane(2), pSum0.lane(3), pSum1.lane(0),
                pSum1.lane(1), pSum1.lane(2), pSum1.lane(3)), beta, y, yOff);
        DoubleVector qSum0 = q0.add(q4).add(q2.add(q6));
        DoubleVector qSum1 = q1.add(q5).add(q3.add(q7));
        put(alpha, VectorDot.fold(qSum0.lane(0), qSum0.lane(1), qSum0.lane(2), qSum0.lane(3), qSum1.lane(0),
                qSum1.lane(1), qSum1.lane(2), qSum1.lane(3)), beta, y, yOff + 1);
    }
}

package dev.lanewise.internal.kernel.vector;

import java.lang.invoke.VarHandle;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.Kernels;

/// [VectorGemv] for rows of whole blocks of 32 columns, at 512 bits: four streams of rows, each read from its beginning to
/// its end in one loop, with the ends of rows on the way.
///
/// So C2 proves once for the whole matrix that no load of A is out of bounds; with a loop for each row it does so before
/// each row, for sixteen loads. Only x, which begins again with each row, is checked in the loop.
///
/// The step and the fold are those of [VectorGemv], written out again: sixteen sums cannot cross a method without a box
/// (docs/jit.md, rule 4).
final class VectorGemvStreams {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_512;
    private static final int STEP = Kernels.DOT_LANES;

    /// Turned by h lanes, lane l meets lane l + h: the last halvings of [Kernels#dot] without taking the lanes apart.
    private static final VectorShuffle<Double> TURN4 = VectorShuffle.iota(SPECIES, 4, 1, true);
    private static final VectorShuffle<Double> TURN2 = VectorShuffle.iota(SPECIES, 2, 1, true);
    private static final VectorShuffle<Double> TURN1 = VectorShuffle.iota(SPECIES, 1, 1, true);

    private VectorGemvStreams() {}

    /// So many rows of each stream; row i, i + `apart`, i + 2·`apart` and i + 3·`apart` go together.
    static void gemv(int cols, int rows, int apart, double alpha, double[] a, int aOff, double[] x, int xOff,
            double beta, double[] y, int yOff) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector p0 = zero, p1 = zero, p2 = zero, p3 = zero;
        DoubleVector q0 = zero, q1 = zero, q2 = zero, q3 = zero;
        DoubleVector r0 = zero, r1 = zero, r2 = zero, r3 = zero;
        DoubleVector s0 = zero, s1 = zero, s2 = zero, s3 = zero;
        int length = rows * cols, second = aOff + apart * cols, third = second + apart * cols;
        int fourth = third + apart * cols;
        int at = xOff, last = xOff + cols - STEP;
        for (int t = 0; t < length; t += STEP) {
            int p = aOff + t, q = second + t, r = third + t, s = fourth + t;
            DoubleVector xi = DoubleVector.fromArray(SPECIES, x, at);
            p0 = DoubleVector.fromArray(SPECIES, a, p).fma(xi, p0);
            q0 = DoubleVector.fromArray(SPECIES, a, q).fma(xi, q0);
            r0 = DoubleVector.fromArray(SPECIES, a, r).fma(xi, r0);
            s0 = DoubleVector.fromArray(SPECIES, a, s).fma(xi, s0);
            VarHandle.loadLoadFence();
            xi = DoubleVector.fromArray(SPECIES, x, at + 8);
            p1 = DoubleVector.fromArray(SPECIES, a, p + 8).fma(xi, p1);
            q1 = DoubleVector.fromArray(SPECIES, a, q + 8).fma(xi, q1);
            r1 = DoubleVector.fromArray(SPECIES, a, r + 8).fma(xi, r1);
            s1 = DoubleVector.fromArray(SPECIES, a, s + 8).fma(xi, s1);
            VarHandle.loadLoadFence();
            xi = DoubleVector.fromArray(SPECIES, x, at + 16);
            p2 = DoubleVector.fromArray(SPECIES, a, p + 16).fma(xi, p2);
            q2 = DoubleVector.fromArray(SPECIES, a, q + 16).fma(xi, q2);
            r2 = DoubleVector.fromArray(SPECIES, a, r + 16).fma(xi, r2);
            s2 = DoubleVector.fromArray(SPECIES, a, s + 16).fma(xi, s2);
            VarHandle.loadLoadFence();
            xi = DoubleVector.fromArray(SPECIES, x, at + 24);
            p3 = DoubleVector.fromArray(SPECIES, a, p + 24).fma(xi, p3);
            q3 = DoubleVector.fromArray(SPECIES, a, q + 24).fma(xi, q3);
            r3 = DoubleVector.fromArray(SPECIES, a, r + 24).fma(xi, r3);
            s3 = DoubleVector.fromArray(SPECIES, a, s + 24).fma(xi, s3);
            VarHandle.loadLoadFence();
            if (at == last) {
                p0 = p0.add(p2).add(p1.add(p3));
                q0 = q0.add(q2).add(q1.add(q3));
                r0 = r0.add(r2).add(r1.add(r3));
                s0 = s0.add(s2).add(s1.add(s3));
                p0 = p0.add(p0.rearrange(TURN4));
                q0 = q0.add(q0.rearrange(TURN4));
                r0 = r0.add(r0.rearrange(TURN4));
                s0 = s0.add(s0.rearrange(TURN4));
                p0 = p0.add(p0.rearrange(TURN2));
                q0 = q0.add(q0.rearrange(TURN2));
                r0 = r0.add(r0.rearrange(TURN2));
                s0 = s0.add(s0.rearrange(TURN2));
                double pSum = p0.add(p0.rearrange(TURN1)).lane(0);
                double qSum = q0.add(q0.rearrange(TURN1)).lane(0);
                double rSum = r0.add(r0.rearrange(TURN1)).lane(0);
                double sSum = s0.add(s0.rearrange(TURN1)).lane(0);
                int yq = yOff + apart, yr = yq + apart, ys = yr + apart;
                if (beta == 0.0) {
                    y[yOff] = alpha * pSum;
                    y[yq] = alpha * qSum;
                    y[yr] = alpha * rSum;
                    y[ys] = alpha * sSum;
                } else {
                    y[yOff] = Math.fma(alpha, pSum, beta * y[yOff]);
                    y[yq] = Math.fma(alpha, qSum, beta * y[yq]);
                    y[yr] = Math.fma(alpha, rSum, beta * y[yr]);
                    y[ys] = Math.fma(alpha, sSum, beta * y[ys]);
                }
                yOff++;
                at = xOff - STEP;
                p0 = zero;
                q0 = zero;
                r0 = zero;
                s0 = zero;
                p1 = zero;
                q1 = zero;
                r1 = zero;
                s1 = zero;
                p2 = zero;
                q2 = zero;
                r2 = zero;
                s2 = zero;
                p3 = zero;
                q3 = zero;
                r3 = zero;
                s3 = zero;
            }
            at += STEP;
        }
    }
}

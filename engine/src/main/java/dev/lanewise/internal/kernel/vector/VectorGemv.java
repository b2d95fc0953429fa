package dev.lanewise.internal.kernel.vector;

import java.lang.invoke.VarHandle;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.scalar.ScalarDot;

/// y ← αAx + βy for a row-major A: each row is the [VectorDot] of itself and x. Several rows go through at a
/// time, so that a load of x serves them all:
///
///     512 bits: 4 rows × 4 sums        256 bits: 2 rows × 8 sums        128 bits: row by row
///
/// The rows that go together are not neighbours but lie a quarter (half) of the matrix apart. Each is then a stream that
/// runs on into the next row, which the processor's prefetcher follows without a break; and memory delivers several
/// streams faster than one. At 512 bits fences, which are no instructions, keep C2 from reading lines out of order.
///
/// At 512 bits rows of whole blocks of 32 go through [VectorGemvStreams], or [VectorGemvLines] where they come from memory.
///
/// Rows that end within a vector, or are shorter than a block of 32, go one by one; at 256 bits those that end within a
/// block do, because the loop for what is left took more from the others than it gave them.
final class VectorGemv {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int STEP = Kernels.DOT_LANES;
    /// Elements of a matrix that no cache holds.
    private static final int BEYOND_CACHES = 1 << 22;
    /// Rows of which the last four do not count.
    private static final int MANY = 1024;
    /// Elements of a stream that one call is worth.
    private static final int TOGETHER = 128 * STEP;

    /// Turned by h lanes, lane l meets lane l + h: the last halvings of [Kernels#dot] without taking the lanes apart.
    private static final VectorShuffle<Double> TURN4 = VectorShuffle.iota(SPECIES, 4, 1, true);
    private static final VectorShuffle<Double> TURN2 = VectorShuffle.iota(SPECIES, 2, 1, true);
    private static final VectorShuffle<Double> TURN1 = VectorShuffle.iota(SPECIES, 1, 1, true);

    private VectorGemv() {}

    static void gemv(int rows, int cols, double alpha, double[] a, int aOff, double[] x, int xOff, double beta,
            double[] y, int yOff) {
        boolean blocks = LANES == 8 && cols > 0 && cols % STEP == 0;
        if (blocks && rows >= MANY && rows > BEYOND_CACHES / cols) {
            lines(rows, cols, alpha, a, aOff, x, xOff, beta, y, yOff);
            return;
        }
        int done = blocks ? streams(rows, cols, alpha, a, aOff, x, xOff, beta, y, yOff) : 0;
        int together = LANES == 8 && cols % LANES == 0 && cols >= STEP ? 4 : LANES == 4 && cols % STEP == 0 ? 2 : 1;
        int groups = together == 1 ? 0 : (rows - done) / together;
        for (int i = done; i < done + groups; i++) {
            if (LANES == 8)
                fourRows(cols, groups, alpha, a, aOff + i * cols, x, xOff, beta, y, yOff + i);
            else
                twoRows(cols, groups, alpha, a, aOff + i * cols, x, xOff, beta, y, yOff + i);
        }
        for (int i = done + together * groups; i < rows; i++) {
            double d = VectorDot.dot(cols, a, aOff + i * cols, x, xOff);
            y[yOff + i] = beta == 0.0 ? alpha * d : Math.fma(alpha, d, beta * y[yOff + i]);
        }
    }

    /// Rows of whole blocks, and how many of them are then done. C2 compiles what is called often: a single call for a
    /// large matrix would begin in slower code for hundreds of times.
    private static int streams(int rows, int cols, double alpha, double[] a, int aOff, double[] x, int xOff,
            double beta, double[] y, int yOff) {
        int apart = rows / 4, together = Math.max(1, TOGETHER / cols);
        for (int i = 0; i < apart; i += together) {
            VectorGemvStreams.gemv(cols, Math.min(together, apart - i), apart, alpha, a, aOff + i * cols, x, xOff, beta,
                    y, yOff + i);
        }
        return 4 * apart;
    }

    /// Rows of whole blocks from memory. One row to four stay behind, because a few elements of what follows are read;
    /// they go through plain loops, since a vector loop for so few would not be compiled for long.
    private static void lines(int rows, int cols, double alpha, double[] a, int aOff, double[] x, int xOff, double beta,
            double[] y, int yOff) {
        int apart = (rows - 1) / 4, together = Math.max(1, TOGETHER / cols);
        for (int i = 0; i < apart; i += together) {
            VectorGemvLines.gemv(cols, Math.min(together, apart - i), apart, alpha, a, aOff + i * cols, x, xOff, beta,
                    y, yOff + i);
        }
        for (int i = 4 * apart; i < rows; i++) {
            double d = ScalarDot.dot(cols, a, aOff + i * cols, x, xOff);
            y[yOff + i] = beta == 0.0 ? alpha * d : Math.fma(alpha, d, beta * y[yOff + i]);
        }
    }

    /// Rows 0, `apart`, 2·`apart` and 3·`apart` from aOff on.
    private static void fourRows(int cols, int apart, double alpha, double[] a, int aOff, double[] x, int xOff,
            double beta, double[] y, int yOff) {
        DoubleVector p0 = DoubleVector.zero(SPECIES), p1 = p0, p2 = p0, p3 = p0;
        DoubleVector q0 = p0, q1 = p0, q2 = p0, q3 = p0;
        DoubleVector r0 = p0, r1 = p0, r2 = p0, r3 = p0;
        DoubleVector s0 = p0, s1 = p0, s2 = p0, s3 = p0;
        int p = aOff, q = p + apart * cols, r = q + apart * cols, s = r + apart * cols, at = xOff;
        for (int end = aOff + cols - cols % STEP; p < end; p += STEP, q += STEP, r += STEP, s += STEP, at += STEP) {
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
        }
        // What is left, a vector at a time, goes to the sums in turn: they take each other's names, and the tree is the same.
        for (int end = aOff + cols; p < end; p += LANES, q += LANES, r += LANES, s += LANES, at += LANES) {
            DoubleVector xi = DoubleVector.fromArray(SPECIES, x, at);
            DoubleVector pNext = DoubleVector.fromArray(SPECIES, a, p).fma(xi, p0);
            p0 = p1;
            p1 = p2;
            p2 = p3;
            p3 = pNext;
            DoubleVector qNext = DoubleVector.fromArray(SPECIES, a, q).fma(xi, q0);
            q0 = q1;
            q1 = q2;
            q2 = q3;
            q3 = qNext;
            DoubleVector rNext = DoubleVector.fromArray(SPECIES, a, r).fma(xi, r0);
            r0 = r1;
            r1 = r2;
            r2 = r3;
            r3 = rNext;
            DoubleVector sNext = DoubleVector.fromArray(SPECIES, a, s).fma(xi, s0);
            s0 = s1;
            s1 = s2;
            s2 = s3;
            s3 = sNext;
        }
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
        // Written out: behind so much inlined code C2 calls any method, and saves every register around the call.
        boolean fresh = beta == 0.0;
        y[yOff] = fresh ? alpha * pSum : Math.fma(alpha, pSum, beta * y[yOff]);
        int yq = yOff + apart, yr = yq + apart, ys = yr + apart;
        y[yq] = fresh ? alpha * qSum : Math.fma(alpha, qSum, beta * y[yq]);
        y[yr] = fresh ? alpha * rSum : Math.fma(alpha, rSum, beta * y[yr]);
        y[ys] = fresh ? alpha * sSum : Math.fma(alpha, sSum, beta * y[ys]);
    }

    /// Rows 0 and `apart` from aOff on.
    private static void twoRows(int cols, int apart, double alpha, double[] a, int aOff, double[] x, int xOff,
            double beta, double[] y, int yOff) {
        DoubleVector p0 = DoubleVector.zero(SPECIES), p1 = p0, p2 = p0, p3 = p0, p4 = p0, p5 = p0, p6 = p0, p7 = p0;
        DoubleVector q0 = p0, q1 = p0, q2 = p0, q3 = p0, q4 = p0, q5 = p0, q6 = p0, q7 = p0;
        int p = aOff, q = p + apart * cols, at = xOff;
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
        p0 = p0.add(p4).add(p2.add(p6)).add(p1.add(p5).add(p3.add(p7)));
        q0 = q0.add(q4).add(q2.add(q6)).add(q1.add(q5).add(q3.add(q7)));
        p0 = p0.add(p0.rearrange(TURN2));
        q0 = q0.add(q0.rearrange(TURN2));
        double pSum = p0.add(p0.rearrange(TURN1)).lane(0);
        double qSum = q0.add(q0.rearrange(TURN1)).lane(0);
        boolean fresh = beta == 0.0;
        y[yOff] = fresh ? alpha * pSum : Math.fma(alpha, pSum, beta * y[yOff]);
        int yq = yOff + apart;
        y[yq] = fresh ? alpha * qSum : Math.fma(alpha, qSum, beta * y[yq]);
    }
}

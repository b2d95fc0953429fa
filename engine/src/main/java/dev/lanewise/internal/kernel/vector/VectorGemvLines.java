package dev.lanewise.internal.kernel.vector;

import java.lang.invoke.VarHandle;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.Kernels;

/// [VectorGemvStreams] for matrices that come from memory, with vectors that lie on lines of the cache.
///
/// A vector across two lines fetches both, and what is fetched twice is what memory has to give. Java does not tell where
/// an array lies; but a very long one stands alone in the heap, as a rule, and its elements follow 16 bytes of header. So
/// vectors begin six elements behind the beginning of a row. Where an array lies elsewhere nothing is lost. A vector then
/// lies across the ends of two rows:
///
///     row i        … │ n−10 … n−3 │ n−2 n−1 ╎                        n columns
///     row i + 1                             ╎ 0 1 2 3 4 5 │ 6 … 13 │ …
///     sum                third       fourth ╎ fourth          first
///
/// The virtual lanes of [Kernels#dot] are so turned by six places over the four sums of a row. The tree of additions is
/// the same: it adds what lies 16, 8, 4, 2 and 1 places apart, from wherever one begins to count. Step and fold are written
/// out again for the reason given in [VectorGemvStreams].
final class VectorGemvLines {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_512;
    private static final VectorSpecies<Long> BITS = LongVector.SPECIES_512;
    private static final int STEP = Kernels.DOT_LANES;
    /// Elements of a row before its first vector.
    private static final int HEAD = 6;
    /// The lanes of a vector across two rows that belong to the first.
    private static final long[] ENDING = {-1, -1, 0, 0, 0, 0, 0, 0};

    /// Turned by six lanes, the first six elements of a row stand in the last six lanes, and the last two in the first.
    private static final VectorShuffle<Double> TURN6 = VectorShuffle.iota(SPECIES, HEAD, 1, true);
    /// Turned by h lanes, lane l meets lane l + h.
    private static final VectorShuffle<Double> TURN4 = VectorShuffle.iota(SPECIES, 4, 1, true);
    private static final VectorShuffle<Double> TURN2 = VectorShuffle.iota(SPECIES, 2, 1, true);
    private static final VectorShuffle<Double> TURN1 = VectorShuffle.iota(SPECIES, 1, 1, true);

    private VectorGemvLines() {}

    /// So many rows of each stream; row i, i + `apart`, i + 2·`apart` and i + 3·`apart` go together. Six elements behind
    /// the last of each are read, and thrown away.
    static void gemv(int cols, int rows, int apart, double alpha, double[] a, int aOff, double[] x, int xOff,
            double beta, double[] y, int yOff) {
        LongVector ending = LongVector.fromArray(BITS, ENDING, 0);
        DoubleVector xi = DoubleVector.fromArray(SPECIES, x, xOff);
        DoubleVector across = DoubleVector.fromArray(SPECIES, x, xOff + cols - 8).rearrange(TURN6);
        across = xi.rearrange(TURN6).reinterpretAsLongs().lanewise(VectorOperators.BITWISE_BLEND, across
                .reinterpretAsLongs(), ending).reinterpretAsDoubles();
        DoubleVector p0 = DoubleVector.zero(SPECIES), p1 = p0, p2 = p0;
        DoubleVector q0 = p0, q1 = p0, q2 = p0;
        DoubleVector r0 = p0, r1 = p0, r2 = p0;
        DoubleVector s0 = p0, s1 = p0, s2 = p0;
        int length = rows * cols, first = aOff, second = first + apart * cols, third = second + apart * cols;
        int fourth = third + apart * cols;
        DoubleVector p3 = DoubleVector.fromArray(SPECIES, a, first).fma(xi, p0).rearrange(TURN6).reinterpretAsLongs()
                .lanewise(VectorOperators.AND_NOT, ending).reinterpretAsDoubles();
        DoubleVector q3 = DoubleVector.fromArray(SPECIES, a, second).fma(xi, q0).rearrange(TURN6).reinterpretAsLongs()
                .lanewise(VectorOperators.AND_NOT, ending).reinterpretAsDoubles();
        DoubleVector r3 = DoubleVector.fromArray(SPECIES, a, third).fma(xi, r0).rearrange(TURN6).reinterpretAsLongs()
                .lanewise(VectorOperators.AND_NOT, ending).reinterpretAsDoubles();
        DoubleVector s3 = DoubleVector.fromArray(SPECIES, a, fourth).fma(xi, s0).rearrange(TURN6).reinterpretAsLongs()
                .lanewise(VectorOperators.AND_NOT, ending).reinterpretAsDoubles();
        first += HEAD;
        second += HEAD;
        third += HEAD;
        fourth += HEAD;
        int begin = xOff + HEAD, last = xOff + cols - STEP, at = begin;
        for (int t = 0; t < length; t += STEP) {
            int p = first + t, q = second + t, r = third + t, s = fourth + t;
            if (at <= last) {
                xi = DoubleVector.fromArray(SPECIES, x, at);
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
                at += STEP;
            } else {
                // The end of a row. It does not share the three sums before: C2 would test all four places in x at once.
                xi = DoubleVector.fromArray(SPECIES, x, at);
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
                DoubleVector pAcross = DoubleVector.fromArray(SPECIES, a, p + 24);
                DoubleVector qAcross = DoubleVector.fromArray(SPECIES, a, q + 24);
                DoubleVector rAcross = DoubleVector.fromArray(SPECIES, a, r + 24);
                DoubleVector sAcross = DoubleVector.fromArray(SPECIES, a, s + 24);
                p3 = p3.reinterpretAsLongs().lanewise(VectorOperators.BITWISE_BLEND, pAcross.fma(across, p3)
                        .reinterpretAsLongs(), ending).reinterpretAsDoubles();
                q3 = q3.reinterpretAsLongs().lanewise(VectorOperators.BITWISE_BLEND, qAcross.fma(across, q3)
                        .reinterpretAsLongs(), ending).reinterpretAsDoubles();
                r3 = r3.reinterpretAsLongs().lanewise(VectorOperators.BITWISE_BLEND, rAcross.fma(across, r3)
                        .reinterpretAsLongs(), ending).reinterpretAsDoubles();
                s3 = s3.reinterpretAsLongs().lanewise(VectorOperators.BITWISE_BLEND, sAcross.fma(across, s3)
                        .reinterpretAsLongs(), ending).reinterpretAsDoubles();
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
                at = begin;
                p0 = DoubleVector.zero(SPECIES);
                p1 = p0;
                p2 = p0;
                p3 = pAcross.fma(across, p0).reinterpretAsLongs().lanewise(VectorOperators.AND_NOT, ending)
                        .reinterpretAsDoubles();
                q0 = DoubleVector.zero(SPECIES);
                q1 = q0;
                q2 = q0;
                q3 = qAcross.fma(across, q0).reinterpretAsLongs().lanewise(VectorOperators.AND_NOT, ending)
                        .reinterpretAsDoubles();
                r0 = DoubleVector.zero(SPECIES);
                r1 = r0;
                r2 = r0;
                r3 = rAcross.fma(across, r0).reinterpretAsLongs().lanewise(VectorOperators.AND_NOT, ending)
                        .reinterpretAsDoubles();
                s0 = DoubleVector.zero(SPECIES);
                s1 = s0;
                s2 = s0;
                s3 = sAcross.fma(across, s0).reinterpretAsLongs().lanewise(VectorOperators.AND_NOT, ending)
                        .reinterpretAsDoubles();
            }
        }
    }
}

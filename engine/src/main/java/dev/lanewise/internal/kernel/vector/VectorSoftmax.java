package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.scalar.ScalarLog1p;
import dev.lanewise.internal.kernel.scalar.ScalarSoftmax;

import static dev.lanewise.internal.kernel.scalar.Exponential.*;

/// softmax and log-softmax of a row, operation for operation [ScalarSoftmax]: as many of the eight sums as a vector has
/// lanes at a time; long rows go to [PipelinedSoftmax].
///
/// The body stands in the loop and calls nothing of ours: past a certain size C2 no longer inlines, and then boxes. A
/// store that depends on a condition boxes too, so log-softmax, which has no use for the powers, stores the arguments.
final class VectorSoftmax {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int SUMS = ScalarSoftmax.SUMS;
    /// Added to the bits of d ≤ 0, it makes those of NaN and of +0 less than all others: a minimum leaves them alone.
    static final long BELOW_INFINITY = Long.MAX_VALUE - Double.doubleToRawLongBits(Double.NEGATIVE_INFINITY);
    static final long LIMIT = Double.doubleToRawLongBits(ScalarSoftmax.LOW) + BELOW_INFINITY;

    private VectorSoftmax() {}

    static void softmax(int n, double[] x, int xOff, double[] y, int yOff) {
        if (n < PipelinedSoftmax.WORTHWHILE) {
            double sum = sum(-1L, 0.0, n, largest(n, x, xOff), x, xOff, y, yOff);
            ScalarSoftmax.divide(n, sum, y, yOff);
        } else {
            PipelinedSoftmax.row(true, n, x, xOff, y, yOff);
        }
    }

    static void logSoftmax(int n, double[] x, int xOff, double[] y, int yOff) {
        if (n < PipelinedSoftmax.WORTHWHILE) {
            double largest = largest(n, x, xOff);
            double rest = sum(0L, 1.0, n, largest, x, xOff, y, yOff);
            ScalarSoftmax.shift(n, largest, ScalarLog1p.log1p(rest), x, xOff, y, yOff);
        } else {
            PipelinedSoftmax.row(false, n, x, xOff, y, yOff);
        }
    }

    private static double largest(int n, double[] x, int xOff) {
        DoubleVector most = DoubleVector.broadcast(SPECIES, Double.NEGATIVE_INFINITY);
        int i = 0;
        for (; i <= n - LANES; i += LANES) most = most.max(DoubleVector.fromArray(SPECIES, x, xOff + i));
        double largest = Math.max(most.lane(0), most.lane(1));
        if (LANES > 2) largest = Math.max(largest, Math.max(most.lane(2), most.lane(3)));
        if (LANES > 4) {
            largest = Math.max(largest, Math.max(most.lane(4), most.lane(5)));
            largest = Math.max(largest, Math.max(most.lane(6), most.lane(7)));
        }
        return Math.max(largest, ScalarSoftmax.largest(n - i, x, xOff + i));
    }

    /// S less something, and yᵢ ← e^dᵢ where they are kept, xᵢ where not.
    private static double sum(long kept, double less, int n, double largest, double[] x, int xOff, double[] y,
            int yOff) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector magic = DoubleVector.broadcast(SPECIES, MAGIC);
        DoubleVector minusLn2 = DoubleVector.broadcast(SPECIES, -LN2H);
        DoubleVector most = DoubleVector.broadcast(SPECIES, largest);
        LongVector lowest = DoubleVector.broadcast(SPECIES, Double.longBitsToDouble(LIMIT)).reinterpretAsLongs();
        DoubleVector e0 = DoubleVector.broadcast(SPECIES, E0), e1 = DoubleVector.broadcast(SPECIES, E1);
        DoubleVector e2 = DoubleVector.broadcast(SPECIES, E2), e3 = DoubleVector.broadcast(SPECIES, E3);
        DoubleVector e4 = DoubleVector.broadcast(SPECIES, E4), e5 = DoubleVector.broadcast(SPECIES, E5);
        DoubleVector e6 = DoubleVector.broadcast(SPECIES, E6), e7 = DoubleVector.broadcast(SPECIES, E7);
        DoubleVector e8 = DoubleVector.broadcast(SPECIES, E8), e9 = DoubleVector.broadcast(SPECIES, E9);
        DoubleVector e10 = DoubleVector.broadcast(SPECIES, E10);
        int whole = n & -SUMS;
        double head = 0.0;
        double tail = 0.0;
        for (int first = 0; first < SUMS; first += LANES) {
            DoubleVector sum = zero, lost = zero;
            for (int i = first; i < whole; i += SUMS) {
                DoubleVector v = DoubleVector.fromArray(SPECIES, x, xOff + i);
                DoubleVector d = v.sub(most);
                DoubleVector part = d.sub(v);
                DoubleVector dl = v.sub(d.sub(part)).sub(most.add(part));
                LongVector w = d.reinterpretAsLongs().add(BELOW_INFINITY);
                DoubleVector a = w.min(lowest).sub(BELOW_INFINITY).reinterpretAsDoubles();
                DoubleVector al = dl.reinterpretAsLongs()
                        .lanewise(VectorOperators.AND_NOT, lowest.sub(w).lanewise(VectorOperators.ASHR, 63))
                        .reinterpretAsDoubles();
                DoubleVector z = a.fma(DoubleVector.broadcast(SPECIES, LOG2E), magic);
                DoubleVector k0 = z.sub(magic);
                DoubleVector r0 = k0.fma(minusLn2, a);
                DoubleVector rl0 = k0.fma(DoubleVector.broadcast(SPECIES, -LN2L), al);
                DoubleVector r = r0.add(rl0);
                DoubleVector rl = rl0.sub(r.sub(r0));
                DoubleVector u = r.mul(r);
                DoubleVector u2 = u.mul(u);
                DoubleVector high = e10.fma(u, e9.fma(r, e8)).fma(u2, e7.fma(r, e6).fma(u, e5.fma(r, e4)));
                DoubleVector series = high.fma(u2, e3.fma(r, e2).fma(u, e1.fma(r, e0)));
                DoubleVector q = u.fma(series, rl.fma(r, rl));
                DoubleVector h = one.add(r);
                DoubleVector l = r.sub(h.sub(one)).add(q);
                LongVector k = z.reinterpretAsLongs();
                LongVector k1 = k.lanewise(VectorOperators.LSHR, 1);
                DoubleVector power1 = k1.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
                DoubleVector power2 = k.sub(k1).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
                DoubleVector e = h.add(l).mul(power1).mul(power2);
                v.reinterpretAsLongs().lanewise(VectorOperators.BITWISE_BLEND, e.reinterpretAsLongs(), kept)
                        .reinterpretAsDoubles().intoArray(y, yOff + i);
                DoubleVector next = sum.add(e);
                part = next.sub(sum);
                lost = lost.add(sum.sub(next.sub(part)).add(e.sub(part)));
                sum = next;
            }
            double next = head + sum.lane(0);
            tail += ScalarSoftmax.lost(head, sum.lane(0), next) + lost.lane(0);
            head = next;
            next = head + sum.lane(1);
            tail += ScalarSoftmax.lost(head, sum.lane(1), next) + lost.lane(1);
            head = next;
            if (LANES > 2) {
                next = head + sum.lane(2);
                tail += ScalarSoftmax.lost(head, sum.lane(2), next) + lost.lane(2);
                head = next;
                next = head + sum.lane(3);
                tail += ScalarSoftmax.lost(head, sum.lane(3), next) + lost.lane(3);
                head = next;
            }
            if (LANES > 4) {
                next = head + sum.lane(4);
                tail += ScalarSoftmax.lost(head, sum.lane(4), next) + lost.lane(4);
                head = next;
                next = head + sum.lane(5);
                tail += ScalarSoftmax.lost(head, sum.lane(5), next) + lost.lane(5);
                head = next;
                next = head + sum.lane(6);
                tail += ScalarSoftmax.lost(head, sum.lane(6), next) + lost.lane(6);
                head = next;
                next = head + sum.lane(7);
                tail += ScalarSoftmax.lost(head, sum.lane(7), next) + lost.lane(7);
                head = next;
            }
        }
        for (int i = whole; i < n; i++) {
            double e = ScalarSoftmax.power(x[xOff + i], largest);
            if (kept != 0L) y[yOff + i] = e;
            double next = head + e;
            tail += ScalarSoftmax.lost(head, e, next);
            head = next;
        }
        return head - less + tail;
    }
}

package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.scalar.ScalarLog1p;
import dev.lanewise.internal.kernel.scalar.ScalarSoftmax;

import static dev.lanewise.internal.kernel.scalar.Exponential.*;
import static dev.lanewise.internal.kernel.vector.VectorSoftmax.BELOW_INFINITY;

/// softmax and log-softmax of long rows: the operations of [VectorSoftmax], those of the sum in three steps that overlap
/// as those of [PipelinedTanh] do. They are written out again, since a method that takes or returns a vector may box it
/// (docs/jit.md, rule 4).
final class PipelinedSoftmax {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int SUMS = ScalarSoftmax.SUMS;
    private static final int AHEAD = 2 * SUMS;
    /// From so many elements on, the two turns that it takes to begin and to end are worth it.
    static final int WORTHWHILE = 16 * SUMS;
    /// The remainder of e^d/S is exact where d is at least this: e^d is at least 2⁻⁹⁵³ then, and the remainder a multiple of
    /// 2⁻¹⁰⁵⁸, from which underflow takes nothing.
    private static final double EXACT = -660.0;

    private PipelinedSoftmax() {}

    /// softmax where the powers are kept, else log-softmax, of a row of at least eight elements.
    ///
    /// Its extremes are found by the order of whole numbers: turning all bits of a negative number but its sign makes that
    /// the order of doubles. A NaN may get lost there; the sum then finds it.
    static void row(boolean kept, int n, double[] x, int xOff, double[] y, int yOff) {
        LongVector most = DoubleVector.broadcast(SPECIES, Double.NEGATIVE_INFINITY).reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, Long.MAX_VALUE);
        LongVector least = DoubleVector.broadcast(SPECIES, Double.POSITIVE_INFINITY).reinterpretAsLongs();
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            LongVector bits = DoubleVector.fromArray(SPECIES, x, xOff + i).reinterpretAsLongs();
            LongVector order = bits.lanewise(VectorOperators.ASHR, 63).and(Long.MAX_VALUE)
                    .lanewise(VectorOperators.XOR, bits);
            most = most.max(order);
            least = least.min(order);
        }
        DoubleVector high = most.lanewise(VectorOperators.ASHR, 63).and(Long.MAX_VALUE)
                .lanewise(VectorOperators.XOR, most).reinterpretAsDoubles();
        DoubleVector low = least.lanewise(VectorOperators.ASHR, 63).and(Long.MAX_VALUE)
                .lanewise(VectorOperators.XOR, least).reinterpretAsDoubles();
        double largest = Math.max(high.lane(0), high.lane(1));
        double smallest = Math.min(low.lane(0), low.lane(1));
        if (LANES > 2) {
            largest = Math.max(largest, Math.max(high.lane(2), high.lane(3)));
            smallest = Math.min(smallest, Math.min(low.lane(2), low.lane(3)));
        }
        if (LANES > 4) {
            largest = Math.max(largest, Math.max(high.lane(4), high.lane(5)));
            largest = Math.max(largest, Math.max(high.lane(6), high.lane(7)));
            smallest = Math.min(smallest, Math.min(low.lane(4), low.lane(5)));
            smallest = Math.min(smallest, Math.min(low.lane(6), low.lane(7)));
        }
        for (; i < n; i++) {
            largest = Math.max(largest, x[xOff + i]);
            smallest = Math.min(smallest, x[xOff + i]);
        }
        double sum = sum(kept ? -1L : 0L, kept ? 0.0 : 1.0, n, largest, x, xOff, y, yOff);
        if (!kept) {
            shift(n, largest, ScalarLog1p.log1p(sum), x, xOff, y, yOff);
        } else if (smallest - largest > EXACT) {
            scale(n, sum, y, yOff);
        } else {
            ScalarSoftmax.divide(n, sum, y, yOff);
        }
    }

    /// yᵢ ← xᵢ − m − ln S.
    private static void shift(int n, double largest, double log, double[] x, int xOff, double[] y, int yOff) {
        int i = 0;
        for (; i <= n - LANES; i += LANES) {
            DoubleVector.fromArray(SPECIES, x, xOff + i).sub(largest).sub(log).intoArray(y, yOff + i);
        }
        ScalarSoftmax.shift(n - i, largest, log, x, xOff + i, y, yOff + i);
    }

    /// yᵢ ← yᵢ/S without dividing: 1/S is correctly rounded, a quotient that is right to an ulp has an exact remainder,
    /// and what that corrects is the correctly rounded quotient (Markstein, 1990). The first correction makes it right
    /// to an ulp.
    private static void scale(int n, double sum, double[] y, int yOff) {
        double inverse = 1.0 / sum;
        double minusSum = -sum;
        for (int i = 0; i < n; i++) {
            double e = y[yOff + i];
            double q0 = e * inverse;
            double q = Math.fma(Math.fma(q0, minusSum, e), inverse, q0);
            y[yOff + i] = Math.fma(Math.fma(q, minusSum, e), inverse, q);
        }
    }

    /// S less something, for a row of at least eight elements, and yᵢ ← e^dᵢ where they are kept, xᵢ where not.
    private static double sum(long kept, double less, int n, double largest, double[] x, int xOff, double[] y,
            int yOff) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1.0);
        DoubleVector magic = DoubleVector.broadcast(SPECIES, MAGIC);
        DoubleVector minusLn2 = DoubleVector.broadcast(SPECIES, -LN2H);
        DoubleVector most = DoubleVector.broadcast(SPECIES, largest);
        LongVector lowest = DoubleVector.broadcast(SPECIES, Double.longBitsToDouble(VectorSoftmax.LIMIT))
                .reinterpretAsLongs();
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
            DoubleVector r1 = one, rl1 = one, z1 = zero; // what the reduction leaves to the series; 0 as a power of two
            DoubleVector u2 = one, high2 = one, low2 = one, r2 = one, rl2 = one, z2 = zero; // and the series to the sum
            for (int i = first - AHEAD; i < whole; i += SUMS) {
                DoubleVector v = DoubleVector.fromArray(SPECIES, x,
                        xOff + Math.min(i + AHEAD, whole - SUMS + first));
                // e^d = (h + l)·2ᵏ, and its sum
                int at = Math.max(i, first);
                DoubleVector q = u2.fma(high2.fma(u2.mul(u2), low2), rl2.fma(r2, rl2));
                DoubleVector h = one.add(r2);
                DoubleVector l = r2.sub(h.sub(one)).add(q);
                LongVector k = z2.reinterpretAsLongs();
                LongVector k1 = k.lanewise(VectorOperators.LSHR, 1);
                DoubleVector power1 = k1.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
                DoubleVector power2 = k.sub(k1).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
                DoubleVector e = h.add(l).mul(power1).mul(power2);
                DoubleVector.fromArray(SPECIES, x, xOff + at).reinterpretAsLongs()
                        .lanewise(VectorOperators.BITWISE_BLEND, e.reinterpretAsLongs(), kept).reinterpretAsDoubles()
                        .intoArray(y, yOff + at);
                DoubleVector next = sum.add(e);
                DoubleVector part = next.sub(sum);
                lost = lost.add(sum.sub(next.sub(part)).add(e.sub(part)));
                sum = next;
                // E(r) = low + r⁴·high
                u2 = r1.mul(r1);
                high2 = e10.fma(u2, e9.fma(r1, e8)).fma(u2.mul(u2), e7.fma(r1, e6).fma(u2, e5.fma(r1, e4)));
                low2 = e3.fma(r1, e2).fma(u2, e1.fma(r1, e0));
                r2 = r1;
                rl2 = rl1;
                z2 = z1;
                // d + dl = x − m = k·ln2 + r + rl
                DoubleVector d = v.sub(most);
                part = d.sub(v);
                DoubleVector dl = v.sub(d.sub(part)).sub(most.add(part));
                LongVector w = d.reinterpretAsLongs().add(BELOW_INFINITY);
                DoubleVector a = w.min(lowest).sub(BELOW_INFINITY).reinterpretAsDoubles();
                DoubleVector al = dl.reinterpretAsLongs()
                        .lanewise(VectorOperators.AND_NOT, lowest.sub(w).lanewise(VectorOperators.ASHR, 63))
                        .reinterpretAsDoubles();
                z1 = a.fma(DoubleVector.broadcast(SPECIES, LOG2E), magic);
                DoubleVector k0 = z1.sub(magic);
                DoubleVector r0 = k0.fma(minusLn2, a);
                DoubleVector rl0 = k0.fma(DoubleVector.broadcast(SPECIES, -LN2L), al);
                r1 = r0.add(rl0);
                rl1 = rl0.sub(r1.sub(r0));
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

package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.scalar.ScalarDot;

/// xᵀy in the 32 virtual lanes of [Kernels#dot].
///
/// The virtual lanes are 4 registers of 512 bits, 8 of 256 or 16 of 128, so each width has a loop of its own over the
/// same 32 sums:
///
///     512:  c0 │ c1 │ c2 │ c3        256:  c0 │ c1 │ … │ c7        128:  c0 │ c1 │ … │ c7 │ d0 │ … │ d7
///
/// The vectors behind the last whole 32 elements go to the sums in turn: c0 takes one, and all sums move up by one place,
/// which changes nothing, because the tree of additions is the same from wherever one begins to count. The elements
/// behind the last vector are added to c0 as numbers, lane by lane, in [#lane]: C2 boxes a vector that depends on a
/// branch.
final class VectorDot {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int STEP = Kernels.DOT_LANES;

    private VectorDot() {}

    static double dot(int n, double[] x, int xOff, double[] y, int yOff) {
        if (n < STEP) return ScalarDot.dot(n, x, xOff, y, yOff);
        if (LANES == 8 && x == y && xOff == yOff) return squares512(n, x, xOff);
        return switch (LANES) {
            case 8 -> dot512(n, x, xOff, y, yOff);
            case 4 -> dot256(n, x, xOff, y, yOff);
            default -> dot128(n, x, xOff, y, yOff);
        };
    }

    /// Lane l of c0, with its element of the `left` last ones if it has one, and what the first two halvings add to it.
    private static double lane(int l, int left, double[] x, int p, double[] y, int q, double c, double opposite,
            double others) {
        double sum = l < left ? Math.fma(x[p + l], y[q + l], c) : c;
        return (sum + opposite) + others;
    }

    /// The last three halvings.
    static double fold(double t0, double t1, double t2, double t3, double t4, double t5, double t6, double t7) {
        return ((t0 + t4) + (t2 + t6)) + ((t1 + t5) + (t3 + t7));
    }

    private static double dot512(int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector c0 = DoubleVector.zero(SPECIES), c1 = c0, c2 = c0, c3 = c0;
        int p = xOff, q = yOff, left = n;
        for (; left >= STEP; left -= STEP, p += STEP, q += STEP) {
            c0 = DoubleVector.fromArray(SPECIES, x, p).fma(DoubleVector.fromArray(SPECIES, y, q), c0);
            c1 = DoubleVector.fromArray(SPECIES, x, p + 8).fma(DoubleVector.fromArray(SPECIES, y, q + 8), c1);
            c2 = DoubleVector.fromArray(SPECIES, x, p + 16).fma(DoubleVector.fromArray(SPECIES, y, q + 16), c2);
            c3 = DoubleVector.fromArray(SPECIES, x, p + 24).fma(DoubleVector.fromArray(SPECIES, y, q + 24), c3);
        }
        for (; left >= LANES; left -= LANES, p += LANES, q += LANES) {
            DoubleVector next = DoubleVector.fromArray(SPECIES, x, p).fma(DoubleVector.fromArray(SPECIES, y, q), c0);
            c0 = c1;
            c1 = c2;
            c2 = c3;
            c3 = next;
        }
        if (left == 0) {
            DoubleVector s0 = c0.add(c2).add(c1.add(c3));
            return fold(s0.lane(0), s0.lane(1), s0.lane(2), s0.lane(3), s0.lane(4), s0.lane(5), s0.lane(6), s0.lane(7));
        }
        DoubleVector opposite = c2, others = c1.add(c3);
        double t0 = lane(0, left, x, p, y, q, c0.lane(0), opposite.lane(0), others.lane(0));
        double t1 = lane(1, left, x, p, y, q, c0.lane(1), opposite.lane(1), others.lane(1));
        double t2 = lane(2, left, x, p, y, q, c0.lane(2), opposite.lane(2), others.lane(2));
        double t3 = lane(3, left, x, p, y, q, c0.lane(3), opposite.lane(3), others.lane(3));
        double t4 = lane(4, left, x, p, y, q, c0.lane(4), opposite.lane(4), others.lane(4));
        double t5 = lane(5, left, x, p, y, q, c0.lane(5), opposite.lane(5), others.lane(5));
        double t6 = lane(6, left, x, p, y, q, c0.lane(6), opposite.lane(6), others.lane(6));
        double t7 = lane(7, left, x, p, y, q, c0.lane(7), opposite.lane(7), others.lane(7));
        return fold(t0, t1, t2, t3, t4, t5, t6, t7);
    }

    /// [#dot512] of x with itself, which loads each element once: C2 cannot know that two arrays are one.
    private static double squares512(int n, double[] x, int xOff) {
        DoubleVector c0 = DoubleVector.zero(SPECIES), c1 = c0, c2 = c0, c3 = c0;
        int p = xOff, left = n;
        for (; left >= STEP; left -= STEP, p += STEP) {
            DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, p), x1 = DoubleVector.fromArray(SPECIES, x, p + 8);
            DoubleVector x2 = DoubleVector.fromArray(SPECIES, x, p + 16),
                    x3 = DoubleVector.fromArray(SPECIES, x, p + 24);
            c0 = x0.fma(x0, c0);
            c1 = x1.fma(x1, c1);
            c2 = x2.fma(x2, c2);
            c3 = x3.fma(x3, c3);
        }
        for (; left >= LANES; left -= LANES, p += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, p), next = v.fma(v, c0);
            c0 = c1;
            c1 = c2;
            c2 = c3;
            c3 = next;
        }
        DoubleVector opposite = c2, others = c1.add(c3);
        double t0 = lane(0, left, x, p, x, p, c0.lane(0), opposite.lane(0), others.lane(0));
        double t1 = lane(1, left, x, p, x, p, c0.lane(1), opposite.lane(1), others.lane(1));
        double t2 = lane(2, left, x, p, x, p, c0.lane(2), opposite.lane(2), others.lane(2));
        double t3 = lane(3, left, x, p, x, p, c0.lane(3), opposite.lane(3), others.lane(3));
        double t4 = lane(4, left, x, p, x, p, c0.lane(4), opposite.lane(4), others.lane(4));
        double t5 = lane(5, left, x, p, x, p, c0.lane(5), opposite.lane(5), others.lane(5));
        double t6 = lane(6, left, x, p, x, p, c0.lane(6), opposite.lane(6), others.lane(6));
        double t7 = lane(7, left, x, p, x, p, c0.lane(7), opposite.lane(7), others.lane(7));
        return fold(t0, t1, t2, t3, t4, t5, t6, t7);
    }

    private static double dot256(int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector c0 = DoubleVector.zero(SPECIES), c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0, c6 = c0, c7 = c0;
        int p = xOff, q = yOff, left = n;
        for (; left >= STEP; left -= STEP, p += STEP, q += STEP) {
            c0 = DoubleVector.fromArray(SPECIES, x, p).fma(DoubleVector.fromArray(SPECIES, y, q), c0);
            c1 = DoubleVector.fromArray(SPECIES, x, p + 4).fma(DoubleVector.fromArray(SPECIES, y, q + 4), c1);
            c2 = DoubleVector.fromArray(SPECIES, x, p + 8).fma(DoubleVector.fromArray(SPECIES, y, q + 8), c2);
            c3 = DoubleVector.fromArray(SPECIES, x, p + 12).fma(DoubleVector.fromArray(SPECIES, y, q + 12), c3);
            c4 = DoubleVector.fromArray(SPECIES, x, p + 16).fma(DoubleVector.fromArray(SPECIES, y, q + 16), c4);
            c5 = DoubleVector.fromArray(SPECIES, x, p + 20).fma(DoubleVector.fromArray(SPECIES, y, q + 20), c5);
            c6 = DoubleVector.fromArray(SPECIES, x, p + 24).fma(DoubleVector.fromArray(SPECIES, y, q + 24), c6);
            c7 = DoubleVector.fromArray(SPECIES, x, p + 28).fma(DoubleVector.fromArray(SPECIES, y, q + 28), c7);
        }
        for (; left >= LANES; left -= LANES, p += LANES, q += LANES) {
            DoubleVector next = DoubleVector.fromArray(SPECIES, x, p).fma(DoubleVector.fromArray(SPECIES, y, q), c0);
            c0 = c1;
            c1 = c2;
            c2 = c3;
            c3 = c4;
            c4 = c5;
            c5 = c6;
            c6 = c7;
            c7 = next;
        }
        if (left == 0) {
            DoubleVector s0 = c0.add(c4).add(c2.add(c6));
            DoubleVector s1 = c1.add(c5).add(c3.add(c7));
            return fold(s0.lane(0), s0.lane(1), s0.lane(2), s0.lane(3), s1.lane(0), s1.lane(1), s1.lane(2), s1.lane(3));
        }
        DoubleVector opposite = c4, others = c2.add(c6);
        double t0 = lane(0, left, x, p, y, q, c0.lane(0), opposite.lane(0), others.lane(0));
        double t1 = lane(1, left, x, p, y, q, c0.lane(1), opposite.lane(1), others.lane(1));
        double t2 = lane(2, left, x, p, y, q, c0.lane(2), opposite.lane(2), others.lane(2));
        double t3 = lane(3, left, x, p, y, q, c0.lane(3), opposite.lane(3), others.lane(3));
        DoubleVector s1 = c1.add(c5).add(c3.add(c7));
        return fold(t0, t1, t2, t3, s1.lane(0), s1.lane(1), s1.lane(2), s1.lane(3));
    }

    private static double dot128(int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector c0 = DoubleVector.zero(SPECIES), c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0, c6 = c0, c7 = c0;
        DoubleVector d0 = c0, d1 = c0, d2 = c0, d3 = c0, d4 = c0, d5 = c0, d6 = c0, d7 = c0;
        int p = xOff, q = yOff, left = n;
        for (; left >= STEP; left -= STEP, p += STEP, q += STEP) {
            c0 = DoubleVector.fromArray(SPECIES, x, p).fma(DoubleVector.fromArray(SPECIES, y, q), c0);
            c1 = DoubleVector.fromArray(SPECIES, x, p + 2).fma(DoubleVector.fromArray(SPECIES, y, q + 2), c1);
            c2 = DoubleVector.fromArray(SPECIES, x, p + 4).fma(DoubleVector.fromArray(SPECIES, y, q + 4), c2);
            c3 = DoubleVector.fromArray(SPECIES, x, p + 6).fma(DoubleVector.fromArray(SPECIES, y, q + 6), c3);
            c4 = DoubleVector.fromArray(SPECIES, x, p + 8).fma(DoubleVector.fromArray(SPECIES, y, q + 8), c4);
            c5 = DoubleVector.fromArray(SPECIES, x, p + 10).fma(DoubleVector.fromArray(SPECIES, y, q + 10), c5);
            c6 = DoubleVector.fromArray(SPECIES, x, p + 12).fma(DoubleVector.fromArray(SPECIES, y, q + 12), c6);
            c7 = DoubleVector.fromArray(SPECIES, x, p + 14).fma(DoubleVector.fromArray(SPECIES, y, q + 14), c7);
            d0 = DoubleVector.fromArray(SPECIES, x, p + 16).fma(DoubleVector.fromArray(SPECIES, y, q + 16), d0);
            d1 = DoubleVector.fromArray(SPECIES, x, p + 18).fma(DoubleVector.fromArray(SPECIES, y, q + 18), d1);
            d2 = DoubleVector.fromArray(SPECIES, x, p + 20).fma(DoubleVector.fromArray(SPECIES, y, q + 20), d2);
            d3 = DoubleVector.fromArray(SPECIES, x, p + 22).fma(DoubleVector.fromArray(SPECIES, y, q + 22), d3);
            d4 = DoubleVector.fromArray(SPECIES, x, p + 24).fma(DoubleVector.fromArray(SPECIES, y, q + 24), d4);
            d5 = DoubleVector.fromArray(SPECIES, x, p + 26).fma(DoubleVector.fromArray(SPECIES, y, q + 26), d5);
            d6 = DoubleVector.fromArray(SPECIES, x, p + 28).fma(DoubleVector.fromArray(SPECIES, y, q + 28), d6);
            d7 = DoubleVector.fromArray(SPECIES, x, p + 30).fma(DoubleVector.fromArray(SPECIES, y, q + 30), d7);
        }
        for (; left >= LANES; left -= LANES, p += LANES, q += LANES) {
            DoubleVector next = DoubleVector.fromArray(SPECIES, x, p).fma(DoubleVector.fromArray(SPECIES, y, q), c0);
            c0 = c1;
            c1 = c2;
            c2 = c3;
            c3 = c4;
            c4 = c5;
            c5 = c6;
            c6 = c7;
            c7 = d0;
            d0 = d1;
            d1 = d2;
            d2 = d3;
            d3 = d4;
            d4 = d5;
            d5 = d6;
            d6 = d7;
            d7 = next;
        }
        if (left == 0) {
            DoubleVector s0 = c0.add(d0).add(c4.add(d4));
            DoubleVector s1 = c1.add(d1).add(c5.add(d5));
            DoubleVector s2 = c2.add(d2).add(c6.add(d6));
            DoubleVector s3 = c3.add(d3).add(c7.add(d7));
            return fold(s0.lane(0), s0.lane(1), s1.lane(0), s1.lane(1), s2.lane(0), s2.lane(1), s3.lane(0), s3.lane(1));
        }
        DoubleVector opposite = d0, others = c4.add(d4);
        double t0 = lane(0, left, x, p, y, q, c0.lane(0), opposite.lane(0), others.lane(0));
        double t1 = lane(1, left, x, p, y, q, c0.lane(1), opposite.lane(1), others.lane(1));
        DoubleVector s1 = c1.add(d1).add(c5.add(d5));
        DoubleVector s2 = c2.add(d2).add(c6.add(d6));
        DoubleVector s3 = c3.add(d3).add(c7.add(d7));
        return fold(t0, t1, s1.lane(0), s1.lane(1), s2.lane(0), s2.lane(1), s3.lane(0), s3.lane(1));
    }
}

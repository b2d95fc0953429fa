package dev.lanewise.internal.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

import dev.lanewise.internal.kernel.Kernels;

/// xᵀy in the 32 virtual lanes of [Kernels#dot].
///
/// The virtual lanes are 4 registers of 512 bits, 8 of 256 or 16 of 128, so each width has a loop of its own over the
/// same 32 sums, and folding in halves adds the same pairs:
///
///     512:  c0 │ c1 │ c2 │ c3        c0 + c2, c1 + c3;  then c0 + c1;  then inside the register
///     256:  c0 │ c1 │ … │ c7         c0 + c4, …;  c0 + c2, …;  c0 + c1;  then inside the register
final class VectorDot {
    private static final VectorSpecies<Double> SPECIES = Width.species();
    private static final int LANES = SPECIES.length();
    private static final int STEP = Kernels.DOT_LANES;

    private VectorDot() {}

    static double dot(int n, double[] x, int xOff, double[] y, int yOff) {
        return switch (LANES) {
            case 8 -> dot512(n, x, xOff, y, yOff);
            case 4 -> dot256(n, x, xOff, y, yOff);
            default -> dot128(n, x, xOff, y, yOff);
        };
    }

    static void gemv(int rows, int cols, double alpha, double[] a, int aOff, double[] x, int xOff, double beta,
            double[] y, int yOff) {
        for (int i = 0; i < rows; i++) {
            double d = dot(cols, a, aOff + i * cols, x, xOff);
            y[yOff + i] = beta == 0.0 ? alpha * d : Math.fma(alpha, d, beta * y[yOff + i]);
        }
    }

    private static double dot512(int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector c0 = DoubleVector.zero(SPECIES), c1 = c0, c2 = c0, c3 = c0;
        int p = xOff, q = yOff, left = n;
        for (; left >= STEP; left -= STEP, p += STEP, q += STEP) {
            c0 = load(x, p).fma(load(y, q), c0);
            c1 = load(x, p + 8).fma(load(y, q + 8), c1);
            c2 = load(x, p + 16).fma(load(y, q + 16), c2);
            c3 = load(x, p + 24).fma(load(y, q + 24), c3);
        }
        if (left > 0) {
            c0 = tail(left, x, p, y, q, c0);
            c1 = tail(left - 8, x, p + 8, y, q + 8, c1);
            c2 = tail(left - 16, x, p + 16, y, q + 16, c2);
            c3 = tail(left - 24, x, p + 24, y, q + 24, c3);
        }
        DoubleVector s = c0.add(c2).add(c1.add(c3));
        double even = (s.lane(0) + s.lane(4)) + (s.lane(2) + s.lane(6));
        return even + ((s.lane(1) + s.lane(5)) + (s.lane(3) + s.lane(7)));
    }

    private static double dot256(int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector c0 = DoubleVector.zero(SPECIES), c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0, c6 = c0, c7 = c0;
        int p = xOff, q = yOff, left = n;
        for (; left >= STEP; left -= STEP, p += STEP, q += STEP) {
            c0 = load(x, p).fma(load(y, q), c0);
            c1 = load(x, p + 4).fma(load(y, q + 4), c1);
            c2 = load(x, p + 8).fma(load(y, q + 8), c2);
            c3 = load(x, p + 12).fma(load(y, q + 12), c3);
            c4 = load(x, p + 16).fma(load(y, q + 16), c4);
            c5 = load(x, p + 20).fma(load(y, q + 20), c5);
            c6 = load(x, p + 24).fma(load(y, q + 24), c6);
            c7 = load(x, p + 28).fma(load(y, q + 28), c7);
        }
        if (left > 0) {
            c0 = tail(left, x, p, y, q, c0);
            c1 = tail(left - 4, x, p + 4, y, q + 4, c1);
            c2 = tail(left - 8, x, p + 8, y, q + 8, c2);
            c3 = tail(left - 12, x, p + 12, y, q + 12, c3);
            c4 = tail(left - 16, x, p + 16, y, q + 16, c4);
            c5 = tail(left - 20, x, p + 20, y, q + 20, c5);
            c6 = tail(left - 24, x, p + 24, y, q + 24, c6);
            c7 = tail(left - 28, x, p + 28, y, q + 28, c7);
        }
        DoubleVector s = c0.add(c4).add(c2.add(c6)).add(c1.add(c5).add(c3.add(c7)));
        return (s.lane(0) + s.lane(2)) + (s.lane(1) + s.lane(3));
    }

    private static double dot128(int n, double[] x, int xOff, double[] y, int yOff) {
        DoubleVector c0 = DoubleVector.zero(SPECIES), c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0, c6 = c0, c7 = c0;
        DoubleVector d0 = c0, d1 = c0, d2 = c0, d3 = c0, d4 = c0, d5 = c0, d6 = c0, d7 = c0;
        int p = xOff, q = yOff, left = n;
        for (; left >= STEP; left -= STEP, p += STEP, q += STEP) {
            c0 = load(x, p).fma(load(y, q), c0);
            c1 = load(x, p + 2).fma(load(y, q + 2), c1);
            c2 = load(x, p + 4).fma(load(y, q + 4), c2);
            c3 = load(x, p + 6).fma(load(y, q + 6), c3);
            c4 = load(x, p + 8).fma(load(y, q + 8), c4);
            c5 = load(x, p + 10).fma(load(y, q + 10), c5);
            c6 = load(x, p + 12).fma(load(y, q + 12), c6);
            c7 = load(x, p + 14).fma(load(y, q + 14), c7);
            d0 = load(x, p + 16).fma(load(y, q + 16), d0);
            d1 = load(x, p + 18).fma(load(y, q + 18), d1);
            d2 = load(x, p + 20).fma(load(y, q + 20), d2);
            d3 = load(x, p + 22).fma(load(y, q + 22), d3);
            d4 = load(x, p + 24).fma(load(y, q + 24), d4);
            d5 = load(x, p + 26).fma(load(y, q + 26), d5);
            d6 = load(x, p + 28).fma(load(y, q + 28), d6);
            d7 = load(x, p + 30).fma(load(y, q + 30), d7);
        }
        if (left > 0) {
            c0 = tail(left, x, p, y, q, c0);
            c1 = tail(left - 2, x, p + 2, y, q + 2, c1);
            c2 = tail(left - 4, x, p + 4, y, q + 4, c2);
            c3 = tail(left - 6, x, p + 6, y, q + 6, c3);
            c4 = tail(left - 8, x, p + 8, y, q + 8, c4);
            c5 = tail(left - 10, x, p + 10, y, q + 10, c5);
            c6 = tail(left - 12, x, p + 12, y, q + 12, c6);
            c7 = tail(left - 14, x, p + 14, y, q + 14, c7);
            d0 = tail(left - 16, x, p + 16, y, q + 16, d0);
            d1 = tail(left - 18, x, p + 18, y, q + 18, d1);
            d2 = tail(left - 20, x, p + 20, y, q + 20, d2);
            d3 = tail(left - 22, x, p + 22, y, q + 22, d3);
            d4 = tail(left - 24, x, p + 24, y, q + 24, d4);
            d5 = tail(left - 26, x, p + 26, y, q + 26, d5);
            d6 = tail(left - 28, x, p + 28, y, q + 28, d6);
            d7 = tail(left - 30, x, p + 30, y, q + 30, d7);
        }
        DoubleVector even = c0.add(d0).add(c4.add(d4)).add(c2.add(d2).add(c6.add(d6)));
        DoubleVector odd = c1.add(d1).add(c5.add(d5)).add(c3.add(d3).add(c7.add(d7)));
        DoubleVector s = even.add(odd);
        return s.lane(0) + s.lane(1);
    }

    private static DoubleVector load(double[] x, int at) {
        return DoubleVector.fromArray(SPECIES, x, at);
    }

    /// The last `left` elements into one register: all of its lanes, some, or none.
    private static DoubleVector tail(int left, double[] x, int p, double[] y, int q, DoubleVector sum) {
        if (left >= LANES)
            return load(x, p).fma(load(y, q), sum);
        if (left <= 0)
            return sum;
        // A lane without an element adds 0·(−0) = −0, the one addend that leaves every sum as it is, −0 included.
        return first(left, x, p, 0.0).fma(first(left, y, q, -0.0), sum);
    }

    private static DoubleVector first(int count, double[] x, int at, double rest) {
        DoubleVector v = DoubleVector.broadcast(SPECIES, rest).withLane(0, x[at]);
        if (LANES > 2) {
            if (count > 1)
                v = v.withLane(1, x[at + 1]);
            if (count > 2)
                v = v.withLane(2, x[at + 2]);
        }
        if (LANES > 4) {
            if (count > 3)
                v = v.withLane(3, x[at + 3]);
            if (count > 4)
                v = v.withLane(4, x[at + 4]);
            if (count > 5)
                v = v.withLane(5, x[at + 5]);
            if (count > 6)
                v = v.withLane(6, x[at + 6]);
        }
        return v;
    }
}

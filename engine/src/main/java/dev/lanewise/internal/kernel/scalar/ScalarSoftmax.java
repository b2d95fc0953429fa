package dev.lanewise.internal.kernel.scalar;

import static dev.lanewise.internal.kernel.scalar.Exponential.LN2H;
import static dev.lanewise.internal.kernel.scalar.Exponential.LN2L;
import static dev.lanewise.internal.kernel.scalar.Exponential.LOG2E;
import static dev.lanewise.internal.kernel.scalar.Exponential.MAGIC;

/// softmax and its logarithm over one row, with m the largest element and dᵢ = xᵢ − m:
///
///     softmaxᵢ = e^dᵢ/S,   S = Σ e^dⱼ         log-softmaxᵢ = dᵢ − ln S,   ln S = log1p(S − 1)
///
/// dᵢ carries a tail into the exponential; without it a difference of 700 costs 512 ulp. S is a head and a tail: eight
/// sums, element i in sum i mod 8, each with what its additions lose, then added in ascending order, and last the
/// elements beyond a multiple of eight. So S is right to its last bits however long the row is, and S − 1 does not
/// cancel.
///
/// A row that holds NaN or ∞, or nothing but −∞, becomes NaN; beside finite numbers −∞ has the probability +0.
public final class ScalarSoftmax {
    /// The number of sums.
    public static final int SUMS = 8;
    /// e^LOW is 0. So are the two factors 2^(k/2) by which it is multiplied, whose exponents have no bits left: where a
    /// product underflows instead, as it would for −800, processors take dozens of cycles.
    public static final double LOW = -1418.0;

    private ScalarSoftmax() {}

    /// softmax of a row, in place where y is x.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void softmax(int n, double[] x, int xOff, double[] y, int yOff) {
        divide(n, sum(true, 0.0, n, largest(n, x, xOff), x, xOff, y, yOff), y, yOff);
    }

    /// log-softmax of a row, in place where y is x.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void logSoftmax(int n, double[] x, int xOff, double[] y, int yOff) {
        double largest = largest(n, x, xOff);
        double rest = sum(false, 1.0, n, largest, x, xOff, y, yOff);
        shift(n, largest, ScalarLog1p.log1p(rest), x, xOff, y, yOff);
    }

    /// S less something, and yᵢ ← e^dᵢ where they are kept.
    private static double sum(boolean kept, double less, int n, double largest, double[] x, int xOff, double[] y,
            int yOff) {
        int whole = n & -SUMS;
        double head = 0.0;
        double tail = 0.0;
        for (int j = 0; j < SUMS; j++) {
            double sum = 0.0;
            double lost = 0.0;
            for (int i = j; i < whole; i += SUMS) {
                double e = power(x[xOff + i], largest);
                if (kept) y[yOff + i] = e;
                double next = sum + e;
                lost += lost(sum, e, next);
                sum = next;
            }
            double next = head + sum;
            tail += lost(head, sum, next) + lost;
            head = next;
        }
        for (int i = whole; i < n; i++) {
            double e = power(x[xOff + i], largest);
            if (kept) y[yOff + i] = e;
            double next = head + e;
            tail += lost(head, e, next);
            head = next;
        }
        return head - less + tail;
    }

    /// The largest element; NaN wins.
    ///
    /// @param n length
    /// @param x elements
    /// @param xOff the first
    /// @return −∞ where n is 0
    public static double largest(int n, double[] x, int xOff) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) largest = Math.max(largest, x[xOff + i]);
        return largest;
    }

    /// a + b − sum without rounding, where sum is a + b rounded (Knuth).
    ///
    /// @param a a term
    /// @param b a term
    /// @param sum their rounded sum
    /// @return what the rounding lost
    public static double lost(double a, double b, double sum) {
        double part = sum - a;
        return a - (sum - part) + (b - part);
    }

    /// yᵢ ← yᵢ/S.
    ///
    /// @param n length
    /// @param sum S
    /// @param y the row
    /// @param yOff its first element
    public static void divide(int n, double sum, double[] y, int yOff) {
        for (int i = 0; i < n; i++) y[yOff + i] /= sum;
    }

    /// yᵢ ← xᵢ − m − ln S.
    ///
    /// @param n length
    /// @param largest m
    /// @param log ln S
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    public static void shift(int n, double largest, double log, double[] x, int xOff, double[] y, int yOff) {
        for (int i = 0; i < n; i++) y[yOff + i] = x[xOff + i] - largest - log;
    }

    /// e^(x − m) for m ≥ x, in the notation of [Exponential].
    ///
    /// @param x the argument
    /// @param largest m
    /// @return at most 1
    public static double power(double x, double largest) {
        double d = x - largest;
        boolean over = d < LOW;
        double a = over ? LOW : d;
        double dl = over ? 0.0 : lost(x, -largest, d);
        double z = Math.fma(a, LOG2E, MAGIC);
        double n = z - MAGIC;
        double r0 = Math.fma(n, -LN2H, a);
        double rl0 = Math.fma(n, -LN2L, dl);
        double r = r0 + rl0;
        double rl = rl0 - (r - r0);
        double u = r * r;
        double q = Math.fma(u, Exponential.series(r, u), Math.fma(rl, r, rl));
        double h = 1.0 + r;
        double l = r - (h - 1.0) + q;
        long k = Exponential.exponent(z);
        long k1 = k >> 1;
        return (h + l) * Exponential.powerOfTwo(k1) * Exponential.powerOfTwo(k - k1);
    }
}

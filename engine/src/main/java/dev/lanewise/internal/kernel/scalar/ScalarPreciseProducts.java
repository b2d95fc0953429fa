package dev.lanewise.internal.kernel.scalar;

/// s + e ← s + e + Mᵀ(w + w′) as plain loops, one row of M after the other: the sums beside each other are independent.
public final class ScalarPreciseProducts {
    private ScalarPreciseProducts() {}

    /// The sums of all columns of M.
    ///
    /// @param terms rows of M
    /// @param count columns of M
    /// @param m the array of M
    /// @param mOff its first element
    /// @param mStride distance between rows
    /// @param w w
    /// @param wRest w′
    /// @param wOff the first element of both
    /// @param s sums
    /// @param e what they have lost
    /// @param sOff the first element of both
    public static void products(int terms, int count, double[] m, int mOff, int mStride, double[] w, double[] wRest,
            int wOff, double[] s, double[] e, int sOff) {
        for (int k = 0; k < terms; k++) {
            row(count, m, mOff + k * mStride, w[wOff + k], wRest[wOff + k], s, e, sOff);
        }
    }

    private static void row(int count, double[] m, int at, double w, double wRest, double[] s, double[] e, int sOff) {
        for (int j = 0; j < count; j++) {
            double element = m[at + j];
            double sum = s[sOff + j];
            double product = element * w;
            double next = sum + product;
            double back = next - sum;
            double lost = ((sum - (next - back)) + (product - back)) + Math.fma(element, w, -product);
            e[sOff + j] += Math.fma(element, wRest, lost);
            s[sOff + j] = next;
        }
    }
}

package dev.lanewise.internal.kernel;

/// What [Kernels#gemm] copies of A, B and C: three arrays that are made when they are needed and replaced where a larger one
/// is. Whoever keeps it spares the next product new memory. A kernel finds in it what an earlier one left. For one thread at
/// a time.
public final class Scratch {
    private static final double[] NOTHING = {};

    private double[] a = NOTHING;
    private double[] b = NOTHING;
    private double[] c = NOTHING;

    /// Nothing yet.
    public Scratch() {}

    /// Room for rows of A.
    ///
    /// @param n how many doubles
    /// @return so many or more, of any value
    public double[] forA(int n) {
        return a.length >= n ? a : (a = new double[n]);
    }

    /// Room for columns of B.
    ///
    /// @param n how many doubles
    /// @return so many or more, of any value
    public double[] forB(int n) {
        return b.length >= n ? b : (b = new double[n]);
    }

    /// Room for tiles of C.
    ///
    /// @param n how many doubles
    /// @return so many or more, of any value
    public double[] forC(int n) {
        return c.length >= n ? c : (c = new double[n]);
    }
}

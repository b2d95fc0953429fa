package dev.lanewise.linalg;

import java.util.Arrays;

import dev.lanewise.internal.kernel.Kernels;

/// The scratch memory of [Blas#gemm(double, Matrix, Matrix, double, Matrix, GemmWorkspace)], which packs parts of large
/// factors into it: whoever keeps one multiplies without allocating.
///
/// It fits every product: where one needs more than any before, it grows in that call. For each thread that works it grows
/// to 0.4 MB where α = 1 and to 1.5 MB elsewhere, on processors with sixteen vector registers to 3.7 MB for any α; beyond
/// that only for products of great depth, to 24 rows of A and a copy of a B that is narrower than a vector. It never shrinks. It
/// carries nothing from one product to the next and need not be cleared, but numbers of past factors stay in it until
/// others replace them.
///
/// Use it from one thread at a time. The [workers][dev.lanewise.concurrent.Workers] of a call each have a part of their own.
public final class GemmWorkspace {
    /// For each thread the arrays that the kernel takes.
    private double[][][] parts = new double[1][Kernels.GEMM_SCRATCH][];

    /// An empty workspace.
    public GemmWorkspace() {}

    /// Makes room for parts that are computed at the same time.
    void grow(int count) {
        int before = parts.length;
        if (count > before) {
            parts = Arrays.copyOf(parts, count);
            for (int p = before; p < count; p++) parts[p] = new double[Kernels.GEMM_SCRATCH][];
        }
    }

    double[][] part(int p) {
        return parts[p];
    }
}

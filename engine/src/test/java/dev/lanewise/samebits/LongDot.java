package dev.lanewise.samebits;

import dev.lanewise.linalg.Blas;

/// A program with more than enough of one kernel for vectors, and one small call of another; started by [BackendTest].
final class LongDot {
    private LongDot() {}

    /// Needs no arguments.
    public static void main(String[] args) {
        double[] x = new double[1 << 20];
        double sum = 0;
        for (int i = 0; i < 600; i++) sum += Blas.dot(x, x);
        Blas.scal(0.5, x);
        System.out.println(sum);
    }
}

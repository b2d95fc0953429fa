package dev.lanewise.demo.lesson;

import dev.lanewise.linalg.Blas;

/// How far one vector is from another.
final class Differences {
    private Differences() {}

    /// max |aᵢ − bᵢ|.
    static double largest(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i] - b[i]));
        return largest;
    }

    /// ‖a − b‖₂ / ‖b‖₂.
    static double relative(double[] a, double[] b) {
        double[] difference = a.clone();
        Blas.axpy(-1, b, difference);
        return Blas.nrm2(difference) / Blas.nrm2(b);
    }
}

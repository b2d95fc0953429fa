package dev.lanewise.demo.lesson;

import dev.lanewise.linalg.Matrix;

/// Points (xᵢ, yᵢ) that a network is fitted to.
///
/// @param x where the function is known
/// @param y what it is there
public record Samples(double[] x, double[] y) {
    /// The lesson's samples: y = x·sin x at 100 equidistant points of [0, 10].
    ///
    /// **Reproducibility**: the x are those of NumPy's `linspace(0, 10, 100)`; the sine is [StrictMath#sin].
    ///
    /// @return new samples
    public static Samples ofTheLesson() {
        double[] x = linspace(0, 10, 100);
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) y[i] = x[i] * StrictMath.sin(x[i]);
        return new Samples(x, y);
    }

    /// Equidistant points as NumPy computes them: i·step + first, and the last one exactly.
    static double[] linspace(double first, double last, int count) {
        double step = (last - first) / (count - 1);
        double[] points = new double[count];
        for (int i = 0; i < count - 1; i++) points[i] = i * step + first;
        points[count - 1] = last;
        return points;
    }

    /// x as a matrix of one column, a sample in each row, as networks take it.
    ///
    /// @return a new matrix
    public Matrix inputs() {
        return Matrix.of(x.length, 1, x);
    }
}

package dev.lanewise.demo.fit;

import java.util.stream.IntStream;

import dev.lanewise.linalg.Matrix;

/// Brings every input to mean 0 and standard deviation 1, both taken over the training rows; an input that is constant
/// there becomes 0 there.
final class Standardiser {
    private final Moments[] columns;

    private Standardiser(Moments[] columns) {
        this.columns = columns;
    }

    /// Learns the moments of each column.
    static Standardiser of(Matrix x) {
        return new Standardiser(IntStream.range(0, x.cols()).mapToObj(j -> Moments.of(x.column(j))).toArray(
                Moments[]::new));
    }

    /// The standardised samples, as a new matrix.
    Matrix apply(Matrix x) {
        Matrix z = Matrix.zeros(x.rows(), x.cols());
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.cols(); j++) z.set(i, j, columns[j].standardise(x.get(i, j)));
        }
        return z;
    }
}

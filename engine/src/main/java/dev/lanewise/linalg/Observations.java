package dev.lanewise.linalg;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The rows of a least-squares problem, with weights if there are any.
///
/// Weighted rows stand in descending order of their magnitude, √wᵢ·max|aᵢⱼ|: a short row that is reflected before a long
/// one drowns in it (M. Powell and J. Reid, *On applying Householder transformations to linear least squares problems*,
/// IFIP Congress 1968; A. Cox and N. Higham, *Stability of Householder QR factorization for weighted least squares
/// problems*, 1998). Rows of weight 0 are left out.
///
/// @param a A, not yet weighted
/// @param b B, not yet weighted
/// @param scales √wᵢ, or null where all are 1
record Observations(Matrix a, Matrix b, double[] scales) {
    /// Sorts the rows by what they weigh; null for no weights.
    ///
    /// @param name what B is called in messages
    /// @throws IllegalArgumentException if there are weights and an element is not finite
    static Observations of(Matrix a, Matrix b, String name, double[] weights) {
        if (weights == null) return new Observations(a, b, null);
        Finite.check("LeastSquares", "A", a);
        Finite.check("LeastSquares", name, b);
        double[] magnitudes = new double[a.rows()];
        for (int i = 0; i < magnitudes.length; i++) {
            for (int j = 0; j < a.cols(); j++) magnitudes[i] = Math.max(magnitudes[i], Math.abs(a.get(i, j)));
            magnitudes[i] *= Math.sqrt(weights[i]);
        }
        int[] order = IntStream.range(0, a.rows()).filter(i -> weights[i] > 0.0).boxed().sorted(Comparator
                .comparingDouble(i -> -magnitudes[i])).mapToInt(Integer::intValue).toArray();
        double[] scales = Arrays.stream(order).mapToDouble(i -> Math.sqrt(weights[i])).toArray();
        return new Observations(rows(a, order), rows(b, order), scales);
    }

    private static Matrix rows(Matrix a, int[] order) {
        Matrix chosen = Matrix.zeros(order.length, a.cols());
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(a.array(), order[i] * a.cols(), chosen.array(), i * a.cols(), a.cols());
        }
        return chosen;
    }

    /// SA.
    Matrix weightedA() {
        return weighted(a);
    }

    /// SB.
    Matrix weightedB() {
        return weighted(b);
    }

    private Matrix weighted(Matrix c) {
        if (scales == null) return c;
        Matrix weighted = c.copy();
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < c.cols(); j++) weighted.set(i, j, scales[i] * c.get(i, j));
        }
        return weighted;
    }
}

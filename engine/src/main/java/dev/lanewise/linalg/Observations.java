package dev.lanewise.linalg;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.IntStream;

import dev.lanewise.internal.backend.Backend;

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
    /// @throws IllegalArgumentException if there are weights and an element is not finite, or not any more with its weight
    static Observations of(Matrix a, Matrix b, String name, double[] weights) {
        if (weights == null) return new Observations(a, b, null);
        return chosen(a, b, weights, heavyFirst("LeastSquares", a, b, name, weights));
    }

    /// The rows that weigh something, in descending order of their magnitude.
    static int[] heavyFirst(String operation, Matrix a, Matrix b, String name, double[] weights) {
        Finite.check(operation, "A", a);
        Finite.check(operation, name, b);
        double[] magnitudes = new double[a.rows()];
        for (int i = 0; i < magnitudes.length; i++) {
            magnitudes[i] = magnitude(operation, "A", a, i, weights[i]);
            magnitude(operation, name, b, i, weights[i]);
        }
        return Arrays.stream(kept(weights)).boxed().sorted(Comparator.comparingDouble(i -> -magnitudes[i])).mapToInt(
                Integer::intValue).toArray();
    }

    /// The rows that weigh something.
    static int[] kept(double[] weights) {
        return IntStream.range(0, weights.length).filter(i -> weights[i] > 0.0).toArray();
    }

    /// That rows of a stream have as many columns as those before them, and are finite.
    static void check(String operation, Matrix a, Matrix b, int cols, int sides) {
        Objects.requireNonNull(a, () -> operation + ": A is null");
        Objects.requireNonNull(b, () -> operation + ": B is null");
        if (a.cols() != cols || b.cols() != sides || a.rows() != b.rows()) {
            throw new IllegalArgumentException("%s of %d columns and %d right-hand sides: A is %d × %d and B is %d × %d"
                    .formatted(operation, cols, sides, a.rows(), a.cols(), b.rows(), b.cols()));
        }
        Finite.check(operation, "A", a);
        Finite.check(operation, "B", b);
    }

    /// Leaves the rows in the order in which they come, for A and B without NaN and ∞.
    ///
    /// @throws IllegalArgumentException if these are no weights for A, or an element is not finite with its weight
    static Observations inOrder(String operation, Matrix a, Matrix b, double[] weights) {
        Finite.checkWeights(operation, a, weights);
        for (int i = 0; i < weights.length; i++) {
            magnitude(operation, "A", a, i, weights[i]);
            magnitude(operation, "B", b, i, weights[i]);
        }
        return chosen(a, b, weights, kept(weights));
    }

    /// √w·max|aᵢⱼ| of row i, which must be a double.
    private static double magnitude(String operation, String name, Matrix a, int i, double weight) {
        double[] data = a.array();
        double largest = 0.0;
        for (int at = i * a.cols(); at < (i + 1) * a.cols(); at++) largest = Math.max(largest, Math.abs(data[at]));
        double magnitude = largest * Math.sqrt(weight);
        if (magnitude == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("%s: row %d of %s times the root of its weight %s is beyond the largest "
                    .formatted(operation, i, name, weight) + "double");
        }
        return magnitude;
    }

    /// Some rows, in this order.
    static Observations chosen(Matrix a, Matrix b, double[] weights, int[] order) {
        double[] scales = Arrays.stream(order).mapToDouble(i -> Math.sqrt(weights[i])).toArray();
        return new Observations(rows(a, order), rows(b, order), scales);
    }

    static Matrix rows(Matrix a, int[] order) {
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
        for (int i = 0; i < c.rows(); i++)
            Backend.kernels().scal(c.cols(), scales[i], weighted.array(), i * c.cols());
        return weighted;
    }
}

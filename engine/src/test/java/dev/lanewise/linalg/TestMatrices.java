package dev.lanewise.linalg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The matrices of LAPACK's tests, drawn by a generator of our own so that every run sees the same ones.
final class TestMatrices {

    private static final int[] SIDES = {0, 1, 2, 3, 5, 7, 8, 9, 10, 17, 33, 50};
    /// About √(0.1/u), LAPACK's middle condition.
    static final double SQRT_COND = 0x1.cap24;
    /// About 0.1/u, LAPACK's largest condition.
    static final double COND = 0x1.9p49;

    private long state;

    TestMatrices(long seed) {
        state = seed;
    }

    /// The kinds that LAPACK's QR tests use.
    enum Kind {
        DIAGONAL, UPPER, LOWER, RANDOM, COND_2, COND_SQRT, COND_LARGE, NEAR_UNDERFLOW, NEAR_OVERFLOW
    }

    /// A matrix with its name, for messages.
    record Named(String name, Matrix a) {
        @Override
        public String toString() {
            return name;
        }
    }

    /// A matrix of small integers whose rank and null space are known exactly.
    record Deficient(String name, Matrix a, int rank, Matrix nullVectors) {
        @Override
        public String toString() {
            return name;
        }
    }

    /// [G, GM] and [GM, G] with integers G (m × rank) and M, whose null spaces are [−M; I] and [I; −M].
    static Stream<Deficient> deficient() {
        List<Deficient> matrices = new ArrayList<>();
        int[][] shapes = {{2, 2, 1}, {3, 5, 2}, {5, 3, 2}, {9, 9, 1}, {9, 9, 8}, {17, 10, 7}, {10, 17, 7}, {50, 33, 8},
                {33, 50, 8}, {50, 33, 32}, {50, 50, 25}, {50, 9, 3}};
        for (int[] shape : shapes) {
            for (boolean dependentFirst : new boolean[] {false, true}) {
                TestMatrices random = new TestMatrices(Arrays.hashCode(shape));
                int rank = shape[2];
                int free = shape[1] - rank;
                Matrix g = random.integers(shape[0], rank);
                Matrix m = random.integers(rank, free);
                Matrix a = Matrix.zeros(shape[0], shape[1]);
                Matrix nullVectors = Matrix.zeros(shape[1], free);
                put(a, 0, dependentFirst ? free : 0, g);
                put(a, 0, dependentFirst ? 0 : rank, g.times(m));
                put(nullVectors, dependentFirst ? 0 : rank, 0, identity(free));
                put(nullVectors, dependentFirst ? free : 0, 0, minus(Matrix.zeros(rank, free), m));
                String name = "%d × %d of rank %d%s".formatted(shape[0], shape[1], rank, dependentFirst ? ", GM" : "");
                matrices.add(new Deficient(name, a, rank, nullVectors));
            }
        }
        return matrices.stream();
    }

    private static void put(Matrix into, int row, int col, Matrix block) {
        for (int i = 0; i < block.rows(); i++) {
            for (int j = 0; j < block.cols(); j++) into.set(row + i, col + j, block.get(i, j));
        }
    }

    /// All shapes and kinds.
    static Stream<Named> all() {
        return of(Kind.values());
    }

    /// All shapes of some kinds.
    static Stream<Named> of(Kind... kinds) {
        return of(List.of(kinds));
    }

    /// All shapes of some kinds.
    static Stream<Named> of(List<Kind> kinds) {
        List<Named> matrices = new ArrayList<>();
        for (Kind kind : kinds) {
            for (int m : SIDES) {
                for (int n : SIDES) {
                    Matrix a = new TestMatrices(1000L * m + n).make(kind, m, n);
                    matrices.add(new Named(m + " × " + n + " " + kind, a));
                }
            }
        }
        return matrices.stream();
    }

    /// Matrices of a kind that are passed by eight panels at a time: tall, wide, and around multiples of 64 columns.
    static Stream<Named> large(Kind kind) {
        int[][] shapes = {{1024, 127}, {400, 256}, {257, 400}, {330, 321}, {310, 313}};
        return Arrays.stream(shapes).map(shape -> new Named(shape[0] + " × " + shape[1] + " " + kind, new TestMatrices(
                shape[0]).make(kind, shape[0], shape[1])));
    }

    Matrix make(Kind kind, int m, int n) {
        Matrix random = uniform(m, n);
        return switch (kind) {
            case RANDOM -> random;
            case DIAGONAL -> keep(random, 0, 0);
            case UPPER -> keep(random, 0, n);
            case LOWER -> keep(random, -m, 0);
            case COND_2 -> withSingularValues(m, n, graded(Math.min(m, n), 2.0));
            case COND_SQRT -> withSingularValues(m, n, graded(Math.min(m, n), SQRT_COND));
            case COND_LARGE -> withSingularValues(m, n, graded(Math.min(m, n), COND));
            case NEAR_UNDERFLOW -> scaled(random, -971);
            case NEAR_OVERFLOW -> scaled(random, 971);
        };
    }

    /// A double in [−1, 1), from Knuth's 64-bit linear congruential generator.
    double next() {
        state = state * 6364136223846793005L + 1442695040888963407L;
        return (state >> 11) * 0x1p-52;
    }

    Matrix uniform(int m, int n) {
        Matrix a = Matrix.zeros(m, n);
        for (int i = 0; i < m * n; i++) a.array()[i] = next();
        return a;
    }

    /// Integers in [−4, 4].
    Matrix integers(int m, int n) {
        Matrix a = Matrix.zeros(m, n);
        for (int i = 0; i < m * n; i++) a.array()[i] = Math.rint(next() * 4.0);
        return a;
    }

    /// 1 down to 1/condition in geometric steps; StrictMath gives every platform the same ones.
    static double[] graded(int count, double condition) {
        double[] values = new double[count];
        if (count > 0) values[0] = 1.0;
        for (int i = 1; i < count; i++) values[i] = 1.0 / StrictMath.pow(condition, (double) i / (count - 1));
        return values;
    }

    /// UΣVᵀ with U and V products of random reflections.
    Matrix withSingularValues(int m, int n, double[] values) {
        Matrix a = Matrix.zeros(m, n);
        for (int i = 0; i < values.length; i++) a.set(i, i, values[i]);
        for (int pass = 0; pass < 3; pass++) {
            a = reflected(a);
            a = reflected(a.transpose()).transpose();
        }
        return a;
    }

    private Matrix reflected(Matrix a) {
        double[] v = uniform(a.rows(), 1).array();
        double square = Blas.dot(v, v);
        double[] w = new double[a.cols()];
        Blas.gemvT(1.0, a, v, 0.0, w);
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.cols(); j++) a.set(i, j, a.get(i, j) - 2.0 * v[i] * w[j] / square);
        }
        return a;
    }

    private static Matrix keep(Matrix a, int lowest, int highest) {
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.cols(); j++) {
                if (j - i < lowest || j - i > highest) a.set(i, j, 0.0);
            }
        }
        return a;
    }

    /// 2ᵏA.
    static Matrix scaled(Matrix a, int k) {
        Matrix b = a.copy();
        for (int i = 0; i < b.array().length; i++) b.array()[i] = Math.scalb(b.array()[i], k);
        return b;
    }

    /// The exponent that brings the largest element near 1, for norms that neither overflow nor underflow.
    static int exponent(Matrix a) {
        double largest = Arrays.stream(a.array()).map(Math::abs).max().orElse(0.0);
        return largest == 0.0 ? 0 : Math.getExponent(largest);
    }

    static Matrix minus(Matrix a, Matrix b) {
        Matrix c = a.copy();
        for (int i = 0; i < c.array().length; i++) c.array()[i] -= b.array()[i];
        return c;
    }

    static Matrix identity(int n) {
        Matrix a = Matrix.zeros(n, n);
        for (int i = 0; i < n; i++) a.set(i, i, 1.0);
        return a;
    }

    /// The matrix with zero rows below it until it has m.
    static Matrix padded(Matrix a, int m) {
        return Matrix.of(m, a.cols(), Arrays.copyOf(a.array(), m * a.cols()));
    }
}

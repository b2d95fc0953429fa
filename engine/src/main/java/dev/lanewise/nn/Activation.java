package dev.lanewise.nn;

import java.util.Arrays;

import dev.lanewise.math.ArrayMath;

/// What a layer does to each of its outputs.
public enum Activation {
    /// x ↦ x. Layers of it compose to a single affine map, however many there are.
    IDENTITY {
        @Override
        public void apply(int n, double[] x, int xOff, double[] y, int yOff) {
            checkRanges(n, x, xOff, y, yOff);
            System.arraycopy(x, xOff, y, yOff, n);
        }

        @Override
        public void derivative(int n, double[] x, int xOff, double[] y, int yOff) {
            checkRanges(n, x, xOff, y, yOff);
            Arrays.fill(y, yOff, yOff + n, 1.0);
        }
    },
    /// x ↦ max(x, 0), range [0, ∞); its derivative is taken as 0 at the kink.
    RELU {
        @Override
        public void apply(int n, double[] x, int xOff, double[] y, int yOff) {
            ArrayMath.relu(n, x, xOff, y, yOff);
        }

        @Override
        public void derivative(int n, double[] x, int xOff, double[] y, int yOff) {
            ArrayMath.reluDerivative(n, x, xOff, y, yOff);
        }
    },
    /// x ↦ tanh x, range (−1, 1).
    TANH {
        @Override
        public void apply(int n, double[] x, int xOff, double[] y, int yOff) {
            ArrayMath.tanh(n, x, xOff, y, yOff);
        }

        @Override
        public void derivative(int n, double[] x, int xOff, double[] y, int yOff) {
            ArrayMath.tanhDerivative(n, x, xOff, y, yOff);
        }
    },
    /// x ↦ 1/(1 + e^(−x)), range (0, 1).
    SIGMOID {
        @Override
        public void apply(int n, double[] x, int xOff, double[] y, int yOff) {
            ArrayMath.sigmoid(n, x, xOff, y, yOff);
        }

        @Override
        public void derivative(int n, double[] x, int xOff, double[] y, int yOff) {
            ArrayMath.sigmoidDerivative(n, x, xOff, y, yOff);
        }
    };

    /// yᵢ = σ(xᵢ), in place where the two ranges are the same.
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public abstract void apply(int n, double[] x, int xOff, double[] y, int yOff);

    /// yᵢ = σ′(xᵢ), in place where the two ranges are the same.
    ///
    /// @param n number of elements
    /// @param x arguments
    /// @param xOff index of the first
    /// @param y results
    /// @param yOff index of the first
    /// @throws IndexOutOfBoundsException if a range leaves its array
    /// @throws IllegalArgumentException if the ranges overlap without being the same
    public abstract void derivative(int n, double[] x, int xOff, double[] y, int yOff);

    /// σ(x) of one number, bit-equal to [#apply(int, double\[\], int, double\[\], int)].
    ///
    /// @param x the argument
    /// @return σ(x)
    public double apply(double x) {
        double[] value = {x};
        apply(1, value, 0, value, 0);
        return value[0];
    }

    /// σ′(x) of one number, bit-equal to [#derivative(int, double\[\], int, double\[\], int)].
    ///
    /// @param x the argument
    /// @return σ′(x)
    public double derivative(double x) {
        double[] value = {x};
        derivative(1, value, 0, value, 0);
        return value[0];
    }

    /// The checks that the other activations leave to [ArrayMath].
    private static void checkRanges(int n, double[] x, int xOff, double[] y, int yOff) {
        checkRange("x", n, x.length, xOff);
        checkRange("y", n, y.length, yOff);
        if (x == y && xOff != yOff && Math.abs((long) xOff - yOff) < n) {
            throw new IllegalArgumentException("identity: the ranges of %d elements from %d and from %d overlap"
                    .formatted(n, xOff, yOff));
        }
    }

    private static void checkRange(String name, int n, int length, int from) {
        if (n < 0 || from < 0 || from > length - n) {
            throw new IndexOutOfBoundsException("identity: %d elements from %d do not lie in %s, which has length %d"
                    .formatted(n, from, name, length));
        }
    }
}

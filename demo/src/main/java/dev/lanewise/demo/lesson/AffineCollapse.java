package dev.lanewise.demo.lesson;

import java.util.List;

import dev.lanewise.linalg.Blas;
import dev.lanewise.linalg.LeastSquares;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.Dense;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.RandomLayer;
import dev.lanewise.random.NumpyRandom;

/// A network of three layers without activations, and the one affine map that it is.
///
/// @param network three layers with IDENTITY
/// @param weights W = W₃W₂W₁
/// @param bias b = W₃(W₂b₁ + b₂) + b₃
/// @param inputs how many random inputs both were asked
/// @param largestValue the largest |f(x)| over them
/// @param largestDifference the largest |f(x) − (Wx + b)| over them
/// @param tanhDeviation the root mean square of g(x) − ḡ over them, where g has the same weights and tanh between
///     layers
/// @param tanhMisfit the root mean square of g(x) − (Ax + a) over them, with the affine map of least squares
record AffineCollapse(Network network, Matrix weights, double[] bias, int inputs, double largestValue,
        double largestDifference, double tanhDeviation, double tanhMisfit) {
    static AffineCollapse compute(long seed, int inputs) {
        NumpyRandom random = new NumpyRandom(seed);
        Network linear = Network.input(3)
                .dense(RandomLayer.normal(random, 3, 8, Activation.IDENTITY))
                .dense(RandomLayer.normal(random, 8, 8, Activation.IDENTITY))
                .dense(RandomLayer.normal(random, 8, 2, Activation.IDENTITY))
                .build();
        List<Dense> layers = linear.layers();
        Matrix weights = layers.get(0).weights();
        double[] bias = layers.get(0).bias();
        for (Dense layer : layers.subList(1, layers.size())) {
            weights = layer.weights().times(weights);
            bias = layer.weights().times(bias);
            Blas.axpy(1, layer.bias(), bias);
        }
        Matrix x = Matrix.wrap(inputs, 3, random.randn(3 * inputs));
        Matrix values = linear.predict(x);
        Matrix affine = affine(x, weights.transpose(), bias);
        Matrix bent = withTanh(linear).predict(x);
        return new AffineCollapse(linear, weights, bias, inputs, largest(values), difference(values, affine),
                misfit(Matrix.zeros(inputs, 0), bent), misfit(x, bent));
    }

    /// The same weights with tanh between the layers.
    private static Network withTanh(Network linear) {
        Network.Builder bent = Network.input(linear.inputs());
        List<Dense> layers = linear.layers();
        for (Dense layer : layers.subList(0, layers.size() - 1)) {
            bent.dense(layer.weights(), layer.bias(), Activation.TANH);
        }
        return bent.dense(layers.getLast()).build();
    }

    /// XW + 1bᵀ.
    private static Matrix affine(Matrix x, Matrix w, double[] bias) {
        Matrix y = x.times(w);
        for (int i = 0; i < y.rows(); i++) {
            for (int j = 0; j < y.cols(); j++) y.set(i, j, y.get(i, j) + bias[j]);
        }
        return y;
    }

    /// What the affine map of X that is closest to Y leaves of it, in root mean square.
    private static double misfit(Matrix x, Matrix y) {
        Matrix withOnes = Matrix.zeros(x.rows(), x.cols() + 1);
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.cols(); j++) withOnes.set(i, j, x.get(i, j));
            withOnes.set(i, x.cols(), 1);
        }
        return Blas.nrm2(LeastSquares.solve(withOnes, y).residualNorms()) / Math.sqrt(y.rows() * y.cols());
    }

    private static double largest(Matrix a) {
        return difference(a, Matrix.zeros(a.rows(), a.cols()));
    }

    private static double difference(Matrix a, Matrix b) {
        return Differences.largest(a.array(), b.array());
    }
}

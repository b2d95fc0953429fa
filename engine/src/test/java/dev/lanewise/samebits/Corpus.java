package dev.lanewise.samebits;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import dev.lanewise.internal.kernel.Bits;
import dev.lanewise.internal.kernel.Samples;
import dev.lanewise.linalg.Blas;
import dev.lanewise.linalg.Fit;
import dev.lanewise.linalg.LeastSquares;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.RankRule;
import dev.lanewise.math.ArrayDerivatives;
import dev.lanewise.math.ArrayMath;
import dev.lanewise.math.Softmax;
import dev.lanewise.math.Stratified;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.Dense;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.RandomLayer;
import dev.lanewise.nn.Readout;
import dev.lanewise.random.NumpyRandom;

/// A fixed corpus of results of every kind that the library has, each kind as one checksum of its bits.
final class Corpus {
    private Corpus() {}

    static Map<String, Long> checksums() {
        Map<String, Long> sums = new TreeMap<>();
        sums.put("vectors", vectors());
        sums.put("products", products());
        sums.put("functions", functions());
        sums.put("activations", activations());
        sums.put("networks", networks());
        sums.put("random", random());
        sums.put("least squares", leastSquares());
        return sums;
    }

    private static long vectors() {
        long sum = 0;
        for (int n : new int[] {0, 1, 7, 8, 31, 32, 33, 100, 1027, 5000}) {
            double[] x = new Samples(n).uniform(n), y = new Samples(n + 1).uniform(n);
            sum = Bits.checksum(sum, Blas.dot(x, y), Blas.nrm2(x));
            Blas.axpy(0.7, x, y);
            Blas.scal(-1.3, x);
            Blas.scal(0x1p-600, y);
            sum = Bits.checksum(Bits.checksum(sum, x), Blas.nrm2(y));
        }
        return sum;
    }

    private static long products() {
        long sum = 0;
        for (int[] s : new int[][] {{1, 1, 1}, {5, 3, 70}, {17, 40, 9}, {64, 64, 64}, {101, 97, 300}, {8, 600, 5}}) {
            Matrix a = uniform(s[0], s[2], 1), b = uniform(s[2], s[1], 2), c = uniform(s[0], s[1], 3);
            Blas.gemm(0.7, a, b, -1.1, c);
            double[] x = new Samples(4).uniform(s[2]), y = new Samples(5).uniform(s[0]);
            double[] z = x.clone();
            Blas.gemv(0.9, a, x, 0.3, y);
            Blas.gemvT(1.1, a, y, 0.2, z);
            sum = Bits.checksum(Bits.checksum(Bits.checksum(sum, c.array()), y), z);
            sum = Bits.checksum(Bits.checksum(sum, a.times(b).array()), a.times(x));
        }
        return sum;
    }

    private static long functions() {
        double[] x = Stratified.arguments(2);
        long sum = 0;
        for (BiConsumer<double[], double[]> function : List.<BiConsumer<double[], double[]>>of(
                ArrayMath::tanh,
                ArrayMath::tanhDerivative, ArrayMath::sigmoid, ArrayMath::sigmoidDerivative, ArrayMath::relu,
                ArrayMath::reluDerivative)) {
            double[] y = new double[x.length];
            function.accept(x, y);
            sum = Bits.checksum(sum, y);
        }
        return sum;
    }

    private static long activations() {
        double[] x = Stratified.arguments(2), y = new double[x.length];
        long sum = 0;
        for (BiConsumer<double[], double[]> function : List.<BiConsumer<double[], double[]>>of(ArrayMath::exp,
                ArrayMath::expm1, ArrayMath::log1p, ArrayMath::erf, ArrayDerivatives::log1pDerivative,
                ArrayDerivatives::erfDerivative)) {
            function.accept(x, y);
            sum = Bits.checksum(sum, y);
        }
        for (Activation activation : Activation.values()) {
            if (!activation.isElementwise()) continue;
            activation.apply(x.length, x, 0, y, 0);
            sum = Bits.checksum(sum, y);
            activation.derivative(x.length, x, 0, y, 0);
            sum = Bits.checksum(sum, y);
        }
        for (int n : new int[] {1, 2, 9, 100, 1027}) {
            double[] row = new Samples(n).uniform(n), log = new double[n];
            for (int i = 0; i < n; i++) row[i] *= 100;
            Softmax.logSoftmax(row, log);
            Softmax.softmax(row, row);
            sum = Bits.checksum(Bits.checksum(sum, row), log);
        }
        return sum;
    }

    private static long networks() {
        long sum = 0;
        for (Activation activation : List.of(Activation.IDENTITY, Activation.RELU, Activation.TANH,
                Activation.SIGMOID)) {
            Network network = Network.input(13).dense(dense(70, 13, 1, activation)).dense(dense(33, 70, 2, activation))
                    .dense(dense(10, 33, 3, Activation.IDENTITY)).build();
            Matrix x = uniform(37, 13, 4);
            sum = Bits.checksum(sum, network.predict(x).array());
            sum = Bits.checksum(sum, network.predict(x.row(36)));
        }
        return sum;
    }

    private static long random() {
        long sum = 0;
        for (long seed : new long[] {0, 42, 4294967295L}) {
            NumpyRandom random = new NumpyRandom(seed);
            sum = Bits.checksum(Bits.checksum(sum, random.rand(1000)), random.randn(1001));
        }
        return sum;
    }

    private static long leastSquares() {
        long sum = 0;
        for (int[] s : new int[][] {{1, 1}, {20, 5}, {100, 20}, {300, 41}, {9, 30}, {64, 64}, {2500, 9}}) {
            Matrix a = uniform(s[0], s[1], 1), b = uniform(s[0], 3, 2);
            sum = add(sum, LeastSquares.solve(a, b));
            sum = add(sum, LeastSquares.of(a).rank(RankRule.numpy()).solve(b));
            Matrix low = uniform(s[0], 1, 3).times(uniform(1, s[1], 4));
            sum = add(sum, LeastSquares.solve(low, b));
        }
        Network hidden = Network.input(1).dense(RandomLayer.uniform(new NumpyRandom(42), 30, Activation.TANH)).build();
        Readout readout = Readout.fit(hidden, uniform(100, 1, 5), new Samples(6).uniform(100), true, RankRule.scaled());
        return add(sum, readout.fit());
    }

    private static long add(long sum, Fit fit) {
        sum = Bits.checksum(Bits.checksum(sum, fit.coefficients().array()), fit.residualNorms());
        return Bits.checksum(Bits.checksum(sum, fit.rank(), fit.condition()), fit.singularValues());
    }

    private static Matrix uniform(int rows, int cols, long seed) {
        return Matrix.wrap(rows, cols, new Samples(seed).uniform(rows * cols));
    }

    private static Dense dense(int outputs, int inputs, long seed, Activation activation) {
        return new Dense(uniform(outputs, inputs, seed), new Samples(seed + 100).uniform(outputs), activation);
    }
}

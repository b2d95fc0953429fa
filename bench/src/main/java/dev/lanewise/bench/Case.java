package dev.lanewise.bench;

import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

import dev.lanewise.linalg.Blas;
import dev.lanewise.linalg.GemmWorkspace;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.Refinement;
import dev.lanewise.math.ArrayActivations;
import dev.lanewise.math.ArrayMath;
import dev.lanewise.math.Softmax;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Workspace;
import dev.lanewise.random.NumpyRandom;

/// A case of `compare.py`: the same numbers as its namesake in with_numpy.py and with_pytorch.py.
///
/// @param call computes it, again and again
/// @param results where it puts them
record Case(Runnable call, double[] results) {
    /// Lays out the case that a line names.
    ///
    /// @throws NoSuchElementException if there is none of that name
    static Case parse(String line) {
        String[] words = line.split(" ");
        if (words.length == 3 && words[0].equals("network")) return network(words[1], count(words[2]));
        if (words.length != 2) throw new NoSuchElementException(line);
        return sized(words[0], Pattern.compile("x").splitAsStream(words[1]).mapToInt(Case::count).toArray());
    }

    private static Case sized(String kind, int[] sides) {
        boolean three = kind.startsWith("gemm") && sides.length == 3;
        boolean two = kind.startsWith("lstsq");
        if (!three && sides.length != (two ? 2 : 1)) throw new NoSuchElementException(kind);
        int n = sides[0];
        return switch (kind) {
            case "gemm" -> three ? gemm(n, sides[1], sides[2], false) : gemm(n, n, n, false);
            case "gemm_workspace" -> three ? gemm(n, sides[1], sides[2], true) : gemm(n, n, n, true);
            case "gemv", "gemvT" -> gemv(kind.equals("gemvT"), n);
            case "layer" -> layer(n);
            case "dot", "axpy", "nrm2" -> vectors(kind, n);
            case "rand", "randn" -> random(kind.equals("randn"), n);
            case "lstsq", "lstsq_pivoted" -> leastSquares(n, sides[1], Refinement.auto());
            case "lstsq_unrefined" -> leastSquares(n, sides[1], Refinement.off());
            default -> function(kind, n);
        };
    }

    private static int count(String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new NoSuchElementException(word);
        }
    }

    private static Case gemm(int m, int k, int n, boolean inWorkspace) {
        Samples samples = new Samples();
        Matrix a = samples.matrix(m, k);
        Matrix b = samples.matrix(k, n);
        Matrix c = Matrix.zeros(m, n);
        GemmWorkspace workspace = new GemmWorkspace();
        return new Case(inWorkspace
                ? () -> Blas.gemm(1.0, a, b, 0.0, c, workspace)
                : () -> Blas.gemm(1.0, a, b, 0.0, c), c.array());
    }

    private static Case gemv(boolean transposed, int n) {
        Samples samples = new Samples();
        Matrix a = samples.matrix(n, n);
        double[] x = samples.vector(n);
        double[] y = new double[n];
        return new Case(transposed
                ? () -> Blas.gemvT(1.0, a, x, 0.0, y)
                : () -> Blas.gemv(1.0, a, x, 0.0, y), y);
    }

    private static Case layer(int n) {
        Samples samples = new Samples();
        Matrix w = samples.matrix(n, n);
        Network layer = Network.input(n).dense(w, samples.vector(n), Activation.IDENTITY).build();
        Workspace workspace = layer.newWorkspace();
        double[] x = samples.vector(n);
        double[] y = new double[n];
        return new Case(() -> layer.forward(x, y, workspace), y);
    }

    private static Case vectors(String name, int n) {
        Samples samples = new Samples();
        double[] x = samples.vector(n);
        double[] y = samples.vector(n);
        double[] result = new double[1];
        return switch (name) {
            case "dot" -> new Case(() -> result[0] = Blas.dot(x, y), result);
            case "nrm2" -> new Case(() -> result[0] = Blas.nrm2(x), result);
            // A factor that is seen in the result of one call, and harmless after a million of them.
            default -> new Case(() -> Blas.axpy(0x1p-20, x, y), y);
        };
    }

    /// From the seed on in each call, so that all draw the same.
    private static Case random(boolean normal, int n) {
        double[] y = new double[n];
        return new Case(() -> {
            NumpyRandom random = new NumpyRandom(42);
            System.arraycopy(normal ? random.randn(n) : random.rand(n), 0, y, 0, n);
        }, y);
    }

    private static Case function(String name, int n) {
        double[] x = new Samples().vector(n, 4.0);
        if (name.equals("log1p")) Arrays.setAll(x, i -> Math.abs(x[i]));
        double[] y = new double[n];
        return new Case(switch (name) {
            case "tanh" -> () -> ArrayMath.tanh(x, y);
            case "sigmoid" -> () -> ArrayMath.sigmoid(x, y);
            case "relu" -> () -> ArrayMath.relu(x, y);
            case "exp" -> () -> ArrayMath.exp(x, y);
            case "expm1" -> () -> ArrayMath.expm1(x, y);
            case "erf" -> () -> ArrayMath.erf(x, y);
            case "softplus" -> () -> ArrayActivations.softplus(x, y);
            case "silu" -> () -> ArrayActivations.silu(x, y);
            case "gelu" -> () -> ArrayActivations.gelu(x, y);
            case "log1p" -> () -> ArrayMath.log1p(x, y);
            case "gelu_tanh" -> () -> ArrayActivations.geluTanh(x, y);
            case "elu" -> () -> ArrayActivations.elu(1.0, x, y);
            case "leaky_relu" -> () -> ArrayActivations.leakyRelu(0.01, x, y);
            case "softsign" -> () -> ArrayActivations.softsign(x, y);
            case "hard_sigmoid" -> () -> ArrayActivations.hardSigmoid(x, y);
            case "log_softmax" -> () -> Softmax.logSoftmax(x, y);
            case "softmax" -> () -> Softmax.softmax(x, y);
            default -> throw new NoSuchElementException(name);
        }, y);
    }

    private static Case leastSquares(int m, int n, Refinement refinement) {
        Samples samples = new Samples();
        Matrix a = samples.matrix(m, n);
        double[] b = samples.vector(m);
        double[] x = new double[n];
        var problem = dev.lanewise.linalg.LeastSquares.of(a).refine(refinement);
        return new Case(() -> System.arraycopy(problem.solve(b).x(), 0, x, 0, x.length), x);
    }

    private static Case network(String shape, int batch) {
        Samples samples = new Samples();
        Layers layers = new Layers(shape, samples);
        Network network = layers.network();
        Workspace workspace = network.newWorkspace();
        double[] x = samples.vector(batch * layers.inputs());
        double[] y = new double[batch * layers.outputs()];
        if (batch == 1) return new Case(() -> network.forward(x, y, workspace), y);
        Matrix inputs = Matrix.wrap(batch, layers.inputs(), x);
        Matrix outputs = Matrix.wrap(batch, layers.outputs(), y);
        return new Case(() -> network.forward(inputs, outputs, workspace), y);
    }
}

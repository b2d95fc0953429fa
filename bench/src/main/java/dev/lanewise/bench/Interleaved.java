package dev.lanewise.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import dev.lanewise.Lanewise;
import dev.lanewise.linalg.Blas;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.math.ArrayActivations;
import dev.lanewise.math.ArrayMath;
import dev.lanewise.math.Softmax;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Workspace;
import dev.lanewise.random.NumpyRandom;

/// Our half of `compare.py`: answers each line of standard input with a measurement, and waits meanwhile.
///
///     → gemm 192                        gemm N or MxKxN · gemv, gemvT, dot, axpy, nrm2, rand, randn N ·
///                                       tanh N, or another function · network SHAPE BATCH ·
///                                       lstsq MxN · lstsq_pivoted MxN
///     ← 270123.4 269876.5 0x1.8p3       median and best time of a call in ns, and the sum of the results
///
/// The first line is ours: what the engine computes with. A case is warmed up when it is first asked for; one that does
/// not exist is answered by a sentence that begins with `no`.
public final class Interleaved {
    private static final long WARM_UP = 2_000_000_000L;
    private static final long SETTLING = 500_000_000L;
    /// How often in a row nothing may become faster, and little be compiled, before a case counts as warm.
    private static final int CALM = 2;
    /// Milliseconds of compilation that are not worth another turn.
    private static final long SOME = 20;
    private static final long BUDGET = 200_000_000L;

    private record Case(Runnable call, double[] results) {}

    private Interleaved() {}

    /// Runs until the input ends.
    ///
    /// @param args none
    /// @throws IOException if the input cannot be read
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(Lanewise.describe());
        Map<String, Case> cases = new HashMap<>();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Case asked;
            try {
                asked = cases.computeIfAbsent(line, Interleaved::warmedUp);
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                out.println("no case: " + line);
                continue;
            }
            Stopwatch time = Stopwatch.time(asked.call, BUDGET);
            double sum = Arrays.stream(asked.results).sum();
            out.println(time.median() + " " + time.best() + " " + Double.toHexString(sum));
        }
    }

    private static Case warmedUp(String line) {
        Case fresh = parse(line.split(" "));
        double best = Stopwatch.time(fresh.call, WARM_UP).best();
        // On a busy machine the JIT may need longer: kernels that it has not compiled yet are several times slower.
        CompilationMXBean jit = ManagementFactory.getCompilationMXBean();
        for (int calm = 0; calm < CALM; calm++) {
            long compiled = jit.getTotalCompilationTime();
            double now = Stopwatch.time(fresh.call, SETTLING).best();
            if (now < 0.95 * best || jit.getTotalCompilationTime() > compiled + SOME) calm = -1;
            best = Math.min(best, now);
        }
        return fresh;
    }

    private static Case parse(String[] words) {
        return switch (words[0]) {
            case "gemm" -> gemm(words[1].split("x"));
            case "gemv", "gemvT" -> gemv(words[0].equals("gemvT"), Integer.parseInt(words[1]));
            case "dot", "axpy", "nrm2" -> vectors(words[0], Integer.parseInt(words[1]));
            case "rand", "randn" -> random(words[0].equals("randn"), Integer.parseInt(words[1]));
            case "lstsq", "lstsq_pivoted" -> leastSquares(words[1].split("x"));
            case "network" -> network(words[1], Integer.parseInt(words[2]));
            default -> function(words[0], Integer.parseInt(words[1]));
        };
    }

    private static Case gemm(String[] sides) {
        int m = Integer.parseInt(sides[0]);
        int k = sides.length == 1 ? m : Integer.parseInt(sides[1]);
        int n = sides.length == 1 ? m : Integer.parseInt(sides[2]);
        Samples samples = new Samples();
        Matrix a = samples.matrix(m, k);
        Matrix b = samples.matrix(k, n);
        Matrix c = Matrix.zeros(m, n);
        return new Case(() -> Blas.gemm(1.0, a, b, 0.0, c), c.array());
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

    private static Case vectors(String name, int n) {
        Samples samples = new Samples();
        double[] x = samples.vector(n);
        double[] y = samples.vector(n);
        double[] result = new double[1];
        return switch (name) {
            case "dot" -> new Case(() -> result[0] = Blas.dot(x, y), result);
            case "nrm2" -> new Case(() -> result[0] = Blas.nrm2(x), result);
            // A factor so small that y stays what it is, however often it is called.
            default -> new Case(() -> Blas.axpy(0x1p-60, x, y), y);
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
            default -> throw new NumberFormatException(name);
        }, y);
    }

    private static Case leastSquares(String[] sides) {
        Samples samples = new Samples();
        Matrix a = samples.matrix(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        double[] b = samples.vector(a.rows());
        double[] x = new double[a.cols()];
        return new Case(() -> System.arraycopy(dev.lanewise.linalg.LeastSquares.solve(a, b).x(), 0, x, 0, x.length), x);
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

package dev.lanewise.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
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

/// Our half of `compare.py`: answers each line of standard input with a measurement, and waits meanwhile.
///
///     → gemm 192                        gemm N · gemv N · tanh N, or another function · network SHAPE BATCH ·
///                                       lstsq MxN · lstsq_pivoted MxN
///     ← 270123.4 269876.5 0x1.8p3       median and best time of a call in ns, and the sum of the results
///
/// The first line is ours: what the engine computes with. A case is warmed up when it is first asked for.
public final class Interleaved {
    private static final long WARM_UP = 2_000_000_000L;
    private static final long SETTLING = 500_000_000L;
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
            Case asked = cases.computeIfAbsent(line, Interleaved::warmedUp);
            Stopwatch time = Stopwatch.time(asked.call, BUDGET);
            double sum = Arrays.stream(asked.results).sum();
            out.println(time.median() + " " + time.best() + " " + Double.toHexString(sum));
        }
    }

    private static Case warmedUp(String line) {
        Case fresh = parse(line.split(" "));
        double before, now = Stopwatch.time(fresh.call, WARM_UP).best();
        // On a busy machine the JIT may need longer: kernels that it has not compiled yet are several times slower.
        do {
            before = now;
            now = Stopwatch.time(fresh.call, SETTLING).best();
        } while (now < 0.95 * before);
        return fresh;
    }

    private static Case parse(String[] words) {
        return switch (words[0]) {
            case "gemm" -> gemm(Integer.parseInt(words[1]));
            case "gemv" -> gemv(Integer.parseInt(words[1]));
            case "lstsq", "lstsq_pivoted" -> leastSquares(words[1].split("x"));
            case "network" -> network(words[1], Integer.parseInt(words[2]));
            default -> function(words[0], Integer.parseInt(words[1]));
        };
    }

    private static Case gemm(int n) {
        Samples samples = new Samples();
        Matrix a = samples.matrix(n, n);
        Matrix b = samples.matrix(n, n);
        Matrix c = Matrix.zeros(n, n);
        return new Case(() -> Blas.gemm(1.0, a, b, 0.0, c), c.array());
    }

    private static Case gemv(int n) {
        Samples samples = new Samples();
        Matrix a = samples.matrix(n, n);
        double[] x = samples.vector(n);
        double[] y = new double[n];
        return new Case(() -> Blas.gemv(1.0, a, x, 0.0, y), y);
    }

    private static Case function(String name, int n) {
        double[] x = new Samples().vector(n, 4.0);
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
            case "softmax" -> () -> Softmax.softmax(x, y);
            default -> throw new IllegalArgumentException("no such case: " + name);
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

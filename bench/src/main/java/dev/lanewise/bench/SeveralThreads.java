package dev.lanewise.bench;

import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.lanewise.concurrent.Workers;
import dev.lanewise.linalg.Blas;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.math.ArrayMath;
import dev.lanewise.nn.Network;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/// What do more threads bring? The caller's and so many of a pool's, with the same bits.
public class SeveralThreads extends Question {
    private static final int GEMM = 768;
    private static final int GEMV = 4096;
    private static final int TANH = 1 << 20;
    private static final String NETWORK = "784-512-512-10";
    private static final int BATCH = 256;
    private static final int TALL = 1_000_000;
    private static final int COLUMNS = 64;

    /// What is shared out.
    @Param({"gemm", "gemv", "tanh", "network", "lstsq"})
    public String work;

    /// The caller's thread and the pool's.
    @Param({"1", "2"})
    public int threads;

    private ExecutorService pool;
    private Workers workers;
    private Runnable call;
    private double[] result;

    /// Lends a pool, and compares what it makes with what one thread makes.
    @Setup
    public void setUp() {
        pool = Executors.newFixedThreadPool(Math.max(1, threads - 1));
        workers = Workers.none();
        prepare();
        double[] expected = lanewise().clone();
        workers = Workers.of(pool, threads);
        Arrays.fill(result, Double.NaN);
        if (!Arrays.equals(expected, lanewise())) throw new IllegalStateException(work + ": other bits");
    }

    private void prepare() {
        Samples samples = new Samples();
        switch (work) {
            case "gemm" -> {
                Matrix a = samples.matrix(GEMM, GEMM), b = samples.matrix(GEMM, GEMM), c = Matrix.zeros(GEMM, GEMM);
                call = () -> Blas.gemm(1.0, a, b, 0.0, c, workers);
                result = c.array();
            }
            case "gemv" -> {
                Matrix a = samples.matrix(GEMV, GEMV);
                double[] x = samples.vector(GEMV), y = new double[GEMV];
                call = () -> Blas.gemv(1.0, a, x, 0.0, y, workers);
                result = y;
            }
            case "tanh" -> {
                double[] x = samples.vector(TANH, 4.0), y = new double[TANH];
                call = () -> ArrayMath.apply(ArrayMath::tanh, x, y, workers);
                result = y;
            }
            case "lstsq" -> {
                Matrix a = samples.matrix(TALL, COLUMNS);
                double[] b = samples.vector(TALL), x = new double[COLUMNS];
                call = () -> System.arraycopy(dev.lanewise.linalg.LeastSquares.of(a).workers(workers).solve(b).x(), 0,
                        x, 0, COLUMNS);
                result = x;
            }
            default -> {
                Layers layers = new Layers(NETWORK, samples);
                Network network = layers.network();
                Matrix x = samples.matrix(BATCH, layers.inputs()), y = Matrix.zeros(BATCH, layers.outputs());
                call = () -> network.forward(x, y, workers);
                result = y.array();
            }
        }
    }

    @Benchmark
    public double[] lanewise() {
        call.run();
        return result;
    }

    /// Takes the pool back.
    @TearDown
    public void tearDown() {
        pool.shutdown();
    }
}

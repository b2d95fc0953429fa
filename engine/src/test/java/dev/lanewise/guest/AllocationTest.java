package dev.lanewise.guest;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import dev.lanewise.concurrent.Workers;
import dev.lanewise.internal.backend.ColdStart;
import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.Samples;
import dev.lanewise.linalg.Blas;
import dev.lanewise.linalg.GemmWorkspace;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.math.ArrayDerivatives;
import dev.lanewise.math.ArrayMath;
import dev.lanewise.math.Softmax;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.Workspace;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Nothing that is called in a loop allocates, once it is compiled: a vector that C2 boxes shows here at once, as
/// thousands of bytes a call.
class AllocationTest {
    private static final long WARM_UP_NANOS = 20_000_000_000L;
    private static final int CALLS = 100;
    /// Too few for the kernels that overlap their steps, at any width.
    private static final int FEW = 22;
    private static final double[] X = new Samples(1).uniform(1027);
    private static final double[] Y = new Samples(2).uniform(1027);
    private static final double[] RESULT = new double[1027];
    private static final Matrix A = Matrix.wrap(37, 53, new Samples(3).uniform(37 * 53));
    private static final double[] ALONG = new Samples(4).uniform(53);
    private static final Matrix WIDE = Matrix.wrap(37, 96, new Samples(9).uniform(37 * 96));
    private static final double[] BLOCKS = new Samples(10).uniform(96);
    private static final Matrix VECTORS = Matrix.wrap(37, 88, new Samples(11).uniform(37 * 88));
    private static final double[] VECTOR = new Samples(12).uniform(88);
    private static final Matrix LARGE = Matrix.wrap(1027, 4128, new Samples(13).uniform(1027 * 4128));
    private static final double[] LONG = new Samples(14).uniform(4128);
    private static final double[] FAR_DOWN = new double[1027];
    private static final double[] DOWN = new Samples(5).uniform(37);
    private static final Network NETWORK = network();
    private static final Workspace WORKSPACE = NETWORK.newWorkspace();
    private static final double[] INPUT = new Samples(6).uniform(53);
    private static final double[] OUTPUT = new double[10];
    private static final Matrix INPUTS = Matrix.wrap(39, 53, new Samples(7).uniform(39 * 53));
    private static final Matrix OUTPUTS = Matrix.zeros(39, 10);
    private static final Network SCALED = Network.input(53)
            .scaleInputs(new Scaling(new double[53], filled(53, 2.0)))
            .dense(Matrix.wrap(10, 53, new Samples(11).uniform(530)), new double[10], Activation.SOFTMAX)
            .scaleOutputs(new Scaling(new double[10], filled(10, 2.0))).build();
    private static final Workspace SCALED_WORKSPACE = SCALED.newWorkspace();
    private static final double[] TINY = filled(1027, 0x1p-600);
    private static final Kernels BY_DEFAULT = new ColdStart(1_000_000);
    private static double sink;
    private static Workspace kept;

    private static final Map<String, Runnable> OPERATIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("dot", () -> sink = Blas.dot(X, Y)),
            Map.entry("nrm2", () -> sink = Blas.nrm2(X)),
            Map.entry("axpy", () -> Blas.axpy(0.0, X, RESULT)),
            Map.entry("scal", () -> Blas.scal(0.5, RESULT)),
            Map.entry("gemv", () -> Blas.gemv(1.0, A, ALONG, 0.0, DOWN)),
            Map.entry("dot of whole blocks", () -> sink = Blas.dot(BLOCKS, BLOCKS)),
            Map.entry("gemv of whole blocks", () -> Blas.gemv(1.0, WIDE, BLOCKS, 0.0, DOWN)),
            Map.entry("gemv of whole vectors", () -> Blas.gemv(1.0, VECTORS, VECTOR, 0.0, DOWN)),
            Map.entry("gemv from memory", () -> Blas.gemv(1.0, LARGE, LONG, 0.0, FAR_DOWN)),
            Map.entry("gemvT", () -> Blas.gemvT(0.1, A, DOWN, 0.5, ALONG)),
            Map.entry("tanh", () -> ArrayMath.tanh(X, RESULT)),
            Map.entry("tanh′", () -> ArrayMath.tanhDerivative(X, RESULT)),
            Map.entry("sigmoid", () -> ArrayMath.sigmoid(X, RESULT)),
            Map.entry("sigmoid′", () -> ArrayMath.sigmoidDerivative(X, RESULT)),
            Map.entry("relu", () -> ArrayMath.relu(X, RESULT)),
            Map.entry("relu′", () -> ArrayMath.reluDerivative(X, RESULT)),
            Map.entry("forward", () -> NETWORK.forward(INPUT, OUTPUT, WORKSPACE)),
            Map.entry("forward of a batch", () -> NETWORK.forward(INPUTS, OUTPUTS, WORKSPACE)),
            Map.entry("forward with scaling and softmax", () -> SCALED.forward(INPUTS, OUTPUTS, SCALED_WORKSPACE)),
            Map.entry("nrm2 outside the range", () -> sink = Blas.nrm2(TINY)),
            Map.entry("gemv without workers", () -> Blas.gemv(1.0, A, ALONG, 0.0, DOWN, Workers.none())),
            Map.entry("gemvT without workers", () -> Blas.gemvT(0.1, A, DOWN, 0.5, ALONG, Workers.none())),
            Map.entry("tanh without workers", () -> ArrayMath.apply(ArrayMath::tanh, X, RESULT, Workers.none())),
            Map.entry("dot by default", () -> sink = BY_DEFAULT.dot(1027, X, 0, Y, 0)),
            Map.entry("times by default", () -> BY_DEFAULT.times(37, 96, WIDE.array(), 0, BLOCKS, 0, DOWN, 0)),
            Map.entry("tanh by default", () -> BY_DEFAULT.map(Elementwise.TANH, 1027, X, 0, RESULT, 0)),
            Map.entry("softmax by default", () -> BY_DEFAULT.softmax(1027, X, 0, RESULT, 0))));

    @Test
    void nothingThatIsCalledInALoopAllocates() {
        OPERATIONS.forEach((name, operation) -> assertEquals(0, bytesPerCall(operation, 0), "bytes a call: " + name));
    }

    @Test
    void noFunctionAllocates() {
        Map<String, Runnable> functions = new TreeMap<>(Map.of(
                "exp", () -> ArrayMath.exp(X, RESULT),
                "exp of few", () -> ArrayMath.exp(FEW, X, 0, RESULT, 0),
                "expm1", () -> ArrayMath.expm1(X, RESULT),
                "expm1 of few", () -> ArrayMath.expm1(FEW, X, 0, RESULT, 0),
                "log1p", () -> ArrayMath.log1p(X, RESULT),
                "erf", () -> ArrayMath.erf(X, RESULT),
                "log1p′", () -> ArrayDerivatives.log1pDerivative(X, RESULT),
                "erf′", () -> ArrayDerivatives.erfDerivative(X, RESULT),
                "softmax′", () -> Softmax.softmaxDerivative(X, Y, RESULT),
                "log-softmax′", () -> Softmax.logSoftmaxDerivative(X, Y, RESULT)));
        for (Activation activation : Activation.values()) {
            functions.put(activation.name(), () -> activation.apply(1027, X, 0, RESULT, 0));
            functions.put(activation + " of few", () -> activation.apply(FEW, X, 0, RESULT, 0));
            if (!activation.isElementwise()) continue;
            functions.put(activation + "′", () -> activation.derivative(1027, X, 0, RESULT, 0));
        }
        functions.forEach((name, function) -> assertEquals(0, bytesPerCall(function, 0), "bytes a call: " + name));
    }

    @Test
    void theCounterCounts() {
        assertTrue(bytesPerCall(() -> sink = X.clone()[0], 10_000) >= 1027 * Double.BYTES);
    }

    @Test
    void smallProductsAllocateNothing() {
        Matrix a = Matrix.wrap(24, 24, new Samples(8).uniform(24 * 24)), c = Matrix.zeros(24, 24);
        assertFew(bytesPerCall(() -> Blas.gemm(1.0, a, a, 0.0, c), 1000));
    }

    /// As their Javadoc says: an array of one element, and a workspace.
    @Test
    void whatAllocatesByItsNature() {
        long one = bytesPerCall(() -> sink = Activation.TANH.apply(0.5) + Activation.TANH.derivative(0.5), 48);
        assertTrue(one <= 48, one + " bytes for two numbers");
        long workspace = bytesPerCall(() -> kept = NETWORK.newWorkspace(), 40_000);
        long batch = bytesPerCall(() -> NETWORK.forward(INPUTS, OUTPUTS, Workers.none()), workspace);
        assertTrue(batch <= workspace, batch + " bytes a call, where a workspace has " + workspace);
    }

    /// Packed: a block of B, of A at most 192 rows, or 510 with sixteen registers, and one tile, all of them no deeper
    /// than 768.
    @Test
    void gemmAllocatesItsPackingBuffersOnce() {
        int n = 400;
        Matrix a = Matrix.wrap(n, n, new Samples(8).uniform(n * n)), c = Matrix.zeros(n, n);
        long buffers = Double.BYTES * (n * (96L + n + 8) + 1000);
        long bytes = bytesPerCall(() -> Blas.gemm(0.5, a, a, 0.0, c), buffers);
        assertTrue(bytes <= buffers, bytes + " bytes a call");
    }

    /// Packed, with edges; a few rows of A, copied; a B that is narrower than a vector.
    @Test
    void gemmInAWorkspaceAllocatesNothing() {
        GemmWorkspace workspace = new GemmWorkspace();
        for (int[] shape : new int[][] {{101, 90, 77}, {30, 96, 96}, {70, 60, 3}}) {
            int m = shape[0], k = shape[1], n = shape[2];
            Matrix a = Matrix.wrap(m, k, new Samples(8).uniform(m * k)),
                    b = Matrix.wrap(k, n, new Samples(9).uniform(k * n));
            Matrix c = Matrix.zeros(m, n);
            String name = "bytes a call: %d × %d × %d".formatted(m, k, n);
            for (double alpha : new double[] {1.0, 0.5}) {
                assertEquals(0, bytesPerCall(() -> Blas.gemm(alpha, a, b, 0.5, c, workspace), 0), name);
                assertEquals(0, bytesPerCall(() -> Blas.gemm(alpha, a, b, 0.5, c, workspace, Workers.none()), 0), name);
            }
        }
    }

    /// The executor runs its tasks on this thread, so that all the bytes of all parts are counted.
    @Test
    void workersCostSomeHundredBytesACall() {
        Workers workers = Workers.of(Runnable::run, 4).grain(0);
        assertFew(bytesPerCall(() -> ArrayMath.apply(ArrayMath::tanh, X, RESULT, workers), 1000));
        assertFew(bytesPerCall(() -> Blas.gemv(1.0, A, ALONG, 0.0, DOWN, workers), 1000));
        int n = 200;
        Matrix a = Matrix.wrap(n, n, new Samples(8).uniform(n * n)), c = Matrix.zeros(n, n);
        GemmWorkspace workspace = new GemmWorkspace();
        assertFew(bytesPerCall(() -> Blas.gemm(0.5, a, a, 0.0, c, workspace, workers), 1000));
    }

    /// The result, and room for one sample in the widest layer, twice; not for a block of 32.
    @Test
    void aPredictionAllocatesForOneSample() {
        long sample = Double.BYTES * (10 + 2 * 72) + 200;
        long bytes = bytesPerCall(() -> sink = NETWORK.predict(INPUT)[0], sample);
        assertTrue(bytes <= sample, bytes + " bytes a call");
    }

    private static void assertFew(long bytes) {
        assertTrue(bytes <= 1000, bytes + " bytes a call");
    }

    /// The fewest bytes a call, once they are few enough or the JIT has had its time: until then interpreted vectors
    /// are objects.
    private static long bytesPerCall(Runnable operation, long enough) {
        long deadline = System.nanoTime() + WARM_UP_NANOS;
        long least = Long.MAX_VALUE;
        while (least > enough && System.nanoTime() < deadline) {
            long before = AllocatedBytes.ofThisThread();
            for (int i = 0; i < CALLS; i++) operation.run();
            least = Math.min(least, (AllocatedBytes.ofThisThread() - before) / CALLS);
        }
        return least;
    }

    private static double[] filled(int n, double value) {
        double[] x = new double[n];
        Arrays.fill(x, value);
        return x;
    }

    private static Network network() {
        Samples samples = new Samples(9);
        return Network.input(53)
                .dense(Matrix.wrap(70, 53, samples.uniform(70 * 53)), samples.uniform(70), Activation.TANH)
                .dense(Matrix.wrap(33, 70, samples.uniform(33 * 70)), samples.uniform(33), Activation.SIGMOID)
                .dense(Matrix.wrap(10, 33, samples.uniform(330)), samples.uniform(10), Activation.RELU).build();
    }
}

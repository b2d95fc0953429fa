package app;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import dev.lanewise.Lanewise;
import dev.lanewise.linalg.Blas;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.Network;

/// Someone's application: it multiplies, asks a network, and looks whether its JVM was left as it was.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Map<Object, Object> properties = Map.copyOf(System.getProperties());
        long threads = threadsStarted();
        long answer = answer();
        System.out.println(Lanewise.describe());
        System.out.println(Long.toHexString(answer));
        System.out.println("threads started: " + (threadsStarted() - threads));
        System.out.println("properties changed: " + changed(properties, System.getProperties()));
    }

    /// Threads that the JVM has started so far, those that have ended among them.
    private static long threadsStarted() {
        return ManagementFactory.getThreadMXBean().getTotalStartedThreadCount();
    }

    private static Set<Object> changed(Map<Object, Object> before, Map<Object, Object> after) {
        Set<Object> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.removeIf(key -> Objects.equals(before.get(key), after.get(key)));
        return keys;
    }

    /// A checksum of every bit of the answers.
    public static long answer() {
        Matrix a = Matrix.wrap(37, 53, wave(37 * 53, 0.3)), b = Matrix.wrap(53, 41, wave(53 * 41, 0.7));
        Matrix product = Matrix.zeros(37, 41);
        Blas.gemm(1.0, a, b, 0.0, product);
        Network network = Network.input(53)
                .dense(Matrix.wrap(64, 53, wave(64 * 53, 0.1)), wave(64, 0.2), Activation.TANH)
                .dense(Matrix.wrap(3, 64, wave(3 * 64, 0.9)), wave(3, 0.4), Activation.SIGMOID).build();
        double[] answers = network.predict(wave(53, 0.6));
        return 31L * bits(product.toArray()) + bits(answers);
    }

    private static long bits(double[] values) {
        long sum = 0;
        for (double value : values) sum = 1_000_003L * sum + Double.doubleToLongBits(value);
        return sum;
    }

    /// Numbers between −1 and 1, made by exact operations.
    private static double[] wave(int length, double step) {
        double[] values = new double[length];
        Arrays.setAll(values, i -> 2 * (i * step - Math.floor(i * step)) - 1);
        return values;
    }
}

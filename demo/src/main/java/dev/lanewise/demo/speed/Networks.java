package dev.lanewise.demo.speed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import dev.lanewise.demo.machine.Level;
import dev.lanewise.demo.machine.Work;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.nn.Activation;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Workspace;

/// Layers whose weights were packed before, one sample or many at a time.
final class Networks {
    /// Sums feed sums; none is ever as far off as this.
    private static final double TOLERANCE = 0x1p-36;
    private static final int[][] SHAPES = {{1, 10, 1}, {64, 128, 128, 10}, {784, 512, 512, 10}};
    private static final int MANY = 256;

    private final Sizes sizes;

    Networks(Sizes sizes) {
        this.sizes = sizes;
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Level level : List.of(Level.L2, Level.L3, Level.MEMORY)) {
            int n = sizes.side(level);
            Kernel kernel = new Kernel("layer", n + " × " + n, "layer", Unit.GBS, n, 2.0 * n * n, 8.0 * n * n, level);
            entries.add(entry(kernel, 1, Activation.IDENTITY, n, n));
        }
        for (int[] shape : SHAPES) entries.add(network(1, shape));
        entries.add(network(MANY, SHAPES[1]));
        return entries;
    }

    private Entry network(int samples, int... neurons) {
        String shape = Arrays.stream(neurons).mapToObj(Integer::toString).collect(Collectors.joining("-"));
        long weights = 0;
        for (int l = 1; l < neurons.length; l++) weights += (long) neurons[l] * (neurons[l - 1] + 1);
        long moved = weights + (long) samples * (neurons[0] + neurons[neurons.length - 1]);
        Kernel kernel = new Kernel("network", shape + (samples == 1 ? "" : ", %d samples".formatted(samples)),
                shape + (samples == 1 ? "" : " · " + samples), Unit.GFLOPS, samples, 2.0 * samples * weights,
                8.0 * moved, sizes.levelOf(moved));
        return entry(kernel, samples, Activation.TANH, neurons);
    }

    private static Entry entry(Kernel kernel, int samples, Activation hidden, int... neurons) {
        return new Entry(kernel, () -> {
            PlainNetwork plain = new PlainNetwork(samples, hidden == Activation.TANH, neurons);
            Network.Builder builder = Network.input(neurons[0]);
            for (int l = 1; l < neurons.length; l++) {
                builder = builder.dense(Matrix.wrap(neurons[l], neurons[l - 1], plain.weights(l)), plain.bias(l),
                        l < neurons.length - 1 ? hidden : Activation.IDENTITY);
            }
            Network network = builder.build();
            Workspace workspace = network.newWorkspace();
            double[] x = plain.input(), y = plain.output();
            Matrix xs = Matrix.wrap(samples, neurons[0], x), ys = Matrix.wrap(samples, neurons[neurons.length - 1], y);
            Work one = times -> {
                for (int i = 0; i < times; i++) network.forward(x, y, workspace);
                return y[0];
            };
            Work batch = times -> {
                for (int i = 0; i < times; i++) network.forward(xs, ys, workspace);
                return y[0];
            };
            return new Contest(samples == 1 ? one : batch, plain, y, TOLERANCE);
        });
    }
}

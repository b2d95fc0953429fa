package dev.lanewise.nn;

import java.util.List;
import java.util.Locale;

import dev.lanewise.internal.kernel.Kernels;

/// A network as text:
///
///     layer  shape     activation  parameters
///     1      64 → 128  TANH             8,320
///     2      128 → 10  IDENTITY         1,290
///     9,610 parameters; 160 kB, and 66 kB for each thread that uses it
///     inputs are standardised
final class NetworkDescription {
    private NetworkDescription() {}

    static String of(Network network) {
        List<Dense> layers = network.layers();
        int shape = layers.stream().mapToInt(layer -> shape(layer).length()).max().orElseThrow();
        int activation = layers.stream().mapToInt(layer -> layer.activation().toString().length()).max().orElseThrow();
        String line = "%-5s  %-" + Math.max(5, shape) + "s  %-" + Math.max(10, activation) + "s  %12s\n";
        StringBuilder text = new StringBuilder(line.formatted("layer", "shape", "activation", "parameters"));
        long parameters = 0, bytes = 0;
        for (int i = 0; i < layers.size(); i++) {
            Dense layer = layers.get(i);
            long count = (long) layer.outputs() * (layer.inputs() + 1);
            parameters += count;
            bytes += memory(layer);
            text.append(line.formatted(i + 1, shape(layer), layer.activation(), grouped(count)));
        }
        text.append(
                "%s parameters; %s kB, and %s kB for each thread that uses it\n".formatted(grouped(parameters), kilo(
                        bytes), kilo(2L * Double.BYTES * network.newWorkspace().front.length)));
        if (network.inputScaling().isPresent()) text.append("inputs are standardised\n");
        if (network.outputScaling().isPresent()) text.append("outputs are restored from standardised ones\n");
        return text.toString();
    }

    private static String shape(Dense layer) {
        return layer.inputs() + " → " + layer.outputs();
    }

    /// Weights and bias as they were given, and as the kernels read them.
    private static long memory(Dense layer) {
        return (long) Double.BYTES * (layer.outputs() + Kernels.padded(layer.outputs())) * (layer.inputs() + 1);
    }

    private static String grouped(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    private static String kilo(long bytes) {
        return grouped((bytes + 999) / 1000);
    }
}

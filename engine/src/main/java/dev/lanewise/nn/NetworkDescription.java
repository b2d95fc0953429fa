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
        int shape = 5, activation = 10;
        for (Dense layer : layers) {
            shape = Math.max(shape, shape(layer).length());
            activation = Math.max(activation, layer.activation().toString().length());
        }
        String line = "%-5s  %-" + shape + "s  %-" + activation + "s  %12s\n";
        StringBuilder text = new StringBuilder(line.formatted("layer", "shape", "activation", "parameters"));
        for (int i = 0; i < layers.size(); i++) {
            Dense layer = layers.get(i);
            text.append(line.formatted(i + 1, shape(layer), layer.activation(), grouped(parameters(layer))));
        }
        return text + totals(network);
    }

    /// What is said of the whole, below the table.
    static String totals(Network network) {
        long parameters = 0, bytes = 0;
        for (Dense layer : network.layers()) {
            parameters += parameters(layer);
            bytes += memory(layer);
        }
        return "%s parameters; %s kB, and %s kB for each thread that uses it\n".formatted(grouped(parameters),
                kilo(bytes), kilo(2L * Double.BYTES * network.newWorkspace().front.length))
                + (network.inputScaling().isPresent() ? "inputs are standardised\n" : "")
                + (network.outputScaling().isPresent() ? "outputs are restored from standardised ones\n" : "");
    }

    private static long parameters(Dense layer) {
        return (long) layer.outputs() * (layer.inputs() + 1);
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

package dev.lanewise.nn;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.lanewise.io.FormatException;

/// What activations are called in files: as in Java, in lower case.
final class ActivationName {
    private ActivationName() {}

    static String of(Activation activation) {
        return activation.name().toLowerCase(Locale.ROOT);
    }

    static Activation parse(NamedTensors tensors, String name) throws FormatException {
        try {
            Activation activation = Activation.valueOf(name.toUpperCase(Locale.ROOT));
            if (of(activation).equals(name)) return activation;
        } catch (IllegalArgumentException e) {
            // The sentence below says it better.
        }
        throw tensors.fault("the activation '%s' is unknown; known are %s",
                name.substring(0, Math.min(40, name.length())),
                Arrays.stream(Activation.values()).map(ActivationName::of).collect(Collectors.joining(", ")));
    }
}

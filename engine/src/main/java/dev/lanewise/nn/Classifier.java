package dev.lanewise.nn;

import java.util.List;

/// A network whose outputs are the probabilities of classes, with the names of the classes.
///
/// The last activation is softmax, with an output for each class, or sigmoid with one output, which is the probability
/// of the second of two classes. Immutable; many threads may share it.
///
/// @param network the network
/// @param labels a name for each class, in the order of the outputs; copied
public record Classifier(Network network, List<String> labels) {
    /// A classifier of these classes.
    ///
    /// @throws IllegalArgumentException if the outputs are no probabilities, are rescaled, or are not as many as the
    ///     labels ask for
    public Classifier {
        labels = List.copyOf(labels);
        Activation last = network.layers().getLast().activation();
        boolean two = last == Activation.SIGMOID && network.outputs() == 1;
        if (last != Activation.SOFTMAX && !two || network.outputScaling().isPresent()) {
            throw new IllegalArgumentException(
                    "Classifier: the outputs of %s are not probabilities: it ends with neither softmax nor one sigmoid"
                            .formatted(network));
        }
        if (labels.size() != (two ? 2 : network.outputs())) {
            throw new IllegalArgumentException("Classifier: there are %d labels for %d classes".formatted(labels.size(),
                    two
                            ? 2
                            : network.outputs()));
        }
    }

    /// The probability of each class.
    ///
    /// @param x network.inputs() elements
    /// @return a new array, in the order of the labels
    /// @throws IllegalArgumentException if x has another length
    public double[] probabilities(double[] x) {
        double[] p = network.predict(x);
        return p.length == labels.size() ? p : new double[] {1.0 - p[0], p[0]};
    }

    /// The likeliest class; of equals the first.
    ///
    /// @param x network.inputs() elements
    /// @return its index among the labels
    /// @throws IllegalArgumentException if x has another length
    /// @throws ArithmeticException if a probability is NaN, as inputs that are NaN make it
    public int classify(double[] x) {
        double[] p = probabilities(x);
        int best = 0;
        for (int i = 0; i < p.length; i++) {
            if (Double.isNaN(p[i]))
                throw new ArithmeticException("classify: the probability of %s is NaN".formatted(labels
                        .get(i)));
            if (p[i] > p[best]) best = i;
        }
        return best;
    }

    /// The name of the likeliest class; of equals the first.
    ///
    /// @param x network.inputs() elements
    /// @return its label
    /// @throws IllegalArgumentException if x has another length
    /// @throws ArithmeticException if a probability is NaN, as inputs that are NaN make it
    public String label(double[] x) {
        return labels.get(classify(x));
    }
}

package dev.lanewise.nn;

import java.util.List;
import java.util.Objects;

import dev.lanewise.linalg.Matrix;
import dev.lanewise.math.ArrayMath;

/// A network whose outputs are the probabilities of classes, with the names of the classes.
///
/// The last activation is softmax or log-softmax, with an output for each class, or sigmoid with one output, which is the
/// probability of the second of two classes. Several sigmoids are labels of which any number may be right, and no classes:
/// [Network#predict(double[])] has the probability of each. Immutable; many threads may share it.
///
/// @param network the network
/// @param labels a name for each class, in the order of the outputs; copied
public record Classifier(Network network, List<String> labels) {
    /// A classifier of these classes.
    ///
    /// @throws IllegalArgumentException if the outputs are no probabilities, are rescaled, or are not as many as the
    ///     labels ask for
    public Classifier {
        Objects.requireNonNull(network, "Classifier: the network is null");
        labels = List.copyOf(Objects.requireNonNull(labels, "Classifier: the labels are null"));
        Activation last = network.layers().getLast().activation();
        boolean two = last == Activation.SIGMOID && network.outputs() == 1;
        if (last.isElementwise() && !two || network.outputScaling().isPresent()) {
            throw new IllegalArgumentException(
                    ("Classifier: the outputs of %s are not probabilities: it ends with neither softmax nor one sigmoid; of several "
                            + "sigmoids, each for a label of its own, ask predict").formatted(network));
        }
        int classes = two ? 2 : network.outputs();
        if (labels.size() != classes) {
            throw new IllegalArgumentException("Classifier: as many labels as classes are needed, %d and not %d"
                    .formatted(classes, labels.size()));
        }
    }

    /// The probability of each class.
    ///
    /// @param x network.inputs() elements
    /// @return a new array, in the order of the labels
    /// @throws IllegalArgumentException if x has another length
    public double[] probabilities(double[] x) {
        return probabilities(Matrix.wrap(1, x.length, x)).array();
    }

    /// The probability of each class, of each sample.
    ///
    /// @param x a sample in each row, network.inputs() columns
    /// @return a new matrix: a row for each sample, in it the classes in the order of the labels
    /// @throws IllegalArgumentException if x has another number of columns
    public Matrix probabilities(Matrix x) {
        Matrix p = network.predict(x);
        Activation last = network.layers().getLast().activation();
        if (last == Activation.LOG_SOFTMAX) ArrayMath.exp(p.array(), p.array());
        if (last != Activation.SIGMOID) return p;
        Matrix both = Matrix.zeros(p.rows(), 2);
        for (int i = 0; i < p.rows(); i++) {
            both.set(i, 0, 1.0 - p.get(i, 0));
            both.set(i, 1, p.get(i, 0));
        }
        return both;
    }

    /// The likeliest class; of equals the first.
    ///
    /// @param x network.inputs() elements
    /// @return its index among the labels
    /// @throws IllegalArgumentException if x has another length
    /// @throws ArithmeticException if a probability is NaN, as inputs that are NaN make it
    public int classify(double[] x) {
        return likeliest(probabilities(x), 0);
    }

    /// The likeliest class of each sample; of equals the first.
    ///
    /// @param x a sample in each row, network.inputs() columns
    /// @return a new array of their indices among the labels
    /// @throws IllegalArgumentException if x has another number of columns
    /// @throws ArithmeticException if a probability is NaN, as inputs that are NaN make it
    public int[] classify(Matrix x) {
        double[] p = probabilities(x).array();
        int[] classes = new int[x.rows()];
        for (int i = 0; i < classes.length; i++) classes[i] = likeliest(p, i * labels.size());
        return classes;
    }

    /// Of the probabilities that begin at `from`.
    private int likeliest(double[] p, int from) {
        int best = 0;
        for (int i = 0; i < labels.size(); i++) {
            if (Double.isNaN(p[from + i])) {
                throw new ArithmeticException("classify: the probability of %s is NaN".formatted(labels.get(i)));
            }
            if (p[from + i] > p[from + best]) best = i;
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

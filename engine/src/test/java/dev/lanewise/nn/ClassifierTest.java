package dev.lanewise.nn;

import java.util.List;

import dev.lanewise.linalg.Matrix;
import org.junit.jupiter.api.Test;

import static dev.lanewise.internal.kernel.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// Classes of a network's probabilities, and which networks have none.
class ClassifierTest {
    /// An input x and outputs −x, 0, x, 2x …
    private static Network classes(Activation last, int outputs) {
        double[] weights = new double[outputs];
        for (int i = 0; i < outputs; i++) weights[i] = i - 1;
        return Network.input(1).dense(Matrix.wrap(outputs, 1, weights), new double[outputs], last).build();
    }

    @Test
    void twoClassesOfOneSigmoid() {
        Network sigmoid = Network.input(1).dense(Matrix.of(1, 1, 1), new double[1], Activation.SIGMOID).build();
        Classifier classifier = new Classifier(sigmoid, List.of("no", "yes"));
        assertEquals("yes", classifier.label(new double[] {0.1}));
        assertEquals("no", classifier.label(new double[] {0}), "of equals the first");
        assertEquals("classify: the probability of no is NaN", assertThrows(ArithmeticException.class, () -> classifier
                .classify(new double[] {Double.NaN})).getMessage());
        double p = sigmoid.predict(new double[] {3})[0];
        assertArrayEquals(new double[] {1 - p, p}, classifier.probabilities(new double[] {3}));
    }

    @Test
    void classesOfSoftmax() {
        Classifier classifier = new Classifier(classes(Activation.SOFTMAX, 3), List.of("low", "middle", "high"));
        assertEquals("high", classifier.label(new double[] {2}));
        assertEquals("low", classifier.label(new double[] {-2}));
        assertEquals(0, classifier.classify(new double[] {0}), "of equals the first");
        assertArrayEquals(classifier.network().predict(new double[] {2}), classifier.probabilities(new double[] {2}));
        refused("Classifier: as many labels as classes are needed, 3 and not 2",
                () -> new Classifier(classifier.network(), List.of("a",
                        "b")));
    }

    @Test
    void classesOfLogSoftmax() {
        Classifier classifier = new Classifier(classes(Activation.LOG_SOFTMAX, 3), List.of("low", "middle", "high"));
        double[] p = classifier.probabilities(new double[] {2});
        double[] expected = classes(Activation.SOFTMAX, 3).predict(new double[] {2});
        for (int i = 0; i < 3; i++) assertEquals(expected[i], p[i], 8 * Math.ulp(expected[i]), "class " + i);
        assertEquals("high", classifier.label(new double[] {2}));
        assertEquals(0, classifier.classify(new double[] {0}), "of equals the first");
    }

    @Test
    void aBatchIsItsSamples() {
        Matrix x = Matrix.of(4, 1, 2, -2, 0, 0.5);
        for (Activation last : List.of(Activation.SOFTMAX, Activation.LOG_SOFTMAX, Activation.SIGMOID)) {
            int outputs = last == Activation.SIGMOID ? 1 : 3;
            Classifier classifier = new Classifier(classes(last, outputs), List.of("a", "b", "c").subList(0, Math.max(2,
                    outputs)));
            Matrix p = classifier.probabilities(x);
            int[] classes = classifier.classify(x);
            assertEquals(4, classes.length);
            for (int i = 0; i < 4; i++) {
                assertArrayEquals(classifier.probabilities(x.row(i)), p.row(i), last + ", sample " + i);
                assertEquals(classifier.classify(x.row(i)), classes[i], last + ", sample " + i);
            }
            assertEquals("classify: the probability of a is NaN", assertThrows(ArithmeticException.class,
                    () -> classifier.classify(Matrix.of(2, 1, 1, Double.NaN))).getMessage());
        }
    }

    @Test
    void whatIsNoClassifier() {
        String sentence = "Classifier: the outputs of %s are not probabilities: it ends with neither softmax nor one sigmoid; of "
                + "several sigmoids, each for a label of its own, ask predict";
        Network scaled = Network.input(1).dense(Matrix.of(1, 1, 1), new double[1], Activation.SIGMOID).scaleOutputs(
                new Scaling(new double[1], new double[] {2})).build();
        for (Network none : List.of(classes(Activation.IDENTITY, 2), classes(Activation.SIGMOID, 2), scaled)) {
            refused(sentence.formatted(none), () -> new Classifier(none, List.of("a", "b")));
        }
        refused("Classifier: as many labels as classes are needed, 2 and not 1",
                () -> new Classifier(classes(Activation.SIGMOID, 1), List
                        .of("a")));
    }
}

package dev.lanewise.nn;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.lanewise.io.DType;
import dev.lanewise.io.FormatException;
import dev.lanewise.io.Npz;
import dev.lanewise.io.Safetensors;
import dev.lanewise.io.Tensor;
import dev.lanewise.linalg.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Models of PyTorch, Keras and scikit-learn answer here as they did there. `models.py` beside the resources has made them.
class NetworkImportTest {
    private static final long LIMIT = 100_000;

    private static byte[] resource(String name) throws IOException {
        try (var in = NetworkImportTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static Map<String, Tensor> npz(String name) throws IOException {
        return new LinkedHashMap<>(Npz.read(resource(name), LIMIT));
    }

    /// Largest |ours − theirs| over the largest |output| of its sample.
    private static void assertAgrees(String model, Network network, double bound) throws IOException {
        Map<String, Tensor> samples = npz(model + "-samples.npz");
        Matrix x = samples.get("x").matrix(), theirs = samples.get("y").matrix(), ours = network.predict(x);
        double worst = 0;
        for (int i = 0; i < x.rows(); i++) {
            double difference = 0, largest = 0;
            for (int j = 0; j < ours.cols(); j++) {
                difference = Math.max(difference, Math.abs(ours.get(i, j) - theirs.get(i, j)));
                largest = Math.max(largest, Math.abs(theirs.get(i, j)));
            }
            worst = Math.max(worst, difference / largest);
        }
        System.out.printf(Locale.ROOT, "%s, %s: differs by %.2g of a sample's largest output%n", model, network, worst);
        assertTrue(worst <= bound, model + ": " + worst);
        assertTrue(worst > 0, "another program sums in another order");
    }

    @Test
    void pyTorch() throws IOException {
        Activation[] activations = {Activation.TANH, Activation.RELU, Activation.SIGMOID, Activation.IDENTITY};
        Network wide = NetworkImport.pyTorch(npz("torch-float64.npz"), activations);
        assertEquals("5 → 20 TANH → 17 RELU → 9 SIGMOID → 3 IDENTITY", wide.toString());
        assertAgrees("torch-float64", wide, 1e-14);
        Map<String, Tensor> state = Safetensors.read(resource("torch-float32.safetensors"), LIMIT).tensors();
        assertAgrees("torch-float32", NetworkImport.pyTorch(state, activations), 1e-6);
        Map<String, Tensor> prefixed = new LinkedHashMap<>();
        state.forEach((name, tensor) -> prefixed.put("net.2." + name, tensor));
        assertAgrees("torch-float32", NetworkImport.pyTorch(prefixed, activations), 1e-6);
    }

    @Test
    void pyTorchsOtherActivations() throws IOException {
        assertAgrees("torch-activations", NetworkImport.pyTorch(npz("torch-activations.npz"), Activation.GELU,
                Activation.SILU, Activation.elu(0.5), Activation.leakyRelu(0.2), Activation.SOFTPLUS,
                Activation.GELU_TANH,
                Activation.HARD_SIGMOID, Activation.SOFTSIGN, Activation.LOG_SOFTMAX), 1e-14);
    }

    @Test
    void keras() throws IOException {
        Network network = NetworkImport.keras(npz("keras.npz"), Activation.RELU, Activation.SIGMOID,
                Activation.IDENTITY);
        assertEquals("4 → 16 RELU → 12 SIGMOID → 2 IDENTITY", network.toString());
        assertAgrees("keras", network, 1e-14);
    }

    @Test
    void scikitLearn() throws IOException {
        Network regressor = NetworkImport.scikitLearn(npz("sklearn-regressor.npz"));
        assertEquals("4 → 15 TANH → 8 TANH → 2 IDENTITY", regressor.toString());
        assertTrue(regressor.inputScaling().isPresent());
        assertAgrees("sklearn-regressor", regressor, 1e-14);
        assertAgrees("sklearn-binary", NetworkImport.scikitLearn(npz("sklearn-binary.npz")), 1e-14);
        Network classifier = NetworkImport.scikitLearn(npz("sklearn-classifier.npz"));
        assertEquals("4 → 10 RELU → 3 SOFTMAX", classifier.toString());
        assertAgrees("sklearn-classifier", classifier, 1e-14);
    }

    @Test
    void layersByName() throws IOException {
        Map<String, Tensor> state = Map.of("fc.weight", Tensor.of(Matrix.of(2, 1, 1, 2)), "fc.bias",
                Tensor.vector(3, 4),
                "out.weight", Tensor.of(Matrix.of(1, 2, 5, 6)), "out.bias", Tensor.vector(7));
        Network network = NetworkImport.pyTorch(state, List.of("fc", "out"), Activation.RELU, Activation.IDENTITY);
        assertEquals(5 * (1 * 2 + 3) + 6 * (2 * 2 + 4) + 7, network.predict(new double[] {2})[0]);
        refused("state_dict: 'fc' has no number that tells its place; give the names in order", () -> NetworkImport
                .pyTorch(Map.of("fc.weight", Tensor.vector(1)), Activation.RELU));
        refused("state_dict: 'fc.weight' is float64 1, and a matrix of weights should be there", () -> NetworkImport
                .pyTorch(Map.of("fc.weight", Tensor.vector(1)), List.of("fc"), Activation.RELU));
        refused("state_dict: the layers 'fc', 'fc' are to follow each other, and one is among them twice",
                () -> NetworkImport.pyTorch(state, List.of("fc", "fc"), Activation.RELU, Activation.IDENTITY));
        refused("Keras weights: 'kernel' has no number that tells its place; np.savez(file, *model.get_weights()) makes "
                + "arr_0, arr_1, …", () -> NetworkImport.keras(Map.of("kernel", Tensor.vector(1)), Activation.RELU));
    }

    @Test
    void aPlaceHasNineDigitsAtMost() throws IOException {
        Tensor one = Tensor.of(Matrix.of(1, 1, 1));
        assertEquals("1 → 1 TANH",
                NetworkImport.pyTorch(Map.of("a.123456789.weight", one), Activation.TANH).toString());
        refused("state_dict: 'a.1234567890' has no number that tells its place; give the names in order",
                () -> NetworkImport.pyTorch(Map.of("a.1234567890.weight", one), Activation.TANH));
        refused("state_dict: '1.' has no number that tells its place; give the names in order", () -> NetworkImport
                .pyTorch(Map.of("1..weight", one), Activation.TANH));
    }

    private static void refused(String sentence, Executable call) {
        assertEquals(sentence, assertThrows(FormatException.class, call).getMessage());
    }

    private static void stateRefused(String sentence, Object... namesAndTensors) {
        Map<String, Tensor> state = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTensors.length; i += 2)
            state.put((String) namesAndTensors[i],
                    (Tensor) namesAndTensors[i + 1]);
        refused("state_dict: " + sentence, () -> NetworkImport.pyTorch(state, Activation.TANH, Activation.IDENTITY));
    }

    @Test
    void whatDoesNotFitIsNamed() {
        Tensor w = Tensor.of(Matrix.zeros(3, 4)), b = Tensor.vector(0, 0, 0), v = Tensor.of(Matrix.zeros(1, 3));
        stateRefused("it has no layer: no name ends with '.weight'");
        stateRefused("it has no layer: no name ends with '.weight'", "weight", w, "bias", b);
        refused("state_dict: it has no layer", () -> NetworkImport.pyTorch(Map.of(), List.of()));
        refused("Keras weights: it has no layer", () -> NetworkImport.keras(Map.of("arr_0", b)));
        stateRefused("it has 1 layer, '0', but was given 2 activations", "0.weight", w);
        stateRefused("'2.weight', 3 × 4, takes 4 inputs but '0.weight', 3 × 4, before it has 3 outputs", "0.weight", w,
                "2.weight", w);
        stateRefused("'2.bias' is float64 3, and '2.weight', 1 × 3, asks for 1 number", "0.weight", w, "2.weight", v,
                "2.bias", b);
        stateRefused("'1.running_mean', float64 3, belongs to no layer", "0.weight", w, "2.weight", v, "1.running_mean",
                b);
        String normalisation = ", is no matrix of a Linear layer; a normalisation is to be folded into one";
        stateRefused("'1.weight', float64 3" + normalisation, "0.weight", w, "0.bias", b, "1.weight", b, "1.bias", b,
                "1.running_mean", b, "1.running_var", b, "1.num_batches_tracked", Tensor.of(DType.INT64, new int[0], 9),
                "3.weight", v);
        stateRefused("'0.weight', float64 2 × 1 × 3 × 3, is no matrix of a Linear layer", "0.weight",
                Tensor.of(DType.FLOAT64, new int[] {2, 1, 3, 3}, new double[18]));
        stateRefused("'a.0', 'b.1' are not of one Sequential; give their names in order", "a.0.weight", w, "b.1.weight",
                v);
        stateRefused("element 2 of '0.bias' is NaN", "0.weight", w, "0.bias", Tensor.vector(1, 2, Double.NaN),
                "1.weight",
                v);
        stateRefused("element 0 of '0.weight' is -Infinity", "0.weight", Tensor.of(Matrix.of(1, 1,
                Double.NEGATIVE_INFINITY)), "1.weight", v);
        stateRefused("'0.weight' is text 1 × 1, and numbers should be there", "0.weight", Tensor.ofTexts("x"),
                "1.weight",
                v);
        refused("scikit-learn arrays: there is no 'activation'", () -> NetworkImport.scikitLearn(Map.of()));
        refused("scikit-learn arrays: the activation 'sin' is unknown; known are " + Arrays.stream(Activation
                .values()).map(ActivationName::of).collect(Collectors.joining(", ")),
                () -> NetworkImport.scikitLearn(Map.of("activation", Tensor.ofTexts("sin"))));
        refused("Keras weights: 'arr_1', 4 × 3, takes 4 inputs but 'arr_0', 4 × 3, before it has 3 outputs",
                () -> NetworkImport
                        .keras(Map.of("arr_0", Tensor.of(Matrix.zeros(4, 3)), "arr_1", Tensor.of(Matrix.zeros(4,
                                3))), Activation.TANH, Activation.TANH));
        refused("Keras weights: 'arr_2', float64 3, belongs to no layer",
                () -> NetworkImport.keras(Map.of("arr_0", Tensor
                        .of(Matrix.zeros(4, 3)), "arr_1", b, "arr_2", b), Activation.TANH));
    }

    /// A file may have its tensors in any order; their numbers count, not their texts: 10 comes behind 2.
    @Test
    void layersAreOrderedByNumber() throws IOException {
        Map<String, Tensor> state = lastFirst("10.weight", Matrix.of(1, 2, 5, 6), "2.weight", Matrix.of(2, 1, 1, 2));
        assertEquals("1 → 2 RELU → 1 IDENTITY", NetworkImport.pyTorch(state, Activation.RELU, Activation.IDENTITY)
                .toString());
        Map<String, Tensor> weights = lastFirst("arr_10", Matrix.of(2, 1, 5, 6), "arr_2", Matrix.of(1, 2, 1, 2));
        assertEquals("1 → 2 RELU → 1 IDENTITY", NetworkImport.keras(weights, Activation.RELU, Activation.IDENTITY)
                .toString());
        refused("Keras weights: it has 2 layers, 'arr_2', 'arr_10', but was given 1 activation",
                () -> NetworkImport.keras(
                        weights, Activation.RELU));
        refused("Keras weights: it has 2 layers, 'arr_2', 'arr_10', but was given 3 activations",
                () -> NetworkImport.keras(
                        weights, Activation.RELU, Activation.RELU, Activation.RELU));
    }

    /// Layers that are attributes have the numbers that their author gave them; names that differ otherwise say nothing.
    @Test
    void attributesAreOrderedByTheirNumbersIfNothingElseDiffers() throws IOException {
        Map<String, Tensor> state = lastFirst("fc2.weight", Matrix.of(1, 2, 5, 6), "fc1.weight", Matrix.of(2, 1, 1, 2));
        assertEquals("1 → 2 RELU → 1 IDENTITY", NetworkImport.pyTorch(state, Activation.RELU, Activation.IDENTITY)
                .toString());
        Map<String, Tensor> named = new LinkedHashMap<>(state);
        named.put("hidden2.weight", named.remove("fc2.weight"));
        refused("state_dict: 'fc1', 'hidden2' are not of one Sequential; give their names in order", () -> NetworkImport
                .pyTorch(named, Activation.RELU, Activation.IDENTITY));
        named.put("out.weight", named.remove("hidden2.weight"));
        refused("state_dict: 'out' has no number that tells its place; give the names in order", () -> NetworkImport
                .pyTorch(named, Activation.RELU, Activation.IDENTITY));
        assertEquals("1 → 2 RELU → 1 IDENTITY", NetworkImport.pyTorch(named, List.of("fc1", "out"), Activation.RELU,
                Activation.IDENTITY).toString());
    }

    private static Map<String, Tensor> lastFirst(String last, Matrix its, String first, Matrix weights) {
        Map<String, Tensor> layers = new LinkedHashMap<>();
        layers.put(last, Tensor.of(its));
        layers.put(first, Tensor.of(weights));
        return layers;
    }

    /// Nor does a file decide how long a sentence is.
    @Test
    void messagesNameNoMoreThanTwelveLayersAndShortenTheirNames() {
        Map<String, Tensor> state = new LinkedHashMap<>();
        Tensor one = Tensor.of(Matrix.of(1, 1, 1));
        for (int i = 10; i < 22; i++) state.put("x".repeat(70) + i + ".weight", one);
        String twelve = IntStream.range(0, 12).mapToObj(_ -> "'" + "x".repeat(60) + "…'").collect(Collectors.joining(
                ", "));
        refused("state_dict: it has 12 layers, " + twelve + ", but was given 1 activation", () -> NetworkImport.pyTorch(
                state, Activation.TANH));
        for (int i = 22; i < 110; i++) state.put("x".repeat(70) + i + ".weight", one);
        String many = twelve + " and 88 more";
        refused("state_dict: it has 100 layers, " + many + ", but was given 1 activation",
                () -> NetworkImport.pyTorch(state,
                        Activation.TANH));
        Map<String, Tensor> mixed = new LinkedHashMap<>();
        state.forEach((name, tensor) -> mixed.put(mixed.size() + "." + name, tensor));
        refused("state_dict: '0.%s…', ".formatted("x".repeat(58)) + IntStream.range(1, 12).mapToObj(
                i -> "'%.60s…'".formatted(i + "." + "x".repeat(60))).collect(Collectors.joining(", "))
                + " and 88 more are not of one Sequential; give their names in order",
                () -> NetworkImport.pyTorch(
                        mixed, Activation.TANH));
        stateRefused("'" + "y".repeat(60) + "…', float64 1, belongs to no layer", "0.weight", Tensor.of(Matrix.zeros(1,
                1)), "1.weight", Tensor.of(Matrix.zeros(1, 1)), "y".repeat(9999), Tensor.vector(1));
    }

    /// What a file calls its parts may be anything, and messages go to terminals and logs.
    @Test
    void messagesAreOneLineWithoutControls() {
        stateRefused("'?[2J?0.bias?', float64 1, belongs to no layer", "0.weight", Tensor.of(Matrix.zeros(1, 1)),
                "1.weight", Tensor.of(Matrix.zeros(1, 1)), "\u001b[2J\n0.bias\u009b", Tensor.vector(1));
        for (int length : new int[] {40, 41}) {
            refused("scikit-learn arrays: the activation '%s' is unknown; known are %s".formatted("x".repeat(40), Arrays
                    .stream(Activation.values()).map(ActivationName::of).collect(Collectors.joining(", "))),
                    () -> NetworkImport.scikitLearn(Map.of("activation", Tensor.ofTexts("x".repeat(length)))));
        }
    }
}

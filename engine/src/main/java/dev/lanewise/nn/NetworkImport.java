package dev.lanewise.nn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import dev.lanewise.io.FormatException;
import dev.lanewise.io.Tensor;

/// Networks that were trained elsewhere, from the tensors that [Npz][dev.lanewise.io.Npz] or
/// [Safetensors][dev.lanewise.io.Safetensors] have read. docs/import.md has the Python that writes such files.
///
/// Whatever the weights are in the file, the network computes in double: the answers of a float32 model are those of its
/// float32 weights without float32's rounding on the way.
public final class NetworkImport {
    private static final String WEIGHT = ".weight";
    private static final String BIAS = ".bias";

    private NetworkImport() {}

    /// A PyTorch `Sequential` of `Linear` layers with activations between them, from its state_dict: `0.weight`, `0.bias`,
    /// `2.weight`, …, with any prefix; weights are outputs × inputs. A missing bias is 0. Layers are in the order of their
    /// numbers, wherever they stand in the file, so `fc1`, `fc2`, … are too, as long as nothing but the number differs.
    ///
    /// @param stateDict the tensors by their names
    /// @param activations one for each Linear layer, which a state_dict does not tell; the last is often
    ///     [Activation#IDENTITY]
    /// @return the network
    /// @throws FormatException if names, shapes or counts do not fit, something is left over, or a number is not finite
    public static Network pyTorch(Map<String, Tensor> stateDict, Activation... activations) throws FormatException {
        List<String> layers = new ArrayList<>();
        for (String name : stateDict.keySet()) {
            if (name.endsWith(WEIGHT)) layers.add(name.substring(0, name.length() - WEIGHT.length()));
        }
        if (layers.isEmpty()) throw new FormatException("state_dict: it has no layer: no name ends with '.weight'");
        List<NumberedName> numbered = NumberedName.sorted("state_dict", layers, "give the names in order");
        List<String> names = new ArrayList<>();
        for (NumberedName layer : numbered) {
            if (!layer.prefix().equals(numbered.getFirst().prefix())) {
                throw new FormatException("state_dict: %s are not of one Sequential; give their names in order"
                        .formatted(NamedTensors.listed(layers)));
            }
            String name = layer.name().concat(WEIGHT);
            if (stateDict.get(name).shape().length != 2) {
                throw new FormatException("state_dict: %s, %s, is no matrix of a Linear layer%s".formatted(
                        FormatException.quoted(name), stateDict.get(name), stateDict.get(name).shape().length == 1
                                ? "; a normalisation is to be folded into one"
                                : ""));
            }
            names.add(layer.name());
        }
        return pyTorch(stateDict, names, activations);
    }

    /// `Linear` layers of any PyTorch module, one after the other, from its state_dict.
    ///
    /// @param stateDict the tensors by their names
    /// @param layers the names of the Linear layers in their order, such as `fc1`, `fc2`
    /// @param activations one for each of them
    /// @return the network
    /// @throws FormatException if names, shapes or counts do not fit, something is left over, or a number is not finite
    public static Network pyTorch(Map<String, Tensor> stateDict, List<String> layers, Activation... activations)
            throws FormatException {
        NamedTensors tensors = new NamedTensors("state_dict", stateDict);
        checkCount(tensors, layers, activations);
        if (new HashSet<>(layers).size() < layers.size()) {
            throw tensors.fault("the layers %s are to follow each other, and one is among them twice", NamedTensors
                    .listed(layers));
        }
        LayerChain chain = new LayerChain(tensors);
        for (int i = 0; i < activations.length; i++) {
            chain.outputsByInputs(layers.get(i).concat(WEIGHT), layers.get(i).concat(BIAS), activations[i]);
        }
        return chain.build();
    }

    /// A Keras model of `Dense` layers, from `np.savez(file, *model.get_weights())`: `arr_0`, `arr_1`, …, where each kernel
    /// is inputs × outputs and its bias, if it has one, follows.
    ///
    /// @param weights the arrays by their names
    /// @param activations one for each Dense layer
    /// @return the network
    /// @throws FormatException if names, shapes or counts do not fit, something is left over, or a number is not finite
    public static Network keras(Map<String, Tensor> weights, Activation... activations) throws FormatException {
        NamedTensors tensors = new NamedTensors("Keras weights", weights);
        List<String> names = new ArrayList<>(), kernels = new ArrayList<>();
        for (NumberedName array : NumberedName.sorted("Keras weights", weights.keySet(),
                "np.savez(file, *model.get_weights()) makes arr_0, arr_1, …")) {
            names.add(array.name());
            if (weights.get(array.name()).shape().length == 2) kernels.add(array.name());
        }
        checkCount(tensors, kernels, activations);
        LayerChain chain = new LayerChain(tensors);
        for (int i = 0; i < activations.length; i++) {
            int next = names.indexOf(kernels.get(i)) + 1;
            boolean bias = next < names.size() && !kernels.contains(names.get(next));
            chain.inputsByOutputs(kernels.get(i), bias ? names.get(next) : "no bias", activations[i]);
        }
        return chain.build();
    }

    /// A scikit-learn `MLPRegressor` or `MLPClassifier`: `coefs_.0`, `intercepts_.0`, `coefs_.1`, … as the estimator has
    /// them, inputs × outputs, the texts `activation` and `out_activation_`, and, where a `StandardScaler` stands before it,
    /// its `mean_` and `scale_`.
    ///
    /// Of a classifier the outputs are `predict_proba`; of two classes, the probability of the second.
    ///
    /// @param arrays the arrays by their names
    /// @return the network
    /// @throws FormatException if names or shapes do not fit, something is left over, or a number is not finite
    public static Network scikitLearn(Map<String, Tensor> arrays) throws FormatException {
        NamedTensors tensors = new NamedTensors("scikit-learn arrays", arrays);
        Activation hidden = scikitLearn(tensors, tensors.text("activation"));
        Activation out = scikitLearn(tensors, tensors.text("out_activation_"));
        LayerChain chain = new LayerChain(tensors);
        int layers = 0;
        while (tensors.has(coefficients(layers + 1))) layers++;
        for (int i = 0; i <= layers; i++) {
            chain.inputsByOutputs(coefficients(i), "intercepts_.".concat(Integer.toString(i)),
                    i < layers ? hidden : out);
        }
        chain.scaleInputs("mean_", "scale_");
        return chain.build();
    }

    private static String coefficients(int layer) {
        return "coefs_.".concat(Integer.toString(layer));
    }

    private static Activation scikitLearn(NamedTensors tensors, String name) throws FormatException {
        return ActivationName.parse(tensors, name.equals("logistic") ? "sigmoid" : name);
    }

    private static void checkCount(NamedTensors tensors, List<String> layers, Activation[] activations)
            throws FormatException {
        if (layers.isEmpty()) throw tensors.fault("it has no layer");
        if (layers.size() != activations.length) {
            throw tensors.fault("it has %s, %s, but was given %s", Count.of(layers.size(), "layer"),
                    NamedTensors.listed(layers), Count.of(activations.length, "activation"));
        }
    }
}

package dev.lanewise.nn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.lanewise.io.FormatException;
import dev.lanewise.io.Tensor;

/// Networks that were trained elsewhere, from the tensors that [Npz][dev.lanewise.io.Npz] or
/// [Safetensors][dev.lanewise.io.Safetensors] have read. docs/import.md has the Python that writes such files.
///
/// Whatever the weights are in the file, the network computes in double: the answers of a float32 model are those of its
/// float32 weights without float32's rounding on the way.
public final class NetworkImport {
    private static final Pattern WEIGHT = Pattern.compile("(.*)\\.weight");
    private static final Pattern NUMBERED = Pattern.compile("(|.*[^0-9])([0-9]{1,9})");

    private NetworkImport() {}

    /// A PyTorch `Sequential` of `Linear` layers with activations between them, from its state_dict: `0.weight`, `0.bias`,
    /// `2.weight`, …, with any prefix; weights are outputs × inputs. A missing bias is 0.
    ///
    /// @param stateDict the tensors by their names
    /// @param activations one for each Linear layer, which a state_dict does not tell; the last is often
    ///     [Activation#IDENTITY]
    /// @return the network
    /// @throws FormatException if names, shapes or counts do not fit, something is left over, or a number is not finite
    public static Network pyTorch(Map<String, Tensor> stateDict, Activation... activations) throws FormatException {
        List<String> layers = new ArrayList<>();
        for (String name : stateDict.keySet()) {
            Matcher weight = WEIGHT.matcher(name);
            if (weight.matches()) layers.add(weight.group(1));
        }
        if (layers.isEmpty()) throw new FormatException("state_dict: it has no layer: no name ends with '.weight'");
        List<Numbered> numbered = new ArrayList<>();
        for (String layer : layers) numbered.add(Numbered.of("state_dict", layer, "give the names in order"));
        if (numbered.stream().map(Numbered::prefix).distinct().count() > 1) {
            throw new FormatException("state_dict: %s are not of one Sequential; give their names in order".formatted(
                    NamedTensors.listed(layers)));
        }
        numbered.sort(Comparator.comparingInt(Numbered::number));
        return pyTorch(stateDict, numbered.stream().map(Numbered::name).toList(), activations);
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
        if (layers.stream().distinct().count() < layers.size()) {
            throw tensors.fault("the layers %s are to follow each other, and one is among them twice", NamedTensors
                    .listed(layers));
        }
        LayerChain chain = new LayerChain(tensors);
        for (int i = 0; i < activations.length; i++) {
            chain.outputsByInputs(layers.get(i) + ".weight", layers.get(i) + ".bias", activations[i]);
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
        List<Numbered> arrays = new ArrayList<>();
        for (String name : weights.keySet()) {
            arrays.add(
                    Numbered.of("Keras weights", name, "np.savez(file, *model.get_weights()) makes arr_0, arr_1, …"));
        }
        arrays.sort(Comparator.comparingInt(Numbered::number));
        List<String> names = arrays.stream().map(Numbered::name).toList();
        List<String> kernels = names.stream().filter(name -> weights.get(name).shape().length == 2).toList();
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
        while (tensors.has("coefs_." + (layers + 1))) layers++;
        for (int i = 0; i <= layers; i++) {
            chain.inputsByOutputs("coefs_." + i, "intercepts_." + i, i < layers ? hidden : out);
        }
        chain.scaleInputs("mean_", "scale_");
        return chain.build();
    }

    private static Activation scikitLearn(NamedTensors tensors, String name) throws FormatException {
        return ActivationName.parse(tensors, name.equals("logistic") ? "sigmoid" : name);
    }

    private static void checkCount(NamedTensors tensors, List<String> layers, Activation[] activations)
            throws FormatException {
        if (layers.isEmpty()) throw tensors.fault("it has no layer");
        if (layers.size() != activations.length) {
            throw tensors
                    .fault("there are %d layers, %s, but %d activations", layers.size(), NamedTensors.listed(layers),
                            activations.length);
        }
    }

    /// A name that ends with a number.
    private record Numbered(String name, String prefix, int number) {
        /// @param instead what the caller can do where it does not
        static Numbered of(String where, String name, String instead) throws FormatException {
            Matcher matcher = NUMBERED.matcher(name);
            if (!matcher.matches()) {
                throw new FormatException(
                        "%s: %s has no number that tells its place; %s".formatted(where, FormatException.quoted(name),
                                instead));
            }
            return new Numbered(name, matcher.group(1), Integer.parseInt(matcher.group(2)));
        }
    }
}

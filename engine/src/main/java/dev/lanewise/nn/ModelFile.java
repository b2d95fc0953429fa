package dev.lanewise.nn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.lanewise.io.DType;
import dev.lanewise.io.FormatException;
import dev.lanewise.io.Npy;
import dev.lanewise.io.Npz;
import dev.lanewise.io.Tensor;

/// A network in a file of Lanewise's own: a `.npz` of float64 that NumPy opens too.
///
/// | entry | what |
/// |---|---|
/// | `format` | the text `lanewise network` |
/// | `version` | 1 |
/// | `activations` | a text for each layer, such as `tanh` |
/// | `layer1.weight`, `layer2.weight`, … | W, outputs × inputs |
/// | `layer1.bias`, `layer2.bias`, … | b |
/// | `input.mean`, `input.scale` | the scaling of the inputs, if there is one |
/// | `output.mean`, `output.scale` | the scaling of the outputs, if there is one |
/// | `input.names` | a text for each input, if they have names |
///
/// A network that is saved and loaded computes the same bits. docs/model-files.md has three lines of Python that compute
/// with such a file.
///
/// @param network the network
/// @param inputNames a name for each input, all different and none empty, or an empty list; copied
public record ModelFile(Network network, List<String> inputNames) {
    private static final String FORMAT = "lanewise network";
    private static final double VERSION = 1;
    private static final String NAMES = "input.names";

    /// A network and what its inputs are called.
    ///
    /// @throws IllegalArgumentException if the names are not as said, or one ends with a zero, which gets lost in files
    public ModelFile {
        Objects.requireNonNull(network, "ModelFile: the network is null");
        inputNames = List.copyOf(Objects.requireNonNull(inputNames, "ModelFile: the names are null"));
        String fault = faultOf(inputNames, network);
        if (fault != null) throw new IllegalArgumentException("ModelFile: ".concat(fault));
    }

    /// Saves a network. The file appears when it is complete; one of that name is replaced.
    ///
    /// @param network what to save
    /// @param file where to
    /// @throws IOException if the file cannot be written; an older one is then as it was
    /// @throws IllegalArgumentException if a weight or a bias is not finite, so that nobody could load it
    public static void save(Network network, Path file) throws IOException {
        save(network, List.of(), file);
    }

    /// Saves a network together with what its inputs are called.
    ///
    /// @param network what to save
    /// @param inputNames a name for each input, all different and none empty, or an empty list
    /// @param file where to
    /// @throws IOException if the file cannot be written; an older one is then as it was
    /// @throws IllegalArgumentException if the names are not as said, or a weight or a bias is not finite
    public static void save(Network network, List<String> inputNames, Path file) throws IOException {
        Npz.write(file, new ModelFile(network, inputNames).tensors());
    }

    /// Loads a network.
    ///
    /// @param file as [#save] writes it
    /// @return the network
    /// @throws FormatException if it is no such file, or a number in it is not finite
    /// @throws IOException if it cannot be read
    public static Network load(Path file) throws IOException {
        return read(file).network;
    }

    /// Loads a network of a limited number of elements, which bounds the memory that a stranger's file can take.
    ///
    /// @param file as [#save] writes it
    /// @param limit the most elements, of all arrays together, characters of texts among them
    /// @return the network
    /// @throws FormatException if it is no such file, has more elements, or a number in it is not finite
    /// @throws IOException if it cannot be read
    public static Network load(Path file, long limit) throws IOException {
        return read(file, limit).network;
    }

    /// Loads a network from a file that is in memory, such as a resource.
    ///
    /// @param bytes the content of a file as [#save] writes it
    /// @return the network
    /// @throws FormatException if it is no such file, or a number in it is not finite
    public static Network load(byte[] bytes) throws FormatException {
        return load(bytes, Npy.DEFAULT_LIMIT);
    }

    /// Loads a network of a limited number of elements from a file that is in memory.
    ///
    /// @param bytes the content of a file as [#save] writes it
    /// @param limit the most elements, of all arrays together, characters of texts among them
    /// @return the network
    /// @throws FormatException if it is no such file, has more elements, or a number in it is not finite
    public static Network load(byte[] bytes, long limit) throws FormatException {
        return read(bytes, limit).network;
    }

    /// Reads a network and what its inputs are called.
    ///
    /// @param file as [#save] writes it
    /// @return the network, and a name for each input or an empty list where the file has none
    /// @throws FormatException if it is no such file, or a number in it is not finite
    /// @throws IOException if it cannot be read
    public static ModelFile read(Path file) throws IOException {
        return read(file, Npy.DEFAULT_LIMIT);
    }

    /// Reads a network of a limited number of elements, and what its inputs are called.
    ///
    /// @param file as [#save] writes it
    /// @param limit the most elements, of all arrays together, characters of texts among them
    /// @return the network, and a name for each input or an empty list where the file has none
    /// @throws FormatException if it is no such file, has more elements, or a number in it is not finite
    /// @throws IOException if it cannot be read
    public static ModelFile read(Path file, long limit) throws IOException {
        return of(new NamedTensors(file.toString(), Npz.read(file, limit)));
    }

    /// Reads a network of a limited number of elements, and what its inputs are called, from a file that is in memory.
    ///
    /// @param bytes the content of a file as [#save] writes it
    /// @param limit the most elements, of all arrays together, characters of texts among them
    /// @return the network, and a name for each input or an empty list where the file has none
    /// @throws FormatException if it is no such file, has more elements, or a number in it is not finite
    public static ModelFile read(byte[] bytes, long limit) throws FormatException {
        return of(new NamedTensors(Integer.toString(bytes.length).concat(" bytes"), Npz.read(bytes, limit)));
    }

    private Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("format", Tensor.ofTexts(FORMAT));
        tensors.put("version", Tensor.of(DType.INT64, new int[0], VERSION));
        List<Dense> layers = network.layers();
        tensors.put("activations", Tensor.ofTexts(layers.stream().map(layer -> ActivationName.of(layer.activation()))
                .toArray(String[]::new)));
        for (int i = 0; i < layers.size(); i++) {
            tensors.put(weight(i), Tensor.of(layers.get(i).weights()));
            tensors.put(bias(i), Tensor.vector(layers.get(i).bias()));
        }
        network.inputScaling().ifPresent(scaling -> put(tensors, "input", scaling));
        network.outputScaling().ifPresent(scaling -> put(tensors, "output", scaling));
        tensors.forEach(ModelFile::checkFinite);
        if (!inputNames.isEmpty()) tensors.put(NAMES, Tensor.ofTexts(inputNames.toArray(String[]::new)));
        return tensors;
    }

    /// What is wrong with names of inputs, or null; none at all are right.
    private static String faultOf(List<String> names, Network network) {
        if (names.isEmpty()) return null;
        if (names.size() != network.inputs()) {
            return "%s for %s".formatted(Count.of(names.size(), "name"), Count.of(network.inputs(), "input"));
        }
        for (String name : names) {
            if (name.isEmpty() || name.endsWith("\0")) return "the name of an input is empty or ends with a zero";
        }
        return new HashSet<>(names).size() < names.size() ? "two inputs have the same name" : null;
    }

    private static void put(Map<String, Tensor> tensors, String what, Scaling scaling) {
        tensors.put(what + ".mean", Tensor.vector(scaling.mean()));
        tensors.put(what + ".scale", Tensor.vector(scaling.scale()));
    }

    private static void checkFinite(String name, Tensor tensor) {
        double[] values = tensor.values();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("save: element %d of '%s' is %s".formatted(i, name, values[i]));
            }
        }
    }

    private static ModelFile of(NamedTensors tensors) throws FormatException {
        if (!tensors.has("format") || !tensors.text("format").equals(FORMAT)) {
            throw tensors
                    .fault("it is no Lanewise network: 'format' does not say so; weights of other programs are for "
                            + "NetworkImport");
        }
        Tensor version = tensors.numbers("version");
        if (version.size() != 1 || version.values()[0] != VERSION) {
            throw tensors.fault("only version %.0f of the format is known here", VERSION);
        }
        String[] activations = tensors.texts("activations");
        if (activations.length == 0) throw tensors.fault("it has no layer");
        LayerChain layers = new LayerChain(tensors);
        for (int i = 0; i < activations.length; i++) {
            if (!tensors.has(bias(i))) throw tensors.fault("there is no '%s'", bias(i));
            layers.outputsByInputs(weight(i), bias(i), ActivationName.parse(tensors, activations[i]));
        }
        layers.scaleInputs("input.mean", "input.scale");
        layers.scaleOutputs("output.mean", "output.scale");
        List<String> names = tensors.has(NAMES) ? List.of(tensors.texts(NAMES)) : List.of();
        Network network = layers.build();
        String fault = faultOf(names, network);
        if (fault != null) throw tensors.fault("'%s': %s", NAMES, fault);
        return new ModelFile(network, names);
    }

    private static String weight(int layer) {
        return "layer".concat(Integer.toString(layer + 1)).concat(".weight");
    }

    private static String bias(int layer) {
        return "layer".concat(Integer.toString(layer + 1)).concat(".bias");
    }
}

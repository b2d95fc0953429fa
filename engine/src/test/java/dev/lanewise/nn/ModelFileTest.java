package dev.lanewise.nn;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.lanewise.internal.kernel.Samples;
import dev.lanewise.io.DType;
import dev.lanewise.io.FormatException;
import dev.lanewise.io.Npz;
import dev.lanewise.io.Tensor;
import dev.lanewise.linalg.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/// A network comes back from its file with the bits that it had; a file that is none is refused with a sentence.
class ModelFileTest {
    @TempDir
    Path folder;

    private static Network network(Activation activation, int width, boolean scaled, long seed) {
        Samples samples = new Samples(seed);
        Network.Builder network = Network.input(3)
                .dense(Matrix.wrap(width, 3, samples.uniform(3 * width)), samples.uniform(width), activation)
                .dense(Matrix.wrap(2, width, samples.uniform(2 * width)), samples.uniform(2), Activation.IDENTITY);
        if (scaled) {
            network.scaleInputs(new Scaling(samples.uniform(3), samples.uniform(3)));
            network.scaleOutputs(new Scaling(samples.uniform(2), samples.uniform(2)));
        }
        return network.build();
    }

    @Test
    void aLoadedNetworkHasTheSameBits() throws IOException {
        Path file = folder.resolve("model.npz");
        for (Activation activation : Activation.values()) {
            for (int width : new int[] {1, 9, 40}) {
                Network saved = network(activation, width, width == 9, width);
                ModelFile.save(saved, file);
                Matrix x = Matrix.wrap(11, 3, new Samples(1).uniform(33));
                for (Network loaded : new Network[] {ModelFile.load(file), ModelFile.load(Files.readAllBytes(file))}) {
                    assertEquals(saved.toString(), loaded.toString());
                    assertEquals(saved.predict(x), loaded.predict(x));
                }
            }
        }
    }

    @Test
    void inputsMayHaveNames() throws IOException {
        Path file = folder.resolve("model.npz");
        Network saved = network(Activation.TANH, 9, true, 1);
        List<String> names = List.of("size, in m²", "\uD83C\uDFE0", " x");
        ModelFile.save(saved, names, file);
        assertEquals(names, ModelFile.read(file).inputNames());
        assertEquals(names, ModelFile.read(Files.readAllBytes(file), 200).inputNames());
        assertEquals(List.of("size, in m²", "\uD83C\uDFE0", " x"), List.of(Npz.read(file).get("input.names").texts()));
        Matrix x = Matrix.wrap(11, 3, new Samples(1).uniform(33));
        assertEquals(saved.predict(x), ModelFile.read(file).network().predict(x));
        ModelFile.save(saved, List.of(), file);
        byte[] without = Files.readAllBytes(file);
        ModelFile.save(saved, file);
        assertArrayEquals(without, Files.readAllBytes(file));
        assertEquals(List.of(), ModelFile.read(file).inputNames());
    }

    @Test
    void namesAreThoseOfANetworkAndWithinTheLimit() throws IOException {
        Path file = folder.resolve("model.npz");
        ModelFile.save(network(Activation.TANH, 4, false, 1), List.of("a", "b", "c"), file);
        byte[] bytes = Files.readAllBytes(file);
        assertEquals(List.of("a", "b", "c"), ModelFile.read(file, 62).inputNames());
        assertEquals(List.of("a", "b", "c"), ModelFile.read(bytes, 62).inputNames());
        String more = ": input.names.npy: text 3 × 1 has more elements than the 2 that may be read";
        assertEquals(file + more, assertThrows(FormatException.class, () -> ModelFile.read(file, 61))
                .getMessage());
        assertEquals(bytes.length + " bytes" + more, assertThrows(FormatException.class, () -> ModelFile.read(bytes,
                61)).getMessage());
        Npz.write(file, Map.of("input.names", Tensor.ofTexts("a", "b", "c")));
        assertEquals(file + ": it is no Lanewise network: 'format' does not say so; weights of other programs are for "
                + "NetworkImport",
                assertThrows(FormatException.class,
                        () -> ModelFile.read(file)).getMessage());
    }

    @Test
    void namesThatDoNotFitAreRefused() throws IOException {
        Path file = folder.resolve("model.npz");
        Network saved = network(Activation.TANH, 9, false, 1);
        Map<List<String>, String> faults = Map.of(List.of("a", "b"), "2 names for 3 inputs", List.of("a", "b", "a"),
                "two inputs have the same name", List.of("a", "", "b"),
                "the name of an input is empty or ends with a zero", List.of("a", "b\0", "b"),
                "the name of an input is empty or ends with a zero");
        for (var fault : faults.entrySet()) {
            assertEquals("ModelFile: " + fault.getValue(),
                    assertThrows(IllegalArgumentException.class, () -> ModelFile.save(
                            saved, fault.getKey(), file)).getMessage());
        }
        ModelFile.save(saved, file);
        refused("'input.names': 2 names for 3 inputs", "input.names", Tensor.ofTexts("a", "b"));
        refused("'input.names': two inputs have the same name", "input.names", Tensor.ofTexts("a", "b", "a"));
        refused("'input.names' is float64 1, and text should be there", "input.names", Tensor.vector(1));
    }

    @Test
    void activationsWithParameters() throws IOException {
        Path file = folder.resolve("model.npz");
        Network saved = network(Activation.elu(1e-5), 9, false, 1);
        ModelFile.save(saved, file);
        assertEquals("elu(1.0e-5)", Npz.read(file).get("activations").texts()[0]);
        assertEquals(saved.toString(), ModelFile.load(file).toString());
        refused("the activation 'elu(1e999)' is unknown; known are "
                + String.join(", ", Arrays.stream(Activation.values())
                        .map(ActivationName::of).toList()),
                "activations", Tensor.ofTexts("elu(1e999)", "identity"));
    }

    @Test
    void whatIsInTheFile() throws IOException {
        Path file = folder.resolve("model.npz");
        ModelFile.save(network(Activation.TANH, 4, true, 1), file);
        assertEquals("{format=text 1 × 16, version=int64 (), activations=text 2 × 8, layer1.weight=float64 4 × 3, "
                + "layer1.bias=float64 4, layer2.weight=float64 2 × 4, layer2.bias=float64 2, input.mean=float64 3, "
                + "input.scale=float64 3, output.mean=float64 2, output.scale=float64 2}", Npz.read(file).toString());
    }

    private void refused(String sentence, String name, Tensor tensor) throws IOException {
        Path file = folder.resolve("model.npz");
        ModelFile.save(network(Activation.TANH, 4, true, 1), file);
        Map<String, Tensor> tensors = new LinkedHashMap<>(Npz.read(file));
        if (tensor == null) {
            tensors.remove(name);
        } else {
            tensors.put(name, tensor);
        }
        Npz.write(file, tensors);
        assertEquals(file + ": " + sentence,
                assertThrows(FormatException.class, () -> ModelFile.load(file)).getMessage());
        var out = new ByteArrayOutputStream();
        Npz.write(out, tensors, true);
        assertEquals(out.size() + " bytes: " + sentence, assertThrows(FormatException.class, () -> ModelFile.load(out
                .toByteArray())).getMessage());
    }

    @Test
    void whatIsRefused() throws IOException {
        refused("it is no Lanewise network: 'format' does not say so; weights of other programs are for "
                + "NetworkImport", "format", null);
        refused("it is no Lanewise network: 'format' does not say so; weights of other programs are for "
                + "NetworkImport", "format", Tensor.ofTexts("pickle"));
        refused("only version 1 of the format is known here", "version", Tensor.of(DType.INT64, new int[0], 2));
        refused("it has no layer", "activations", Tensor.ofTexts());
        refused("there is no 'layer3.bias'", "activations", Tensor.ofTexts("tanh", "tanh", "tanh"));
        refused("'output.mean' is float64 2, and the network asks for 4 numbers", "activations",
                Tensor.ofTexts("tanh"));
        refused("there is no 'layer1.weight'", "layer1.weight", null);
        refused("there is no 'layer2.bias'", "layer2.bias", null);
        refused("'layer2.weight', 2 × 5, takes 5 inputs but 'layer1.weight', 4 × 3, before it has 4 outputs",
                "layer2.weight", Tensor.of(Matrix.zeros(2, 5)));
        refused("'layer1.bias' is float64 5, and 'layer1.weight', 4 × 3, asks for 4 numbers", "layer1.bias", Tensor.of(
                DType.FLOAT64, new int[] {5}, new double[5]));
        refused("element 1 of 'layer1.bias' is Infinity", "layer1.bias",
                Tensor.vector(1, Double.POSITIVE_INFINITY, 2, 3));
        refused("there is no 'input.mean'", "input.mean", null);
        refused("'output.mean' and 'output.scale': Scaling: coordinate 1 has mean %s and scale 0.0".formatted(network(
                Activation.TANH, 4, true, 1).outputScaling().orElseThrow().mean()[1]), "output.scale", Tensor.vector(1,
                        0));
        refused("'extra', float64 1, belongs to no layer", "extra", Tensor.vector(1));
    }

    @Test
    void whatIsNotFiniteIsNotSaved() throws IOException {
        Network network = Network.input(1).dense(Matrix.of(1, 1, Double.NaN), new double[1], Activation.TANH).build();
        Path file = folder.resolve("model.npz");
        assertEquals("save: element 0 of 'layer1.weight' is NaN", assertThrows(IllegalArgumentException.class,
                () -> ModelFile.save(network, file)).getMessage());
        assertEquals(false, Files.exists(file));
    }

    /// 16 of 'format', 1, 2 × 8 of 'activations', then 4 · 3 + 4 and 2 · 4 + 2.
    @Test
    void theLimitCountsEveryElement() throws IOException {
        Path file = folder.resolve("model.npz");
        ModelFile.save(network(Activation.TANH, 4, false, 1), file);
        byte[] bytes = Files.readAllBytes(file);
        assertEquals("3 → 4 TANH → 2 IDENTITY", ModelFile.load(file, 59).toString());
        assertEquals("3 → 4 TANH → 2 IDENTITY", ModelFile.load(bytes, 59).toString());
        String sentence = ": layer2.bias.npy: float64 2 has more elements than the 1 that may be read";
        assertEquals(file + sentence, assertThrows(FormatException.class, () -> ModelFile.load(file, 58)).getMessage());
        assertEquals(bytes.length + " bytes" + sentence, assertThrows(FormatException.class, () -> ModelFile.load(bytes,
                58)).getMessage());
    }
}

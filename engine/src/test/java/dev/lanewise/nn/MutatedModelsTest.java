package dev.lanewise.nn;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.lanewise.internal.kernel.Samples;
import dev.lanewise.io.DType;
import dev.lanewise.io.FormatException;
import dev.lanewise.io.Npz;
import dev.lanewise.io.Tensor;
import dev.lanewise.linalg.Matrix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertTrue;

/// Files that are right and hold the wrong tensors: each makes a network or is refused with a sentence.
@Tag("once")
class MutatedModelsTest {
    private static final int MUTANTS = 3000;
    private static final List<Tensor> STRANGERS = List
            .of(Tensor.vector(), Tensor.vector(1), Tensor.vector(1, 2, 3), Tensor
                    .vector(Double.NaN, 1, 2), Tensor.of(Matrix.zeros(0, 3)), Tensor.of(Matrix.zeros(3, 0)),
                    Tensor.of(Matrix.zeros(2,
                            3)),
                    Tensor.of(Matrix.zeros(3, 3)), Tensor.of(DType.INT64, new int[0], 1), Tensor.of(DType.FLOAT16,
                            new int[] {1, 1, 1}, 0),
                    Tensor.ofTexts("tanh"), Tensor.ofTexts(), Tensor.ofTexts("elu(", "softmax"),
                    Tensor.of(DType.TEXT, new int[] {0, 3, 2}));

    /// The tensors of a model that can be read in all three manners.
    private static Map<String, Tensor> model() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("format", Tensor.ofTexts("lanewise network"));
        tensors.put("version", Tensor.of(DType.INT64, new int[0], 1));
        tensors.put("activations", Tensor.ofTexts("tanh", "identity"));
        for (String layer : new String[] {"layer1", "layer2"}) {
            tensors.put(layer + ".weight", Tensor.of(Matrix.zeros(3, 3)));
            tensors.put(layer + ".bias", Tensor.vector(1, 2, 3));
        }
        tensors.put("input.mean", Tensor.vector(1, 2, 3));
        tensors.put("input.scale", Tensor.vector(1, 2, 3));
        return tensors;
    }

    private static Map<String, Tensor> scikitLearn() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("activation", Tensor.ofTexts("relu"));
        tensors.put("out_activation_", Tensor.ofTexts("logistic"));
        tensors.put("coefs_.0", Tensor.of(Matrix.zeros(3, 3)));
        tensors.put("intercepts_.0", Tensor.vector(1, 2, 3));
        tensors.put("mean_", Tensor.vector(1, 2, 3));
        tensors.put("scale_", Tensor.vector(1, 2, 3));
        return tensors;
    }

    @Test
    void makeANetworkOrASentence() throws IOException {
        Samples samples = new Samples(5);
        int made = 0, refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            Map<String, Tensor> tensors = i % 3 == 0 ? scikitLearn() : model();
            if (i % 3 == 1) tensors.keySet().removeIf(name -> !name.startsWith("layer"));
            mutate(tensors, samples);
            try {
                Network network = load(i % 3, tensors);
                network.predict(new double[network.inputs()]);
                made++;
            } catch (FormatException e) {
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("mutant " + i + ": " + tensors, e);
            }
        }
        assertTrue(made > 100 && refused > 1000, made + " made, " + refused + " refused");
    }

    private static Network load(int manner, Map<String, Tensor> tensors) throws IOException {
        if (manner == 0) return NetworkImport.scikitLearn(tensors);
        if (manner == 1) return NetworkImport.pyTorch(tensors, Activation.SOFTMAX, Activation.TANH);
        var file = new ByteArrayOutputStream();
        Npz.write(file, tensors, true);
        return ModelFile.load(file.toByteArray());
    }

    /// One or two changes: a tensor less, another in its place, another name, two exchanged, or none.
    private static void mutate(Map<String, Tensor> tensors, Samples samples) {
        for (int changes = 1 + Math.floorMod(samples.bits(), 2); changes > 0; changes--) {
            List<String> names = new ArrayList<>(tensors.keySet());
            String name = names.get(Math.floorMod(samples.bits(), names.size()));
            String other = names.get(Math.floorMod(samples.bits(), names.size()));
            Tensor stranger = STRANGERS.get(Math.floorMod(samples.bits(), STRANGERS.size()));
            switch (Math.floorMod(samples.bits(), 6)) {
                case 0 -> tensors.remove(name);
                case 1, 2 -> tensors.put(name, stranger);
                case 3 -> tensors.put(name + "1", tensors.remove(name));
                case 4 -> tensors.put(name, tensors.put(other, tensors.get(name)));
                default -> tensors.put("layer" + Math.floorMod(samples.bits(), 4) + ".bias", stranger);
            }
        }
    }
}

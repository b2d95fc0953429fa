import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.lanewise.io.*;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.nn.*;

/// Writes files for check_written.py into the folder that is given:
///
///     java -p engine/target/classes --add-modules dev.lanewise.engine engine/src/test/python/WriteSamples.java FOLDER
void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    double[] integers = {0, 1, 2, 3, 100, 127}, numbers = {0.1, -0.0, 65504, -2.5, 1e-7, Double.POSITIVE_INFINITY};
    for (DType dtype : DType.values()) {
        if (dtype == DType.TEXT) continue;
        double[] bits = {0, 1, 1, 0, 1, 0};
        double[] values = dtype.isFloat() ? numbers : dtype == DType.BOOL ? bits : integers;
        tensors.put(dtype.toString(), Tensor.of(dtype, new int[] {2, 3}, values));
    }
    tensors.put("scalar", Tensor.of(DType.FLOAT64, new int[0], Math.PI));
    tensors.put("empty", Tensor.of(DType.FLOAT32, new int[] {0, 3}));
    new Safetensors(tensors, Map.of("größe", "\"\\\n𝛔")).write(folder.resolve("all.safetensors"));
    tensors.put("text", Tensor.ofTexts("tanh", "größer", "𝛔"));
    Npz.write(folder.resolve("stored.npz"), tensors);
    Npz.writeCompressed(folder.resolve("compressed.npz"), tensors);
    Npy.write(folder.resolve("fortran.npy"), tensors.get("float64"),
            new Npy.Layout(java.nio.ByteOrder.BIG_ENDIAN, true, 2));

    Network network = Network.input(2).dense(Matrix.of(3, 2, 1, -2, 0.5, 0.25, -1, 3), new double[] {0.1, 0, -1},
            Activation.TANH).dense(Matrix.of(1, 3, 1, 2, 3), new double[] {0.5}, Activation.IDENTITY)
            .scaleInputs(new Scaling(new double[] {1, 2}, new double[] {3, 4})).build();
    ModelFile.save(network, folder.resolve("model.npz"));
    Matrix x = Matrix.of(3, 2, 1, 2, 3, 4, -5, 6);
    Npz.write(folder.resolve("answers.npz"), Map.of("x", Tensor.of(x), "y", Tensor.of(network.predict(x))));
}

package dev.lanewise.nn;

import java.io.IOException;
import java.nio.file.Path;

import dev.lanewise.io.Npy;
import dev.lanewise.io.Safetensors;

/// A program that loads a network and answers, then imports one of PyTorch's and reads a `.npy`; started by [FirstAnswerTest]
/// in a JVM of its own.
final class FirstAnswer {
    private FirstAnswer() {}

    public static void main(String[] args) throws IOException {
        ModelFile model = ModelFile.read(Path.of(args[0]));
        System.out.println(model.network().predict(new double[model.inputNames().size()])[0]);
        System.out.println(NetworkImport.pyTorch(Safetensors.read(Path.of(args[1])).tensors(), Activation.TANH).predict(
                new double[1])[0]);
        System.out.println(Npy.read(Path.of(args[2])).size());
    }
}

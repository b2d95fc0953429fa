package dev.lanewise.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

/// What is written is, byte for byte, what other programs have read: `written.py` beside the resources opens them with
/// NumPy, with a safetensors reader of its own, and as PyTorch's tensors.
@Tag("once")
class WrittenFilesTest {
    @TempDir
    Path folder;

    /// A tensor of each type but text.
    private static Map<String, Tensor> tensors() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Golden golden : Golden.files("safetensors")) {
            golden.tensors().values().stream().filter(tensor -> tensor.size() > 1)
                    .forEach(tensor -> tensors.put(tensor.dtype().toString(), tensor));
        }
        return tensors;
    }

    private void assertWritten(String name) throws IOException {
        try (var in = WrittenFilesTest.class.getResourceAsStream(name)) {
            assertArrayEquals(in.readAllBytes(), Files.readAllBytes(folder.resolve(name)), name);
        }
    }

    @Test
    void safetensors() throws IOException {
        new Safetensors(tensors(), Map.of("größe", "\"\\\n𝛔")).write(folder.resolve("written.safetensors"));
        assertWritten("written.safetensors");
    }

    @Test
    void npz() throws IOException {
        Map<String, Tensor> tensors = tensors();
        tensors.put("text", Tensor.ofTexts("tanh", "größe", "𝛔"));
        Npz.write(folder.resolve("written.npz"), tensors);
        assertWritten("written.npz");
    }
}

package dev.lanewise.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// Files that NumPy wrote are read to the bit; `.npy` files are written as NumPy writes them, byte for byte.
@Tag("once")
class GoldenFilesTest {
    private static final long LIMIT = 100;

    @Test
    void npy() throws IOException {
        List<Golden> files = Golden.files("npy");
        assertEquals(45, files.size());
        for (Golden golden : files) {
            assertEquals(golden.tensors().get(""), Npy.read(golden.content(), LIMIT), golden.what());
        }
    }

    @Test
    void npzAsItIsSavedToAFileAndToAPipe() throws IOException {
        assertEquals(5, Golden.files("npz").size());
        for (Golden golden : Golden.files("npz")) {
            Map<String, Tensor> read = Npz.read(golden.content(), LIMIT);
            assertEquals(golden.tensors(), read, golden.what());
            assertEquals(List.copyOf(golden.tensors().keySet()), List.copyOf(read.keySet()), golden.what());
        }
    }

    @Test
    void safetensors() throws IOException {
        assertEquals(4, Golden.files("safetensors").size());
        for (Golden golden : Golden.files("safetensors")) {
            assertEquals(golden.tensors(), Safetensors.read(golden.content(), 1000).tensors(), golden.what());
        }
        Safetensors all = Safetensors.read(Golden.files("safetensors of all").getFirst().content(), 1000);
        assertEquals(Map.of("format", "pt", "größe", "\"\\\n𝛔"), all.metadata());
    }

    /// Every golden file again from its tensor: NumPy's and ours do not differ in a byte.
    @Test
    void npyIsWrittenAsNumpyWritesIt() throws IOException {
        for (Golden golden : Golden.files("npy")) {
            if (golden.what().contains("by name")) continue;
            boolean big = golden.what().matches(".*( >U.*|[CF]>)"), fortran = golden.what().matches(".* F[<>]");
            int version = golden.what().matches("npy version .*") ? golden.content()[6] : 1;
            var out = new ByteArrayOutputStream();
            Npy.write(out, golden.tensors().get(""), new Npy.Layout(big
                    ? ByteOrder.BIG_ENDIAN
                    : ByteOrder.LITTLE_ENDIAN, fortran, version));
            assertArrayEquals(golden.content(), out.toByteArray(), golden.what());
        }
    }
}

package dev.lanewise.demo.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.demo.terminal.PrintableText;
import dev.lanewise.io.FormatException;
import dev.lanewise.io.Npy;
import dev.lanewise.io.Npz;
import dev.lanewise.io.Safetensors;
import dev.lanewise.io.Tensor;
import dev.lanewise.nn.ModelFile;
import dev.lanewise.nn.Network;

/// A file of arrays: what it holds, and the network that it is if it is Lanewise's own.
///
/// @param path the file
/// @param format `npz`, `npy` or `safetensors`
/// @param tensors the arrays in the order of the file
/// @param metadata free texts of a safetensors file
/// @param network the network, of a file of [ModelFile]
/// @param fault why a file that claims to be of [ModelFile] is no network
record ArrayFile(Path path, String format, List<TensorFacts> tensors, Map<String, String> metadata,
        Optional<Network> network, Optional<String> fault) {
    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] NUMPY = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    /// Where the header of a safetensors file begins, and what with.
    private static final int HEADER = 8;
    private static final byte BRACE = '{';

    /// Reads a file of any of the formats, which its first bytes tell, whatever its name.
    ///
    /// @throws InputException if it cannot be read
    static ArrayFile read(Path path) {
        if (path.toString().isEmpty()) throw new InputException("the name of the file is empty");
        if (Files.isDirectory(path)) throw new InputException(path + " is a folder, not a file");
        String hint;
        try {
            byte[] start = start(path);
            if (begins(start, ZIP)) return npz(path);
            if (begins(start, NUMPY)) {
                return plain(path, "npy", Map.of("", Npy.read(path)), Map.of("", StorageOrder.ofNpy(path)), Map.of());
            }
            hint = FormatException.hint(start);
            if (start.length > HEADER && start[HEADER] == BRACE) {
                Safetensors file = Safetensors.read(path);
                return plain(path, "safetensors", file.tensors(), Map.of(), file.metadata());
            }
        } catch (IOException e) {
            throw InputException.unreadable(path, e);
        }
        throw new InputException("%s is neither .npz nor .npy nor safetensors%s".formatted(path, hint));
    }

    private static byte[] start(Path path) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new FormatException(path + ": it is no regular file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(FormatException.BEGINNING);
        }
    }

    private static boolean begins(byte[] start, byte[] with) {
        return start.length >= with.length && Arrays.equals(start, 0, with.length, with, 0, with.length);
    }

    private static ArrayFile npz(Path path) throws IOException {
        Map<String, Tensor> tensors = Npz.read(path);
        ArrayFile file = plain(path, "npz", tensors, StorageOrder.ofNpz(path), Map.of());
        if (!claimsToBeOurs(tensors)) return file;
        try {
            return new ArrayFile(path, "npz", file.tensors, Map.of(), Optional.of(ModelFile.load(path)), Optional
                    .empty());
        } catch (FormatException e) {
            return new ArrayFile(path, "npz", file.tensors, Map.of(), Optional.empty(), Optional.of(PrintableText.of(e
                    .getMessage())));
        }
    }

    private static boolean claimsToBeOurs(Map<String, Tensor> tensors) {
        return tensors.containsKey("format") && TensorFacts.texts(tensors.get("format")).equals(List.of(
                "lanewise network"));
    }

    private static ArrayFile plain(Path path, String format, Map<String, Tensor> tensors,
            Map<String, StorageOrder> orders, Map<String, String> metadata) {
        Map<String, TensorFacts> facts = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> facts.put(name, TensorFacts.of(name, tensor, orders.getOrDefault(name,
                StorageOrder.USUAL))));
        return new ArrayFile(path, format, List.copyOf(facts.values()), metadata, Optional.empty(), Optional.empty());
    }
}

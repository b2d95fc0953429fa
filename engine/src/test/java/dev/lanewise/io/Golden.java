package dev.lanewise.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A file as NumPy wrote it, and what is in it. `golden.py` beside the resource has made them.
///
/// @param what which file it is; its first word is the format
/// @param content the file
/// @param tensors what is in it; that of a `.npy` has the name ""
record Golden(String what, byte[] content, Map<String, Tensor> tensors) {
    static List<Golden> files() {
        try (var in = Golden.class.getResourceAsStream("golden.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(Golden::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Golden> files(String format) {
        return files().stream().filter(golden -> golden.what.startsWith(format + " ")).toList();
    }

    private static Golden parse(String line) {
        List<String> fields = new ArrayList<>(List.of(line.split("\t", -1)));
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (int i = 2; i < fields.size(); i += 4) {
            int[] shape = Arrays.stream(split(fields.get(i + 2))).mapToInt(Integer::parseInt).toArray();
            double[] values = Arrays.stream(split(fields.get(i + 3))).mapToDouble(Golden::number).toArray();
            DType dtype = DType.valueOf(fields.get(i + 1).toUpperCase(Locale.ROOT));
            tensors.put(fields.get(i), Tensor.of(dtype, shape, values));
        }
        return new Golden(fields.get(0), Base64.getDecoder().decode(fields.get(1)), tensors);
    }

    private static String[] split(String list) {
        return list.isEmpty() ? new String[0] : list.split(",");
    }

    private static double number(String hex) {
        return switch (hex) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> Double.parseDouble(hex);
        };
    }
}

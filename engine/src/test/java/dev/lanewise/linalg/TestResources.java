package dev.lanewise.linalg;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/// Reference data that stands beside the tests as JSON.
final class TestResources {
    private TestResources() {}

    static JsonObject json(String path) {
        try (var reader = new InputStreamReader(TestResources.class.getResourceAsStream(path),
                StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An array of numbers, or of strings that are numbers.
    static double[] doubles(JsonElement array) {
        return array.getAsJsonArray().asList().stream().mapToDouble(JsonElement::getAsDouble).toArray();
    }

    /// An array of rows of equal length.
    static Matrix matrix(JsonElement rows) {
        JsonArray array = rows.getAsJsonArray();
        int cols = array.get(0).getAsJsonArray().size();
        double[] data = array.asList().stream().flatMapToDouble(row -> Arrays.stream(doubles(row))).toArray();
        return Matrix.wrap(array.size(), cols, data);
    }
}

package dev.lanewise.demo.lesson;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/// The lesson's fits as NumPy 2.4.6 made them, with all that went in.
final class LessonReference {
    static final JsonObject LESSON = read("lesson.json").getAsJsonObject();
    static final JsonArray SWEEP = read("neuron-sweep.json").getAsJsonArray();

    private LessonReference() {}

    static JsonObject fit(int layers) {
        return LESSON.getAsJsonObject(layers == 1 ? "single" : "deep");
    }

    static NumpyFit numpy(int layers) {
        return layers == 1 ? NumpyFit.shallow() : NumpyFit.deep();
    }

    static double[] numbers(JsonObject object, String name) {
        return StreamSupport.stream(object.getAsJsonArray(name).spliterator(), false)
                .mapToDouble(JsonElement::getAsDouble).toArray();
    }

    private static JsonElement read(String name) {
        try (var text = new InputStreamReader(LessonReference.class.getResourceAsStream(name),
                StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

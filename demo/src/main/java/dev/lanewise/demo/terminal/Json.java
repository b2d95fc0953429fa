package dev.lanewise.demo.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import com.google.gson.stream.JsonWriter;

/// A JSON object being written, field by field. Doubles are printed by [Double#toString], so that they read back
/// exactly; what is not finite is null.
///
///     Json.print(out, json -> json.field("rows", 100).field("r2", r2));
public final class Json {
    private final JsonWriter writer;

    private Json(JsonWriter writer) {
        this.writer = writer;
    }

    /// One action on the writer, which may fail as all writing may.
    private interface Action {
        void run() throws IOException;
    }

    /// Prints one object in one line.
    ///
    /// @param out where to; not closed
    /// @param fields writes the fields
    public static void print(PrintWriter out, Consumer<Json> fields) {
        JsonWriter writer = new JsonWriter(new EscapedControls(out));
        new Json(writer).braces(fields);
        out.println();
    }

    /// A number, or null where it is not finite.
    ///
    /// @param name its name
    /// @param value its value
    /// @return this object
    public Json field(String name, double value) {
        return write(() -> number(writer.name(name), value));
    }

    /// A whole number.
    ///
    /// @param name its name
    /// @param value its value
    /// @return this object
    public Json field(String name, long value) {
        return write(() -> writer.name(name).value(value));
    }

    /// True or false.
    ///
    /// @param name its name
    /// @param value its value
    /// @return this object
    public Json field(String name, boolean value) {
        return write(() -> writer.name(name).value(value));
    }

    /// A text.
    ///
    /// @param name its name
    /// @param value its value
    /// @return this object
    public Json field(String name, String value) {
        return write(() -> writer.name(name).value(value));
    }

    /// An array of numbers, null where one is not finite.
    ///
    /// @param name its name
    /// @param values its elements
    /// @return this object
    public Json field(String name, double[] values) {
        return write(() -> {
            writer.name(name).beginArray();
            for (double value : values) number(writer, value);
            writer.endArray();
        });
    }

    /// An array of whole numbers.
    ///
    /// @param name its name
    /// @param values its elements
    /// @return this object
    public Json field(String name, long[] values) {
        return write(() -> {
            writer.name(name).beginArray();
            for (long value : values) writer.value(value);
            writer.endArray();
        });
    }

    /// An array of texts.
    ///
    /// @param name its name
    /// @param texts its elements
    /// @return this object
    public Json field(String name, List<String> texts) {
        return write(() -> {
            writer.name(name).beginArray();
            for (String text : texts) writer.value(text);
            writer.endArray();
        });
    }

    /// An array of arrays of numbers that come one by one, null where one is not finite.
    ///
    /// @param name its name
    /// @param rows passes each array on
    /// @return this object
    public Json rows(String name, Consumer<Consumer<double[]>> rows) {
        write(() -> writer.name(name).beginArray());
        rows.accept(row -> write(() -> {
            writer.beginArray();
            for (double value : row) number(writer, value);
            writer.endArray();
        }));
        return write(writer::endArray);
    }

    /// An object within this one.
    ///
    /// @param name its name
    /// @param fields writes its fields
    /// @return this object
    public Json field(String name, Consumer<Json> fields) {
        return write(() -> writer.name(name)).braces(fields);
    }

    /// An array of objects.
    ///
    /// @param name its name
    /// @param items what each object is made of
    /// @param fields writes the fields of one
    /// @param <T> the kind of item
    /// @return this object
    public <T> Json field(String name, List<T> items, BiConsumer<Json, T> fields) {
        write(() -> writer.name(name).beginArray());
        for (T item : items) braces(json -> fields.accept(json, item));
        return write(writer::endArray);
    }

    private Json braces(Consumer<Json> fields) {
        write(writer::beginObject);
        fields.accept(this);
        return write(writer::endObject);
    }

    private Json write(Action action) {
        try {
            action.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void number(JsonWriter writer, double value) throws IOException {
        if (Double.isFinite(value)) {
            writer.value(value);
        } else {
            writer.nullValue();
        }
    }
}

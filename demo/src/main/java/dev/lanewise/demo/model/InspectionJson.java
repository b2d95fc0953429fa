package dev.lanewise.demo.model;

import java.io.PrintWriter;
import java.util.Locale;

import dev.lanewise.demo.terminal.Json;

/// What is in a file of arrays for a program to read.
public final class InspectionJson {
    private InspectionJson() {}

    /// Prints one object in one line; `layers` is there only where the file is a network of Lanewise.
    ///
    /// @param out where to
    /// @param inspection what was found
    public static void print(PrintWriter out, Inspection inspection) {
        ArrayFile file = inspection.file();
        Json.print(out, json -> {
            json.field("format", file.format());
            file.network().ifPresent(network -> json.field("layers", network.layers(), (object, layer) -> object
                    .field("inputs", layer.inputs()).field("outputs", layer.outputs())
                    .field("activation", layer.activation().name().toLowerCase(Locale.ROOT))));
            json.field("tensors", file.tensors(), InspectionJson::fields);
            json.field("metadata", texts -> file.metadata().forEach(texts::field));
        });
    }

    private static void fields(Json json, TensorFacts tensor) {
        json.field("name", tensor.name()).field("type", tensor.dtype().toString())
                .field("shape", tensor.shape().stream().mapToLong(Integer::longValue).toArray())
                .field("order", tensor.order().toString()).field("bytes", tensor.bytes())
                .field("min", tensor.min()).field("max", tensor.max()).field("nans", tensor.nans());
    }
}

package dev.lanewise.demo.terminal;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads one of several values by its name in any case, and names them all in lower case where none fits.
record NameOf<T>(List<T> values, Function<T, String> name) implements ITypeConverter<T> {
    @Override
    public T convert(String text) {
        for (T value : values) {
            if (name.apply(value).equalsIgnoreCase(text)) return value;
        }
        throw new TypeConversionException("'%s' is none of %s".formatted(text, values.stream()
                .map(value -> name.apply(value).toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "))));
    }
}

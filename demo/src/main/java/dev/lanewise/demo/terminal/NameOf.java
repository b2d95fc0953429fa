package dev.lanewise.demo.terminal;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a constant of an enum by its name in any case, and names them all in lower case where none fits.
final class NameOf<E extends Enum<E>> implements ITypeConverter<E> {
    private final E[] constants;

    NameOf(Class<E> type) {
        constants = type.getEnumConstants();
    }

    @Override
    public E convert(String text) {
        for (E constant : constants) {
            if (constant.name().equalsIgnoreCase(text)) return constant;
        }
        throw new TypeConversionException("'%s' is none of %s".formatted(text, Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "))));
    }
}

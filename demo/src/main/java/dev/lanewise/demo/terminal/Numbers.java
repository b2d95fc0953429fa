package dev.lanewise.demo.terminal;

import java.math.BigInteger;

import picocli.CommandLine.TypeConversionException;

/// Reads the numbers of a command line, and says what is wrong in words that need no Java.
final class Numbers {
    private Numbers() {}

    static int wholeInt(String text) {
        long value = whole(text);
        if (value != (int) value) throw new TypeConversionException("'%s' is too large".formatted(text));
        return (int) value;
    }

    static long whole(String text) {
        if (!text.matches("[+-]?[0-9]+")) {
            throw new TypeConversionException("'%s' is not a whole number".formatted(text));
        }
        BigInteger value = new BigInteger(text);
        if (value.bitLength() >= Long.SIZE) throw new TypeConversionException("'%s' is too large".formatted(text));
        return value.longValue();
    }

    static double decimal(String text) {
        double value = DecimalNumber.parse(text);
        if (Double.isNaN(value)) throw new TypeConversionException("'%s' is not a number".formatted(text));
        return value;
    }
}

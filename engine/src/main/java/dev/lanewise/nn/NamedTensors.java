package dev.lanewise.nn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.lanewise.io.DType;
import dev.lanewise.io.FormatException;
import dev.lanewise.io.Tensor;
import dev.lanewise.linalg.Matrix;

import static dev.lanewise.io.FormatException.quoted;

/// The tensors of a file that a network is made of; each is taken once, and none may be left.
final class NamedTensors {
    private static final int LISTED = 12;

    private final String where;
    private final Map<String, Tensor> left;

    NamedTensors(String where, Map<String, Tensor> tensors) {
        this.where = where;
        this.left = new LinkedHashMap<>(tensors);
    }

    boolean has(String name) {
        return left.containsKey(name);
    }

    /// One with numbers that are all finite.
    Tensor numbers(String name) throws FormatException {
        Tensor tensor = take(name);
        if (tensor.dtype() == DType.TEXT)
            throw fault("%s is %s, and numbers should be there", quoted(name), tensor);
        double[] values = tensor.values();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i]))
                throw fault("element %d of %s is %s", i, quoted(name), values[i]);
        }
        return tensor;
    }

    Matrix matrix(String name) throws FormatException {
        Tensor tensor = numbers(name);
        int[] shape = tensor.shape();
        if (shape.length != 2 || shape[0] == 0 || shape[1] == 0) {
            throw fault("%s is %s, and a matrix of weights should be there", quoted(name), tensor);
        }
        return tensor.matrix();
    }

    /// One with one axis of this length, which `of` has determined.
    double[] vector(String name, int length, Object of) throws FormatException {
        Tensor tensor = numbers(name);
        if (tensor.shape().length != 1 || tensor.size() != length) {
            throw fault("%s is %s, and %s asks for %s", quoted(name), tensor, of, Count.of(length, "number"));
        }
        return tensor.values();
    }

    String[] texts(String name) throws FormatException {
        Tensor tensor = take(name);
        if (tensor.dtype() != DType.TEXT)
            throw fault("%s is %s, and text should be there", quoted(name), tensor);
        return tensor.texts();
    }

    String text(String name) throws FormatException {
        String[] texts = texts(name);
        if (texts.length != 1)
            throw fault("%s has %d texts, and one should be there", quoted(name), texts.length);
        return texts[0];
    }

    private Tensor take(String name) throws FormatException {
        Tensor tensor = left.remove(name);
        if (tensor == null) throw fault("there is no %s", quoted(name));
        return tensor;
    }

    /// Fails if something has not been taken.
    void end() throws FormatException {
        if (left.isEmpty()) return;
        var first = left.entrySet().iterator().next();
        throw fault("%s, %s, belongs to no layer", quoted(first.getKey()), first.getValue());
    }

    /// Names as a sentence can list them, however many there are.
    static String listed(List<String> names) {
        String first = names.stream().limit(LISTED).map(FormatException::quoted).collect(Collectors.joining(", "));
        return names.size() <= LISTED ? first : "%s and %d more".formatted(first, names.size() - LISTED);
    }

    FormatException fault(String what, Object... values) {
        return new FormatException(where + ": " + what.formatted(values));
    }
}

package dev.lanewise.demo.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import dev.lanewise.io.DType;
import dev.lanewise.io.Tensor;

/// What there is to say of an array without showing it.
///
/// @param name its name in the file as it is, which may be anything; empty where the file is the array
/// @param dtype the type of its elements in the file
/// @param shape the length of each axis, of texts without that of their code points
/// @param order how its elements lie in the file
/// @param bytes what they take there
/// @param min the smallest element that is a number; NaN where there is none
/// @param max the largest
/// @param nans how many elements are NaN
/// @param texts the first of them, where it is an array of texts
record TensorFacts(String name, DType dtype, List<Integer> shape, StorageOrder order, long bytes, double min,
        double max,
        long nans, List<String> texts) {
    /// Texts that are told.
    private static final int MOST_TEXTS = 8;

    static TensorFacts of(String name, Tensor tensor, StorageOrder order) {
        boolean isText = tensor.dtype() == DType.TEXT;
        List<Integer> shape = Arrays.stream(tensor.shape()).boxed().toList();
        double min = Double.POSITIVE_INFINITY, max = Double.NEGATIVE_INFINITY;
        long nans = 0;
        double[] values = isText ? new double[0] : tensor.values();
        for (double value : values) {
            if (Double.isNaN(value)) {
                nans++;
            } else {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        boolean none = nans == values.length;
        return new TensorFacts(name, tensor.dtype(), isText ? shape.subList(0, shape.size() - 1) : shape, order,
                (long) tensor.size() * bytes(tensor.dtype()), none ? Double.NaN : min, none ? Double.NaN : max, nans,
                texts(tensor).stream().limit(MOST_TEXTS).toList());
    }

    /// The texts of an array, none where it is of numbers.
    static List<String> texts(Tensor tensor) {
        return tensor.dtype() == DType.TEXT ? List.of(tensor.texts()) : List.of();
    }

    /// Such as `3 × 4`, or `scalar`.
    String shapeText() {
        return shape.isEmpty() ? "scalar" : shape.stream().map(String::valueOf).collect(Collectors.joining(" × "));
    }

    private static int bytes(DType dtype) {
        return switch (dtype) {
            case FLOAT64, INT64, UINT64 -> 8;
            case FLOAT32, INT32, UINT32, TEXT -> 4;
            case FLOAT16, BFLOAT16, INT16, UINT16 -> 2;
            case INT8, UINT8, BOOL -> 1;
        };
    }
}

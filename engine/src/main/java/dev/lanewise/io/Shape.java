package dev.lanewise.io;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The arithmetic of shapes. A tensor without axes is one number.
final class Shape {
    /// More axes than NumPy has room for.
    static final int MAX_AXES = 64;

    private Shape() {}

    static int[] of(List<Integer> axes) {
        int[] shape = new int[axes.size()];
        for (int i = 0; i < shape.length; i++) shape[i] = axes.get(i);
        return shape;
    }

    /// The number of elements, or −1 if it does not fit a long.
    static long elements(int[] shape) {
        long product = 1;
        boolean fits = true;
        for (int n : shape) {
            if (n == 0) return 0;
            fits &= product <= Long.MAX_VALUE / n;
            product *= n;
        }
        return fits ? product : -1;
    }

    /// The number of elements, once it is sure that they take the bytes that are there.
    static long elements(DType dtype, int[] shape, long bytes, String where) throws FormatException {
        long n = elements(shape);
        if (n < 0 || n > bytes || n * dtype.bytes != bytes) {
            throw FormatException.at(where, "%s takes more or fewer bytes than the %d it has", text(dtype, shape),
                    bytes);
        }
        return n;
    }

    /// The same, once it is sure too that the caller wants so many.
    static int elements(DType dtype, int[] shape, long bytes, String where, long limit) throws FormatException {
        long n = elements(dtype, shape, bytes, where);
        long most = Math.min(limit, Integer.MAX_VALUE - 8);
        if (n > most) {
            throw FormatException.at(where, "%s has more elements than the %d that may be read", text(dtype, shape),
                    most);
        }
        return (int) n;
    }

    /// Such as `3 × 4`, and `()` for no axes.
    static String text(int[] shape) {
        if (shape.length == 0) return "()";
        return Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(" × "));
    }

    /// Such as `float64 3 × 4`.
    static String text(DType dtype, int[] shape) {
        return dtype + " " + text(shape);
    }

    /// The elements of an array whose first index runs fastest, with the last running fastest; and, with the shape
    /// reversed, the other way round.
    static double[] transposed(int[] shape, double[] x) {
        double[] y = new double[x.length];
        int[] index = new int[shape.length];
        int from = 0;
        int[] stride = new int[shape.length];
        for (int axis = 0, step = 1; axis < shape.length; axis++) {
            stride[axis] = step;
            step *= Math.max(1, shape[axis]);
        }
        for (int to = 0; to < y.length; to++) {
            y[to] = x[from];
            int axis = shape.length - 1;
            while (axis > 0 && ++index[axis] == shape[axis]) {
                index[axis] = 0;
                from -= stride[axis] * (shape[axis] - 1);
                axis--;
            }
            if (axis >= 0) from += stride[axis];
        }
        return y;
    }

    /// The shape with its axes in the other order.
    static int[] reversed(int[] shape) {
        int[] reversed = new int[shape.length];
        for (int i = 0; i < shape.length; i++) reversed[i] = shape[shape.length - 1 - i];
        return reversed;
    }
}

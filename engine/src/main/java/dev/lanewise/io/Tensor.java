package dev.lanewise.io;

import java.util.Arrays;

import dev.lanewise.linalg.Matrix;

/// An array of any number of axes, as it is in a file: element type, shape, and elements in C order (the last index runs
/// fastest).
///
/// The elements are doubles that the type holds exactly, so writing a tensor and reading it again gives an equal one.
/// Immutable; many threads may share it.
public final class Tensor {
    private final DType dtype;
    private final int[] shape;
    private final double[] values;

    private Tensor(DType dtype, int[] shape, double[] values) {
        this.dtype = dtype;
        this.shape = shape;
        this.values = values;
    }

    /// A tensor of these elements, each [rounded][DType#round] to the type.
    ///
    /// @param dtype the type in files
    /// @param shape the length of each axis, ≥ 0; empty for a single number
    /// @param values the elements in C order; copied
    /// @return a new tensor
    /// @throws IllegalArgumentException if the number of elements differs from the shape's, a length is negative, or
    ///     the type cannot hold an element
    public static Tensor of(DType dtype, int[] shape, double... values) {
        if (shape.length > Shape.MAX_AXES || Arrays.stream(shape).anyMatch(n -> n < 0)) {
            throw new IllegalArgumentException("Tensor: %s is no shape of 0 to %d axes".formatted(Shape.text(shape),
                    Shape.MAX_AXES));
        }
        if (dtype == DType.TEXT && shape.length == 0) {
            throw new IllegalArgumentException("Tensor: text needs an axis for its code points");
        }
        if (Shape.elements(shape) != values.length) {
            throw new IllegalArgumentException(
                    "Tensor: the shape is %s but the array has length %d".formatted(Shape.text(
                            shape), values.length));
        }
        double[] rounded = new double[values.length];
        for (int i = 0; i < rounded.length; i++) rounded[i] = dtype.round(values[i]);
        return new Tensor(dtype, shape.clone(), rounded);
    }

    /// A tensor of these parts themselves.
    static Tensor sharing(DType dtype, int[] shape, double[] values) {
        return new Tensor(dtype, shape, values);
    }

    /// The elements of a matrix, as float64 with two axes.
    ///
    /// @param matrix copied
    /// @return a new tensor
    public static Tensor of(Matrix matrix) {
        return new Tensor(DType.FLOAT64, new int[] {matrix.rows(), matrix.cols()}, matrix.toArray());
    }

    /// Some numbers, as float64 with one axis.
    ///
    /// @param values copied
    /// @return a new tensor
    public static Tensor vector(double... values) {
        return new Tensor(DType.FLOAT64, new int[] {values.length}, values.clone());
    }

    /// Some texts, as NumPy's `np.array(["tanh", "relu"])`.
    ///
    /// @param texts without surrogates that stand alone and without zeros at the end, which get lost
    /// @return a new tensor of [DType#TEXT] with two axes
    /// @throws IllegalArgumentException if a text has a surrogate that stands alone
    public static Tensor ofTexts(String... texts) {
        int longest = Arrays.stream(texts).mapToInt(t -> t.codePointCount(0, t.length())).max().orElse(0);
        double[] values = new double[texts.length * longest];
        for (int i = 0; i < texts.length; i++) {
            int[] codePoints = texts[i].codePoints().toArray();
            for (int k = 0; k < codePoints.length; k++) values[i * longest + k] = codePoints[k];
        }
        return of(DType.TEXT, new int[] {texts.length, longest}, values);
    }

    /// The type that the elements have in files.
    ///
    /// @return the type
    public DType dtype() {
        return dtype;
    }

    /// The length of each axis.
    ///
    /// @return a new array, empty for a single number
    public int[] shape() {
        return shape.clone();
    }

    /// The number of elements.
    ///
    /// @return the product of the lengths
    public int size() {
        return values.length;
    }

    /// The elements in C order.
    ///
    /// @return a new array of size() elements
    public double[] values() {
        return values.clone();
    }

    /// The same elements in another type, each [rounded][DType#round] to it.
    ///
    /// @param type the other type
    /// @return a new tensor
    /// @throws IllegalArgumentException if the type cannot hold an element
    public Tensor as(DType type) {
        return of(type, shape, values);
    }

    /// This tensor as a matrix.
    ///
    /// @return a new matrix of the same shape
    /// @throws IllegalArgumentException if there are not two axes
    public Matrix matrix() {
        if (shape.length != 2) throw new IllegalArgumentException("Tensor: %s is no matrix".formatted(this));
        return Matrix.of(shape[0], shape[1], values);
    }

    /// The texts of this tensor, in C order over all axes but the last.
    ///
    /// @return a new array
    /// @throws IllegalArgumentException if the type is not [DType#TEXT]
    public String[] texts() {
        if (dtype != DType.TEXT) throw new IllegalArgumentException("Tensor: %s is no text".formatted(this));
        int longest = shape[shape.length - 1];
        String[] texts = new String[(int) Shape.elements(Arrays.copyOf(shape, shape.length - 1))];
        for (int i = 0; i < texts.length; i++) {
            StringBuilder text = new StringBuilder();
            int end = (i + 1) * longest;
            while (end > i * longest && values[end - 1] == 0) end--;
            for (int k = i * longest; k < end; k++) text.appendCodePoint((int) values[k]);
            texts[i] = text.toString();
        }
        return texts;
    }

    /// The elements themselves.
    double[] shared() {
        return values;
    }

    /// Equal types, shapes and elements; −0.0 differs from +0.0, and NaN equals NaN.
    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor t && dtype == t.dtype && Arrays.equals(shape, t.shape) && Arrays.equals(values,
                t.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * dtype.hashCode() + Arrays.hashCode(shape)) + Arrays.hashCode(values);
    }

    /// Type and shape, such as `float32 128 × 64`.
    @Override
    public String toString() {
        return Shape.text(dtype, shape);
    }
}

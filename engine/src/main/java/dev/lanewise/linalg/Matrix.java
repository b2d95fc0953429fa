package dev.lanewise.linalg;

import java.util.Arrays;

import dev.lanewise.concurrent.Workers;
import dev.lanewise.internal.kernel.MatrixView;

/// A dense matrix of doubles, contiguous and row-major: element (i, j) is `array()[i·cols + j]`.
///
/// Empty matrices (0 × n, n × 0) are legal everywhere. A matrix is mutable; threads may share it for reading, and
/// whoever writes while others read must order the two as for an array.
public final class Matrix {
    private final int rows;
    private final int cols;
    private final double[] data;
    /// Made when it is first asked for; whichever thread does so makes the same one.
    private MatrixView view;

    private Matrix(int rows, int cols, double[] data) {
        this.rows = rows;
        this.cols = cols;
        this.data = data;
    }

    /// The `rows × cols` matrix of zeros.
    ///
    /// @param rows number of rows, ≥ 0
    /// @param cols number of columns, ≥ 0
    /// @return a new matrix
    /// @throws IllegalArgumentException if a count is negative or the matrix would not fit one array
    public static Matrix zeros(int rows, int cols) {
        return new Matrix(rows, cols, new double[size(rows, cols)]);
    }

    /// A matrix from its elements, row by row; the array is copied.
    ///
    /// @param rows number of rows, ≥ 0
    /// @param cols number of columns, ≥ 0
    /// @param rowMajor exactly rows·cols elements
    /// @return a new matrix
    /// @throws IllegalArgumentException if a count is negative or the number of elements differs
    public static Matrix of(int rows, int cols, double... rowMajor) {
        return wrap(rows, cols, rowMajor.clone());
    }

    /// A matrix over an array that it shares: a change to either shows in both.
    ///
    /// @param rows number of rows, ≥ 0
    /// @param cols number of columns, ≥ 0
    /// @param rowMajor exactly rows·cols elements, not copied
    /// @return a new matrix over `rowMajor`
    /// @throws IllegalArgumentException if a count is negative or the number of elements differs
    public static Matrix wrap(int rows, int cols, double[] rowMajor) {
        if (rowMajor.length != size(rows, cols)) {
            throw new IllegalArgumentException("Matrix: %d × %d needs %d elements but the array has %d".formatted(rows,
                    cols, rows * cols, rowMajor.length));
        }
        return new Matrix(rows, cols, rowMajor);
    }

    private static int size(int rows, int cols) {
        if (rows < 0 || cols < 0) {
            throw new IllegalArgumentException("Matrix: %d × %d has a negative side".formatted(rows, cols));
        }
        if ((long) rows * cols > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("Matrix: %d × %d does not fit one array".formatted(rows, cols));
        }
        return rows * cols;
    }

    /// The number of rows.
    ///
    /// @return ≥ 0
    public int rows() {
        return rows;
    }

    /// The number of columns.
    ///
    /// @return ≥ 0
    public int cols() {
        return cols;
    }

    /// Element (i, j).
    ///
    /// @param i row, from 0
    /// @param j column, from 0
    /// @return its value
    /// @throws IndexOutOfBoundsException if there is no such element
    public double get(int i, int j) {
        return data[index(i, j)];
    }

    /// Sets element (i, j).
    ///
    /// @param i row, from 0
    /// @param j column, from 0
    /// @param value the new value
    /// @throws IndexOutOfBoundsException if there is no such element
    public void set(int i, int j, double value) {
        data[index(i, j)] = value;
    }

    private int index(int i, int j) {
        if (i < 0 || i >= rows || j < 0 || j >= cols) {
            throw new IndexOutOfBoundsException("Matrix: no element (%d, %d) in %d × %d".formatted(i, j, rows, cols));
        }
        return i * cols + j;
    }

    /// A copy of row i.
    ///
    /// @param i row, from 0
    /// @return a new array of cols() elements
    /// @throws IndexOutOfBoundsException if there is no such row
    public double[] row(int i) {
        if (i < 0 || i >= rows) {
            throw new IndexOutOfBoundsException("Matrix: no row %d in %d × %d".formatted(i, rows, cols));
        }
        return Arrays.copyOfRange(data, i * cols, (i + 1) * cols);
    }

    /// A copy of column j.
    ///
    /// @param j column, from 0
    /// @return a new array of rows() elements
    /// @throws IndexOutOfBoundsException if there is no such column
    public double[] column(int j) {
        if (j < 0 || j >= cols) {
            throw new IndexOutOfBoundsException("Matrix: no column %d in %d × %d".formatted(j, rows, cols));
        }
        return column(data, cols, j, 0, rows);
    }

    /// A copy of column j of row-major data with `cols` columns, from row `first` to row `last`, exclusive.
    static double[] column(double[] data, int cols, int j, int first, int last) {
        double[] column = new double[Math.max(0, last - first)];
        for (int i = 0; i < column.length; i++) column[i] = data[(first + i) * cols + j];
        return column;
    }

    /// Aᵀ, as a copy.
    ///
    /// @return a new cols × rows matrix
    public Matrix transpose() {
        Matrix t = zeros(cols, rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < cols; j++) t.data[j * rows + i] = data[i * cols + j];
        }
        return t;
    }

    /// A copy that shares nothing with this matrix.
    ///
    /// @return a new matrix
    public Matrix copy() {
        return new Matrix(rows, cols, data.clone());
    }

    /// AB.
    ///
    /// **Reproducibility**: each element is one chain of FMAs over k ascending from +0.0; see [Blas#gemm].
    ///
    /// @param b B, cols() rows
    /// @return a new rows() × b.cols() matrix
    /// @throws IllegalArgumentException if b.rows() differs from cols()
    public Matrix times(Matrix b) {
        return times(b, Workers.none());
    }

    /// AB, shared out among workers: bit-equal to [#times(Matrix)].
    ///
    /// @param b B, cols() rows
    /// @param workers who helps
    /// @return a new rows() × b.cols() matrix
    /// @throws IllegalArgumentException if b.rows() differs from cols()
    public Matrix times(Matrix b, Workers workers) {
        if (b.rows != cols) {
            throw new IllegalArgumentException("times: A is %d × %d but B is %d × %d".formatted(rows, cols, b.rows,
                    b.cols));
        }
        Matrix c = zeros(rows, b.cols);
        Blas.gemm(1.0, this, b, 0.0, c, workers);
        return c;
    }

    /// Ax.
    ///
    /// **Reproducibility**: bit-equal to [#times(Matrix)] with x as a one-column matrix. [Blas#gemv] sums in another
    /// order, is faster in cache, and may differ in the last bits.
    ///
    /// @param x the factor, cols() elements
    /// @return a new array of rows() elements
    /// @throws IllegalArgumentException if x has another length
    public double[] times(double[] x) {
        return times(x, Workers.none());
    }

    /// Ax, shared out among workers: bit-equal to [#times(double\[\])].
    ///
    /// @param x the factor, cols() elements
    /// @param workers who helps
    /// @return a new array of rows() elements
    /// @throws IllegalArgumentException if x has another length
    public double[] times(double[] x, Workers workers) {
        if (x.length != cols) {
            throw new IllegalArgumentException("times: A is %d × %d but x has length %d".formatted(rows, cols,
                    x.length));
        }
        double[] y = new double[rows];
        SplitProducts.times(this, x, y, workers);
        return y;
    }

    /// A copy of the elements, row by row.
    ///
    /// @return a new array of rows()·cols() elements
    public double[] toArray() {
        return data.clone();
    }

    /// The storage itself, row by row: a change to it is a change to the matrix.
    ///
    /// @return the shared array of rows()·cols() elements
    public double[] array() {
        return data;
    }

    /// What the kernels see of it.
    MatrixView view() {
        MatrixView known = view;
        return known != null ? known : (view = MatrixView.rowMajor(data, 0, rows, cols));
    }

    /// Equal shape and equal elements, compared by their bits as [Double#equals] does.
    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix m && rows == m.rows && cols == m.cols && Arrays.equals(data, m.data);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + cols) + Arrays.hashCode(data);
    }

    /// The shape and, up to 8 × 8, the elements.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(rows).append(" × ").append(cols);
        if (rows > 8 || cols > 8) return text.toString();
        for (int i = 0; i < rows; i++) text.append(i == 0 ? " " : ", ").append(Arrays.toString(row(i)));
        return text.toString();
    }
}

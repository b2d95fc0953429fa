package dev.lanewise.linalg;

import dev.lanewise.internal.backend.Backend;
import dev.lanewise.internal.kernel.Kernels;

/// Columns of a matrix in panels of eight: row by row inside a panel, one panel behind the other.
///
///     panel 0              panel 1
///     a₀₀ a₀₁ … a₀₇        a₀₈ a₀₉ … a₀,₁₅       each panel has `rows` rows of eight elements,
///     a₁₀ a₁₁ … a₁₇        a₁₈ …                 and what is beyond the last column is zero
///     ⋮
///
/// Eight doubles are one vector of 512 bits, two of 256 or four of 128, and going down the rows of a panel is going
/// forward in memory. Several groups of columns may stand behind each other, each from a panel of its own on: A, and
/// right-hand sides that never share a panel with it. A single right-hand side is a panel of one column.
final class Panels {
    /// The columns of a panel, at every vector width: part of the definition of the bits of a QR factorisation.
    static final int WIDTH = Kernels.PANEL;

    private final int rows;
    private final int count;
    /// The row length of the last panel, 8 or 1.
    private final int last;
    private final double[] data;

    private Panels(int rows, int count, int last, double[] data) {
        this.rows = rows;
        this.count = count;
        this.last = last;
        this.data = data;
    }

    /// Zeros.
    ///
    /// @throws IllegalArgumentException if they would not fit into one array
    static Panels zeros(String operation, int rows, int count) {
        return filled(operation, rows, count, WIDTH);
    }

    /// Zeros for the columns of A and, behind them, right-hand sides.
    ///
    /// @throws IllegalArgumentException if they would not fit into one array
    static Panels zeros(String operation, int rows, int cols, int sides) {
        return filled(operation, rows, count(cols) + count(sides), sides == 1 ? 1 : WIDTH);
    }

    private static Panels filled(String operation, int rows, int count, int last) {
        long size = count == 0 ? 0L : (long) rows * ((count - 1L) * WIDTH + last);
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("%s: %d rows of %d columns, in panels of eight, are more than one array "
                    .formatted(operation, rows, count * (long) WIDTH) + "can hold");
        }
        return new Panels(rows, count, last, new double[(int) size]);
    }

    Panels copy() {
        return new Panels(rows, count, last, data.clone());
    }

    /// The same elements with room for more rows.
    Panels grown(int rows) {
        Panels grown = filled("Panels", rows, count, last);
        for (int p = 0; p < count; p++) {
            System.arraycopy(data, offset(p, 0), grown.data, grown.offset(p, 0), this.rows * width(p));
        }
        return grown;
    }

    /// The panels that so many columns fill.
    static int count(int cols) {
        return (cols + WIDTH - 1) / WIDTH;
    }

    int rows() {
        return rows;
    }

    int count() {
        return count;
    }

    /// The elements; shared.
    double[] data() {
        return data;
    }

    /// Where a row of a panel begins.
    int offset(int panel, int row) {
        return panel * rows * WIDTH + row * width(panel);
    }

    /// The row length of a panel.
    private int width(int panel) {
        return panel == count - 1 ? last : WIDTH;
    }

    /// The distance between panels.
    int stride() {
        return rows * WIDTH;
    }

    /// Where element (i, j) stands, j counted from the first column of panel `first`.
    int at(int first, int i, int j) {
        return offset(first + j / WIDTH, i) + j % WIDTH;
    }

    /// max |aᵢⱼ| of a column over some rows; NaN wins.
    double largest(int first, int j, int from, int count) {
        double largest = 0.0;
        int at = at(first, from, j), step = width(first + j / WIDTH);
        for (int i = 0; i < count; i++, at += step) largest = Math.max(largest, Math.abs(data[at]));
        return largest;
    }

    /// Takes some rows of a column times 2ᵏ.
    void scale(int first, int j, int from, int count, int k) {
        int at = at(first, from, j), step = width(first + j / WIDTH);
        for (int i = 0; i < count; i++, at += step) data[at] = Math.scalb(data[at], k);
    }

    /// Copies elements into the single column that is panel `panel`, from row `row` on, and adds their squares to the first
    /// of `squares`.
    void packColumn(int panel, int row, double[] b, int from, int count, double[] squares) {
        System.arraycopy(b, from, data, offset(panel, row), count);
        squares[0] += Backend.kernels().dot(count, b, from, b, from);
    }

    /// Some rows of a column, in a new array.
    double[] column(int first, int j, int from, int count) {
        double[] column = new double[count];
        int at = at(first, from, j), step = width(first + j / WIDTH);
        for (int i = 0; i < count; i++, at += step) column[i] = data[at];
        return column;
    }

    /// Writes `count` rows of a row-major matrix over those that begin with row `from`.
    void put(int first, int from, double[] matrix, int cols, int count) {
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < cols; j += WIDTH) {
                System.arraycopy(matrix, i * cols + j, data, at(first, from + i, j), Math.min(WIDTH, cols - j));
            }
        }
    }

    /// `count` rows from row 0 on as a row-major matrix.
    double[] get(int first, int count, int cols) {
        return get(first, 0, count, cols);
    }

    /// `count` rows from row `from` on as a row-major matrix.
    double[] get(int first, int from, int count, int cols) {
        double[] matrix = new double[count * cols];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < cols; j += WIDTH) {
                System.arraycopy(data, at(first, from + i, j), matrix, i * cols + j, Math.min(WIDTH, cols - j));
            }
        }
        return matrix;
    }
}

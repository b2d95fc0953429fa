package dev.lanewise.linalg;

import java.util.Objects;

/// Arrays as matrices of one row or column, with shared storage.
final class Vectors {
    private Vectors() {}

    /// A single row.
    static Matrix row(String operation, String name, double[] row) {
        Objects.requireNonNull(row, () -> operation + ": " + name + " is null");
        return Matrix.wrap(1, row.length, row);
    }

    /// A single column.
    static Matrix column(String operation, String name, double[] b) {
        Objects.requireNonNull(b, () -> operation + ": " + name + " is null");
        return Matrix.wrap(b.length, 1, b);
    }
}

package dev.lanewise.internal.kernel;

/// A rectangle of doubles inside an array: element (i, j) is `data[offset + i·rowStride + j·colStride]`.
///
///     row-major m × n          its transpose n × m        a block of it
///     rowStride n, colStride 1 rowStride 1, colStride n   offset moved, strides kept
///
/// Transposition and blocks are therefore free, and one `gemm` serves all four of BLAS's transpose cases.
/// Whoever builds a view answers for its bounds; kernels do not check them again.
///
/// @param data the array that holds the elements
/// @param offset index of element (0, 0)
/// @param rows number of rows, ≥ 0
/// @param cols number of columns, ≥ 0
/// @param rowStride distance between (i, j) and (i+1, j)
/// @param colStride distance between (i, j) and (i, j+1)
public record MatrixView(double[] data, int offset, int rows, int cols, int rowStride, int colStride) {
    /// A contiguous row-major matrix that starts at `offset`.
    ///
    /// @param data the elements, row by row
    /// @param offset index of the first
    /// @param rows number of rows
    /// @param cols number of columns
    /// @return the view
    public static MatrixView rowMajor(double[] data, int offset, int rows, int cols) {
        return new MatrixView(data, offset, rows, cols, cols, 1);
    }

    /// The same elements with rows and columns exchanged.
    ///
    /// @return the transposed view
    public MatrixView transposed() {
        return new MatrixView(data, offset, cols, rows, colStride, rowStride);
    }

    /// The `rows × cols` block whose first element is (i, j).
    ///
    /// @param i first row
    /// @param j first column
    /// @param rows rows of the block
    /// @param cols columns of the block
    /// @return the view of the block
    public MatrixView block(int i, int j, int rows, int cols) {
        return new MatrixView(data, offset + i * rowStride + j * colStride, rows, cols, rowStride, colStride);
    }
}

package dev.lanewise.internal.kernel.scalar;

import dev.lanewise.internal.kernel.MatrixView;

/// Matrix products as the plain loops of the contract.
///
/// Every element of a result is a chain of its own, so the loops over rows and columns may be cut and ordered freely.
public final class ScalarProducts {
    private ScalarProducts() {}

    /// C ← αAB + βC.
    ///
    /// @param alpha α
    /// @param a A, any strides
    /// @param b B, any strides
    /// @param beta β
    /// @param c C, any strides
    public static void gemm(double alpha, MatrixView a, MatrixView b, double beta, MatrixView c) {
        scale(beta, c);
        if (alpha == 0.0) return;
        for (int i = 0; i < c.rows(); i++) {
            int aRow = a.offset() + i * a.rowStride(), cRow = c.offset() + i * c.rowStride();
            int j = 0;
            for (; j <= c.cols() - 8; j += 8) {
                addEightElements(alpha, a, aRow, b, b.offset() + j * b.colStride(), c, cRow + j * c.colStride());
            }
            for (; j < c.cols(); j++) {
                addElement(alpha, a, aRow, b, b.offset() + j * b.colStride(), c, cRow + j * c.colStride());
            }
        }
    }

    private static void addElement(double alpha, MatrixView a, int aRow, MatrixView b, int bCol, MatrixView c, int at) {
        double sum = c.data()[at];
        for (int k = 0, p = aRow, q = bCol; k < a.cols(); k++, p += a.colStride(), q += b.rowStride()) {
            sum = Math.fma(alpha * a.data()[p], b.data()[q], sum);
        }
        c.data()[at] = sum;
    }

    /// Eight chains side by side keep the processor busy while each waits for its last step.
    private static void addEightElements(double alpha, MatrixView a, int aRow, MatrixView b, int bCol, MatrixView c,
            int at) {
        double[] x = a.data(), y = b.data(), z = c.data();
        int u = c.colStride(), v = b.colStride();
        double s0 = z[at], s1 = z[at + u], s2 = z[at + 2 * u], s3 = z[at + 3 * u];
        double s4 = z[at + 4 * u], s5 = z[at + 5 * u], s6 = z[at + 6 * u], s7 = z[at + 7 * u];
        for (int k = 0, p = aRow, q = bCol; k < a.cols(); k++, p += a.colStride(), q += b.rowStride()) {
            double xk = alpha * x[p];
            s0 = Math.fma(xk, y[q], s0);
            s1 = Math.fma(xk, y[q + v], s1);
            s2 = Math.fma(xk, y[q + 2 * v], s2);
            s3 = Math.fma(xk, y[q + 3 * v], s3);
            s4 = Math.fma(xk, y[q + 4 * v], s4);
            s5 = Math.fma(xk, y[q + 5 * v], s5);
            s6 = Math.fma(xk, y[q + 6 * v], s6);
            s7 = Math.fma(xk, y[q + 7 * v], s7);
        }
        z[at] = s0;
        z[at + u] = s1;
        z[at + 2 * u] = s2;
        z[at + 3 * u] = s3;
        z[at + 4 * u] = s4;
        z[at + 5 * u] = s5;
        z[at + 6 * u] = s6;
        z[at + 7 * u] = s7;
    }

    /// C ← βC, or +0.0 where β = 0: the start value of every chain.
    ///
    /// @param beta β
    /// @param c the matrix changed
    public static void scale(double beta, MatrixView c) {
        if (beta == 1.0) return;
        double[] data = c.data();
        for (int i = 0; i < c.rows(); i++) {
            int row = c.offset() + i * c.rowStride();
            for (int j = 0, p = row; j < c.cols(); j++, p += c.colStride()) {
                data[p] = beta == 0.0 ? 0.0 : beta * data[p];
            }
        }
    }

    static void gemv(int rows, int cols, double alpha, double[] a, int aOff, double[] x, int xOff, double beta,
            double[] y, int yOff) {
        for (int i = 0; i < rows; i++) {
            double d = ScalarDot.dot(cols, a, aOff + i * cols, x, xOff);
            y[yOff + i] = beta == 0.0 ? alpha * d : Math.fma(alpha, d, beta * y[yOff + i]);
        }
    }

    static void gemvT(int rows, int cols, double alpha, double[] a, int aOff, int aStride, double[] x, int xOff,
            double beta, double[] y, int yOff) {
        for (int j = 0; j < cols; j++) y[yOff + j] = beta == 0.0 ? 0.0 : beta * y[yOff + j];
        if (alpha == 0.0) return;
        for (int i = 0; i < rows; i++)
            ScalarElementwise.axpy(cols, alpha * x[xOff + i], a, aOff + i * aStride, y, yOff);
    }

    /// y ← Ax, eight rows at a time: one chain waits for its FMA, eight keep the unit busy and read x once for all.
    /// The eight lie an eighth of A apart; each is a stream that runs on into the next row.
    ///
    /// @param rows rows of A, length of y
    /// @param cols columns of A, length of x
    /// @param a A, contiguous rows
    /// @param aOff its first element
    /// @param x the factor
    /// @param xOff its first element
    /// @param y the result
    /// @param yOff its first element
    public static void times(int rows, int cols, double[] a, int aOff, double[] x, int xOff, double[] y, int yOff) {
        int groups = rows / 8;
        for (int i = 0; i < groups; i++) eightRows(cols, groups, a, aOff + i * cols, x, xOff, y, yOff + i);
        for (int i = 8 * groups; i < rows; i++) {
            double sum = 0.0;
            for (int k = 0; k < cols; k++) sum = Math.fma(a[aOff + i * cols + k], x[xOff + k], sum);
            y[yOff + i] = sum;
        }
    }

    /// Rows 0, `apart`, …, 7·`apart` from aOff on, two columns a turn: C2 does not unroll so long a loop, and an address
    /// that it computes then serves two loads.
    private static void eightRows(int cols, int apart, double[] a, int aOff, double[] x, int xOff, double[] y,
            int yOff) {
        int d = apart * cols, r1 = aOff + d, r2 = r1 + d, r3 = r2 + d, r4 = r3 + d, r5 = r4 + d, r6 = r5 + d;
        int r7 = r6 + d;
        double s0 = 0.0, s1 = 0.0, s2 = 0.0, s3 = 0.0, s4 = 0.0, s5 = 0.0, s6 = 0.0, s7 = 0.0;
        int k = 0;
        for (; k <= cols - 2; k += 2) {
            double xk = x[xOff + k], xl = x[xOff + k + 1];
            s0 = Math.fma(a[aOff + k + 1], xl, Math.fma(a[aOff + k], xk, s0));
            s1 = Math.fma(a[r1 + k + 1], xl, Math.fma(a[r1 + k], xk, s1));
            s2 = Math.fma(a[r2 + k + 1], xl, Math.fma(a[r2 + k], xk, s2));
            s3 = Math.fma(a[r3 + k + 1], xl, Math.fma(a[r3 + k], xk, s3));
            s4 = Math.fma(a[r4 + k + 1], xl, Math.fma(a[r4 + k], xk, s4));
            s5 = Math.fma(a[r5 + k + 1], xl, Math.fma(a[r5 + k], xk, s5));
            s6 = Math.fma(a[r6 + k + 1], xl, Math.fma(a[r6 + k], xk, s6));
            s7 = Math.fma(a[r7 + k + 1], xl, Math.fma(a[r7 + k], xk, s7));
        }
        if (k < cols) {
            double xk = x[xOff + k];
            s0 = Math.fma(a[aOff + k], xk, s0);
            s1 = Math.fma(a[r1 + k], xk, s1);
            s2 = Math.fma(a[r2 + k], xk, s2);
            s3 = Math.fma(a[r3 + k], xk, s3);
            s4 = Math.fma(a[r4 + k], xk, s4);
            s5 = Math.fma(a[r5 + k], xk, s5);
            s6 = Math.fma(a[r6 + k], xk, s6);
            s7 = Math.fma(a[r7 + k], xk, s7);
        }
        y[yOff] = s0;
        y[yOff + apart] = s1;
        y[yOff + 2 * apart] = s2;
        y[yOff + 3 * apart] = s3;
        y[yOff + 4 * apart] = s4;
        y[yOff + 5 * apart] = s5;
        y[yOff + 6 * apart] = s6;
        y[yOff + 7 * apart] = s7;
    }
}

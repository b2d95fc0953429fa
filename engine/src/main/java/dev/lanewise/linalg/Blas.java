package dev.lanewise.linalg;

import dev.lanewise.concurrent.Workers;
import dev.lanewise.internal.backend.Backend;
import dev.lanewise.internal.kernel.Kernels;
import dev.lanewise.internal.kernel.MatrixView;

/// The basic linear algebra subprograms that the rest is made of, under their BLAS names, on `double[]` and [Matrix].
///
/// **Reproducibility**: each result is defined to the bit by the chain of operations given with it, and is the same at
/// every vector width, in the scalar fallback, on any number of threads, and whether or not the code has been compiled.
///
/// All methods are stateless and may be called from many threads. Those that change an argument change that one only,
/// and only after every check has passed. Where an output must not overlap an input, the two may not share an array.
/// Large products may be shared out among [Workers]; no thread is used but those.
///
/// Nothing is allocated but by [#gemm], and some hundred bytes where more than one thread works. `gemm` without a
/// [GemmWorkspace] allocates for each product what one would hold: nearly nothing for a small one, packing buffers for a
/// large one.
public final class Blas {
    private static final double NRM2_TINY = 0x1p-900;
    private static final double NRM2_HUGE = 0x1p1000;

    private Blas() {}

    /// xᵀy.
    ///
    /// **Reproducibility**: 32 virtual lanes that start at +0.0; element i goes to lane i mod 32 by FMA; the lanes are
    /// folded in halves (16, 8, 4, 2, 1). The empty product is +0.0.
    ///
    /// @param x first factor
    /// @param y second factor, of the same length; may be x
    /// @return the product
    /// @throws IllegalArgumentException if the lengths differ
    public static double dot(double[] x, double[] y) {
        checkLengths("dot", x, y);
        return Backend.kernels().dot(x.length, x, 0, y, 0);
    }

    /// ‖x‖₂ = √(Σ xᵢ²), without overflow or underflow on the way.
    ///
    /// **Method**: S = dot(x, x), and √S where 2⁻⁹⁰⁰ ≤ S ≤ 2¹⁰⁰⁰. Else x is scaled by the power of two that brings its
    /// largest magnitude into [1, 2), which is exact for all elements that count, and the norm of that is scaled back.
    /// NaN wins over ∞, ∞ over all else; the norm of an empty vector is 0. Only a norm that is itself beyond the
    /// largest double gives ∞.
    ///
    /// @param x the vector
    /// @return its Euclidean length
    public static double nrm2(double[] x) {
        Kernels kernels = Backend.kernels();
        double sum = kernels.dot(x.length, x, 0, x, 0);
        if (sum >= NRM2_TINY && sum <= NRM2_HUGE) return Math.sqrt(sum);
        double largest = 0.0;
        for (double v : x) largest = Math.max(largest, Math.abs(v));
        if (largest == 0.0 || !(largest < Double.POSITIVE_INFINITY)) return largest;
        return ScaledNorm.of(x, ColumnScale.exponent(largest));
    }

    /// y ← αx + y, with yᵢ = fma(α, xᵢ, yᵢ).
    ///
    /// @param alpha α
    /// @param x the vector added
    /// @param y the vector changed, of the same length; may be x
    /// @throws IllegalArgumentException if the lengths differ
    public static void axpy(double alpha, double[] x, double[] y) {
        checkLengths("axpy", x, y);
        Backend.kernels().axpy(x.length, alpha, x, 0, y, 0);
    }

    /// x ← αx.
    ///
    /// @param alpha α
    /// @param x the vector changed
    public static void scal(double alpha, double[] x) {
        Backend.kernels().scal(x.length, alpha, x, 0);
    }

    /// y ← αAx + βy.
    ///
    /// **Reproducibility**: with d the [#dot] of row i and x, yᵢ = fma(α, d, β·yᵢ), or α·d where β = 0 (y is not read
    /// then). [Matrix#times(double[])] and [#gemm] sum in another order and may differ in the last bits. Unlike
    /// [#gemm], it reads A also where α = 0, so that a NaN there stays visible.
    ///
    /// @param alpha α
    /// @param a A, m × n
    /// @param x n elements
    /// @param beta β
    /// @param y m elements, changed
    /// @throws IllegalArgumentException if a length does not fit or y shares its array with A or x
    public static void gemv(double alpha, Matrix a, double[] x, double beta, double[] y) {
        checkProduct("gemv", a, a.cols(), x, a.rows(), y);
        Backend.kernels().gemv(a.rows(), a.cols(), alpha, a.array(), 0, x, 0, beta, y, 0);
    }

    /// y ← αAx + βy, rows shared out among workers; all else is as in [#gemv(double, Matrix, double\[\], double, double\[\])].
    ///
    /// @param alpha α
    /// @param a A, m × n
    /// @param x n elements
    /// @param beta β
    /// @param y m elements, changed
    /// @param workers who helps
    /// @throws IllegalArgumentException if a length does not fit or y shares its array with A or x
    public static void gemv(double alpha, Matrix a, double[] x, double beta, double[] y, Workers workers) {
        checkProduct("gemv", a, a.cols(), x, a.rows(), y);
        SplitProducts.gemv(alpha, a, x, beta, y, workers);
    }

    /// y ← αAᵀx + βy.
    ///
    /// **Reproducibility**: the one-row product `gemm(α, xᵀ, A, β, yᵀ)`, bit for bit.
    ///
    /// @param alpha α
    /// @param a A, m × n
    /// @param x m elements
    /// @param beta β
    /// @param y n elements, changed
    /// @throws IllegalArgumentException if a length does not fit or y shares its array with A or x
    public static void gemvT(double alpha, Matrix a, double[] x, double beta, double[] y) {
        checkProduct("gemvT", a, a.rows(), x, a.cols(), y);
        Backend.kernels().gemvT(a.rows(), a.cols(), alpha, a.array(), 0, a.cols(), x, 0, beta, y, 0);
    }

    /// y ← αAᵀx + βy, columns shared out among workers; all else is as in
    /// [#gemvT(double, Matrix, double\[\], double, double\[\])].
    ///
    /// @param alpha α
    /// @param a A, m × n
    /// @param x m elements
    /// @param beta β
    /// @param y n elements, changed
    /// @param workers who helps
    /// @throws IllegalArgumentException if a length does not fit or y shares its array with A or x
    public static void gemvT(double alpha, Matrix a, double[] x, double beta, double[] y, Workers workers) {
        checkProduct("gemvT", a, a.rows(), x, a.cols(), y);
        SplitProducts.gemvT(alpha, a, x, beta, y, workers);
    }

    /// C ← αAB + βC.
    ///
    /// **Reproducibility**: each element is `acc = β == 0 ? +0.0 : β·cᵢⱼ; if (α ≠ 0) for k ascending:
    /// acc = fma(α·aᵢₖ, bₖⱼ, acc)`. β = 0 never reads C, so it may hold NaN; α = 0 reads neither A nor B.
    ///
    /// @param alpha α
    /// @param a A, m × k
    /// @param b B, k × n; may be A
    /// @param beta β
    /// @param c C, m × n, changed
    /// @throws IllegalArgumentException if the shapes do not fit or C shares its array with A or B
    public static void gemm(double alpha, Matrix a, Matrix b, double beta, Matrix c) {
        checkProduct(a, b, c);
        Backend.kernels().gemm(alpha, view(a), view(b), beta, view(c), new double[Kernels.GEMM_SCRATCH][]);
    }

    /// C ← αAB + βC, rows or columns of C shared out among workers; all else is as in
    /// [#gemm(double, Matrix, Matrix, double, Matrix)].
    ///
    /// @param alpha α
    /// @param a A, m × k
    /// @param b B, k × n; may be A
    /// @param beta β
    /// @param c C, m × n, changed
    /// @param workers who helps
    /// @throws IllegalArgumentException if the shapes do not fit or C shares its array with A or B
    public static void gemm(double alpha, Matrix a, Matrix b, double beta, Matrix c, Workers workers) {
        checkProduct(a, b, c);
        SplitProducts.gemm(alpha, view(a), view(b), beta, view(c), new GemmWorkspace(), workers);
    }

    /// C ← αAB + βC in memory of the caller's: nothing is allocated once the workspace is large enough; all else is as in
    /// [#gemm(double, Matrix, Matrix, double, Matrix)].
    ///
    /// @param alpha α
    /// @param a A, m × k
    /// @param b B, k × n; may be A
    /// @param beta β
    /// @param c C, m × n, changed
    /// @param workspace for copies of parts of A, B and C, of any earlier products or new; not shared with another thread
    /// @throws IllegalArgumentException if the shapes do not fit or C shares its array with A or B
    public static void gemm(double alpha, Matrix a, Matrix b, double beta, Matrix c, GemmWorkspace workspace) {
        checkProduct(a, b, c);
        Backend.kernels().gemm(alpha, a.view(), b.view(), beta, c.view(), workspace.part(0));
    }

    /// C ← αAB + βC in memory of the caller's, rows or columns of C shared out among workers; all else is as in
    /// [#gemm(double, Matrix, Matrix, double, Matrix)].
    ///
    /// @param alpha α
    /// @param a A, m × k
    /// @param b B, k × n; may be A
    /// @param beta β
    /// @param c C, m × n, changed
    /// @param workspace for copies of parts of A, B and C, of any earlier products or new; not shared with another call
    /// @param workers who helps
    /// @throws IllegalArgumentException if the shapes do not fit or C shares its array with A or B
    public static void gemm(double alpha, Matrix a, Matrix b, double beta, Matrix c, GemmWorkspace workspace,
            Workers workers) {
        checkProduct(a, b, c);
        SplitProducts.gemm(alpha, a.view(), b.view(), beta, c.view(), workspace, workers);
    }

    /// A view made anew, of which the JIT knows the strides: a product of 4 × 4 takes 10 ns less than with [Matrix#view].
    private static MatrixView view(Matrix m) {
        return MatrixView.rowMajor(m.array(), 0, m.rows(), m.cols());
    }

    private static void checkProduct(Matrix a, Matrix b, Matrix c) {
        if (a.cols() != b.rows() || c.rows() != a.rows() || c.cols() != b.cols()) {
            throw new IllegalArgumentException("gemm: A is %d × %d, B is %d × %d and C is %d × %d".formatted(a.rows(),
                    a.cols(), b.rows(), b.cols(), c.rows(), c.cols()));
        }
        if (c.array() == a.array() || c.array() == b.array()) {
            throw new IllegalArgumentException("gemm: C shares its array with A or B");
        }
    }

    private static void checkLengths(String operation, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("%s: x has length %d but y has length %d".formatted(operation, x.length,
                    y.length));
        }
    }

    private static void checkProduct(String operation, Matrix a, int xLength, double[] x, int yLength, double[] y) {
        if (x.length != xLength) {
            throw new IllegalArgumentException("%s: A is %d × %d but x has length %d".formatted(operation, a.rows(),
                    a.cols(), x.length));
        }
        if (y.length != yLength) {
            throw new IllegalArgumentException("%s: A is %d × %d but y has length %d".formatted(operation, a.rows(),
                    a.cols(), y.length));
        }
        if (y == x || y == a.array()) {
            String other = y == x ? "x" : "A";
            throw new IllegalArgumentException("%s: y shares its array with %s".formatted(operation, other));
        }
    }
}

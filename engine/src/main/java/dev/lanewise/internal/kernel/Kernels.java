package dev.lanewise.internal.kernel;

/// The contract between the public classes and the two implementations of the arithmetic: plain loops
/// (`kernel.scalar`, the reference) and the Vector API (`kernel.vector`).
///
/// Every method defines its result to the bit. Both implementations keep it, at every vector width, so that a result
/// never depends on the machine: lanes hold *different outputs*, one sum is never split over lanes, and the order of
/// the operations of one output is the one that stands here. `fma(a, b, c)` rounds a·b + c once.
///
/// Arguments are trusted: shapes, bounds and overlap have been checked by the caller. An output may not share elements
/// with an input, except where a method says *in place*. NaN counts as one value.
public interface Kernels {
    /// How many outputs the layer kernels pad to; the widest vector's number of doubles.
    int PAD = 8;

    /// The number of lanes in the virtual accumulator of [#dot]; the same for every vector width.
    int DOT_LANES = 32;

    /// The columns of a panel of [#panelGram] and its neighbours, whatever the vector width.
    int PANEL = 8;

    /// How many doubles of scratch memory [#reflect] takes.
    int REFLECT_SCRATCH = 2 * PANEL * 3 * PANEL;

    /// How many it takes for a single panel.
    int REFLECT_ONE_SCRATCH = PANEL * 3 * PANEL;

    /// How many doubles of scratch memory [#reflectColumn] takes.
    int REFLECT_COLUMN_SCRATCH = 2 * PANEL;

    /// How many arrays of scratch memory [#gemm] takes: for copies of parts of A, of B and of C.
    int GEMM_SCRATCH = 3;

    /// The smallest multiple of [#PAD] that is at least `n`.
    ///
    /// @param n a count, ≥ 0
    /// @return n rounded up
    static int padded(int n) {
        return (n + PAD - 1) & -PAD;
    }

    /// The vector width in bits, or 64 for plain loops.
    ///
    /// @return 64, 128, 256 or 512
    int bits();

    /// xᵀy in 32 virtual lanes: all start at +0.0; element i goes to lane i mod 32 by FMA; then
    /// `for h = 16, 8, 4, 2, 1: s[l] += s[l + h] for l < h`, and the result is s[0].
    ///
    /// @param n length
    /// @param x first factor
    /// @param xOff its first element
    /// @param y second factor, may be x
    /// @param yOff its first element
    /// @return the product
    double dot(int n, double[] x, int xOff, double[] y, int yOff);

    /// yᵢ ← fma(α, xᵢ, yᵢ).
    ///
    /// @param n length
    /// @param alpha α
    /// @param x the vector added
    /// @param xOff its first element
    /// @param y the vector changed
    /// @param yOff its first element
    void axpy(int n, double alpha, double[] x, int xOff, double[] y, int yOff);

    /// xᵢ ← α·xᵢ.
    ///
    /// @param n length
    /// @param alpha α
    /// @param x the vector changed
    /// @param xOff its first element
    void scal(int n, double alpha, double[] x, int xOff);

    /// y ← αAx + βy for a row-major A; row i is d = dot(aᵢ, x), then `fma(α, d, β·yᵢ)`, or `α·d` where β = 0
    /// (y is not read then).
    ///
    /// @param rows rows of A, length of y
    /// @param cols columns of A, length of x
    /// @param alpha α
    /// @param a A, contiguous rows
    /// @param aOff its first element
    /// @param x the factor
    /// @param xOff its first element
    /// @param beta β
    /// @param y the vector changed
    /// @param yOff its first element
    void gemv(int rows, int cols, double alpha, double[] a, int aOff, double[] x, int xOff, double beta, double[] y,
            int yOff);

    /// y ← αAᵀx + βy for a row-major A, the one-row case of [#gemm]: `acc = β == 0 ? +0.0 : β·yⱼ; if (α ≠ 0) for i
    /// ascending: acc = fma(α·xᵢ, aᵢⱼ, acc)`.
    ///
    /// @param rows rows of A, length of x
    /// @param cols columns of A, length of y
    /// @param alpha α
    /// @param a A
    /// @param aOff its first element
    /// @param aStride distance between its rows
    /// @param x the factor
    /// @param xOff its first element
    /// @param beta β
    /// @param y the vector changed
    /// @param yOff its first element
    void gemvT(int rows, int cols, double alpha, double[] a, int aOff, int aStride, double[] x, int xOff, double beta,
            double[] y, int yOff);

    /// y ← Ax for a row-major A, the one-column case of [#gemm]:
    /// `acc = +0.0; for k ascending: acc = fma(aᵢₖ, xₖ, acc)`.
    ///
    /// @param rows rows of A, length of y
    /// @param cols columns of A, length of x
    /// @param a A, contiguous rows
    /// @param aOff its first element
    /// @param x the factor
    /// @param xOff its first element
    /// @param y the result
    /// @param yOff its first element
    void times(int rows, int cols, double[] a, int aOff, double[] x, int xOff, double[] y, int yOff);

    /// C ← αAB + βC; each element is `acc = β == 0 ? +0.0 : β·cᵢⱼ; if (α ≠ 0) for k ascending:
    /// acc = fma(α·aᵢₖ, bₖⱼ, acc)`. β = 0 never reads C; α = 0 reads neither A nor B.
    ///
    /// @param alpha α
    /// @param a A, m × k, any strides
    /// @param b B, k × n, any strides
    /// @param beta β
    /// @param c C, m × n, any strides; shares no array with A or B unless the elements are disjoint
    /// @param scratch [#GEMM_SCRATCH] arrays of any content, each replaced where it is null or too short
    void gemm(double alpha, MatrixView a, MatrixView b, double beta, MatrixView c, double[][] scratch);

    /// yₛ ← W·xₛ + b for every sample s: `acc = bias[j]; for k ascending: acc = fma(x[k], w[j][k], acc)`.
    /// Writes `padded(outputs)` elements of each row of y; those past `outputs` mean nothing.
    ///
    /// @param samples number of samples
    /// @param inputs length of a sample
    /// @param outputs length of a result
    /// @param packed the weights in the order of [PackedWeights]
    /// @param bias padded(outputs) biases
    /// @param x samples
    /// @param xOff first element of the first sample
    /// @param xStride distance between samples
    /// @param y results
    /// @param yOff first element of the first result
    /// @param yStride distance between results, ≥ padded(outputs)
    void layer(int samples, int inputs, int outputs, double[] packed, double[] bias, double[] x, int xOff, int xStride,
            double[] y, int yOff, int yStride);

    /// yᵢ ← f(xᵢ), in place where y is x.
    ///
    /// @param f the function
    /// @param alpha its parameter, where it has one
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    void map(Elementwise f, double alpha, int n, double[] x, int xOff, double[] y, int yOff);

    /// yᵢ ← f(xᵢ) of a function without a parameter, in place where y is x.
    ///
    /// @param f the function
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    default void map(Elementwise f, int n, double[] x, int xOff, double[] y, int yOff) {
        map(f, Double.NaN, n, x, xOff, y, yOff);
    }

    /// yᵢ ← e^dᵢ/S, dᵢ = xᵢ − max x, S = Σ e^dᵢ, in place where y is x: to the bit as `ScalarSoftmax` does it, with
    /// eight sums and what their additions lose.
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    void softmax(int n, double[] x, int xOff, double[] y, int yOff);

    /// yᵢ ← dᵢ − log1p(S − 1), in place where y is x; d and S are those of [#softmax].
    ///
    /// @param n length
    /// @param x arguments
    /// @param xOff the first
    /// @param y results
    /// @param yOff the first
    void logSoftmax(int n, double[] x, int xOff, double[] y, int yOff);

    /// Copies rows of a row-major matrix into panels of eight columns, and adds up the squares of each column:
    /// element (i, j) goes to `p[pOff + (j / 8)·pStride + 8i + j mod 8]`, and `squares[j] = fma(aᵢⱼ, aᵢⱼ, squares[j])`
    /// for i ascending. What a panel holds beyond the last column is left alone.
    ///
    /// @param rows number of rows
    /// @param cols number of columns
    /// @param a the matrix, contiguous rows
    /// @param aOff its first element
    /// @param p the panels
    /// @param pOff where the first row of the first panel goes
    /// @param pStride distance between panels
    /// @param squares one sum for each column
    void packPanels(int rows, int cols, double[] a, int aOff, double[] p, int pOff, int pStride, double[] squares);

    /// The products of column j of a panel with all its columns: `g[k] = fma(pᵢⱼ, pᵢₖ, g[k])` for i ascending.
    ///
    /// @param rows rows of the panel
    /// @param p the panel, row-major with a row length of eight
    /// @param pOff its first element
    /// @param j the column
    /// @param g eight sums
    void panelGram(int rows, double[] p, int pOff, int j, double[] g);

    /// Applies the reflector of column j to the columns on its right, and in the same pass does [#panelGram] for the
    /// next one. For each row: `v = pᵢⱼ·inverse`; then `pᵢⱼ = v` and `pᵢₖ = fma(v, x[k], pᵢₖ)` for k > j; then
    /// `g[k] = fma(pᵢₗ, pᵢₖ, g[k])` for l = j + 1 and all k. A v of −0.0 becomes +0.0. For j = 7 there is no next
    /// column, and g means nothing afterwards.
    ///
    /// @param rows rows of the panel
    /// @param p the panel, row-major with a row length of eight
    /// @param pOff its first element
    /// @param j the column, finished ones to its left
    /// @param inverse what turns the column into the reflector's vector
    /// @param x eight numbers: 0 for k < j, 1 for k = j, the factors of the other columns behind
    /// @param g eight sums
    void panelEliminate(int rows, double[] p, int pOff, int j, double inverse, double[] x, double[] g);

    /// C ← C + VX with X = −SW, W = VᵀC and S the factor between them. Each element of W is a chain of FMAs from +0.0
    /// down the rows, the top's and then the tail's; each of SW a chain from +0.0 along the row of S, whose sign is
    /// changed last; each of C takes its eight FMAs in ascending order.
    ///
    /// @param h V and S
    /// @param panels how many panels of eight columns C has
    /// @param c the array of C
    /// @param topOff the first of the eight rows of C that the top of V meets
    /// @param tailOff the first of the rows that its tail meets
    /// @param cStride distance between panels
    /// @param scratch [#REFLECT_SCRATCH] doubles, or [#REFLECT_ONE_SCRATCH] for one panel, which mean nothing before and
    ///     after
    void reflect(BlockReflector h, int panels, double[] c, int topOff, int tailOff, int cStride, double[] scratch);

    /// Half of what [#reflect] does with a C of one column, whose elements stand beside each other, and the first half of
    /// what the next block does with it: c ← c + VX with X = −SW, for the W that the call before has left, and then
    /// W = V′ᵀc, for the call after. The tails of both blocks end with the same row, so that one pass over the rows that
    /// they have in common does both.
    ///
    /// V, S, c and W are finite, as those of a factorisation are whose matrix has been checked and scaled: reflectors that
    /// are not there may be multiplied by or left out, which would make a difference to 0·∞ alone.
    ///
    /// @param h V and S, or null where no call went before
    /// @param top the first of the eight elements of c that the top of V meets
    /// @param tail the first of the elements that its tail meets
    /// @param next V′, or null where no block follows
    /// @param nextTop as `top`
    /// @param nextTail as `tail`
    /// @param c the array of the column
    /// @param scratch [#REFLECT_COLUMN_SCRATCH] doubles: W, and what means nothing between calls
    void reflectColumn(BlockReflector h, int top, int tail, BlockReflector next, int nextTop, int nextTail, double[] c,
            double[] scratch);

    /// s + e ← s + e + Mᵀ(w + w′), as if in twice the precision: for each column j of M and for k ascending
    /// `p = mₖⱼ·wₖ; t = sⱼ + p; z = t − sⱼ; eⱼ += fma(mₖⱼ, w′ₖ, ((sⱼ − (t − z)) + (p − z)) + fma(mₖⱼ, wₖ, −p)); sⱼ = t`.
    ///
    /// @param terms rows of M, length of w
    /// @param count columns of M, and sums
    /// @param m the array of M, contiguous rows
    /// @param mOff its first element
    /// @param mStride distance between rows
    /// @param w w
    /// @param wRest w′, which begins where w does
    /// @param wOff the first element of both
    /// @param s sums
    /// @param e what they have lost
    /// @param sOff the first element of both
    void preciseProducts(int terms, int count, double[] m, int mOff, int mStride, double[] w, double[] wRest, int wOff,
            double[] s, double[] e, int sOff);
}

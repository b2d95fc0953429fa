package dev.lanewise.linalg;

import java.util.Objects;

/// Least squares over rows that come one by one, block by block, or in parts from elsewhere: min ‖AX − B‖ in memory that
/// depends on the number of columns only, reading each row once.
///
///     var fit = new QrAccumulator(3, 1);
///     while (…) fit.add(row, y);
///     fit.solve().x();
///
/// **Method**: Householder QR of blocks of rows stacked on the triangle of the earlier ones (J. Demmel, L. Grigori,
/// M. Hoemmen and J. Langou, *Communication-optimal parallel and sequential QR and LU factorizations*, SIAM J. Sci.
/// Comput. 34 (2012)). Rows are cut into superblocks of 65,536 by their index from the start, each of them factored from an
/// empty R, and their triangles merged from left to right.
///
/// **Error**: that of [LeastSquares] on all rows at once without refinement, which takes the same way.
///
/// **Reproducibility**: the same bits as [LeastSquares] with [Refinement#off] on all rows at once, however the rows
/// were grouped, at every vector width. Merging accumulators of one superblock each, in order, gives the bits of a
/// single one that saw all rows; other splits give other last bits, always the same for the same splits.
///
/// Not safe for several threads at once; different accumulators are independent. Memory: about 10n² + 1030n doubles at the
/// most, with n rounded up to a multiple of eight.
public final class QrAccumulator {
    /// More columns than this would need more memory than an array can have.
    static final int MOST_COLUMNS = 1 << 14;

    private final int cols;
    private final int sides;
    /// The superblocks that are complete, merged; null while there are none.
    private Reduction done;
    private Leaf leaf;
    /// λ of [#ridge].
    private final double lambda;

    /// An accumulator without rows.
    ///
    /// @param cols n, the number of coefficients
    /// @param sides k, the number of right-hand sides
    /// @throws IllegalArgumentException if a number is negative or larger than 16,384
    public QrAccumulator(int cols, int sides) {
        checkCount("columns", cols);
        checkCount("right-hand sides", sides);
        this.cols = cols;
        this.sides = sides;
        this.lambda = 0.0;
        this.leaf = emptyLeaf();
    }

    /// From the parts that [QrBytes] reads.
    QrAccumulator(int cols, int sides, Reduction done, Leaf leaf, double lambda) {
        this.cols = cols;
        this.sides = sides;
        this.done = done;
        this.leaf = leaf;
        this.lambda = lambda;
    }

    private static void checkCount(String what, int count) {
        if (count < 0 || count > MOST_COLUMNS) {
            throw new IllegalArgumentException("QrAccumulator: %d %s are not between 0 and %d".formatted(count, what,
                    MOST_COLUMNS));
        }
    }

    private Leaf emptyLeaf() {
        return new Leaf("QrAccumulator", "B", cols, sides, 0);
    }

    /// The number of coefficients.
    ///
    /// @return n
    public int cols() {
        return cols;
    }

    /// The number of right-hand sides.
    ///
    /// @return k
    public int sides() {
        return sides;
    }

    /// The rows so far; those of weight 0, and those that stand for a ridge, are none.
    ///
    /// @return m
    public long rows() {
        return (done == null ? 0 : done.rows()) + leaf.rows();
    }

    /// Adds one row.
    ///
    /// @param row n elements
    /// @param b k right-hand sides of it
    /// @return this accumulator
    /// @throws IllegalArgumentException if a number of elements is wrong or an element is not finite; nothing has been
    ///     added then
    public QrAccumulator add(double[] row, double... b) {
        return add(Vectors.row("QrAccumulator", "the row", row), Vectors.row("QrAccumulator", "b", b));
    }

    /// Adds rows with one right-hand side.
    ///
    /// @param a rows × n, not changed
    /// @param b one element for each row
    /// @return this accumulator
    /// @throws IllegalArgumentException if shapes do not fit or an element is not finite; nothing has been added then
    public QrAccumulator add(Matrix a, double[] b) {
        return add(a, Vectors.column("QrAccumulator", "b", b));
    }

    /// Adds rows.
    ///
    /// @param a rows × n, not changed
    /// @param b rows × k, not changed
    /// @return this accumulator
    /// @throws IllegalArgumentException if shapes do not fit or an element is not finite; nothing has been added then
    public QrAccumulator add(Matrix a, Matrix b) {
        Observations.check("QrAccumulator", a, b, cols, sides);
        for (int from = 0; from < a.rows();) {
            int count = (int) Math.min(a.rows() - from, Leaf.ROWS - leaf.rows());
            leaf.add(a, b, from, count, 0);
            from += count;
            if (leaf.rows() == Leaf.ROWS) close();
        }
        return this;
    }

    /// Adds rows with weights: row i and its right-hand sides times √wᵢ. Rows of weight 0 are left out, and not counted.
    ///
    /// Rows stay in the order in which they come. Where weights differ by 10¹⁰ and more, let the heavy rows come first:
    /// a light row drowns in a heavy one that comes after it, which is why [LeastSquares#weights] sorts them.
    ///
    /// @param a rows × n, not changed
    /// @param b rows × k, not changed
    /// @param weights one for each row, ≥ 0
    /// @return this accumulator
    /// @throws IllegalArgumentException if shapes do not fit, an element is not finite, or not any more with its weight, or
    ///     a weight is negative or not finite; nothing has been added then
    public QrAccumulator add(Matrix a, Matrix b, double[] weights) {
        Observations.check("QrAccumulator", a, b, cols, sides);
        Observations rows = Observations.inOrder("QrAccumulator", a, b, weights);
        return add(rows.weightedA(), rows.weightedB());
    }

    /// Ends the superblock.
    private void close() {
        done = reduction();
        leaf = emptyLeaf();
    }

    /// R, QᵀB and the residuals of all rows, without a ridge; nothing is changed.
    Reduction reduction() {
        if (done != null && leaf.rows() == 0) return done;
        Leaf copy = leaf.copy();
        if (copy.pending() > 0 || copy.rows() == 0) copy.factor(0);
        Reduction last = copy.reduction();
        return done == null ? last : Leaf.merge(done, last);
    }

    /// Puts the rows of another accumulator below those of this one. Rows that are added afterwards begin a new superblock.
    ///
    /// @param other the other one, not changed; may be this one
    /// @return this accumulator, with the ridge that it had
    /// @throws IllegalArgumentException if the other one has another number of columns or right-hand sides, or a ridge
    public QrAccumulator merge(QrAccumulator other) {
        Objects.requireNonNull(other, "QrAccumulator: the other one is null");
        if (other.cols != cols || other.sides != sides) {
            throw new IllegalArgumentException(
                    "QrAccumulator of %d columns and %d right-hand sides: the other has %d and %d"
                            .formatted(cols, sides, other.cols, other.sides));
        }
        if (other.lambda > 0.0) {
            throw new IllegalArgumentException("QrAccumulator: the other one has a ridge of %s, which is not rows: "
                    .formatted(other.lambda) + "merge first");
        }
        if (other.rows() == 0) return this;
        Reduction below = other.reduction();
        done = rows() == 0 ? below : Leaf.merge(reduction(), below);
        leaf = emptyLeaf();
        return this;
    }

    /// The same rows with a ridge: min ‖AX − B‖² + λ‖X‖². It is applied when the problem is solved, so that rows may be
    /// added afterwards, and what a [Fit] tells of residuals is that of the rows, as for [LeastSquares#ridge].
    ///
    /// @param lambda λ ≥ 0, in place of the one that there was; 0 is no ridge
    /// @return a new accumulator; this one is not changed
    /// @throws IllegalArgumentException if λ is negative or not finite
    public QrAccumulator ridge(double lambda) {
        Finite.checkRidge("QrAccumulator", lambda);
        return new QrAccumulator(cols, sides, done, leaf.copy(), lambda);
    }

    /// An independent copy.
    ///
    /// @return a new accumulator with the same rows and the same ridge
    public QrAccumulator copy() {
        return new QrAccumulator(cols, sides, done, leaf.copy(), lambda);
    }

    /// R of all rows so far, without a ridge, upper trapezoidal with diag(R) ≥ 0.
    ///
    /// @return a new min(m, n) × n matrix
    public Matrix r() {
        return reduction().triangle();
    }

    /// The least-squares solution over all rows so far. Rows may be added afterwards as if nothing had been asked.
    ///
    /// @return X and what is known of it
    /// @throws ArithmeticException if a coefficient is beyond the largest double
    public Fit solve() {
        return solve(RankRule.scaled());
    }

    /// The same by another rule of rank.
    ///
    /// @param rule the rule
    /// @return X and what is known of it
    /// @throws IllegalArgumentException if the rule asks for a rank that A's shape cannot have
    /// @throws ArithmeticException if a coefficient is beyond the largest double, or the rule would divide by zero
    public Fit solve(RankRule rule) {
        return new Fit(first(Objects.requireNonNull(rule, "QrAccumulator: the rank rule is null")));
    }

    /// The solution that is not refined.
    Answer first(RankRule rule) {
        return Answer.first(Ridge.of(reduction(), lambda), rule);
    }

    /// Solves for many ridges at once over all rows so far, by the first right-hand side, in place of a ridge that
    /// there is. What needs the rows again, [RidgePath#leaveOneOutError], is not known.
    ///
    /// @param lambdas λ, each finite and ≥ 0
    /// @return a solution for each λ, and how well it predicts
    /// @throws IllegalArgumentException if a λ is negative or not finite
    /// @throws IllegalStateException if there is no right-hand side
    public RidgePath ridgePath(double... lambdas) {
        Objects.requireNonNull(lambdas, "QrAccumulator: the ridges are null");
        for (double each : lambdas) Finite.checkRidge("QrAccumulator", each);
        if (sides == 0) throw new IllegalStateException("QrAccumulator: there is no right-hand side for a ridge path");
        return RidgePath.of(reduction(), lambdas.clone());
    }

    /// Begins to refine the solution over all rows so far, for which the same rows have to come once more.
    ///
    /// @return a pass without rows, which no longer depends on this accumulator
    public SecondPass secondPass() {
        return secondPass(RankRule.scaled());
    }

    /// The same of a solution by another rule of rank.
    ///
    /// @param rule the rule
    /// @return a pass without rows, which no longer depends on this accumulator
    /// @throws IllegalArgumentException if the rule asks for a rank that A's shape cannot have
    /// @throws ArithmeticException if the rule would divide by zero
    public SecondPass secondPass(RankRule rule) {
        return SecondPass.of(copy(), Objects.requireNonNull(rule, "QrAccumulator: the rank rule is null"));
    }

    /// Everything that this accumulator knows, waiting rows included, in a form that [#fromBytes] reads on any machine.
    ///
    /// @return a new array of about 8n² bytes, twice that or more while a superblock is in progress
    /// @throws IllegalStateException if it would be longer than an array can be, or there is a ridge: bytes keep rows
    public byte[] toBytes() {
        if (lambda > 0.0) {
            throw new IllegalStateException(
                    "QrAccumulator: a ridge of %s cannot be written: write the rows without it".formatted(lambda));
        }
        return QrBytes.write(cols, sides, done, leaf);
    }

    /// The accumulator that was written: going on with it gives the same bits as if it had never been bytes.
    ///
    /// Lengths are checked before anything is allocated; memory stays within a small multiple of the bytes.
    ///
    /// @param bytes what [#toBytes] returned
    /// @return a new accumulator
    /// @throws IllegalArgumentException if these bytes are something else, of an unknown version, cut off, too long or
    ///     damaged
    public static QrAccumulator fromBytes(byte[] bytes) {
        return QrBytes.read(Objects.requireNonNull(bytes, "QrAccumulator: the bytes are null"));
    }

    /// How large it is.
    @Override
    public String toString() {
        return "%d rows of %d columns and %d right-hand sides".formatted(rows(), cols, sides);
    }
}

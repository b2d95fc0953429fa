package dev.lanewise.linalg;

import java.util.Arrays;

/// The rows of a [QrAccumulator] once more, to refine its solution: what was streamed is streamed again, and nothing of it
/// is kept.
///
///     var once = new QrAccumulator(n, 1);
///     for (Block block : file) once.add(block.a(), block.b());
///     var again = once.secondPass();
///     for (Block block : file) again.add(block.a(), block.b());
///     Fit fit = again.refined();
///
/// **Method**: b − Ax and its product with Aᵀ in twice the working precision, row by row, then RᵀR·dx = Aᵀ(b − Ax) (Å.
/// Björck, *Stability analysis of the method of seminormal equations for linear least squares problems*, Linear Algebra
/// Appl. 88/89 (1987)).
///
/// **Error**: a pass leaves about 2⁻⁵³·κ² of the error before it, with the condition κ of the columns scaled to one length:
/// below 10⁵ nothing but the rounding of x. [#next] asks for one pass more. From a κ of 10⁷ on nothing is promised: x stays
/// as it was, and the fit says [FitFlag#REFINEMENT_STALLED]. The residual norm is that of the residuals themselves.
///
/// **Reproducibility**: the same bits at every vector width, and however the rows are cut into blocks.
///
/// For one thread at a time.
public final class SecondPass {
    private static final double U = 0x1p-53;
    private static final double SHRINKS = 0.5;

    /// For shapes and the number of rows.
    private final QrAccumulator once;
    private final Answer answer;
    /// What a pass leaves of an error.
    private final double rate;
    /// How much the pass before this one changed of each x, relative to it.
    private final double[] before;
    /// −Aᵀ(b − Ax) of each side, and what its additions have lost.
    private final double[][] sums, errors;
    /// ‖b − Ax‖² of each side, likewise.
    private final DoubleDouble[] squares;
    private long rows;

    private SecondPass(QrAccumulator once, Answer answer, double[] before) {
        this.once = once;
        this.answer = answer;
        this.before = before;
        rate = Math.min(SHRINKS, 0x1p-49 * answer.condition() * answer.condition());
        sums = new double[once.sides()][once.cols()];
        errors = new double[once.sides()][once.cols()];
        squares = new DoubleDouble[once.sides()];
        Arrays.fill(squares, DoubleDouble.ZERO);
    }

    static SecondPass of(QrAccumulator once) {
        Answer first = Answer.first(Ridge.of(once.reduction(), 0.0), RankRule.scaled());
        double[] before = new double[once.sides()];
        Arrays.fill(before, Double.POSITIVE_INFINITY);
        return new SecondPass(once, first, before);
    }

    /// The rows so far.
    ///
    /// @return how many
    public long rows() {
        return rows;
    }

    /// Adds one row.
    ///
    /// @param row n elements
    /// @param b k right-hand sides of it
    /// @return this pass
    /// @throws IllegalArgumentException if a number of elements is wrong or an element is not finite; nothing has been
    ///     added then
    public SecondPass add(double[] row, double... b) {
        return add(Matrix.wrap(1, row.length, row), Matrix.wrap(1, b.length, b));
    }

    /// Adds rows with one right-hand side.
    ///
    /// @param a rows × n, not changed
    /// @param b one element for each row
    /// @return this pass
    /// @throws IllegalArgumentException if shapes do not fit or an element is not finite; nothing has been added then
    public SecondPass add(Matrix a, double[] b) {
        return add(a, Matrix.wrap(b.length, 1, b));
    }

    /// Adds rows.
    ///
    /// @param a rows × n, not changed
    /// @param b rows × k, not changed
    /// @return this pass
    /// @throws IllegalArgumentException if shapes do not fit or an element is not finite; nothing has been added then
    public SecondPass add(Matrix a, Matrix b) {
        once.check("SecondPass", a, b);
        return take(a, b, null);
    }

    /// Adds rows with the weights that they had.
    ///
    /// @param a rows × n, not changed
    /// @param b rows × k, not changed
    /// @param weights one for each row, ≥ 0
    /// @return this pass
    /// @throws IllegalArgumentException if shapes do not fit, an element is not finite or a weight is negative or not
    ///     finite; nothing has been added then
    public SecondPass add(Matrix a, Matrix b, double[] weights) {
        once.check("SecondPass", a, b);
        Finite.checkWeights("SecondPass", a, weights);
        return take(a, b, Arrays.stream(weights).map(Math::sqrt).toArray());
    }

    /// Adds the rows that [QrAccumulator#ridge] has put below the others.
    ///
    /// @param lambda λ ≥ 0, the same; 0 adds nothing
    /// @return this pass
    /// @throws IllegalArgumentException if λ is negative or not finite
    public SecondPass ridge(double lambda) {
        Finite.checkRidge("SecondPass", lambda);
        if (lambda == 0.0) return this;
        Matrix diagonal = Matrix.zeros(once.cols(), once.cols());
        for (int j = 0; j < once.cols(); j++) diagonal.set(j, j, Math.sqrt(lambda));
        return take(diagonal, Matrix.zeros(once.cols(), once.sides()), null);
    }

    private SecondPass take(Matrix a, Matrix b, double[] scales) {
        Reduction reduction = answer.ridge().plain();
        var block = new PreciseRows(a.rows(), a.cols(), ColumnScale.scaled(a.array(), reduction.exponents()), null,
                scales);
        Matrix sides = Matrix.wrap(b.rows(), b.cols(), ColumnScale.scaled(b.array(), reduction.sideExponents()));
        double[] residual = new double[a.rows()], rest = new double[a.rows()];
        for (int h = 0; h < squares.length; h++) {
            block.residual(sides.column(h), answer.side(h), residual, rest);
            block.subtract(residual, rest, sums[h], errors[h]);
            for (int i = 0; i < residual.length; i++) {
                var r = new DoubleDouble(residual[i], rest[i]);
                squares[h] = squares[h].plus(r.times(r));
            }
        }
        rows += a.rows();
        return this;
    }

    /// The refined solution. A solution that is not unique is left as it is.
    ///
    /// @return X and what is known of it
    /// @throws IllegalStateException if these were more or fewer rows than the first time
    /// @throws ArithmeticException if a coefficient is beyond the largest double
    public Fit refined() {
        return new Fit(corrected(new double[before.length]));
    }

    /// Begins one pass more, from the solution that this one has refined.
    ///
    /// @return a pass without rows
    /// @throws IllegalStateException if these were more or fewer rows than the first time
    public SecondPass next() {
        double[] change = new double[before.length];
        return new SecondPass(once, corrected(change), change);
    }

    private Answer corrected(double[] change) {
        if (rows != once.rows()) {
            throw new IllegalStateException("SecondPass: %d rows came, but the first time there were %d".formatted(rows,
                    once.rows()));
        }
        if (!answer.isUnique() || answer.triangle().zeroPivot() >= 0) return answer;
        int n = once.cols(), k = once.sides();
        double[] x = new double[n * k], norms = answer.residualNorms().clone(), bounds = answer.errors().clone();
        boolean stalled = false;
        for (int h = 0; h < k; h++) {
            double[] old = answer.side(h);
            double[] dx = new double[n];
            for (int j = 0; j < n; j++) dx[j] = 0.0 - (sums[h][j] + errors[h][j]);
            double left = solve(dx, squares[h].high());
            change[h] = relative(dx, old);
            boolean helps = rate < SHRINKS && (change[h] <= SHRINKS * before[h] || change[h] <= U);
            stalled |= !helps && change[h] > U;
            for (int j = 0; j < n; j++) x[j * k + h] = helps ? old[j] + dx[j] : old[j];
            norms[h] = Math.sqrt(helps ? left : squares[h].high());
            if (helps) bounds[h] = Math.min(bounds[h], 2.0 * (U + change[h] * rate / (1.0 - rate)));
        }
        Solution better = new Solution(x, answer.ridge().penalised().exponents(), answer.solution().rank(), answer
                .solution().tolerance());
        return new Answer(answer.ridge(), answer.triangle(), better, answer.condition(), norms, bounds, stalled,
                new double[0], null);
    }

    /// g ← dx with RᵀR·dx = g; returns ‖b − A(x + dx)‖², which is ‖b − Ax‖² − ‖R·dx‖².
    private double solve(double[] g, double square) {
        double[] r = answer.ridge().penalised().r();
        Substitution.forwardTransposed(r, g.length, g.length, g);
        double length = Blas.nrm2(g);
        Substitution.back(r, g.length, g.length, g, 1);
        return Math.max(0.0, square - length * length);
    }

    /// max |dxⱼ|·lⱼ over max |xⱼ|·lⱼ.
    private double relative(double[] dx, double[] x) {
        double change = 0.0, size = 0.0;
        double[] lengths = answer.lengths();
        for (int j = 0; j < x.length; j++) {
            change = Math.max(change, Math.abs(dx[j]) * lengths[j]);
            size = Math.max(size, Math.abs(x[j] + dx[j]) * lengths[j]);
        }
        return change == 0.0 ? 0.0 : change / size;
    }
}

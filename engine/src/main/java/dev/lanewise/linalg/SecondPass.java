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
/// **Error**: with u = 2⁻⁵³ and the condition κ of the columns scaled to one length, QR leaves about uκ of x, and one
/// pass up to 20(uκ)²: nothing but the rounding of x up to a κ of 10⁷, 2·10⁻¹¹ at 10¹⁰, 2·10⁻⁷ at 10¹² (docs/least-squares.md
/// has the measurements). [#next] asks for one pass more, which is worth it from a κ of 10⁸ on and wins up to a digit
/// there; a third wins nothing. [Fit#forwardErrorBounds] says what was reached. From a κ of 5·10¹⁴/n on nothing is
/// promised: x stays as it was, and the fit says [FitFlag#REFINEMENT_STALLED]. The residual norm is that of the
/// residuals themselves; where the correction is as long as they were, to about √(uκ) of it, one pass has only a bound for
/// what is left, and never 0: the next pass measures it.
///
/// **Reproducibility**: the same bits at every vector width, and however the rows are cut into blocks.
///
/// A ridge of the accumulator counts here too, without a call.
///
/// For one thread at a time.
public final class SecondPass {
    private static final double VISIBLE = 0x1p-20;

    /// For shapes and the number of rows.
    private final QrAccumulator once;
    private final Answer answer;
    private final SeminormalSolution[] solutions;
    private final Gradient[] gradients;
    /// What a message says of them.
    private final Wording wording;
    private long rows;

    /// How messages name a pass, what comes in it, and what is left of that.
    ///
    /// @param pass such as `SecondPass`
    /// @param rows such as `rows`
    /// @param residual such as `b − Ax`
    record Wording(String pass, String rows, String residual) {
        private static final Wording ROWS = new Wording("SecondPass", "rows", "b − Ax");
    }

    private SecondPass(Wording wording, QrAccumulator once, Answer answer, SeminormalSolution[] solutions) {
        this.wording = wording;
        this.once = once;
        this.answer = answer;
        this.solutions = solutions;
        gradients = new Gradient[solutions.length];
        for (int h = 0; h < gradients.length; h++) gradients[h] = solutions[h].gradient();
        if (!answer.ridge().isPlain()) takeRidge();
    }

    /// √λ·I, whose right-hand sides are 0.
    private void takeRidge() {
        PreciseRows diagonal = PreciseRows.diagonal(answer.ridge().penalty());
        for (Gradient each : gradients) each.add(diagonal, new double[diagonal.rows()]);
    }

    static SecondPass of(QrAccumulator once, RankRule rule) {
        return of(Wording.ROWS, once, rule);
    }

    /// The same of rows that are something else to their caller.
    static SecondPass of(Wording wording, QrAccumulator once, RankRule rule) {
        Answer first = once.first(rule);
        SeminormalSolution[] solutions = new SeminormalSolution[once.sides()];
        for (int h = 0; h < solutions.length; h++) solutions[h] = SeminormalSolution.first(first, h);
        return new SecondPass(wording, once, first, solutions);
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
        return add(Vectors.row("SecondPass", "the row", row), Vectors.row("SecondPass", "b", b));
    }

    /// Adds rows with one right-hand side.
    ///
    /// @param a rows × n, not changed
    /// @param b one element for each row
    /// @return this pass
    /// @throws IllegalArgumentException if shapes do not fit or an element is not finite; nothing has been added then
    public SecondPass add(Matrix a, double[] b) {
        return add(a, Vectors.column("SecondPass", "b", b));
    }

    /// Adds rows.
    ///
    /// @param a rows × n, not changed
    /// @param b rows × k, not changed
    /// @return this pass
    /// @throws IllegalArgumentException if shapes do not fit or an element is not finite; nothing has been added then
    public SecondPass add(Matrix a, Matrix b) {
        Observations.check("SecondPass", a, b, once.cols(), once.sides());
        return take(a, null, b, null);
    }

    /// Adds rows with the weights that they had; those of weight 0 are left out, and not counted.
    ///
    /// @param a rows × n, not changed
    /// @param b rows × k, not changed
    /// @param weights one for each row, ≥ 0
    /// @return this pass
    /// @throws IllegalArgumentException if shapes do not fit, an element is not finite, or not any more with its weight, or
    ///     a weight is negative or not finite; nothing has been added then
    public SecondPass add(Matrix a, Matrix b, double[] weights) {
        Observations.check("SecondPass", a, b, once.cols(), once.sides());
        Observations weighted = Observations.inOrder("SecondPass", a, b, weights);
        return take(weighted.a(), null, weighted.b(), weighted.scales());
    }

    /// Takes rows that fit.
    ///
    /// @param low what the rounding of A to doubles has cut off, or null
    /// @param scales √wᵢ, or null where all are 1
    SecondPass take(Matrix a, Matrix low, Matrix b, double[] scales) {
        Reduction reduction = answer.ridge().penalised();
        var block = new PreciseRows(a.rows(), a.cols(), ColumnScale.scaled(a.array(), reduction.exponents()),
                low == null
                        ? null
                        : ColumnScale.scaled(low.array(), reduction.exponents()),
                scales);
        Matrix sides = Matrix.wrap(b.rows(), b.cols(), ColumnScale.scaled(b.array(), reduction.sideExponents()));
        for (int h = 0; h < gradients.length; h++) gradients[h].add(block, sides.column(h));
        rows += a.rows();
        return this;
    }

    /// The refined solution. A solution that is not unique is left as it is.
    ///
    /// @return X and what is known of it
    /// @throws IllegalStateException if these were more or fewer rows than the first time, or visibly others
    /// @throws ArithmeticException if a coefficient is beyond the largest double
    public Fit refined() {
        return new Fit(answer());
    }

    /// What [#refined] tells.
    Answer answer() {
        Refined[] refined = Arrays.stream(stepped()).map(SeminormalSolution::refined).toArray(Refined[]::new);
        return isRefinable() ? answer.with(refined, null) : answer;
    }

    /// Begins one pass more, from the solution that this one has refined.
    ///
    /// @return a pass without rows
    /// @throws IllegalStateException if these were more or fewer rows than the first time, or visibly others
    public SecondPass next() {
        return new SecondPass(wording, once, answer, stepped());
    }

    private boolean isRefinable() {
        return answer.isUnique() && answer.triangle().zeroPivot() < 0;
    }

    private SeminormalSolution[] stepped() {
        if (rows != once.rows()) {
            throw new IllegalStateException("%s: the number of %s is %d, but was %d the first time".formatted(wording
                    .pass(), wording.rows(), rows, once.rows()));
        }
        SeminormalSolution[] next = solutions.clone();
        for (int h = 0; h < next.length && isRefinable(); h++) {
            checkSameRows(h);
            next[h] = solutions[h].next(gradients[h], answer.ridge().penalised().r(), answer.condition().estimate(),
                    answer
                            .lengths());
        }
        return next;
    }

    /// Rounding moves ‖b − Ax‖ by a multiple of u·(‖b‖ + ‖A‖‖x‖); what moves it by much more are other rows, forgotten
    /// weights or other units.
    private void checkSameRows(int h) {
        double size = Blas.nrm2(answer.ridge().penalised().sidesAndResiduals().column(h));
        double[] x = solutions[h].x(), lengths = answer.lengths();
        for (int j = 0; j < x.length; j++) size += Math.abs(x[j]) * lengths[j];
        double now = Math.sqrt(gradients[h].square()), before = solutions[h].residualNorm();
        if (!(Math.abs(now - before) <= VISIBLE * size)) {
            int exponent = answer.ridge().penalised().sideExponents()[h];
            throw new IllegalStateException(
                    "%s: these are not the %s of the first time: ‖%s‖ is %s, and was %s".formatted(wording.pass(),
                            wording.rows(), wording.residual(), Math.scalb(now, exponent), Math.scalb(before,
                                    exponent)));
        }
    }
}

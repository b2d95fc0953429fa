package dev.lanewise.linalg;

import java.util.Objects;

import dev.lanewise.concurrent.Workers;

/// min ‖Ax − b‖₂ by Householder QR, for A of any shape and rank.
///
/// Where many x attain the minimum (fewer independent rows than columns), the shortest of them is returned and
/// [Fit#isUnique] is false: coefficients never grow to 10¹⁴ in silence because two columns agree but for rounding.
///
/// **Method**: A and b are checked to be finite; A = QR; the condition of R with its columns scaled to nearly equal
/// length is bounded or estimated, and only where deficiency cannot be excluded is the rank decided, by the [RankRule]; then back
/// substitution, or the shortest solution in the caller's units. Each step names its sources in its own class.
///
/// **Error**: that of Householder QR: where the rank is full, x is the exact solution for an A and a b changed, column by
/// column, by a multiple of 2⁻⁵³ (Higham, *Accuracy and Stability of Numerical Algorithms*, theorem 20.3), so that
/// ‖Δx‖/‖x‖ is of order 2⁻⁵³·κ(1 + κ‖r‖/(σ₁‖x‖)). The multiple may grow with the number of rows, because sums run down
/// them one by one: 2,500 was seen for a million random rows, and 700,000 for three million equal ones. The shortest
/// solution is as accurate in its length, not in each of its elements. [Refinement] takes a unique x, and the shortest one
/// for independent rows, to the solution for A and b as they are.
///
/// **Reproducibility**: the same bits at every vector width; scaling A and b by a power of two changes no bit of x;
/// column j of many right-hand sides has the bits of that column alone.
///
/// Immutable and safe for many threads, as long as nobody changes A while it is solved with. Neither A nor b is
/// modified.
public final class LeastSquares {
    private final Matrix a;
    private final RankRule rule;
    private final Refinement refinement;
    /// Null where there are none.
    private final double[] weights;
    private final double lambda;
    private final Workers workers;

    private LeastSquares(Matrix a, RankRule rule, Refinement refinement, double[] weights, double lambda,
            Workers workers) {
        this.a = a;
        this.rule = rule;
        this.refinement = refinement;
        this.weights = weights;
        this.lambda = lambda;
        this.workers = workers;
    }

    /// The least-squares solution of Ax ≈ b with the defaults.
    ///
    /// @param a A, m × n
    /// @param b m elements
    /// @return x and what is known of it
    /// @throws IllegalArgumentException if b does not have m elements or an element of A or b is not finite
    /// @throws ArithmeticException if a coefficient is beyond the largest double
    public static Fit solve(Matrix a, double[] b) {
        return of(a).solve(b);
    }

    /// The least-squares solutions of AX ≈ B with the defaults.
    ///
    /// @param a A, m × n
    /// @param b B, m × k
    /// @return X and what is known of it
    /// @throws IllegalArgumentException if B does not have m rows or an element of A or B is not finite
    /// @throws ArithmeticException if a coefficient is beyond the largest double
    public static Fit solve(Matrix a, Matrix b) {
        return of(a).solve(b);
    }

    /// Begins a problem whose defaults may be changed.
    ///
    /// @param a A, m × n, read when the problem is solved
    /// @return the problem
    public static LeastSquares of(Matrix a) {
        return new LeastSquares(Objects.requireNonNull(a, "LeastSquares: A is null"), RankRule.scaled(), Refinement
                .auto(), null, 0.0, Workers.none());
    }

    /// Decides rank by another rule.
    ///
    /// @param rule the rule
    /// @return the problem with that rule; this one is not changed
    public LeastSquares rank(RankRule rule) {
        Objects.requireNonNull(rule, "LeastSquares: the rank rule is null");
        return new LeastSquares(a, rule, refinement, weights, lambda, workers);
    }

    /// Refines more, less or not at all.
    ///
    /// @param refinement the choice
    /// @return the problem with that choice; this one is not changed
    public LeastSquares refine(Refinement refinement) {
        Objects.requireNonNull(refinement, "LeastSquares: the refinement is null");
        return new LeastSquares(a, rule, refinement, weights, lambda, workers);
    }

    /// Weighs the rows: min Σ wᵢ(bᵢ − aᵢᵀx)². Rows that weigh very differently, as much as 10¹⁵ to 1, keep their digits;
    /// a weight of 0 leaves its row out. Residual norms are those of the weighted rows.
    ///
    /// @param weights one for each row, finite and ≥ 0; copied
    /// @return the problem with these weights in place of others; this one is not changed
    /// @throws IllegalArgumentException if there are more or fewer than rows, or one is negative or not finite
    public LeastSquares weights(double... weights) {
        Finite.checkWeights("LeastSquares", a, weights);
        return new LeastSquares(a, rule, refinement, weights.clone(), lambda, workers);
    }

    /// Adds a ridge: min ‖Ax − b‖² + λ‖x‖², which makes x unique and shorter. All columns are held alike: centre b and the
    /// columns where an intercept is not to be held, and bring columns to one scale.
    ///
    /// @param lambda λ, finite and ≥ 0; 0 is no ridge
    /// @return the problem with that ridge; this one is not changed
    /// @throws IllegalArgumentException if λ is negative or not finite
    public LeastSquares ridge(double lambda) {
        Finite.checkRidge("LeastSquares", lambda);
        return new LeastSquares(a, rule, refinement, weights, lambda, workers);
    }

    /// Lends threads to the factorisation of more than 65,536 rows, whose superblocks they share out. No bit changes.
    ///
    /// @param workers whose threads help
    /// @return the problem with these workers; this one is not changed
    public LeastSquares workers(Workers workers) {
        Objects.requireNonNull(workers, "LeastSquares: the workers are null");
        return new LeastSquares(a, rule, refinement, weights, lambda, workers);
    }

    /// Solves for one right-hand side.
    ///
    /// @param b m elements
    /// @return x and what is known of it
    /// @throws IllegalArgumentException if b does not have m elements, an element of A or b is not finite, or the rule
    ///     asks for a rank that A's shape cannot have
    /// @throws ArithmeticException if a coefficient is beyond the largest double, or the rule would divide by zero
    public Fit solve(double[] b) {
        checkLength(b);
        return solve(Matrix.wrap(b.length, 1, b), "b");
    }

    private void checkLength(double[] b) {
        Objects.requireNonNull(b, "LeastSquares: b is null");
        if (b.length != a.rows()) {
            throw new IllegalArgumentException("LeastSquares: A is %d × %d but b has length %d".formatted(a.rows(),
                    a.cols(), b.length));
        }
    }

    /// Solves for several right-hand sides.
    ///
    /// @param b B, m × k; k may be 0
    /// @return X and what is known of it
    /// @throws IllegalArgumentException if B does not have m rows, an element of A or B is not finite, or the rule asks
    ///     for a rank that A's shape cannot have
    /// @throws ArithmeticException if a coefficient is beyond the largest double, or the rule would divide by zero
    public Fit solve(Matrix b) {
        Objects.requireNonNull(b, "LeastSquares: B is null");
        if (b.rows() != a.rows()) {
            throw new IllegalArgumentException("LeastSquares: A is %d × %d but B is %d × %d".formatted(a.rows(),
                    a.cols(), b.rows(), b.cols()));
        }
        return solve(b, "B");
    }

    /// Solves for many ridges at once, in place of the one of this problem; rule and refinement do not matter.
    ///
    /// @param b m elements
    /// @param lambdas λ, each finite and ≥ 0
    /// @return a solution for each λ, and how well it predicts
    /// @throws IllegalArgumentException if b does not have m elements, an element of A or b is not finite, or a λ is
    ///     negative or not finite
    public RidgePath ridgePath(double[] b, double... lambdas) {
        Objects.requireNonNull(lambdas, "LeastSquares: the ridges are null");
        for (double each : lambdas) Finite.checkRidge("LeastSquares", each);
        checkLength(b);
        Observations rows = Observations.of(a, Matrix.wrap(b.length, 1, b), "b", weights);
        Reduction reduction = reduce(rows, "b", factors(rows, "b"));
        return RidgePath.of(rows.weightedA(), rows.weightedB().array(), reduction, lambdas.clone());
    }

    private Fit solve(Matrix b, String name) {
        Observations rows = Observations.of(a, b, name, weights);
        HouseholderQr qr = factors(rows, name);
        Answer first = Answer.first(Ridge.of(reduce(rows, name, qr), lambda), rule);
        return new Fit(refined(first, rows, qr));
    }

    /// Q and R of a single block, or null.
    private HouseholderQr factors(Observations rows, String name) {
        return rows.a().rows() <= Leaf.block(a.cols())
                ? HouseholderQr.of("LeastSquares", rows.weightedA(), name, rows.weightedB())
                : null;
    }

    /// Tall problems by superblocks, of which a small one is the first block of the first.
    private Reduction reduce(Observations rows, String name, HouseholderQr qr) {
        return qr == null
                ? Superblocks.reduce("LeastSquares", rows.weightedA(), name, rows.weightedB(), workers)
                : qr.reduction();
    }

    private Answer refined(Answer first, Observations rows, HouseholderQr qr) {
        int most = refinement.most(a.rows(), a.cols());
        boolean refines = first.isUnique() && first.triangle().zeroPivot() < 0 && a.cols() > 0;
        if (most == 0 || !refines) return UnderdeterminedSystem.refined(first, rows, null, most);
        Reduction reduction = first.ridge().penalised();
        boolean isSmall = (long) a.rows() * a.cols() <= Refinement.Auto.FEW;
        boolean keep = isSmall || refinement instanceof Refinement.Steps;
        PreciseRows precise = precise(rows, reduction.exponents(), isSmall, keep);
        PreciseSystem system = new PreciseSystem(precise, qr, first, most);
        Matrix b = Matrix.wrap(rows.b().rows(), rows.b().cols(), ColumnScale.view(rows.b().array(), reduction
                .sideExponents()));
        return first.refined(system, b, keep);
    }

    private PreciseRows precise(Observations rows, int[] exponents, boolean isSmall, boolean keep) {
        int m = rows.a().rows(), n = rows.a().cols();
        double[] data = rows.a().array();
        if (isSmall) return PreciseRows.keeping(m, n, ColumnScale.view(data, exponents), rows.scales());
        return new PreciseRows(m, n, keep ? ColumnScale.scaled(data, exponents) : ColumnScale.view(data, exponents),
                null,
                rows.scales());
    }
}

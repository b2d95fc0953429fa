package dev.lanewise.linalg;

import java.util.Objects;

/// min ‖Ax − b‖₂ by Householder QR, for A of any shape and rank.
///
/// Where many x attain the minimum (fewer independent rows than columns), the shortest of them is returned and
/// [Fit#isUnique] is false: coefficients never grow to 10¹⁴ in silence because two columns agree but for rounding.
///
/// **Method**: A and b are checked to be finite; A = QR; the condition of R with its columns scaled to nearly equal
/// length is estimated, and only where deficiency cannot be excluded is the rank decided, by the [RankRule]; then back
/// substitution, or the shortest solution in the caller's units. Each step names its sources in its own class.
///
/// **Error**: that of Householder QR: where the rank is full, x is the exact solution for an A and a b changed, column by
/// column, by a multiple of 2⁻⁵³ (Higham, *Accuracy and Stability of Numerical Algorithms*, theorem 20.3), so that
/// ‖Δx‖/‖x‖ is of order 2⁻⁵³·κ(1 + κ‖r‖/(σ₁‖x‖)). The multiple may grow with the number of rows, because sums run down
/// them one by one: 2,500 was seen for a million random rows, and 700,000 for three million equal ones. The shortest
/// solution is as accurate in its length, not in each of its elements.
///
/// **Reproducibility**: the same bits at every vector width; scaling A and b by a power of two changes no bit of x;
/// column j of many right-hand sides has the bits of that column alone.
///
/// Immutable and safe for many threads, as long as nobody changes A while it is solved with. Neither A nor b is
/// modified.
public final class LeastSquares {
    private final Matrix a;
    private final RankRule rule;

    private LeastSquares(Matrix a, RankRule rule) {
        this.a = a;
        this.rule = rule;
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
        return new LeastSquares(Objects.requireNonNull(a, "LeastSquares: A is null"), RankRule.scaled());
    }

    /// Decides rank by another rule.
    ///
    /// @param rule the rule
    /// @return the problem with that rule; this one is not changed
    public LeastSquares rank(RankRule rule) {
        return new LeastSquares(a, Objects.requireNonNull(rule, "LeastSquares: the rank rule is null"));
    }

    /// Solves for one right-hand side.
    ///
    /// @param b m elements
    /// @return x and what is known of it
    /// @throws IllegalArgumentException if b does not have m elements, an element of A or b is not finite, or the rule
    ///     asks for a rank that A's shape cannot have
    /// @throws ArithmeticException if a coefficient is beyond the largest double, or the rule would divide by zero
    public Fit solve(double[] b) {
        if (b.length != a.rows()) {
            throw new IllegalArgumentException("LeastSquares: A is %d × %d but b has length %d".formatted(a.rows(),
                    a.cols(), b.length));
        }
        return solve(Matrix.wrap(b.length, 1, b), "b");
    }

    /// Solves for several right-hand sides.
    ///
    /// @param b B, m × k; k may be 0
    /// @return X and what is known of it
    /// @throws IllegalArgumentException if B does not have m rows, an element of A or B is not finite, or the rule asks
    ///     for a rank that A's shape cannot have
    /// @throws ArithmeticException if a coefficient is beyond the largest double, or the rule would divide by zero
    public Fit solve(Matrix b) {
        if (b.rows() != a.rows()) {
            throw new IllegalArgumentException("LeastSquares: A is %d × %d but B is %d × %d".formatted(a.rows(),
                    a.cols(), b.rows(), b.cols()));
        }
        return solve(b, "B");
    }

    private Fit solve(Matrix b, String name) {
        return fit(reduce(b, name), rule);
    }

    /// Tall problems by superblocks, of which a small one is the first block of the first.
    private Reduction reduce(Matrix b, String name) {
        return a.rows() <= Leaf.block(a.cols())
                ? HouseholderQr.of("LeastSquares", a, name, b).reduction()
                : Superblocks.reduce("LeastSquares", a, name, b);
    }

    /// Solves what QR has left of a problem.
    static Fit fit(Reduction reduction, RankRule rule) {
        Triangle triangle = Triangle.of(reduction);
        Matrix c = reduction.sidesAndResiduals();
        ReducedProblem problem = new ReducedProblem(triangle, c);
        double condition = problem.condition();
        Solution solution = problem.solve(rule);
        Matrix x = coefficients(solution, reduction.cols(), reduction.sideExponents());
        return new Fit(x, residualNorms(c, reduction.sideExponents()), solution.rank(), solution.tolerance(), condition,
                triangle);
    }

    private static Matrix coefficients(Solution solution, int n, int[] sideExponents) {
        int k = sideExponents.length;
        Matrix x = Matrix.zeros(n, k);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                double value = Math.scalb(solution.x()[i * k + j], sideExponents[j] - solution.exponents()[i]);
                if (!Double.isFinite(value)) {
                    throw new ArithmeticException("LeastSquares: coefficient %d of right-hand side %d is beyond the "
                            .formatted(i, j) + "largest double");
                }
                x.set(i, j, value);
            }
        }
        return x;
    }

    /// Q keeps lengths, so ‖b − Ax‖ is the length of what is left of Qᵀb.
    private static double[] residualNorms(Matrix c, int[] sideExponents) {
        double[] norms = new double[c.cols()];
        for (int j = 0; j < norms.length; j++) norms[j] = Math.scalb(Blas.nrm2(c.column(j)), sideExponents[j]);
        return norms;
    }
}

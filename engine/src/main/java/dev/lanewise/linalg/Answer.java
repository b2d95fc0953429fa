package dev.lanewise.linalg;

import java.util.Arrays;

/// A solution on its way to a [Fit].
///
/// @param ridge the triangles, without and with a ridge
/// @param triangle the one that was solved, equilibrated
/// @param solution x
/// @param condition of the equilibrated columns
/// @param residualNorms ‖b − Ax‖, in the units of each right-hand side
/// @param unrefined the answer of QR where x was unique and has been refined, or null
/// @param refined what refinement has made of each side, or null
/// @param stalled whether refinement was tried in vain
/// @param rest what the rounding of x has cut off, as in `solution`, or empty where that is not known
/// @param system what standard errors can be refined with, or null
record Answer(Ridge ridge, Triangle triangle, Solution solution, Condition condition, double[] residualNorms,
        Answer unrefined, Refined[] refined, boolean stalled, double[] rest, PreciseSystem system) {
    private static final double U = 0x1p-53;

    /// Solves what QR has left.
    static Answer first(Ridge ridge, RankRule rule) {
        Reduction reduction = ridge.penalised();
        Triangle triangle = Triangle.of(reduction);
        Matrix c = reduction.sidesAndResiduals();
        ReducedProblem problem = new ReducedProblem(triangle, c);
        Condition condition = problem.condition();
        Solution solution = problem.solve(rule);
        // Q keeps lengths, so ‖b − Ax‖ is the length of what is left of Qᵀb.
        double[] norms = new double[c.cols()];
        for (int j = 0; j < norms.length; j++) norms[j] = Blas.nrm2(c.column(j));
        return new Answer(ridge, triangle, solution, condition, norms, null, null, false, new double[0], null);
    }

    boolean isUnique() {
        return solution.rank() == triangle.cols();
    }

    /// A bound on the relative error of each x, columns scaled to equal length; NaN where x is not unique.
    double[] errors() {
        double[] errors = new double[residualNorms.length];
        for (int h = 0; h < errors.length; h++) errors[h] = error(h);
        return errors;
    }

    /// The same of one side.
    double error(int side) {
        return unrefined == null
                ? bound(side)
                : Math.min(unrefined.bound(side), refined[side].error(condition));
    }

    /// What perturbations of a few u in each column do to x, to first order (Higham, theorem 20.1).
    private double bound(int side) {
        if (!isUnique()) return Double.NaN;
        int n = triangle.cols(), k = residualNorms.length;
        double[] x = new double[n];
        for (int j = 0; j < n; j++) {
            int exponent = triangle.exponents()[j] - solution.exponents()[j];
            x[j] = Math.scalb(solution.x()[j * k + side], exponent);
        }
        double length = Blas.nrm2(x), kappa = condition.estimate();
        double slope = residualNorms[side] == 0.0 ? 0.0 : kappa * residualNorms[side] / length;
        return 8.0 * U * Math.max(1, n) * kappa * (1.0 + slope);
    }

    /// Refines every right-hand side.
    ///
    /// @param b the right-hand sides as the system's rows have them, in units of the reduction
    /// @param keep whether the system is to be kept for standard errors
    Answer refined(PreciseSystem system, Matrix b, boolean keep) {
        Refined[] sides = new Refined[residualNorms.length];
        Matrix reduced = ridge.penalised().sidesAndResiduals();
        for (int h = 0; h < sides.length; h++) {
            sides[h] = system.refined(sides.length == 1 ? b.array() : b.column(h), Blas.nrm2(reduced.column(h)), this,
                    h);
        }
        return with(sides, keep && system.keepsQ() ? system.kept() : null);
    }

    /// With other solutions, in the units of the penalised triangle.
    ///
    /// @param kept what standard errors can be refined with, or null
    Answer with(Refined[] sides, PreciseSystem kept) {
        Reduction reduction = ridge.penalised();
        int n = reduction.cols(), k = sides.length;
        double[] x = new double[n * k], rests = new double[n * k], norms = residualNorms.clone();
        boolean hasStalled = false;
        for (int h = 0; h < k; h++) {
            for (int j = 0; j < n; j++) {
                x[j * k + h] = sides[h].x()[j];
                rests[j * k + h] = sides[h].rest()[j];
            }
            hasStalled |= sides[h].stalled();
            if (reduction.rows() > n && !Double.isNaN(sides[h].residualNorm())) norms[h] = sides[h].residualNorm();
        }
        Solution better = solution.with(x, reduction.exponents());
        return new Answer(ridge, triangle, better, condition, norms, this, sides, hasStalled, rests, kept);
    }

    /// With another x that leaves the same residual, in the units of the solution.
    Answer with(double[] x, boolean hasStalled) {
        Solution better = solution.with(x, solution.exponents());
        return new Answer(ridge, triangle, better, condition, residualNorms, unrefined, refined, hasStalled, rest,
                system);
    }

    /// x of one side, in the units of the penalised triangle.
    double[] side(int h) {
        int k = residualNorms.length;
        double[] x = new double[triangle.cols()];
        for (int j = 0; j < x.length; j++) {
            int exponent = ridge.penalised().exponents()[j] - solution.exponents()[j];
            x[j] = Math.scalb(solution.x()[j * k + h], exponent);
        }
        return x;
    }

    /// How long each column is, in the units of the penalised triangle, but for a factor of two.
    double[] lengths() {
        double[] lengths = new double[triangle.cols()];
        for (int j = 0; j < lengths.length; j++) {
            lengths[j] = Math.scalb(1.0, triangle.exponents()[j] - ridge.penalised().exponents()[j]);
        }
        return lengths;
    }

    /// X in the caller's units.
    Matrix coefficients() {
        int n = triangle.cols();
        int[] sideExponents = ridge.penalised().sideExponents();
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

    /// ‖b − Ax‖ in the caller's units.
    double[] norms(Matrix coefficients) {
        if (!ridge.isPlain()) return ridge.residualNorms(coefficients);
        double[] norms = residualNorms.clone();
        Arrays.setAll(norms, j -> Math.scalb(norms[j], ridge.plain().sideExponents()[j]));
        return norms;
    }
}

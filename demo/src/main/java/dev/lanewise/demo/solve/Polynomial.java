package dev.lanewise.demo.solve;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.Fit;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.PolynomialAccumulator;
import dev.lanewise.linalg.PolynomialDegree;
import dev.lanewise.linalg.PolynomialFit;

/// y ≈ Σ bₖxᵏ, by a fit that owns its basis. Where the points are too many to be held, they are read once for the range of
/// x, which the basis is about, once to solve, and unless that is off once more to refine, or twice where light points have
/// drowned.
///
/// @param fit the polynomial
record Polynomial(PolynomialFit fit, Estimate estimate) implements Model {
    static Polynomial of(RegressionData data, SolveSettings settings) {
        checkInput(data);
        PolynomialDegree degree = settings.polynomial();
        double[] range = range(data, settings.degree + 1);
        LightRows light = new LightRows(false);
        PolynomialFit fit = data.held().isPresent()
                ? data.solving(() -> solve(degree, data.held().get()))
                : streamed(data, settings, degree.over(range[0], range[1]), light);
        Fit inner = fit.fit();
        boolean intercept = settings.intercept;
        int from = intercept ? 0 : 1;
        double r2 = (intercept ? inner.rSquared(0) : inner.uncentredRSquared())[0];
        return new Polynomial(fit, new Estimate(names(data, settings), Arrays.copyOfRange(fit.coefficients(), from,
                settings.degree + 1), Arrays.copyOfRange(fit.standardErrors(), from, settings.degree + 1), inner.rank(),
                inner.condition(), inner.degreesOfFreedom(), inner.residualNorm(), r2, inner.flags(),
                light.drown(inner, () -> equalRank(data, settings)), inner.isUnique(), Optional.empty()));
    }

    static void checkInput(RegressionData data) {
        if (data.inputs() == 1) return;
        throw new InputException("--poly takes one input, but %s has %d".formatted(data.source(), data.inputs()));
    }

    /// Reads the file for the first time, for the least and the largest x.
    static double[] range(RegressionData data, int coefficients) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        data.read(coefficients, rows -> widen(range, rows));
        data.held().ifPresent(rows -> widen(range, rows));
        return range;
    }

    private static void widen(double[] range, Observations rows) {
        for (double x : rows.x().array()) {
            range[0] = Math.min(range[0], x);
            range[1] = Math.max(range[1], x);
        }
    }

    private static PolynomialFit solve(PolynomialDegree degree, Observations rows) {
        double[] x = rows.x().column(0);
        return rows.weights() == null ? degree.fit(x, rows.y()) : degree.fit(x, rows.y(), rows.weights());
    }

    private static PolynomialFit streamed(RegressionData data, SolveSettings settings, PolynomialAccumulator points,
            LightRows light) {
        data.again("for the powers", rows -> {
            light.add(rows, constant(rows));
            rows.addTo(points);
        });
        PolynomialFit first = data.solving(points::solve);
        return Passes.refine(first, points::secondPass, settings.passesOfPolynomial(light.mayDrown(first.fit())),
                pass -> data.again("to refine", rows -> rows.addTo(pass)));
    }

    /// By which the length of a row of powers is judged.
    static Matrix constant(Observations rows) {
        return Observations.design(Matrix.zeros(rows.rows(), 0), true);
    }

    /// The rank that points of one weight have; of points that cannot come again no rank is known, and none is too large.
    static int equalRank(RegressionData data, SolveSettings settings) {
        if (!data.canBeReadAgain()) return Integer.MAX_VALUE;
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        data.again("for the range", rows -> widen(range, rows));
        PolynomialAccumulator points = settings.polynomial().over(range[0], range[1]);
        data.again("with points of one weight", rows -> LightRows.equal(rows, constant(rows)).addTo(points));
        return points.solve().fit().rank();
    }

    /// Of the powers, ascending.
    static List<String> names(RegressionData data, SolveSettings settings) {
        String input = data.roles().inputNames().getFirst();
        return LinearModel.names(IntStream.rangeClosed(1, settings.degree).mapToObj(k -> k == 1
                ? input
                : input + "^" + k).toList(), settings.intercept);
    }

    @Override
    public double[] values(Matrix x) {
        return Arrays.stream(x.array()).map(fit::value).toArray();
    }

    @Override
    public double[] leverages(Matrix x) {
        return fit.leverages(x.array());
    }
}

package dev.lanewise.demo.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.Fit;
import dev.lanewise.linalg.LeastSquares;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.QrAccumulator;

/// y ≈ b₀ + Σ bⱼxⱼ, by least squares.
///
/// @param fit b
/// @param intercept whether there is a b₀
record LinearModel(Fit fit, Estimate estimate, boolean intercept) implements Model {
    private static final String INTERCEPT = "intercept";
    /// They take O(n³); for more coefficients the estimate for columns of equal length stands in.
    static final int MOST_SINGULAR_VALUES = 500;

    static LinearModel of(RegressionData data, SolveSettings settings) {
        int n = coefficients(data, settings);
        if (n == 0) {
            throw new InputException("%s has no input, and --no-intercept leaves nothing to fit".formatted(data
                    .source()));
        }
        // More coefficients than that are only found where rows are held.
        QrAccumulator once = new QrAccumulator(Math.min(n, RegressionData.MOST_COEFFICIENTS), 1);
        LightRows light = new LightRows(false);
        data.read(n, rows -> {
            Matrix a = rows.design(settings.intercept);
            light.add(rows, a);
            rows.addTo(once, a);
        });
        Fit fit = data.held().isPresent()
                ? data.solving(() -> solve(data.held().get(), settings))
                : refined(data, settings, once, light);
        Estimate estimate = new Estimate(names(data.roles().inputNames(), settings.intercept), fit.x(), fit
                .standardErrors().column(0), fit.rank(), condition(fit), fit.degreesOfFreedom(), fit.residualNorm(),
                r2(
                        data, settings, fit),
                fit.flags(), light.drown(fit, () -> equalRank(data, settings)), fit.isUnique(), Optional.empty());
        return new LinearModel(fit, estimate, settings.intercept);
    }

    /// σ₁/σₙ, as NumPy's readers expect it.
    private static double condition(Fit fit) {
        if (fit.x().length > MOST_SINGULAR_VALUES) return fit.condition();
        double[] values = fit.singularValues();
        return values.length == 0 ? 1.0 : values[0] / values[values.length - 1];
    }

    /// A mean explains nothing of what is about it, whatever rounding says.
    private static double r2(RegressionData data, SolveSettings settings, Fit fit) {
        if (data.inputs() == 0) return 0.0;
        return (settings.intercept ? fit.rSquared(0) : fit.uncentredRSquared())[0];
    }

    /// The intercept and one for each input.
    static int coefficients(RegressionData data, SolveSettings settings) {
        return data.inputs() + (settings.intercept ? 1 : 0);
    }

    private static Fit solve(Observations rows, SolveSettings settings) {
        LeastSquares problem = LeastSquares.of(rows.design(settings.intercept)).rank(settings.rankRule())
                .refine(settings.refinement());
        return (rows.weights() == null ? problem : problem.weights(rows.weights())).solve(rows.y());
    }

    private static Fit refined(RegressionData data, SolveSettings settings, QrAccumulator once, LightRows light) {
        Fit first = data.solving(() -> once.solve(settings.rankRule()));
        return Passes.refine(first, () -> once.secondPass(settings.rankRule()),
                settings.passes(data, once.cols(), light.mayDrown(first)),
                pass -> data.again("to refine", rows -> rows.addTo(pass, rows.design(settings.intercept))));
    }

    /// The rank that rows of one length have, intercept included; of rows that cannot come again no rank is known, and
    /// none is too large.
    static int equalRank(RegressionData data, SolveSettings settings) {
        if (!data.canBeReadAgain()) return Integer.MAX_VALUE;
        QrAccumulator equal = new QrAccumulator(coefficients(data, settings), 1);
        data.again("with rows of one length", rows -> {
            Matrix a = rows.design(settings.intercept);
            LightRows.equal(rows, a).addTo(equal, a);
        });
        return equal.solve(settings.rankRule()).rank();
    }

    /// The intercept, then the inputs.
    static List<String> names(List<String> inputs, boolean intercept) {
        List<String> names = new ArrayList<>(inputs);
        if (intercept) names.addFirst(INTERCEPT);
        return List.copyOf(names);
    }

    @Override
    public double[] values(Matrix x) {
        return Observations.design(x, intercept).times(Matrix.wrap(fit.x().length, 1, fit.x())).array();
    }

    @Override
    public double[] leverages(Matrix x) {
        return fit.leverages(Observations.design(x, intercept));
    }
}

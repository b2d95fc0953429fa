package dev.lanewise.demo.solve;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.Fit;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.QrAccumulator;

/// y ≈ b₀ + Σ bⱼxⱼ with a ridge on the coefficients of standardised inputs, so that units do not matter and the intercept
/// is free: min Σ w(y − ŷ)² + λ Σ (σⱼbⱼ)², where σⱼ is the standard deviation of xⱼ. Of a polynomial the xⱼ are the powers
/// of t, that is x from the middle of the data. The rows are read once for means and deviations (of a polynomial once for
/// its range before), and once to solve.
///
/// Coefficients with a ridge are biased by what is not known, so they have no standard errors.
///
/// @param fit of the standardised inputs
/// @param coefficients of the inputs, or the powers of t, as they are
record RidgeModel(StandardInputs inputs, Fit fit, double[] coefficients, Estimate estimate) implements Model {
    static RidgeModel of(RegressionData data, SolveSettings settings) {
        int count = count(data, settings);
        StandardInputs inputs = measured(data, settings, count);
        inputs.check(settings.degree == null
                ? data.roles().inputNames()
                : Collections.nCopies(count,
                        "the powers of t"),
                data.roles()
                        .targetName());
        QrAccumulator once = new QrAccumulator(count, 1);
        LightRows light = new LightRows(settings.intercept);
        data.again("with standardised inputs", rows -> {
            Observations z = inputs.of(rows);
            light.add(rows, settings.degree == null
                    ? rows.design(settings.intercept)
                    : Polynomial.constant(rows));
            z.addTo(once, z.x());
        });
        long free = data.counted() - (settings.intercept ? 1 : 0);
        double[] lambdas = settings.ridge.orElseThrow().candidates(data.counted());
        ChosenRidge ridge = data.solving(() -> ChosenRidge.best(once.ridgePath(lambdas), free, inputs.target()
                .scale()));
        QrAccumulator held = once.ridge(ridge.lambda());
        Fit first = data.solving(() -> held.solve(settings.rankRule()));
        Fit fit = Passes.refine(first, () -> held.secondPass(settings.rankRule()),
                settings.passes(data, count, light.mayDrown(first)),
                pass -> data.again("to refine", rows -> {
                    Observations z = inputs.of(rows);
                    z.addTo(pass, z.x());
                }));
        double[] coefficients = inputs.coefficients(fit.x());
        boolean drowned = light.drown(inputs.lost()) || light.drown(fit, () -> equalRank(data, settings));
        return new RidgeModel(inputs, fit, coefficients, estimate(data, settings, ridge, fit, inputs, drowned,
                inputs.inUnits(coefficients)));
    }

    /// The rank that the inputs, or their powers, have if all rows are of one length.
    private static int equalRank(RegressionData data, SolveSettings settings) {
        int all = settings.degree == null
                ? LinearModel.equalRank(data, settings)
                : Polynomial.equalRank(data, settings);
        return all - (settings.intercept ? 1 : 0);
    }

    /// How many coefficients the ridge holds.
    private static int count(RegressionData data, SolveSettings settings) {
        if (settings.degree != null) Polynomial.checkInput(data);
        int count = settings.degree == null ? data.inputs() : settings.degree;
        if (count == 0) {
            throw new InputException(
                    (settings.degree == null ? data.source() + " has no input" : "--poly 0 has no power")
                            + " that --ridge could hold");
        }
        if (count > RegressionData.MOST_COEFFICIENTS) {
            throw new InputException("%s has %d inputs, but --ridge can hold %d at most".formatted(data.source(), data
                    .inputs(), RegressionData.MOST_COEFFICIENTS));
        }
        return count;
    }

    private static StandardInputs measured(RegressionData data, SolveSettings settings, int count) {
        if (settings.degree != null) {
            double[] range = Polynomial.range(data, count);
            Powers powers = Powers.over(range[0], range[1], count, settings.intercept);
            StandardInputs inputs = new StandardInputs(count, powers, settings.intercept);
            data.again("for the powers", inputs::measure);
            return inputs;
        }
        StandardInputs inputs = new StandardInputs(count, null, settings.intercept);
        data.read(count, inputs::measure);
        data.held().ifPresent(inputs::measure);
        return inputs;
    }

    private static Estimate estimate(RegressionData data, SolveSettings settings, ChosenRidge ridge, Fit fit,
            StandardInputs inputs, boolean drowned, double[] coefficients) {
        double[] errors = new double[coefficients.length];
        Arrays.fill(errors, Double.NaN);
        double residual = ridge.path().residualNorm(ridge.index()) * inputs.target().scale();
        double left = residual / inputs.target().length();
        List<String> names = settings.degree == null
                ? LinearModel.names(data.roles().inputNames(), settings.intercept)
                : Polynomial.names(data, settings);
        return new Estimate(names, coefficients, errors, fit.rank() + (settings.intercept ? 1 : 0), fit.condition(),
                ridge.degrees(), residual, (1.0 - left) * (1.0 + left), fit.flags(), drowned, fit.isUnique(),
                Optional.of(
                        ridge));
    }

    @Override
    public double[] values(Matrix x) {
        return inputs.values(x, coefficients);
    }

    @Override
    public double[] leverages(Matrix x) {
        double[] leverages = fit.leverages(inputs.of(x));
        double constant = inputs.leverageOfConstant();
        Arrays.setAll(leverages, i -> leverages[i] + constant);
        return leverages;
    }
}

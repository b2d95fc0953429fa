package dev.lanewise.demo.solve;

import java.util.Arrays;
import java.util.Optional;

import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.Fit;
import dev.lanewise.linalg.QrAccumulator;

/// y ≈ b₀ + Σ bⱼxⱼ with a ridge on the coefficients of standardised inputs, so that units do not matter and the intercept
/// is free: min Σ w(y − ŷ)² + λ Σ (σⱼbⱼ)², where σⱼ is the standard deviation of xⱼ. Without an intercept inputs are
/// divided by their root mean square only. The rows are read once for means and deviations, and once to solve.
///
/// Coefficients with a ridge are biased by what is not known, so they have no standard errors.
final class RidgeModel {
    private final RegressionData data;
    private final SolveSettings settings;
    private final ColumnMoments[] inputs;
    private final ColumnMoments target;

    private RidgeModel(RegressionData data, SolveSettings settings) {
        this.data = data;
        this.settings = settings;
        inputs = new ColumnMoments[data.inputs()];
        Arrays.setAll(inputs, j -> new ColumnMoments(settings.intercept));
        target = new ColumnMoments(settings.intercept);
    }

    static Regression.Estimate of(RegressionData data, SolveSettings settings) {
        if (data.inputs() == 0) throw new InputException(data.source() + " has no input that --ridge could hold");
        if (data.inputs() > RegressionData.MOST_COEFFICIENTS) {
            throw new InputException("%s has %d inputs, but --ridge can hold %d at most".formatted(data.source(), data
                    .inputs(), RegressionData.MOST_COEFFICIENTS));
        }
        RidgeModel model = new RidgeModel(data, settings);
        data.read(data.inputs(), model::measure);
        data.held().ifPresent(model::measure);
        return model.estimate();
    }

    private void measure(Observations rows) {
        if (rows.rows() == 0) return;
        for (int j = 0; j < inputs.length; j++) inputs[j].add(rows.x().column(j), rows);
        target.add(rows.y(), rows);
    }

    private Observations standardised(Observations rows) {
        return new Observations(ColumnMoments.standardised(inputs, rows.x()), Arrays.stream(rows.y()).map(
                target::standardised).toArray(), rows.weights());
    }

    private Regression.Estimate estimate() {
        checkScales();
        QrAccumulator once = new QrAccumulator(inputs.length, 1);
        data.again("with standardised inputs", rows -> {
            Observations z = standardised(rows);
            z.addTo(once, z.x());
        });
        long free = data.counted() - (settings.intercept ? 1 : 0);
        double[] lambdas = settings.ridge.orElseThrow().candidates(data.counted());
        ChosenRidge ridge = data.solving(() -> ChosenRidge.best(once.ridgePath(lambdas), free, target.scale()));
        QrAccumulator held = once.ridge(ridge.lambda());
        Fit first = data.solving(() -> held.solve(settings.rankRule()));
        Fit fit = Passes.refine(first, held, settings.passes(data, inputs.length), pass -> {
            data.again("to refine", rows -> {
                Observations z = standardised(rows);
                z.addTo(pass, z.x());
            });
        });
        return estimate(ridge, fit);
    }

    private void checkScales() {
        for (int j = 0; j < inputs.length; j++) checkScale(data.roles().inputNames().get(j), inputs[j]);
        checkScale(data.roles().targetName(), target);
    }

    private static void checkScale(String name, ColumnMoments moments) {
        if (Double.isFinite(moments.scale())) return;
        throw new InputException(
                "the numbers of %s are too large: the length of the column is beyond the largest double"
                        .formatted(name));
    }

    private Regression.Estimate estimate(ChosenRidge ridge, Fit fit) {
        int constant = settings.intercept ? 1 : 0;
        double[] scaled = fit.x();
        double[] coefficients = new double[scaled.length + constant];
        double intercept = target.centre();
        for (int j = 0; j < scaled.length; j++) {
            double slope = scaled[j] * (target.scale() / inputs[j].scale());
            coefficients[j + constant] = slope;
            intercept -= slope * inputs[j].centre();
        }
        if (settings.intercept) coefficients[0] = intercept;
        if (!Arrays.stream(coefficients).allMatch(Double::isFinite)) throw new ArithmeticException("ridge");
        double[] errors = new double[coefficients.length];
        Arrays.fill(errors, Double.NaN);
        double residual = ridge.path().residualNorm(ridge.index()) * target.scale();
        double left = residual / target.length();
        return new Regression.Estimate(LinearModel.names(data, settings), coefficients, errors, fit.rank() + constant,
                fit.condition(), ridge.degrees(), residual, (1.0 - left) * (1.0 + left), fit.flags(), fit.isUnique(),
                Optional.of(ridge));
    }
}

package dev.lanewise.demo.solve;

import java.util.Arrays;
import java.util.Optional;

import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.Fit;
import dev.lanewise.linalg.LeastSquares;
import dev.lanewise.linalg.Matrix;

/// y ≈ b₀ + Σ bⱼxⱼ with a ridge on the coefficients of standardised inputs, so that units do not matter and the intercept
/// is free: min Σ w(y − ŷ)² + λ Σ (σⱼbⱼ)², where σⱼ is the standard deviation of xⱼ. Without an intercept inputs are
/// divided by their root mean square only.
///
/// Coefficients with a ridge are biased by what is not known, so they have no standard errors.
final class RidgeModel {
    private RidgeModel() {}

    static Regression.Estimate of(RegressionData data, SolveSettings settings) {
        if (data.inputs() == 0) throw new InputException(data.source() + " has no input that --ridge could hold");
        StandardisedColumn[] columns = new StandardisedColumn[data.inputs()];
        Matrix x = Matrix.zeros(data.rows(), data.inputs());
        for (int j = 0; j < columns.length; j++) {
            columns[j] = StandardisedColumn.of(data.x().column(j), data.weights(), settings.intercept);
            for (int i = 0; i < data.rows(); i++) x.set(i, j, columns[j].values()[i]);
        }
        StandardisedColumn target = StandardisedColumn.of(data.y(), data.weights(), settings.intercept);
        LeastSquares problem = LeastSquares.of(x).rank(settings.rankRule()).refine(settings.refinement());
        if (data.weightName().isPresent()) problem = problem.weights(data.weights());
        int free = data.counted().length - (settings.intercept ? 1 : 0);
        double[] lambdas = settings.ridge.orElseThrow().candidates(data.counted().length);
        ChosenRidge ridge = ChosenRidge.best(problem.ridgePath(target.values(), lambdas), free, target.scale());
        Fit fit = problem.ridge(ridge.lambda()).solve(target.values());
        return estimate(data, settings, columns, target, ridge, fit);
    }

    private static Regression.Estimate estimate(RegressionData data, SolveSettings settings,
            StandardisedColumn[] columns, StandardisedColumn target, ChosenRidge ridge, Fit fit) {
        int constant = settings.intercept ? 1 : 0;
        double[] scaled = fit.x();
        double[] coefficients = new double[scaled.length + constant];
        double intercept = target.centre();
        for (int j = 0; j < scaled.length; j++) {
            double slope = scaled[j] * (target.scale() / columns[j].scale());
            coefficients[j + constant] = slope;
            intercept -= slope * columns[j].centre();
        }
        if (settings.intercept) coefficients[0] = intercept;
        if (!Arrays.stream(coefficients).allMatch(Double::isFinite)) throw new ArithmeticException("ridge");
        double[] errors = new double[coefficients.length];
        Arrays.fill(errors, Double.NaN);
        return new Regression.Estimate(LinearModel.names(data, settings), coefficients, errors, fit.rank() + constant,
                fit.condition(), ridge.degrees(), fit.residualNorm() * target.scale(), fit.uncentredRSquared()[0],
                fit.flags(),
                fit.isUnique(), Optional.of(ridge));
    }
}

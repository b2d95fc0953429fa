package dev.lanewise.demo.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.Fit;
import dev.lanewise.linalg.LeastSquares;
import dev.lanewise.linalg.Matrix;

/// y ≈ b₀ + Σ bⱼxⱼ, by least squares.
final class LinearModel {
    /// Elements that fit an array, with room for the kernels' padding.
    private static final long LARGEST_MATRIX = Integer.MAX_VALUE - 1024;
    private static final String INTERCEPT = "intercept";

    private LinearModel() {}

    static Regression.Estimate of(RegressionData data, SolveSettings settings) {
        if (data.inputs() == 0 && !settings.intercept) {
            throw new InputException("%s has no input, and --no-intercept leaves nothing to fit".formatted(data
                    .source()));
        }
        LeastSquares problem = LeastSquares.of(design(data, settings.intercept)).rank(settings.rankRule())
                .refine(settings.refinement());
        Fit fit = (data.weightName().isPresent() ? problem.weights(data.weights()) : problem).solve(data.y());
        double r2 = (settings.intercept ? fit.rSquared(0) : fit.uncentredRSquared())[0];
        return new Regression.Estimate(names(data, settings), fit.x(), fit.standardErrors().column(0), fit.rank(), fit
                .condition(), fit.degreesOfFreedom(), fit.residualNorm(), r2, fit.flags(), fit.isUnique(),
                Optional
                        .empty());
    }

    /// The intercept, then the inputs.
    static List<String> names(RegressionData data, SolveSettings settings) {
        List<String> names = new ArrayList<>(data.inputNames());
        if (settings.intercept) names.addFirst(INTERCEPT);
        return List.copyOf(names);
    }

    /// The inputs, behind a column of ones for the intercept.
    private static Matrix design(RegressionData data, boolean intercept) {
        if (!intercept) return data.x();
        if ((long) data.rows() * (data.inputs() + 1) > LARGEST_MATRIX) {
            throw new InputException("%s is too large: with the intercept its columns do not fit one array".formatted(
                    data.source()));
        }
        Matrix design = Matrix.zeros(data.rows(), data.inputs() + 1);
        for (int i = 0; i < data.rows(); i++) {
            design.set(i, 0, 1.0);
            for (int j = 0; j < data.inputs(); j++) design.set(i, j + 1, data.x().get(i, j));
        }
        return design;
    }

    /// What the coefficients make of each row.
    static double[] values(RegressionData data, SolveSettings settings, double[] coefficients) {
        return design(data, settings.intercept).times(coefficients);
    }

    /// What the coefficients make of values of the only input.
    static double[] line(SolveSettings settings, double[] coefficients, double[] x) {
        double constant = settings.intercept ? coefficients[0] : 0.0;
        double slope = coefficients[coefficients.length - 1];
        return Arrays.stream(x).map(each -> constant + slope * each).toArray();
    }
}

package dev.lanewise.demo.lesson;

import java.util.List;

import dev.lanewise.demo.report.Digits;
import dev.lanewise.demo.report.Table;

import static dev.lanewise.demo.report.Table.Alignment.LEFT;
import static dev.lanewise.demo.report.Table.Alignment.RIGHT;

/// The figures of a fit beside NumPy's, and how far apart theory lets them be.
final class FitTables {
    private FitTables() {}

    static Table besideNumpy(FittedNetwork ours, NumpyFit numpy) {
        return new Table("", List.of("", "NumPy 2.4.6", "Lanewise"), List.of(
                List.of("RMSE", Digits.of(numpy.rmse(), 9), Digits.of(ours.rmse(), 9)),
                List.of("residual norm", Digits.of(numpy.residualNorm(), 9), Digits.of(ours.residualNorm(), 9)),
                List.of("largest error", Digits.of(numpy.maxError(), 7), Digits.of(ours.maxError(), 7)),
                List.of("rank", Integer.toString(numpy.rank()), Integer.toString(ours.fit().rank())),
                List.of("condition σ₁/σₙ", Digits.of(numpy.condition(), 4), Digits.of(ours.condition(), 4))),
                List.of(LEFT, LEFT, LEFT));
    }

    static Table distances(FittedNetwork ours, NumpyFit numpy) {
        double values = Differences.largest(ours.values(), numpy.fit());
        double coefficients = Differences.relative(ours.coefficients(), numpy.coefficients());
        double rmse = Math.abs(ours.rmse() - numpy.rmse()) / numpy.rmse();
        return new Table("How far the two are apart, and how far two sound solvers may be",
                List.of("", "apart", "bound", "the bound is"), List.of(
                        distance("fitted values, max |Δy|", values, numpy.fitBound(), "4u(σ₁‖c‖ + κ‖r‖)"),
                        distance("coefficients, ‖Δc‖/‖c‖", coefficients, numpy.coefficientBound(),
                                "4uκ(1 + κ‖r‖/(σ₁‖c‖))"),
                        distance("RMSE, relative", rmse, numpy.rmseBound(), "4uσ₁‖c‖/‖r‖")),
                List.of(LEFT, RIGHT, RIGHT, LEFT));
    }

    private static List<String> distance(String what, double apart, double bound, String formula) {
        return List.of(what, Digits.of(apart, 2), Digits.of(bound, 2), formula);
    }
}

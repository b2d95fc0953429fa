package dev.lanewise.demo.solve;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.Fit;
import dev.lanewise.linalg.PolynomialAccumulator;
import dev.lanewise.linalg.PolynomialFit;

/// y ≈ Σ bₖxᵏ, by a fit that owns its basis. Where the points are too many to be held, they are read once for the range of
/// x, which the basis is about, and once to solve.
record Polynomial(PolynomialFit fit, String input) {
    static Polynomial of(RegressionData data, int degree) {
        if (data.inputs() != 1) {
            throw new InputException("--poly takes one input, but %s has %d".formatted(data.source(), data.inputs()));
        }
        if (data.roles().weightName().isPresent()) throw SolveSettings.clash("--weights");
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        data.read(degree + 1, rows -> {
            for (double x : rows.x().array()) {
                range[0] = Math.min(range[0], x);
                range[1] = Math.max(range[1], x);
            }
        });
        PolynomialFit fit = data.held().isPresent()
                ? data.solving(() -> PolynomialFit.degree(degree).fit(data.held().get().x().column(0), data.held().get()
                        .y()))
                : streamed(data, PolynomialFit.degree(degree).over(range[0], range[1]));
        return new Polynomial(fit, data.roles().inputNames().getFirst());
    }

    private static PolynomialFit streamed(RegressionData data, PolynomialAccumulator points) {
        data.again("for the powers", rows -> points.add(rows.x().array(), rows.y()));
        return data.solving(points::solve);
    }

    Regression.Estimate estimate() {
        Fit inner = fit.fit();
        List<String> names = IntStream.rangeClosed(0, fit.degree()).mapToObj(k -> switch (k) {
            case 0 -> "intercept";
            case 1 -> input;
            default -> input + "^" + k;
        }).toList();
        return new Regression.Estimate(names, fit.coefficients(), fit.standardErrors(), inner.rank(), inner.condition(),
                inner.degreesOfFreedom(), inner.residualNorm(), inner.rSquared(0)[0], inner.flags(), inner.isUnique(),
                Optional.empty());
    }

    double[] values(double[] x) {
        return Arrays.stream(x).map(fit::value).toArray();
    }
}

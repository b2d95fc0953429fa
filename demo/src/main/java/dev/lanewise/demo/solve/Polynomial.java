package dev.lanewise.demo.solve;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.lanewise.demo.terminal.InputException;
import dev.lanewise.linalg.Fit;
import dev.lanewise.linalg.PolynomialFit;

/// y ≈ Σ bₖxᵏ, by a fit that owns its basis.
record Polynomial(PolynomialFit fit, String input) {
    static Polynomial of(RegressionData data, int degree) {
        if (data.inputs() != 1) {
            throw new InputException("--poly takes one input, but %s has %d".formatted(data.source(), data.inputs()));
        }
        if (data.weightName().isPresent()) throw SolveSettings.clash("--weights");
        PolynomialFit fit = PolynomialFit.degree(degree).fit(data.x().column(0), data.y());
        return new Polynomial(fit, data.inputNames().getFirst());
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

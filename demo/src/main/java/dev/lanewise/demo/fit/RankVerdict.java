package dev.lanewise.demo.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.lanewise.linalg.Matrix;
import dev.lanewise.nn.Activation;

/// What the rank and the condition of a fit mean, in words.
final class RankVerdict {
    /// From here on the last digits that a double has are about all that is left of the smallest direction.
    private static final double ILL_CONDITIONED = 1e12;
    /// Beyond 1/u nothing is left of it: whether the rank is full, the numbers cannot tell.
    private static final double LOST = 0x1p53;

    private final DataFit fit;
    private final int rank;
    private final int coefficients;

    RankVerdict(DataFit fit) {
        this.fit = fit;
        rank = fit.answer().rank();
        coefficients = fit.settings.coefficients();
    }

    /// One paragraph each: of what the rank is, what the answer is, why, and what to do.
    List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(matrix());
        if (fit.answer().isUnique() && !(fit.condition() < LOST) && fit.settings.rank() == RankChoice.NONE) {
            paragraphs.add(takenOnTrust());
        } else if (fit.answer().isUnique()) {
            paragraphs.add("The rank is full: one set of %d coefficients fits best, and this is it.".formatted(
                    coefficients));
            if (!(fit.condition() < ILL_CONDITIONED)) paragraphs.add(illConditioned());
        } else {
            paragraphs.add(deficient());
            paragraphs.add(cause() + " " + remedy());
        }
        return paragraphs;
    }

    private String matrix() {
        int neurons = fit.settings.neurons();
        return "Rank and condition are those of the least-squares matrix: the outputs of the %d %s of the last hidden "
                .formatted(neurons, neurons == 1 ? "neuron" : "neurons") + "layer"
                + (coefficients > neurons ? ", and a column of ones for the output's bias." : ".");
    }

    private String illConditioned() {
        return "But the condition is very large: some neurons are almost a combination of the others, so the "
                + "coefficients are huge, cancel each other, and hold few correct digits. At the data the fit is as good "
                + "as its RMSE says; between and beyond the data do not trust it. Fewer neurons make it tame.";
    }

    private String takenOnTrust() {
        return "`--rank none` counts all %d columns, but their condition is beyond 2⁵³: up to rounding some depend on "
                .formatted(coefficients) + "the others, and rounding has chosen their coefficients. So this need not "
                + "be the best fit even at the data; `--rank scaled` finds how many columns count, and the shortest "
                + "answer.";
    }

    private String deficient() {
        return "The rank is deficient: of %d columns only %d %s as independent, so "
                .formatted(coefficients, rank, rank == 1 ? "counts" : "count")
                + "infinitely many sets of coefficients fit these rows equally "
                + "well. The answer is the minimum-norm one, the shortest of them.";
    }

    private String cause() {
        int rows = fit.split.train().length;
        if (inputsAreConstant()) {
            return "Every input is constant over these rows, so every neuron is too, and no network can tell them apart.";
        }
        if (rows < coefficients) {
            return "There %s for %d coefficients, so the network can pass through every one of them and a small RMSE "
                    .formatted(rows == 1 ? "is only 1 row" : "are only %d rows".formatted(rows), coefficients)
                    + "says nothing about other data.";
        }
        if (fit.settings.activation() == Activation.IDENTITY) {
            return "With the identity as activation every neuron is linear in the inputs (%d), and however many there "
                    .formatted(fit.data.inputs()) + "are, the network is one affine map.";
        }
        if (fit.settings.activation() == Activation.RELU && rank <= fit.data.inputs() + 1) {
            return "Probably no ReLU switches between these data, so that every neuron is affine in the inputs, and "
                    + "however many there are, so is the network.";
        }
        return "The neurons are smooth functions of few inputs, drawn at random, and so many of them overlap until "
                + "a double cannot tell them apart.";
    }

    private String remedy() {
        if (inputsAreConstant()) return "The best answer is the mean of the target.";
        if (fit.split.train().length < coefficients) {
            return "Use fewer neurons or more rows, and hold some out with `--test 0.2`.";
        }
        if (fit.settings.activation() == Activation.IDENTITY) {
            return "Nothing is lost by using fewer neurons; `--activation tanh` can bend.";
        }
        return fit.settings.initialisation() == Initialisation.LESSON
                ? "More neurons of this kind will not help; `--init normal` spreads them over the data."
                : "More neurons of this kind will not help; another `--activation` or `--seed` may.";
    }

    /// Whether several rows have the same inputs.
    private boolean inputsAreConstant() {
        int[] rows = fit.split.train();
        Matrix x = fit.data.x();
        return rows.length > 1 && IntStream.of(rows).allMatch(i -> Arrays.equals(x.row(i), x.row(rows[0])));
    }
}
